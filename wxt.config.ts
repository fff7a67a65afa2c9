import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { defineConfig } from 'wxt';
import { readContextTable } from './src/cli/context-files.ts';
import { readCuratedPack } from './src/cli/curated-files.ts';
import { lexiconToText } from './src/core/match/codec.ts';
import { compileContext, compileGlance, compileLexicon } from './src/core/match/compile.ts';
import { CONTEXT_GROUPS } from './src/core/match/context-groups.ts';
import { paintedEntities } from './src/core/painted.ts';
import { DEFAULT_SETTINGS } from './src/core/settings.ts';
import { sheetFor } from './src/page/look-sheet.ts';

export const GECKO_ID = 'counterpoint@counterpoint.invalid';
const SHEET = 'marks.css';
/** Where nothing can be shown, `npm run dev` builds on every change and opens no browser. */
const HAS_SCREEN = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

export default defineConfig({
  srcDir: '.',
  entrypointsDir: 'entrypoints',
  publicDir: 'assets/public',
  imports: false,
  manifestVersion: 3,
  webExt: { disabled: !HAS_SCREEN },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'scripting'],
    host_permissions: ['<all_urls>'],
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_openPopup__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: GECKO_ID,
              strict_min_version: '150.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '150.0' },
          },
        }
      : { minimum_chrome_version: '140' }),
  }),
  hooks: {
    // The looks of marks stand in the manifest from the first style on: a sheet that comes later restyles the page.
    'build:manifestGenerated': (wxt, manifest) => {
      for (const script of manifest.content_scripts ?? []) {
        script.css = [SHEET];
        if (wxt.config.browser === 'firefox') Object.assign(script, { css_origin: 'user' });
      }
    },
    'build:publicAssets': async (wxt, files) => {
      const engine = wxt.config.browser === 'firefox' ? 'firefox' : 'chromium';
      files.push({ relativeDest: SHEET, contents: sheetFor(engine) });
      const pack = await readCuratedPack(wxt.config.root);
      const marked = new Set(paintedEntities(pack, DEFAULT_SETTINGS));
      const context = await readContextTable(wxt.config.root);
      const names = { entities: pack.entities, painted: marked };
      files.push({ relativeDest: 'pack.json', contents: JSON.stringify(pack) });
      files.push({ relativeDest: 'lexicon.txt', contents: lexiconToText(compileLexicon(names)) });
      files.push({ relativeDest: 'glance.txt', contents: lexiconToText(compileGlance(names)) });
      for (const group of CONTEXT_GROUPS) {
        files.push({ relativeDest: `context-${group}.txt`, contents: lexiconToText(compileContext(context, group)) });
      }
    },
  },
  vite: ({ browser }) => ({
    plugins: [listModules(browser), compileAtOnce()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    resolve: { alias: { 'wxt/utils/content-script-context': resolve('src/link/quiet-context.ts') } },
    build: { modulePreload: false },
  }),
  zip: { excludeSources: ['.output/**', '*.log', 'coverage/**'] },
});

/**
 * Tells Chromium that nearly all functions of the scripts that start in pages are called at once: it compiles them with
 * the script, instead of reading it through and then each function again. Firefox takes it for a comment.
 */
function compileAtOnce() {
  return {
    name: 'compile-at-once',
    generateBundle(_options: unknown, bundle: Record<string, { type: string; fileName: string; code?: string }>) {
      for (const chunk of Object.values(bundle)) {
        if (!/content-scripts\/(?:content|marker)\.js$/.test(chunk.fileName)) continue;
        chunk.code = `//# allFunctionsCalledOnLoad\n${chunk.code}`;
      }
    },
  };
}

/** Notes which modules went into each script, for the test that keeps libraries out of pages (.output/reports). */
function listModules(browser: string) {
  return {
    name: 'list-modules',
    generateBundle(
      _options: unknown,
      bundle: Record<string, { type: string; fileName: string; moduleIds?: string[] }>,
    ) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const folder = join('.output', 'reports', 'modules', browser);
        mkdirSync(folder, { recursive: true });
        const modules = (chunk.moduleIds ?? []).map((id) => relative('.', id.replace(/^\0/, '')));
        writeFileSync(join(folder, `${basename(chunk.fileName, '.js')}.json`), JSON.stringify(modules.sort(), null, 2));
      }
    },
  };
}
