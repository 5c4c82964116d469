// A run is a function of (params, step): whatever the way there.
import { expect, test } from 'vitest';
import { look, open, reopen, seek } from '../../src/runtime/run.ts';
import { runKey } from '../../src/runtime/params.ts';
import type { Edit } from '../../src/runtime/params.ts';
import type { Model, Params, Snapshot } from '../../src/runtime/widget.ts';
import { kernels } from '../engine.ts';

interface State {
  w: Float64Array;
  bulk: Float64Array;
}
interface Fake extends Params {
  readonly gain: number;
  readonly eye?: string;
}

/** w <- gain * w + 1 at every step; an edit sets w. */
const recipe: Model<Fake, State, Snapshot> = {
  engine: 1,
  memory: 20_000,
  create: () => ({ w: new Float64Array([0.5]), bulk: new Float64Array(100) }),
  end: () => 500,
  train: (m, { gain }) => {
    m.w[0] = gain * m.w[0] + 1;
  },
  edit: (m, _, { index, x }) => {
    if (index > 0) return false;
    m.w[0] = x;
    return true;
  },
  observe: (_, __, step) => ({ step, end: 500 }),
  weights: (m) => m.w,
};
const move = (step: number, x: number, index = 0): Edit => ({ step, verb: 'move', index, x, y: 0 });
const at = (params: Fake, step: number): string => {
  const run = open(recipe, params, kernels);
  seek(run, step);
  return look(run).fingerprint!;
};

test('seeking back and forth gives the bits of a straight run', () => {
  const run = open<Fake, State, Snapshot>(recipe, { gain: 0.99 }, kernels);
  for (const step of [400, 137, 138, 399, 0, 500, 250]) {
    seek(run, step);
    expect(look(run).fingerprint).toBe(at({ gain: 0.99 }, step));
  }
});

test('checkpoints are thinned under the memory cap, and seeking still holds', () => {
  const run = open<Fake, State, Snapshot>(recipe, { gain: 0.99 }, kernels);
  seek(run, 500);
  expect(run.spacing).toBeGreaterThan(10);
  expect(run.checkpoints.length * 808).toBeLessThanOrEqual(20_000);
  seek(run, 123);
  expect(look(run).fingerprint).toBe(at({ gain: 0.99 }, 123));
});

test('an edit is an event of the run: replayed, moved, taken back', () => {
  const plain: Fake = { gain: 0.9 };
  const edited: Fake = { gain: 0.9, edits: [move(200, 7)] };
  let run = open(recipe, plain, kernels);
  seek(run, 200);
  const before = look(run).fingerprint;
  for (const x of [1, 2, 7]) {
    run = reopen(run, recipe, { gain: 0.9, edits: [move(200, x)] }, kernels);
    seek(run, 200);
  }
  expect(look(run).fingerprint).not.toBe(before);
  expect(look(run).fingerprint).toBe(at(edited, 200));
  seek(run, 205);
  expect(look(run).fingerprint).toBe(at(edited, 205));
  run = reopen(run, recipe, plain, kernels);
  seek(run, 205);
  expect(look(run).fingerprint).toBe(at(plain, 205));
});

test('an edit that does not fit reports no fingerprint and says so', () => {
  const run = open(recipe, { gain: 0.9, edits: [move(3, 1, 5)] }, kernels);
  seek(run, 10);
  expect(look(run).fingerprint).toBeUndefined();
  expect(look(run).notice).toMatch(/no longer fits/);
});

test('a change of any other param is another run', () => {
  const run = open(recipe, { gain: 0.9 });
  expect(reopen(run, recipe, { gain: 0.8 })).not.toBe(run);
  expect(reopen(run, recipe, { gain: 0.9, step: 4 })).toBe(run);
  const looking: Fake = { gain: 0.9, eye: 'left' };
  const key = runKey(looking, ['eye']);
  expect(reopen(run, recipe, looking, undefined, key), 'what is observed is no part of it').toBe(run);
});

test('a goal can be left halfway', () => {
  const run = open(recipe, { gain: 0.9 }, kernels);
  let turns = 0;
  expect(seek(run, 100, () => ++turns <= 30)).toBe(false);
  expect(run.step).toBe(30);
  expect(seek(run, 100)).toBe(true);
});
