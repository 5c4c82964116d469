// Published ids are for ever. content/ids.txt lists them as `page#id`; a page may gain ids, it never loses one.
// `UPDATE_IDS=1` adds the new ones.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const json = (name: string): { id: string }[] =>
  JSON.parse(readFileSync(`content/${name}.json`, 'utf8')) as { id: string }[];
/** `[#id]` of headings and paragraphs, `id="…"` of what stands in the prose; citations and terms name other pages' ids. */
const authored = (text: string): string[] =>
  [...text.matchAll(/\[#([\w-]+)\]|<(?!Cite|Term)[A-Za-z]+\s[^>]*?\bid="([\w-]+)"/g)].map(
    (m) => m[1] ?? m[2],
  );

function all(): string[] {
  const chapters = readdirSync('content/chapters')
    .filter((name) => name.endsWith('.mdx'))
    .flatMap((name) => {
      const text = readFileSync(`content/chapters/${name}`, 'utf8');
      const page = name.replace(/\.mdx$/, '/');
      const section = /^section: ([\w-]+)$/m.exec(text)?.[1];
      return [...authored(text).map((id) => `${page}#${id}`), ...(section ? [`#${section}`] : [])];
    });
  const pages = ['index', 'about', 'reading-figures'].flatMap((name) =>
    authored(readFileSync(`src/pages/${name}.astro`, 'utf8')).map(
      (id) => `${name === 'index' ? '' : `${name}/`}#${id}`,
    ),
  );
  return [
    ...chapters,
    ...pages,
    ...json('references').map(({ id }) => `references/#${id}`),
    ...json('glossary').map(({ id }) => `glossary/#${id}`),
  ].sort();
}

test('every published id is still there, and every id is listed', () => {
  const now = all();
  if (process.env.UPDATE_IDS) {
    const before = readFileSync('content/ids.txt', 'utf8').split('\n').filter(Boolean);
    writeFileSync('content/ids.txt', `${[...new Set([...before, ...now])].sort().join('\n')}\n`);
  }
  const listed = readFileSync('content/ids.txt', 'utf8').split('\n').filter(Boolean);
  expect(
    listed.filter((id) => !now.includes(id)),
    'published ids that vanished',
  ).toEqual([]);
  expect(
    now.filter((id) => !listed.includes(id)),
    'ids that are not in content/ids.txt (UPDATE_IDS=1 adds them)',
  ).toEqual([]);
});

test('no page has an id twice', () => {
  const seen = all();
  expect(seen.filter((id, i) => seen.indexOf(id) !== i)).toEqual([]);
});

test('the landing carries the ids of the note’s sections', () => {
  for (const id of ['larger-scale', 'universality', 'bridging', 'automated-interpretability', 'end-goals']) {
    expect(all()).toContain(`#${id}`);
  }
});

test('side notes are numbered in order', () => {
  for (const name of readdirSync('content/chapters')) {
    const numbers = [
      ...readFileSync(`content/chapters/${name}`, 'utf8').matchAll(/<Note [^>]*\bn=\{(\d+)\}/g),
    ].map((m) => Number(m[1]));
    expect(numbers, name).toEqual(numbers.map((_, i) => i + 1));
  }
});
