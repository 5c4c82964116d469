// Golden pictures: a changed figure shows as a changed SVG in the diff. UPDATE_GOLDEN=1 writes them anew.
// The strips beside them are the baked ones, features-neurons, four digits: a new bake does not change these pictures.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaults } from '../../src/runtime/params.ts';
import { settle } from '../../src/runtime/still.ts';
import type { Layout } from '../../src/runtime/widget.ts';
import { hex } from '../../src/scene/ink.ts';
import { at, type Mark, type Picture } from '../../src/scene/mark.ts';
import { standalone } from '../../src/scene/print.ts';
import { model } from '../../src/widgets/superposition/model.ts';
import type { Strip } from '../../src/widgets/superposition/snapshot.ts';
import { spec, type SuperpositionParams } from '../../src/widgets/superposition/params.ts';
import { scene } from '../../src/widgets/superposition/scene.ts';
import { kernels } from '../engine.ts';

const golden = join(import.meta.dirname, '../golden/stills');
const results = join(import.meta.dirname, '../results');
const wide: Layout = { composition: 'wide', width: 1172 };

const cases: [string, Partial<SuperpositionParams>, Layout, strip?: string][] = [
  ['wide', {}, wide, '5-2'],
  ['middling', {}, { composition: 'wide', width: 700 }, '5-2'],
  ['narrow', {}, { composition: 'narrow', width: 350 }, '5-2'],
  ['narrow-loss', { panel: 'loss', step: 30 }, { composition: 'narrow', width: 320 }, '5-2'],
  ['hero', {}, { composition: 'hero', width: 700, track: 1280 }, '5-2'],
  ['slide', {}, { composition: 'slide', width: 1920, height: 1080 }, '5-2'],
  ['slide-tall', {}, { composition: 'slide', width: 320, height: 568 }, '5-2'],
  ['left-out', { absent: 0 }, wide, '5-2'],
  ['seven', { features: 7 }, wide, '7-2'],
  ['one-neuron', { hidden: 1 }, wide, '5-1'],
  ['ghost', { ghost: 3, absent: 0.9, seed: 2 }, wide, '5-2'],
  ['pulled', { edits: [{ step: 300, verb: 'move', index: 1, x: -0.4, y: 0.9 }], step: 300 }, wide, '5-2'],
  ['lit', {}, { ...wide, highlighted: 'gram-0-2' }, '5-2'],
  ['no-strip', {}, wide],
  ['stairs', { mode: 'slow', decay: 1, seed: 1 }, wide, '5-2'],
  [
    'stairs-narrow',
    { mode: 'slow', decay: 1, seed: 1, panel: 'loss', step: 420 },
    { composition: 'narrow', width: 320 },
  ],
  ['together', { company: 'correlated', absent: 0.6, features: 4, decay: 1 }, wide],
  [
    'apart',
    { company: 'anticorrelated', absent: 0.4, features: 4, decay: 1, seed: 2 },
    { composition: 'narrow', width: 350 },
  ],
];

function drawn(
  given: Partial<SuperpositionParams>,
  layout: Layout,
  strip?: string,
): { whole: Picture; parts: readonly Picture[] } {
  const params = { ...defaults<SuperpositionParams>(spec), ...given };
  const data = strip
    ? (JSON.parse(readFileSync(join(golden, `strip-${strip}.json`), 'utf8')) as Strip)
    : undefined;
  const { plate, track } = scene(params, settle('superposition', model, params, kernels), layout, data);
  const gap = layout.composition === 'slide' ? 0 : 24;
  const width = Math.max(plate.width, track!.width);
  return {
    whole: {
      width,
      height: plate.height + gap + track!.height,
      label: plate.label,
      marks: [...plate.marks, at(0, plate.height + gap, track!.marks)],
    },
    parts: [plate, track!],
  };
}

const flat = (marks: readonly Mark[]): Mark[] => marks.flatMap((m) => [m, ...flat(m.kids ?? [])]);

test.each(cases)('%s', (name, params, layout, strip) => {
  const { whole, parts } = drawn(params, layout, strip);
  const file = `superposition-${name}.svg`;
  const now = standalone(whole, hex('light'), 'var(--paper)').replaceAll('><g', '>\n<g');
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

  const marks = flat(parts.flatMap((p) => p.marks));
  for (const m of marks) {
    expect(JSON.stringify(m.attrs)).not.toMatch(/NaN|Infinity|class|"id"|#[0-9a-f]{6}/i);
    const size = m.attrs['font-size'];
    if (m.tag === 'text' && size !== undefined) {
      expect(Number(size), `${m.text}`).toBeGreaterThanOrEqual(
        layout.composition === 'slide' ? Math.max(12, 0.028 * layout.height!) : 12,
      );
    }
  }
  const handles = marks.filter((m) => m.attrs['data-handle']);
  expect(handles.length).toBeGreaterThan(params.features ?? 5);
  for (const { attrs, key } of handles) {
    expect(key).toBeTruthy();
    expect(attrs.tabindex).toBe(0);
    expect(
      attrs.role === 'tab' ? attrs['aria-selected'] : attrs['aria-valuetext'],
      String(attrs['data-handle']),
    ).toBeTruthy();
    if (attrs.role === 'slider') {
      expect(Number(attrs['aria-valuenow'])).toBeGreaterThanOrEqual(Number(attrs['aria-valuemin']));
    }
  }
});

test('siblings have names of their own', () => {
  const twins = (marks: readonly Mark[]): string[] => {
    const keys = marks.map((m, i) => m.key ?? `${m.tag}:${i}`);
    return [...keys.filter((k, i) => keys.indexOf(k) !== i), ...marks.flatMap((m) => twins(m.kids ?? []))];
  };
  for (const [, params, layout, strip] of cases) {
    for (const p of drawn(params, layout, strip).parts) expect(twins(p.marks)).toEqual([]);
  }
});
