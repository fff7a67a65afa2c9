/**
 * Where a card stands beside the words it belongs to. Pure geometry in viewport pixels: `left < right`, `top < bottom`.
 */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Side = 'below' | 'above' | 'right' | 'left';

export interface Place {
  readonly side: Side;
  readonly left: number;
  readonly top: number;
  /** The card scrolls inside beyond this. */
  readonly maxHeight: number;
}

/** Between words and card: near enough to belong together, small enough to cross. */
const GAP = 6;
/** Between card and the edge of what is visible. */
const MARGIN = 8;
/** Height with which a card is well readable: a side that offers it is good enough. */
const ENOUGH = 340;
/** Below or above, even less room is better than a card beside the words, which hides the line they stand in. */
const STILL_ENOUGH = 240;
/** A card that a reader is using rather scrolls inside than jumps to another side. */
const ENOUGH_TO_STAY = 160;
/** Less than this is no card at all. */
const CRAMPED = 80;
/** A taller card would hide too much of the article; it scrolls instead. In a sheet: share of the visible height. */
const TALLEST = 640;
const SHEET_SHARE = 0.7;
/** How far the card's edge stands out over the start of the words, so that its own text lines up with them. */
const OVERHANG = 16;

export interface PlaceAsked {
  /** The words' lines, at least one. */
  readonly lines: readonly Box[];
  readonly line: Box;
  readonly width: number;
  readonly height: number;
  /** What is visible of the page. */
  readonly area: Box;
  readonly rtl: boolean;
  readonly keep?: Side | undefined;
  /** The card is as wide as the area and lies at its lower or upper edge. */
  readonly sheet: boolean;
}

/**
 * The place for a card of this size. The height gives way, never the words: it covers none of their lines, or only not
 * the one under the pointer where the lines stand so far apart that no room is left beside them all. `keep` holds a
 * card on its side while that side has room, so that it does not jump about.
 */
export function placeCard(asked: PlaceAsked): Place {
  const place = placeBeside(asked);
  return place.maxHeight < Math.min(CRAMPED, asked.height) ? placeBeside({ ...asked, lines: [asked.line] }) : place;
}

function placeBeside(asked: PlaceAsked): Place {
  const { lines, line, width, area, sheet } = asked;
  const margin = sheet ? 0 : MARGIN;
  const free: Box = {
    left: area.left + margin,
    top: area.top + margin,
    right: area.right - margin,
    bottom: area.bottom - margin,
  };
  const start = asked.rtl ? line.right + OVERHANG - width : line.left - OVERHANG;
  const left = clamp(start, free.left, free.right - width);
  const under = lines.filter((other) => other.left < left + width && other.right > left);
  const floor = Math.max(...under.map((other) => other.bottom), free.top - GAP) + GAP;
  const ceiling = Math.min(...under.map((other) => other.top), free.bottom + GAP) - GAP;
  const after = Math.max(...lines.map((other) => other.right)) + GAP;
  const before = Math.min(...lines.map((other) => other.left)) - GAP;
  const tall = Math.max(free.bottom - free.top, 0);
  const rooms = [
    { side: 'below' as const, room: free.bottom - floor },
    { side: 'above' as const, room: ceiling - free.top },
    { side: 'right' as const, room: after + width <= free.right ? tall : 0 },
    { side: 'left' as const, room: before - width >= free.left ? tall : 0 },
  ].slice(0, sheet ? 2 : 4);
  const best = bestRoom(rooms, asked.height, asked.keep);
  const maxHeight = clamp(best.room, 0, sheet ? tall * SHEET_SHARE : TALLEST);
  const height = Math.min(asked.height, maxHeight);
  const beside = clamp(line.top - OVERHANG, free.top, free.bottom - height);
  switch (best.side) {
    case 'below':
      return { side: 'below', left, top: sheet ? free.bottom - height : floor, maxHeight };
    case 'above':
      return { side: 'above', left, top: sheet ? free.top : ceiling - height, maxHeight };
    case 'right':
      return { side: 'right', left: after, top: beside, maxHeight };
    case 'left':
      return { side: 'left', left: before - width, top: beside, maxHeight };
  }
}

interface Room {
  readonly side: Side;
  /** Height that a card can have there. */
  readonly room: number;
}

/** The first side with enough room for this height; else the roomier of below and above, if that will still do. */
function bestRoom(rooms: readonly Room[], height: number, keep: Side | undefined): Room {
  const roomiest = (sides: readonly Room[]): Room | undefined =>
    sides.reduce<Room | undefined>((best, room) => (best && best.room >= room.room ? best : room), undefined);
  const wanted = Math.min(height, ENOUGH);
  const upright = roomiest(rooms.filter(({ side }) => side === 'below' || side === 'above'));
  return (
    rooms.find(({ side, room }) => side === keep && room >= Math.min(wanted, ENOUGH_TO_STAY)) ??
    rooms.find(({ side, room }) => side === 'below' && room >= wanted) ??
    (upright && upright.room >= Math.min(wanted, STILL_ENOUGH) ? upright : undefined) ??
    roomiest(rooms) ?? { side: 'below', room: 0 }
  );
}

/** The line under the point, or the nearest to it; the first where there is no point. */
export function lineAt<Line extends Box>(
  lines: readonly [Line, ...Line[]],
  point: { readonly x: number; readonly y: number } | null,
): Line {
  if (!point) return lines[0];
  const away = (box: Box): number =>
    Math.hypot(point.x - clamp(point.x, box.left, box.right), point.y - clamp(point.y, box.top, box.bottom));
  return lines.reduce((nearest, line) => (away(line) < away(nearest) ? line : nearest));
}

/**
 * True if the point lies on the straight way from one box to the other, that is in their common convex hull: the union
 * of all boxes on the line between the two.
 */
export function isOnTheWay(point: { readonly x: number; readonly y: number }, from: Box, to: Box): boolean {
  let [first, last] = [0, 1];
  const keep = (at0: number, at1: number): void => {
    // The condition at0 + t (at1 - at0) >= 0 cuts the range of t.
    if (at0 < 0 && at1 < 0) last = -1;
    else if (at0 < 0) first = Math.max(first, at0 / (at0 - at1));
    else if (at1 < 0) last = Math.min(last, at0 / (at0 - at1));
  };
  keep(point.x - from.left, point.x - to.left);
  keep(from.right - point.x, to.right - point.x);
  keep(point.y - from.top, point.y - to.top);
  keep(from.bottom - point.y, to.bottom - point.y);
  return first <= last;
}

/** The edge of the words that faces a card on this side: the way to the card begins there. */
export function facingEdge(line: Box, side: Side): Box {
  switch (side) {
    case 'below':
      return { ...line, top: line.bottom };
    case 'above':
      return { ...line, bottom: line.top };
    case 'right':
      return { ...line, left: line.right };
    case 'left':
      return { ...line, right: line.left };
  }
}

/** `value` within the bounds; where they contradict, the lower one holds. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}
