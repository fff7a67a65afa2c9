/** Both browsers have them (Chromium 140, Firefox 133); Node 24 and the libraries of types do not yet. */
interface Uint8ArrayConstructor {
  fromBase64?(text: string): Uint8Array<ArrayBuffer>;
}
interface Uint8Array {
  toHex?(): string;
}
