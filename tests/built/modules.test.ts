import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (build: string, file: string) => readFileSync(join(ROOT, '.output', build, file), 'utf8');

/** Modules that never enter a page: the polyfill, the schema library, Preact, Fuse.js, our extension layer, WXT's context, compiler and judge. */
const NEVER =
  /webextension-polyfill|\/valibot\/|\/preact\/|\/fuse\.js\/|src\/extension\/|src\/ui\/|content-script-context|match\/(?:compile|endings|trie-writer|context|stems|find-mentions|judge)/;
const modulesOf = (browser: string, script: string): string[] =>
  JSON.parse(read('reports', `modules/${browser}/${script}.json`));

test.each([
  ['chrome', 'content', 'src/page/first-look.ts'],
  ['chrome', 'marker', 'src/page/annotator.ts'],
  ['firefox', 'content', 'src/page/first-look.ts'],
  ['firefox', 'marker', 'src/page/annotator.ts'],
])('%s: nothing foreign stands in the %s script', (browser, script, own) => {
  const modules = modulesOf(browser, script);
  expect(modules).toContain(own);
  expect(modules.filter((id) => NEVER.test(id))).toEqual([]);
});

test('the background does hold polyfill and schemas: the check above can fail', () => {
  const found = modulesOf('chrome', 'background')
    .filter((id) => NEVER.test(id))
    .join('\n');
  for (const part of ['webextension-polyfill', 'valibot', 'src/extension/']) expect(found).toContain(part);
});

test('manifests: the sheet of marks is there from the start, nothing is web-accessible, Firefox takes it as a user sheet', () => {
  for (const build of ['chrome-mv3', 'firefox-mv3']) {
    const manifest = JSON.parse(read(build, 'manifest.json'));
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.permissions.sort()).toEqual(['scripting', 'storage']);
    expect(manifest.content_scripts).toHaveLength(1);
    expect(manifest.content_scripts[0].css).toEqual(['marks.css']);
    expect(manifest.content_scripts[0].css_origin).toBe(build === 'firefox-mv3' ? 'user' : undefined);
  }
  expect(read('chrome-mv3', 'marks.css')).toContain(':root::highlight(counterpoint-1)');
  expect(read('firefox-mv3', 'marks.css')).not.toContain(':root::highlight');
});
