import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** Which layers and packages each layer may import. `import type` counts. Same list as docs/architecture.md. */
const MAY: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  'src/core': ['src/core', 'valibot', 'fuse.js'],
  'src/page': ['src/page', 'src/core'],
  'src/ui': ['src/ui', 'src/core', 'preact', /^preact\//],
  'src/link': ['src/link', 'src/core', 'wxt/browser'],
  'src/extension': ['src/extension', 'src/link', 'src/core', 'webextension-polyfill', 'valibot'],
  'src/cli': [
    'src/cli',
    'src/core',
    'src/page/text-blocks.ts',
    /^node:/,
    'linkedom',
    'vite',
    '@valibot/to-json-schema',
  ],
  entrypoints: [
    'entrypoints',
    'src/page',
    'src/ui',
    'src/link',
    'src/extension',
    'src/core',
    'preact',
    /^preact\//,
    /^wxt\//,
  ],
};

/** The polyfill, schemas and the search library never reach code that enters a page. */
const CONTENT_NEVER = [
  /^webextension-polyfill$/,
  /^valibot$/,
  /^fuse\.js$/,
  /^preact/,
  /^src\/extension\//,
  /^src\/ui\//,
];

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(?:[^;'"]*?\sfrom\s)?\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

interface Import {
  readonly file: string;
  readonly layer: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));
}

function importsOf(file: string, layer: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(IMPORT)].map((match) => {
    const name = match[1] ?? match[2] ?? '';
    const target = name.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), name)) : name;
    return { file, layer, target, typeOnly: /^\s*(?:import|export)\s+type\b/.test(match[0]) };
  });
}

function allowed({ layer, target }: Import): boolean {
  const bare = target.replace(/\?.*$/, '');
  return (MAY[layer] ?? []).some((rule) =>
    typeof rule === 'string'
      ? bare === rule || bare.startsWith(`${rule}/`) || (layer === 'src/extension' && bare.startsWith('assets/'))
      : rule.test(bare),
  );
}

const imports = Object.keys(MAY).flatMap((layer) => sourceFiles(layer).flatMap((file) => importsOf(file, layer)));

test('there is something to check in every layer', () => {
  expect(Object.keys(MAY).filter((layer) => !imports.some((found) => found.layer === layer))).toEqual([]);
});

test('every layer imports only what it may', () => {
  expect(imports.filter((found) => !allowed(found)).map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
});

test('the polyfill is imported in one place', () => {
  const places = imports.filter(({ target }) => target === 'webextension-polyfill').map(({ file }) => file);
  expect([...new Set(places)]).toEqual(['src/extension/browser.ts']);
});

test('nothing that the scripts of every page reach imports polyfill, schemas, Preact or Fuse.js', () => {
  const byFile = Map.groupBy(
    imports.filter(({ typeOnly }) => !typeOnly),
    ({ file }) => file,
  );
  const seen = new Set<string>();
  const faults: string[] = [];
  const queue = ['entrypoints/content/index.ts', 'entrypoints/marker.content/index.ts'];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const { target } of byFile.get(file) ?? []) {
      if (CONTENT_NEVER.some((never) => never.test(target))) faults.push(`${file} -> ${target}`);
      queue.push(target);
    }
  }
  expect(faults).toEqual([]);
  expect(seen.size).toBeGreaterThan(5);
});
