/**
 * The style sheet of every look, written at build time and named in the manifest: a rule that came later would restyle
 * the whole page. Content scripts never import this module.
 */
import { LOOK_COLOURS, LOOK_STYLES, type LookColour, type LookStyle } from '../core/settings.ts';
import { lookIndex } from './looks.ts';
import { nameOf } from './paint.ts';

/**
 * Colours of middle lightness: each has a contrast of at least 3 to 1 with white and with near black, since a page's
 * ground is its own and no media query tells it. `light-dark()` would follow what the page declares, not what it shows.
 */
const COLOUR_VALUES: Readonly<Record<Exclude<LookColour, 'text'>, readonly [number, number, number]>> = {
  blue: [41, 121, 214],
  teal: [0, 134, 134],
  green: [35, 138, 61],
  olive: [118, 124, 20],
  amber: [168, 112, 0],
  orange: [206, 92, 0],
  red: [221, 64, 64],
  pink: [214, 51, 132],
  purple: [146, 88, 214],
  brown: [150, 104, 72],
  grey: [118, 118, 118],
};

/** Strength of a soft background: the text on it keeps its contrast on light and on dark pages. */
const WASH = 0.24;

/** The whole sheet for one browser. Rules hold on screens only: paper shows no marks. */
export function sheetFor(browser: 'chromium' | 'firefox'): string {
  // Chromium inherits highlight styles from the root and restyles at a flat cost that way; Firefox has no such
  // inheritance and paints nothing with the root form.
  const prefix = browser === 'chromium' ? ':root' : '';
  const looks = LOOK_STYLES.flatMap((style) => LOOK_COLOURS.map((colour) => ({ style, colour })));
  const rule = (look: Look, declarations: readonly string[]): string =>
    `${prefix}::highlight(${nameOf(lookIndex(look))}){${declarations.map((one) => `${one}!important`).join(';')}}`;
  return [
    '@media screen{',
    ...looks.map((look) => rule(look, declarationsOf(look))),
    '}',
    // Colours are the reader's own there, and a background would be painted over.
    '@media screen and (forced-colors:active){',
    ...looks.map((look) => rule(look, declarationsForForcedColours(look))),
    '}',
    '',
  ].join('\n');
}

interface Look {
  readonly style: LookStyle;
  readonly colour: LookColour;
}

/** How a look is painted, as style declarations; the options' preview shows the same. */
export function declarationsOf({ style, colour }: Look): string[] {
  const rgb = colour === 'text' ? undefined : COLOUR_VALUES[colour].join(' ');
  if (style === 'background') return [`background-color:rgb(${rgb ?? '128 128 128'}/${WASH})`];
  return lineOf(style, rgb === undefined ? 'currentColor' : `rgb(${rgb})`);
}

/** The same where the reader's own colours are forced. */
export function declarationsForForcedColours({ style }: Look): string[] {
  return ['background-color:transparent', ...lineOf(style === 'background' ? 'solid' : style, 'LinkText')];
}

/** Set off from the text, so that the line of a link above it stays a line of its own. */
function lineOf(style: Exclude<LookStyle, 'background'>, colour: string): string[] {
  const thickness = style === 'dotted' ? '2px' : '1px';
  return [`text-decoration:underline ${style} ${colour} ${thickness}`, 'text-underline-offset:.28em'];
}
