// Controls as data: a scale places what it inverts, and a knob stays under the finger that drags it.
// That every handle of every figure has a control is tested where all their scenes are made (contract.test.ts).

import { describe, expect, test } from 'vitest';
import { ASSUMPTIONS } from '../../src/models/prices.ts';
import { defaults } from '../../src/runtime/params.ts';
import { controlAt } from '../../src/runtime/update.ts';
import { settle } from '../../src/runtime/still.ts';
import type { Layout } from '../../src/runtime/widget.ts';
import { linear, logarithmic, scaleBy, type Scale } from '../../src/scene/scale.ts';
import { bands, ordinal } from '../../src/scene/ordinal-scale.ts';
import { model } from '../../src/widgets/scaling-cost/model.ts';
import { spec, type CostParams } from '../../src/widgets/scaling-cost/params.ts';
import { view } from '../../src/widgets/scaling-cost/widget.ts';
import { kernels } from '../engine.ts';
import { hand } from '../hand.ts';

/** Over the range from end to end, both included. */
const across = ([from, to]: readonly [number, number], count = 101): number[] =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));

const STOPS = [3, 4, 6, 9, 20, 100];

/** Scales that have a value at every px. */
const continuous: readonly (readonly [name: string, scale: Scale])[] = [
  ['linear', linear([-2, 5], [40, 640])],
  ['linear, px from right to left', linear([0, 100], [500, 20])],
  ['logarithmic', logarithmic([0.05, 100], [14, 386])],
  ['logarithmic, upwards', logarithmic([1e-3, 1e18], [300, 20])],
  [
    'a scale of its own',
    scaleBy(
      [0, 9],
      [10, 310],
      (v) => Math.sqrt(v) / 3,
      (u) => 9 * u * u,
    ),
  ],
];

describe.each(continuous)('%s', (_, scale) => {
  const [low, high] = scale.domain;
  const [from, to] = scale.range;

  test('inverts the px at which it places a value, ends included', () => {
    expect(scale(low)).toBeCloseTo(from, 9);
    expect(scale(high)).toBeCloseTo(to, 9);
    expect(scale.invert(from)).toBe(low);
    expect(scale.invert(to)).toBeCloseTo(high, 9);
    for (const v of across([low, high])) {
      expect(Math.abs(scale.invert(scale(v)) - v)).toBeLessThan(1e-9 * (high - low));
    }
  });

  test('places what it inverts at the same px', () => {
    for (const px of across([from, to])) expect(scale(scale.invert(px))).toBeCloseTo(px, 6);
  });

  test('stays at its ends outside', () => {
    const beyond = (to - from) / 2;
    expect(scale.invert(from - beyond)).toBe(scale.invert(from));
    expect(scale.invert(to + beyond)).toBe(scale.invert(to));
    expect(scale.along(low, -1)).toBe(scale.invert(from));
    expect(scale.along(high, 1)).toBe(scale.invert(to));
  });
});

describe.each([
  ['ordinal', ordinal(STOPS, (v) => 30 + 5 * v)],
  ['ordinal, px from right to left', ordinal(STOPS, (v) => 600 - 5 * v)],
  ['bands', bands(STOPS, [20, 320])],
] as const)('%s', (_, scale) => {
  const [from, to] = scale.range;

  test('inverts the px at which it places a value', () => {
    for (const v of STOPS) expect(scale.invert(scale(v))).toBe(v);
  });

  test('answers every px with the value that stands nearest, the ends outside', () => {
    for (const px of across([from, to], 997)) {
      const nearest = Math.min(...STOPS.map((v) => Math.abs(scale(v) - px)));
      expect(Math.abs(scale(scale.invert(px)) - px)).toBeCloseTo(nearest, 9);
    }
    expect(scale.invert(from - (to - from))).toBe(3);
    expect(scale.invert(to + (to - from))).toBe(100);
  });
});

// What this would have caught: the hand of scaling-cost inverted with another logarithm than the one that placed the knob
// (ln 2000 taken as 8.41 instead of 7.60), so that "Minutes by hand" ran ahead of the finger by 11% and stood at its end when the
// finger was at 90% of the line.
describe('scaling-cost: a knob is where the finger is', () => {
  const params = defaults<CostParams>(spec);
  const snapshot = settle('scaling-cost', model, params, kernels);
  const layouts: readonly Layout[] = [
    { composition: 'wide', width: 1172 },
    { composition: 'narrow', width: 390 },
  ];

  test.each(ASSUMPTIONS)('%s', (key) => {
    for (const layout of layouts) {
      const handle = `track-${key}`;
      const control = controlAt(view.scene(params, snapshot, layout), handle);
      if (control?.kind !== 'slider') throw new Error(`${handle} is no slider`);
      const [x0, x1] = control.scale.range;
      const dragged = (x: number): number =>
        hand(view, params, snapshot, { do: 'move', handle, x, y: 0, dx: 0, dy: 0 }, layout)[key];
      for (const px of across([x0, x1], 61)) {
        // Values are rounded to two digits: at most 5%, which is less than 1.5% of the shortest line's three decades.
        expect(
          Math.abs(knobAt(layout, key, dragged(px)) - px) / (x1 - x0),
          `${key} at ${px} px`,
        ).toBeLessThan(0.015);
      }
      for (const [px, end] of [
        [x0, control.scale.domain[0]],
        [x1, control.scale.domain[1]],
        [x0 - 200, control.scale.domain[0]],
        [x1 + 200, control.scale.domain[1]],
      ] as const) {
        expect(dragged(px)).toBe(end);
      }
    }
  });

  /** px of the ring that is drawn for a value. */
  function knobAt(layout: Layout, key: (typeof ASSUMPTIONS)[number], value: number): number {
    const { plate } = view.scene({ ...params, [key]: value }, snapshot, layout);
    const knob = plate.marks
      .flatMap(({ kids = [] }) => kids)
      .find((kid) => kid.attrs['data-handle'] === `track-${key}`);
    return Number(knob?.kids?.find((kid) => kid.key === 'ring')?.attrs['cx']);
  }
});
