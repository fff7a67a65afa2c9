/** From a point on the screen to one of our ranges. */

interface HighlightHit {
  readonly highlight: Highlight;
  readonly ranges: readonly AbstractRange[];
}

/** The registry as far as we use it; older type libraries lack its hit test. */
export interface PointRegistry {
  highlightsFromPoint(
    x: number,
    y: number,
    options?: { readonly shadowRoots: readonly ShadowRoot[] },
  ): readonly HighlightHit[];
}

/**
 * Our range under the point, `undefined` if none. The browser answers with the very object that was added; without
 * `shadowRoots` it sees nothing inside them.
 */
export function rangeAt(
  registry: PointRegistry,
  highlight: Highlight,
  at: { readonly x: number; readonly y: number; readonly shadowRoots: readonly ShadowRoot[] },
): AbstractRange | undefined {
  for (const hit of registry.highlightsFromPoint(at.x, at.y, { shadowRoots: at.shadowRoots })) {
    if (hit.highlight === highlight) return hit.ranges[0];
  }
  return undefined;
}
