/**
 * Code that reads pages and that the first look has run already. The marker is handed it instead of bringing its own: nothing
 * is loaded, compiled and warmed up twice in a page.
 */
import { lexiconOf } from '../core/match/codec.ts';
import { nextName } from '../core/match/glance.ts';
import { createPace } from './pace.ts';
import { rawText, tornTexts } from './raw-text.ts';
import { rootFinder } from './shadow.ts';

export const pageTools = { lexiconOf, nextName, createPace, rawText, tornTexts, rootFinder };
export type PageTools = typeof pageTools;
