/** The pack in use: the curated one that is packaged with the extension. Packs of readers will join here. */
import type { Pack } from '../core/model.ts';
import { parsePack } from '../core/pack/parse.ts';
import { problemLine } from '../core/result.ts';
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

async function readPack(): Promise<Pack> {
  const response = await fetch(browser.runtime.getURL('pack.json'));
  const pack = parsePack(await response.json());
  if (!pack.ok) throw new Error(`pack.json: ${pack.problems.slice(0, 3).map(problemLine).join('; ')}`);
  return pack.value;
}
