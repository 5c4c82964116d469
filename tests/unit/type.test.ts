// What is set can be set: every character of the sources is in the typefaces.

import { readdirSync, readFileSync } from 'node:fs';
import subset from 'subset-font';
import { expect, test } from 'vitest';
import { BORROWED, CHARACTERS, CODE, DISPLAY, ITALIC, PROSE } from '../../src/bake/characters.ts';
import { lacks } from '../../src/bake/metrics.ts';

const read = (folder: string, name: RegExp): [string, string][] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .map((file) => [file, readFileSync(`${folder}/${file}`, 'utf8')]);
const missing = (text: string, has: string): string[] =>
  [...new Set(text)].filter((c) => c.codePointAt(0)! > 0x1f && !has.includes(c) && !BORROWED.includes(c));

test.each([
  ['serif', PROSE],
  ['serif-italic', ITALIC],
  ['serif-display', DISPLAY],
  ['sans', CHARACTERS],
  ['mono', CODE],
])('%s has its glyphs', async (name, text) => {
  const font = await subset(readFileSync(`src/styles/fonts/${name}.woff2`), text, {
    targetFormat: 'truetype',
  });
  expect(lacks(font, text)).toEqual([]);
});

test('prose', () => {
  for (const [file, text] of read('content/chapters', /\.mdx$/)) {
    const words = text
      .replace(/^import .*$/gm, '')
      .replace(/<Equation[\s\S]*?\/>/g, '')
      .replace(/\$[^$]*\$/g, '');
    expect(missing(words, PROSE), file).toEqual([]);
    for (const [, slanted] of words.matchAll(/(?<![*\w])\*([^*\n]+)\*|<(?:em|cite)>([^<]*)</g)) {
      expect(missing(slanted ?? '', ITALIC), file).toEqual([]);
    }
    for (const [, title] of text.matchAll(/^title: (.*)$/gm)) {
      expect(missing(title, DISPLAY), file).toEqual([]);
    }
  }
});

test('references and glossary', () => {
  for (const name of ['references', 'glossary']) {
    expect(missing(readFileSync(`content/${name}.json`, 'utf8'), CHARACTERS), name).toEqual([]);
  }
});

test('words of figures and pages', () => {
  for (const [file, text] of [
    ...read('src/widgets', /(text|words|widget|scene)\.ts$/),
    ...read('src/runtime', /(frame|panels)\.ts$/),
    ...read('src/pages', /\.astro$/),
    ...read('src/components', /\.astro$/),
    ...read('src/layouts', /\.astro$/),
  ]) {
    expect(missing(text, CHARACTERS), file).toEqual([]);
  }
});

test('printed source', () => {
  for (const [file, text] of read('src/models', /\.ts$/)) expect(missing(text, CODE), file).toEqual([]);
});
