/** What a reader can choose. Read from storage with this schema only; a part of the wrong type falls back to its default. */
import * as v from 'valibot';
import { CATEGORY_IDS } from './categories.ts';
import type { EntityKind } from './model.ts';

export const SETTINGS_VERSION = 1;
export const KINDS = ['vendor', 'body', 'place'] as const satisfies readonly EntityKind[];
export const LOOK_STYLES = ['dotted', 'solid', 'wavy', 'background'] as const;
/** `text`: the colour of the text itself, right on every page. */
export const LOOK_COLOURS = [
  'text',
  'blue',
  'teal',
  'green',
  'olive',
  'amber',
  'orange',
  'red',
  'pink',
  'purple',
  'brown',
  'grey',
] as const;

export type LookStyle = (typeof LOOK_STYLES)[number];
export type LookColour = (typeof LOOK_COLOURS)[number];

const switches = <K extends string>(keys: readonly K[]) =>
  v.fallback(
    v.pipe(
      v.record(v.string(), v.boolean()),
      v.transform((found) => allOn(keys, found)),
    ),
    () => allOn(keys, {}),
  );

const hosts = v.fallback(v.array(v.pipe(v.string(), v.maxLength(253))), []);

export const SettingsSchema = v.object({
  version: v.fallback(v.literal(SETTINGS_VERSION), SETTINGS_VERSION),
  /** Off: nothing is marked anywhere. */
  on: v.fallback(v.boolean(), true),
  kinds: switches(KINDS),
  categories: switches(CATEGORY_IDS),
  /** Hosts where the reader switched marking off; a host stands for its subdomains too. */
  sitesOff: hosts,
  /** Entities that are never marked. */
  mutes: v.fallback(v.array(v.string()), []),
  look: v.fallback(
    v.object({
      style: v.fallback(v.picklist(LOOK_STYLES), 'dotted'),
      colour: v.fallback(v.picklist(LOOK_COLOURS), 'text'),
    }),
    { style: 'dotted', colour: 'text' },
  ),
  /** Count of the page's mentions on the toolbar icon. */
  badge: v.fallback(v.boolean(), true),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;

/** Reads settings from unknown data. Never fails: what is missing or of the wrong type takes its default. */
export function readSettings(stored: unknown): Settings {
  const object = typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? stored : {};
  return v.parse(SettingsSchema, object);
}

export const DEFAULT_SETTINGS: Settings = readSettings({});

function allOn<K extends string>(keys: readonly K[], found: Readonly<Record<string, boolean>>): Record<K, boolean> {
  return Object.fromEntries(keys.map((key) => [key, found[key] ?? true])) as Record<K, boolean>;
}
