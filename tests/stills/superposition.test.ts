// Golden pictures: a changed figure shows as a changed SVG in the diff. UPDATE_GOLDEN=1 writes them anew.
// The strips beside them are the baked ones, features-neurons, four digits: a new bake does not change these pictures.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaults } from '../../src/runtime/params.ts';
import { settle } from '../../src/build/settled-cache.ts';
import type { Layout, Scene } from '../../src/runtime/widget.ts';
import { model } from '../../src/widgets/superposition/model.ts';
import type { Strip } from '../../src/widgets/superposition/snapshot.ts';
import { spec, type SuperpositionParams } from '../../src/widgets/superposition/params.ts';
import { scene } from '../../src/widgets/superposition/scene.ts';
import { kernels } from '../engine.ts';
import { checkMarks, compare, flat, stacked } from './compare.ts';

const golden = join(import.meta.dirname, '../golden/stills');
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

function drawn(given: Partial<SuperpositionParams>, layout: Layout, strip?: string): Scene {
  const params = { ...defaults<SuperpositionParams>(spec), ...given };
  const data = strip
    ? (JSON.parse(readFileSync(join(golden, `strip-${strip}.json`), 'utf8')) as Strip)
    : undefined;
  return scene(params, settle('superposition', model, params, kernels), layout, data);
}

test.each(cases)('%s', (name, params, layout, strip) => {
  const { plate, track } = drawn(params, layout, strip);
  const slide = layout.composition === 'slide';
  compare(`superposition-${name}`, stacked(plate, track, slide ? 0 : 24));
  for (const { marks } of [plate, track!]) {
    checkMarks(marks, slide ? Math.max(12, 0.028 * layout.height!) : 12);
  }
  const handles = flat([...plate.marks, ...track!.marks]).filter((m) => m.attrs['data-handle']);
  expect(handles.length).toBeGreaterThan(params.features ?? 5);
  for (const { attrs, key } of handles) {
    expect(key).toBeTruthy();
    expect(attrs.tabindex).toBe(0);
    expect(
      attrs.role === 'tab' ? attrs['aria-selected'] : attrs['aria-valuetext'],
      String(attrs['data-handle']),
    ).toBeTruthy();
  }
});
