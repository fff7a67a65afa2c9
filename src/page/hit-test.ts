/** From a point on the screen to one of our ranges. */

/** The registry as far as we use it; older type libraries lack its hit test. */
export interface PointRegistry {
  highlightsFromPoint?(
    x: number,
    y: number,
    options: { readonly shadowRoots: readonly ShadowRoot[] },
  ): readonly { readonly highlight: Highlight; readonly ranges: readonly AbstractRange[] }[];
}

/**
 * Our range under a point of the viewport, `undefined` if none. The browser answers with the very object that was
 * added; inside shadow roots that are not named it sees nothing.
 */
export function rangeAt(
  registry: PointRegistry,
  highlight: Highlight,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
  shadowRoots: readonly ShadowRoot[],
): AbstractRange | undefined {
  const hits = registry.highlightsFromPoint?.(clientX, clientY, { shadowRoots });
  return hits?.find((hit) => hit.highlight === highlight)?.ranges[0];
}
