/** Every look a reader can choose, as a number: the highlight's name tells a page nothing but the look. */
import type { LookColour, LookStyle } from '../core/settings.ts';

// The lists of settings.ts, held equal by a test: importing that module would bring the schema library into pages.
export const STYLES = 'dotted solid wavy background'.split(' ') as readonly LookStyle[];
export const COLOURS = 'text blue teal green olive amber orange red pink purple brown grey'.split(
  ' ',
) as readonly LookColour[];

/** The number of a look, from 1; what is not in the table gives the first one. */
export function lookIndex(look: { readonly style: LookStyle; readonly colour: LookColour }): number {
  const style = Math.max(0, STYLES.indexOf(look.style));
  return style * COLOURS.length + Math.max(0, COLOURS.indexOf(look.colour)) + 1;
}
