/**
 * The one stored record that pages read: `storage.local` key `page`. The background writes it for the reader's switches as
 * they are; a page makes one `get` and wakes nobody.
 */
import type { LookColour, LookStyle } from '../core/settings.ts';

export const PAGE_RECORD_KEY = 'page';
export const PAGE_RECORD_VERSION = 5;

export interface PageRecord {
  readonly version: typeof PAGE_RECORD_VERSION;
  /** False: mark nothing anywhere. */
  readonly on: boolean;
  readonly sitesOff: readonly string[];
  readonly look: { readonly style: LookStyle; readonly colour: LookColour };
  /** The page tells its count for the toolbar badge only if this is set. */
  readonly badge: boolean;
  /** Ids of entities of the lexicon that the reader's switches leave unmarked. */
  readonly off: readonly string[];
  /** What a page needs of the names, a glance in base64; its own header carries version, length and checksum. */
  readonly lexicon: string;
}

/** The record, or `undefined` where it is missing, of another version or not of this shape: then nothing is scanned. */
export function readPageRecord(stored: unknown): PageRecord | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const record = stored as Partial<Record<keyof PageRecord, unknown>>;
  const look = record.look as Partial<PageRecord['look']> | null | undefined;
  const sound =
    record.version === PAGE_RECORD_VERSION &&
    typeof record.on === 'boolean' &&
    typeof record.badge === 'boolean' &&
    typeof record.lexicon === 'string' &&
    isTexts(record.sitesOff) &&
    isTexts(record.off) &&
    typeof look?.style === 'string' &&
    typeof look.colour === 'string';
  return sound ? (stored as PageRecord) : undefined;
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
