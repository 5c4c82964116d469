// Reading from top examples: neurons fail as random directions do, dictionary latents hold. Beside numbers made with
// PyTorch (tests/golden/reading.json). The larger toy and seeds 1-3 need DREAMS_ALL.
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { hidden, LARGE, SMALL, speak, USE } from '../../src/models/hidden.ts';
import {
  directions,
  hypothesis,
  latents,
  neurons,
  READ,
  readUnit,
  score as scoreOf,
  TESTED,
  top,
  type Units,
} from '../../src/models/reading.ts';
import { byPenalty, learn, toySpace } from '../../src/models/space.ts';

const all = !!process.env.DREAMS_ALL;
const golden = JSON.parse(await readFile(new URL('../golden/reading.json', import.meta.url), 'utf8')) as {
  n: number;
  basis: string;
  R2: number;
  prec: number;
}[];
const cases = (all ? [0, 1, 2, 3] : [0]).flatMap(
  (seed) => [[SMALL, seed], ...(all ? [[LARGE, seed]] : [])] as [typeof SMALL, number][],
);
const average = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

describe.each(cases)('$n features, seed %i', (size, seed) => {
  const toy = hidden(size, seed);
  const read = speak(toy, USE.read, READ);
  const fresh = speak(toy, USE.test, TESTED);
  const score = (a: Units, b: Units) => {
    const got = a
      .map((u, i) => ({ ...readUnit(u, read.inputs), fresh: b[i] }))
      .filter(({ fires }) => fires > 0)
      .map((r) => scoreOf(r.fresh, r.fires, fresh.inputs, TESTED, r.guess));
    return { r2: average(got.map((r) => r.r2)), precision: average(got.map((r) => r.precision)) };
  };
  const dictionary = learn(toySpace(seed, size), size.n, byPenalty(0.5));
  const neuron = score(neurons(read.samples, size.m), neurons(fresh.samples, size.m));
  const random = score(directions(read.samples, size.m, seed), directions(fresh.samples, size.m, seed));
  const latent = score(latents(dictionary, read.samples), latents(dictionary, fresh.samples));
  const ref = (basis: string, what: 'R2' | 'prec'): number =>
    average(golden.filter((g) => g.n === size.n && g.basis === basis).map((g) => g[what]));

  test('neurons fail, latents hold', () => {
    expect(neuron.r2).toBeLessThan(size.n === 20 ? 0.45 : 0.2);
    expect(latent.r2).toBeGreaterThan(0.7);
    if (size.n === 64) expect(latent.precision - neuron.precision).toBeGreaterThan(0.7);
    expect(Math.abs(latent.r2 - ref('SAE l10.5 D=1n', 'R2'))).toBeLessThan(0.06);
    expect(Math.abs(neuron.precision - ref('neuron (+ and -)', 'prec'))).toBeLessThan(0.06);
  }, 60_000);

  test('neurons are no better than random directions', () => {
    expect(Math.abs(neuron.r2 - random.r2)).toBeLessThan(0.15);
    expect(Math.abs(neuron.precision - random.precision)).toBeLessThan(0.15);
  }, 60_000);
});

test('scores of a unit that is a feature are perfect, of an opposite one zero', () => {
  const X_sf = Float64Array.of(0.9, 0, 0, 0.2, 0.6, 0, 0, 0.7);
  const inputs = { n: 2, X_sf, w_s: new Float64Array(4) };
  const u = Float64Array.of(0.9, 0, 0.6, 0);
  const [first, second] = [0, 1].map((f) => scoreOf(u, 0.2, inputs, 4, f));
  expect(first).toEqual({ precision: 1, recall: 1, r2: expect.closeTo(1, 12) });
  expect(second).toEqual({ precision: 0, recall: 0, r2: 0 });
  expect(top(u, 2)).toEqual([0, 2]);
  expect(hypothesis([0, 2], inputs)).toBe(0);
});
