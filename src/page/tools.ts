/**
 * Code that reads pages and that the first look has run already. The marker is handed it instead of bringing its own: nothing
 * is loaded, compiled and warmed up twice in a page.
 */
import { nextName } from '../core/match/glance.ts';
import { glanceOf } from '../core/match/glance-codec.ts';
import { createPace } from './pace.ts';
import { rawText, tornTexts } from './raw-text.ts';
import { rootFinder } from './shadow.ts';

export const pageTools = { glanceOf, nextName, createPace, rawText, tornTexts, rootFinder };
export type PageTools = typeof pageTools;
