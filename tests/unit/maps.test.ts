// Hands on `phase-diagram` and `codes`: arrows, drags, words; and what the field of cells draws.
import { expect, test } from 'vitest';
import { defaults } from '../../src/runtime/params.ts';
import { settle } from '../../src/build/settled-cache.ts';
import type { Intent, Layout } from '../../src/runtime/widget.ts';
import { borders, cellAt, covered, crossed, fringed, middleOf } from '../../src/scene/cells.ts';
import type { Mark } from '../../src/scene/mark.ts';
import { model as codesModel } from '../../src/widgets/codes/model.ts';
import { spec as codesSpec, type CodesParams } from '../../src/widgets/codes/params.ts';
import { inside, layoutPanels as codesPanels } from '../../src/widgets/codes/layout.ts';
import { view as codesView } from '../../src/widgets/codes/widget.ts';
import {
  absences,
  cellOf,
  CELLS,
  columnOf,
  lasts,
  rowOf,
  stateOf,
} from '../../src/widgets/phase-diagram/grid.ts';
import { model } from '../../src/widgets/phase-diagram/model.ts';
import { spec, type PhaseParams } from '../../src/widgets/phase-diagram/params.ts';
import { layoutPanels } from '../../src/widgets/phase-diagram/layout.ts';
import { opened } from '../../src/widgets/phase-diagram/derive.ts';
import { scene } from '../../src/widgets/phase-diagram/scene.ts';
import { view } from '../../src/widgets/phase-diagram/widget.ts';
import { kernels } from '../engine.ts';
import { hand } from '../hand.ts';

const wide: Layout = { composition: 'wide', width: 1172 };
const params = defaults<PhaseParams>(spec);
const seen = settle('phase-diagram', model, { ...params, step: 2 }, kernels);
const does = (intent: Intent, from = params): PhaseParams => hand(view, from, seen, intent, wide);
const nudge = (handle: string, dx: number, dy: number, size: 'step' | 'page' | 'end' = 'step'): Intent => ({
  do: 'nudge',
  handle,
  dx,
  dy,
  size,
});

test('every cell is its own state, and the default is one of them', () => {
  for (let cell = 0; cell < CELLS; cell++) expect(cellOf(stateOf(columnOf(cell), rowOf(cell)))).toBe(cell);
  expect(absences).toContain(params.absent);
  expect(lasts).toContain(params.last);
  expect([absences[0], absences[19], lasts[0], lasts[19]]).toEqual([0, 0.99, 0.1, 10]);
});

test('arrows move the ring by a cell, and stop at the edge', () => {
  const right = does(nudge('ring-two', 1, 0));
  const up = does(nudge('ring-three', 0, 1));
  expect(columnOf(cellOf(right))).toBe(columnOf(cellOf(params)) + 1);
  expect(rowOf(cellOf(up))).toBe(rowOf(cellOf(params)) + 1);
  const edge = does(nudge('ring-two', 1, 0, 'end'));
  expect(edge.absent).toBe(0.99);
  expect(does(nudge('ring-two', 1, 0), edge)).toBe(edge);
});

test('a touch anywhere on either map picks the cell under it', () => {
  for (const { map, field } of layoutPanels(params, wide).maps) {
    for (const cell of [0, 57, 399]) {
      const [x, y] = middleOf(field, cell);
      expect(cellOf(does({ do: 'move', handle: `track-${map}`, x: x + 2, y: y - 2, dx: 0, dy: 0 }))).toBe(
        cell,
      );
    }
  }
});

test('words choose; what is chosen already changes nothing', () => {
  expect(does({ do: 'tap', handle: 'starts-one' }).starts).toBe('one');
  expect(does({ do: 'tap', handle: 'starts-one' }, { ...params, step: 150 }).step, 'as many cells').toBe(150);
  expect(does({ do: 'tap', handle: 'theory-naive' }).theory).toBe('naive');
  expect(does({ do: 'tap', handle: 'starts-three' })).toBe(params);
  expect(does({ do: 'tap', handle: 'seed-9' })).toBe(params);
});

test('a trained cell carries the links into superposition, one to a map; slides have none', () => {
  const cell = (1 * 163 + 210) % CELLS;
  const here = { ...params, ...stateOf(columnOf(cell), rowOf(cell)) }; // the second cell that is trained
  const links = (marks: readonly Mark[]): string[] =>
    marks.flatMap((m) => [...(m.tag === 'a' ? [String(m.attrs.href)] : []), ...links(m.kids ?? [])]);
  expect(links(scene(here, seen, wide).plate.marks)).toEqual(
    ['two', 'three'].map((map) => `figures/superposition/#superposition?${opened(here, seen, map as 'two')}`),
  );
  expect(links(scene(here, seen, { composition: 'slide', width: 960, height: 540 }).plate.marks)).toEqual([]);
});

test('the field of cells: areas, borders, fringes', () => {
  const field = { x: 10, y: 20, side: 100, count: 4 };
  const left = (cell: number): boolean => cell < 8;
  expect(covered(field, left)).toBe(
    'M10 120h25v-100h-25ZM35 120h25v-100h-25Z'.replaceAll('120h25v-100', '20h25v100'),
  );
  expect(borders(field, (cell) => (left(cell) ? 'a' : 'b'))).toBe('M60 120V20');
  expect(crossed(field, (cell) => cell === 0, 3)).toBe('M19.5 104.5l6 6M19.5 110.5l6 -6');
  for (const cell of [0, 5, 15]) {
    const { column, row } = cellAt(field, ...middleOf(field, cell));
    expect(column * 4 + row).toBe(cell);
  }
  const points = [...fringed(field, left, 6).matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  expect(points.length).toBeGreaterThan(10);
  for (const [x, y] of points) {
    expect(x).toBeGreaterThanOrEqual(10);
    expect(x).toBeLessThanOrEqual(60.01);
    expect(y).toBeGreaterThanOrEqual(20);
    expect(y).toBeLessThanOrEqual(120.01);
  }
});

test('codes: the charts are sliders, the words choose the neurons', () => {
  const codes = defaults<CodesParams>(codesSpec);
  const look = settle('codes', codesModel, { ...codes, step: 2 }, kernels);
  const { right, worst, pen } = codesPanels(codes, wide);
  const at = inside(right!, pen);
  const things = inside(worst!, pen);
  expect(
    hand(codesView, codes, look, { do: 'move', handle: 'track-together', x: at.x1, y: 0, dx: 0, dy: 0 }, wide)
      .together,
  ).toBe(8);
  expect(
    hand(
      codesView,
      codes,
      look,
      { do: 'move', handle: 'track-things', x: things.x1 + 9, y: 0, dx: 0, dy: 0 },
      wide,
    ).things,
  ).toBe(4096);
  expect(
    hand(
      codesView,
      codes,
      look,
      { do: 'move', handle: 'track-things', x: things.x0 - 9, y: 0, dx: 0, dy: 0 },
      wide,
    ).things,
  ).toBe(16);
  expect(hand(codesView, codes, look, nudge('track-things', 1, 0, 'page'), wide).things).toBe(128);
  expect(hand(codesView, codes, look, nudge('track-together', 0, 1), wide).together).toBe(3);
  expect(hand(codesView, codes, look, { do: 'tap', handle: 'neurons-64' }, wide).neurons).toBe(64);
  expect(hand(codesView, codes, look, { do: 'tap', handle: 'neurons-16' }, wide)).toBe(codes);
});
