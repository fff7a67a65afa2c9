/** Below this relative luminance a background is dark: white text stands out better on it than black text. */
const DARK_BELOW = 0.18;

/** True if the page is dark at this point of the viewport. A page that says nothing of itself counts as light. */
export function isDarkAt(document: Document, point: { readonly x: number; readonly y: number }): boolean {
  for (let element = document.elementFromPoint(point.x, point.y); element; element = element.parentElement) {
    const background = document.defaultView?.getComputedStyle(element).backgroundColor ?? '';
    const luminance = luminanceOf(background);
    if (luminance !== undefined) return luminance < DARK_BELOW;
  }
  return false;
}

/** Relative luminance (WCAG 2) of an opaque `rgb()` colour; undefined for see-through and other ones. */
export function luminanceOf(colour: string): number | undefined {
  const found = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(colour);
  if (!found || Number(found[4] ?? 1) < 0.5) return undefined;
  const [red = 0, green = 0, blue = 0] = found.slice(1, 4).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
