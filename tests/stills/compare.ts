// A picture against its golden SVG; a changed one is written to tests/results, to be looked at.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { hex } from '../../src/scene/ink.ts';
import type { Mark, Picture } from '../../src/scene/mark.ts';
import { standalone } from '../../src/scene/print.ts';

const golden = join(import.meta.dirname, '../golden/stills');
const results = join(import.meta.dirname, '../results');

export function compare(name: string, picture: Picture): void {
  const file = `${name}.svg`;
  const now = standalone(picture, hex('light'), 'var(--paper)').replaceAll('><g', '>\n<g');
  expect(now).not.toMatch(/NaN|Infinity|undefined| id="|class=/);
  if (process.env.UPDATE_GOLDEN) writeFileSync(join(golden, file), now);
  let before = '';
  try {
    before = readFileSync(join(golden, file), 'utf8');
  } catch {
    /* a new picture: the comparison says so */
  }
  if (now !== before) {
    mkdirSync(results, { recursive: true });
    writeFileSync(join(results, file), now);
  }
  expect(now === before, `${file} changed: compare tests/results with tests/golden/stills`).toBe(true);
}

/** Siblings with the same name: the keyed join would mix them up. */
export function twins(marks: readonly Mark[]): string[] {
  const keys = marks.map((m, i) => m.key ?? `${m.tag}:${i}`);
  return [...keys.filter((k, i) => keys.indexOf(k) !== i), ...marks.flatMap((m) => twins(m.kids ?? []))];
}
