/** A small lexicon of our own, so that these tests say what the page layer does whatever the pack says. */

import { parse } from 'valibot';
import { lexiconToText } from '../../src/core/match/codec.ts';
import { compileContext, compileGlance, compileLexicon } from '../../src/core/match/compile.ts';
import { parseContextTable } from '../../src/core/match/context-table.ts';
import type { Entity } from '../../src/core/model.ts';
import { EntitySchema } from '../../src/core/pack/schema.ts';

const NAMES: readonly (readonly [Entity['kind'], string, ...string[]])[] = [
  ['vendor', 'Huawei', '华为', 'هواوي'],
  ['vendor', 'ZTE'],
  ['vendor', 'Dahua'],
  ['vendor', 'Hikvision'],
  ['vendor', 'Hytera'],
  ['vendor', 'Tiandy'],
  ['body', 'African Union'],
  ['place', 'Papua New Guinea'],
  ['place', 'Serbia'],
];

const CONTEXT = parseContextTable([
  { name: 'english', text: 'subject\t3\ten\tsurveillance,spies\nsport\t3\ten\tfootball\n' },
]);

export function testLexicon(): { readonly lexicon: string; readonly glance: string } {
  const entities = NAMES.map(([kind, name, ...others]) =>
    parse(EntitySchema, {
      id: name.toLowerCase().replaceAll(' ', '-'),
      kind,
      name,
      what: `${name}, as these tests have it.`,
      aliases: [name, ...others].map((text) => ({ text, lang: 'mul', case: 'any', mark: 'yes' })),
    }),
  );
  return {
    lexicon: lexiconToText(compileLexicon({ entities })),
    glance: lexiconToText(compileGlance({ entities })),
  };
}

/** The words of context, for whatever group is asked for. */
export function testContext(): string {
  return lexiconToText(compileContext(CONTEXT, 'english'));
}
