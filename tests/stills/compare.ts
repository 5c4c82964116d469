// A picture against its golden SVG; a changed one is written to tests/results, to be looked at.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Layout } from '../../src/runtime/widget.ts';
import { hex } from '../../src/scene/ink.ts';
import { at, type Mark, type Picture } from '../../src/scene/mark.ts';
import { standalone } from '../../src/scene/print.ts';
import { withoutAddresses } from '../without-addresses.ts';

const golden = join(import.meta.dirname, '../golden/stills');
const results = join(import.meta.dirname, '../results');

/** UPDATE_GOLDEN=1 writes the golden picture anew. */
export function compare(name: string, picture: Picture): void {
  const file = `${name}.svg`;
  const kept = join(golden, file);
  const now = standalone(picture, hex('light'), 'var(--paper)').replaceAll('><g', '>\n<g');
  expect(withoutAddresses(now)).not.toMatch(/NaN|Infinity|undefined| id="|class=/);
  if (process.env.UPDATE_GOLDEN) writeFileSync(kept, now);
  const before = existsSync(kept) ? readFileSync(kept, 'utf8') : undefined;
  if (now !== before) {
    mkdirSync(results, { recursive: true });
    writeFileSync(join(results, file), now);
  }
  expect(now === before, `${file} changed: compare tests/results with tests/golden/stills`).toBe(true);
}

/** The plate with its track `gap` px below, as one picture. */
export function stacked(plate: Picture, track: Picture | undefined, gap = 24): Picture {
  if (!track) return plate;
  return {
    width: Math.max(plate.width, track.width),
    height: plate.height + gap + track.height,
    label: plate.label,
    marks: [...plate.marks, at(0, plate.height + gap, track.marks)],
  };
}

/** Marks with all that is in them, in order. */
export const flat = (marks: readonly Mark[]): Mark[] => marks.flatMap((m) => [m, ...flat(m.kids ?? [])]);

/** Siblings with the same name: the keyed join would mix them up. */
export function twins(marks: readonly Mark[]): string[] {
  const keys = marks.map((m, i) => m.key ?? `${m.tag}:${i}`);
  return [...keys.filter((k, i) => keys.indexOf(k) !== i), ...marks.flatMap((m) => twins(m.kids ?? []))];
}

/** The smallest px that words may have: 2.8% of a slide's height, but on one that stands upright. */
export const smallestOf = ({ composition, width, height = 0 }: Layout): number =>
  composition === 'slide' && width > height ? Math.max(12, 0.028 * height) : 12;

/** Attributes are whole, colours are names, words are legible, sliders say where they stand, siblings have names of their own. */
export function checkMarks(marks: readonly Mark[], smallest: number): void {
  expect(twins(marks)).toEqual([]);
  for (const { tag, text, attrs } of flat(marks)) {
    expect(withoutAddresses(JSON.stringify(attrs))).not.toMatch(/NaN|Infinity|class|"id"|#[0-9a-f]{6}/i);
    const size = attrs['font-size'];
    if (size !== undefined && (tag !== 'text' || text)) {
      expect(Number(size), text).toBeGreaterThanOrEqual(smallest);
    }
    if (attrs.role === 'slider') {
      expect(Number(attrs['aria-valuenow'])).toBeGreaterThanOrEqual(Number(attrs['aria-valuemin']));
    }
  }
}
