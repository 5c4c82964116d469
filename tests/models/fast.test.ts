// The toy model on the kernels against its reference in f64, the quadrature trainer against the sampled optimum, and many
// models at once against one.
import { beforeAll, describe, expect, test } from 'vitest';
import { compileKernels } from '../../src/math/kernels/build.ts';
import { load } from '../../src/math/kernels/load.ts';
import { exact, NODES } from '../../src/models/inputs.ts';
import { trainBatch, points } from '../../src/models/batch-train.ts';
import { drawn, fast } from '../../src/models/superposition.fast.ts';
import * as reference from '../../src/models/superposition.ts';

let compiled: Uint8Array;
beforeAll(async () => {
  compiled = await compileKernels();
});
const I = (n: number): Float64Array => reference.importances(n, 0.9);
const distance = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.max(...Array.from(a, (v, i) => Math.abs(v - b[i])));

describe.each([
  ['plain', 1e-9],
  ['wasm', 2e-3],
] as const)('%s', (kind, tolerance) => {
  const engine = async () => fast(await load(kind === 'wasm' ? compiled : undefined));

  test('exact runs end where the reference ends', async () => {
    const { train, loss } = await engine();
    for (const [n, m, absent] of [
      [5, 2, 0.9],
      [2, 1, 0.7],
      [8, 2, 0.95],
      [5, 2, 0],
    ]) {
      const a = reference.start(n, m, 'random', 7);
      const b = reference.start(n, m, 'random', 7);
      const inputs = exact(n, 1 - absent, 'train');
      const show = exact(n, 1 - absent, 'show');
      const steps = n > 5 ? 60 : 300;
      for (let step = 0; step < steps; step++) {
        train(a, inputs, I(n), reference.SCHEDULE.exact, step);
        reference.train(b, inputs, I(n), reference.SCHEDULE.exact, step);
      }
      expect(distance(a.theta, b.theta)).toBeLessThan(tolerance);
      expect(Math.abs(loss(a, show, I(n)) / reference.loss(b, show, I(n)) - 1)).toBeLessThan(tolerance);
    }
  });

  test('sampled runs see the batches that `drawn` makes', async () => {
    const { trainSampled } = await engine();
    for (const [n, m, active] of [
      [5, 2, 0.1],
      [8, 1, 0.01],
      [3, 2, 1],
    ]) {
      const a = reference.start(n, m, 'random', 7);
      const b = reference.start(n, m, 'random', 7);
      for (let step = 0; step < 100; step++) {
        trainSampled(a, { active, size: 512, seed: 7 }, I(n), reference.SCHEDULE.sampled, step);
        reference.train(b, drawn(n, active, 512, 7, step), I(n), reference.SCHEDULE.sampled, step);
      }
      expect(distance(a.theta, b.theta)).toBeLessThan(tolerance);
    }
  });

  test('many models at once end where single ones end', async () => {
    const { kernels } = await engine();
    const grid = points(2, NODES);
    const schedule = { steps: 100, rate: 0.05 };
    const cells = [0.01, 0.1, 0.3, 0.7, 1].map((p, i) => ({
      p,
      I_f: [1, 0.5 + i],
      theta: Float64Array.of(0.7, -0.6, 0, 0),
      loss: 0,
    }));
    expect([...trainBatch(kernels, grid, cells, schedule)]).toEqual([5]);
    for (const { p, I_f, theta } of cells) {
      const one = reference.start(2, 1, 'pair', 1);
      one.theta.set([0.7, -0.6, 0, 0]);
      const inputs = exact(2, p, 'train');
      for (let step = 0; step < 100; step++) {
        reference.train(one, inputs, Float64Array.from(I_f), schedule, step);
      }
      expect(distance(theta, one.theta)).toBeLessThan(tolerance);
    }
  });
});

test('a batch is what it says: some feature in every sample, values even on [0, 1]', () => {
  const { X_sf, w_s } = drawn(4, 0.2, 4096, 3, 5);
  const none = 0.8 ** 4;
  expect(w_s.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 12);
  let active = 0;
  let sum = 0;
  for (let s = 0; s < 4096; s++) {
    const row = [...X_sf.subarray(4 * s, 4 * s + 4)].filter((x) => x > 0);
    expect(row.length).toBeGreaterThan(0);
    active += row.length;
    sum += row.reduce((a, b) => a + b, 0);
  }
  expect(active / 4096 / 4).toBeCloseTo(0.2 / (1 - none), 1);
  expect(sum / active).toBeCloseTo(0.5, 1);
});

// Nine runs: three sparsities, three seeds. Sampled as in the paper: batches of 1024, Adam at 1e-3, 8000 steps.
test('200 steps of quadrature reach the sampled optimum within 0.1 % in at least 8 of 9 runs, judged on a finer set', async () => {
  const { train, trainSampled, loss } = fast(await load(compiled));
  const at = (rate: number): reference.Schedule => ({ steps: 1e9, rate });
  const ratios = [0.7, 0.9, 0.99].flatMap((absent) =>
    [1, 2, 3].map((seed) => {
      const inputs = exact(5, 1 - absent, 'train');
      const show = exact(5, 1 - absent, 'show');
      const quick = reference.start(5, 2, 'random', seed);
      const slow = reference.start(5, 2, 'random', seed);
      for (let step = 0; step < 200; step++) train(quick, inputs, I(5), at(0.03 / (1 + step / 200)), 0);
      for (let step = 0; step < 8000; step++) {
        trainSampled(slow, { active: 1 - absent, size: 1024, seed }, I(5), at(0.001), step);
      }
      return loss(quick, show, I(5)) / loss(slow, show, I(5));
    }),
  );
  expect(
    ratios.filter((ratio) => ratio < 1.001).length,
    ratios.map((r) => r.toFixed(4)).join(' '),
  ).toBeGreaterThanOrEqual(8);
});
