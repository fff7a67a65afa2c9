/** The pack in use: the curated one that is packaged with the extension. Packs of readers will join here. */
import type { ContextGroup } from '../core/match/context-groups.ts';
import type { Pack } from '../core/model.ts';
import { PACK_FORMAT } from '../core/pack/schema.ts';
import { browser } from './browser.ts';

let loading: Promise<Pack> | undefined;

/** The pack, read once for as long as this process lives. Rejects if the packaged file is unreadable. */
export function loadPack(): Promise<Pack> {
  loading ??= readPack().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** What pages hold of the pack's names, compiled at build, as base64. */
export async function loadGlance(): Promise<string> {
  return (await fetch(browser.runtime.getURL('glance.txt'))).text();
}

/** The pack's lexicon, compiled at build, as base64. */
export async function loadLexicon(): Promise<string> {
  return (await fetch(browser.runtime.getURL('lexicon.txt'))).text();
}

/** A group of context words, compiled at build, as base64. */
export async function loadContext(group: ContextGroup): Promise<string> {
  return (await fetch(browser.runtime.getURL(`context-${group}.txt`))).text();
}

/** The build wrote this file from a pack that its schema had read, so here it is only looked at: that saves 0.1 s. */
async function readPack(): Promise<Pack> {
  const response = await fetch(browser.runtime.getURL('pack.json'));
  const pack: unknown = await response.json();
  if (!isBuiltPack(pack)) throw new Error('pack.json is not what the build writes; install the extension anew');
  return pack;
}

function isBuiltPack(pack: unknown): pack is Pack {
  return (
    typeof pack === 'object' && pack !== null && 'format' in pack && pack.format === PACK_FORMAT && 'claims' in pack
  );
}
