// Dead leaves against the reference: the same numbers, the same picture, the statistics of photographs.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fourier } from '../../src/math/fourier.ts';
import { mulberry } from '../../src/math/mulberry.ts';
import { GREY, picture } from '../../src/models/leaves.ts';

const golden = JSON.parse(readFileSync('tests/golden/vision_deadleaves.json', 'utf8')) as {
  mulberry32_seed1_first8: number[];
  deadleaves_seed0: { n_painted: number; left: number; mean: number; std: number; row64_first32: number[] };
};

test('mulberry32 in counter form is mulberry32', () => {
  const draw = mulberry(1);
  expect(golden.mulberry32_seed1_first8.map((_, i) => draw(i + 1))).toEqual(golden.mulberry32_seed1_first8);
});

test('the picture of seed 0 is the reference’s', () => {
  const { n_painted, left, mean, std, row64_first32: row } = golden.deadleaves_seed0;
  const p = picture(GREY, 0);
  const { pixels } = p;
  expect([p.painted, p.left]).toEqual([n_painted, left]);
  const m = pixels.reduce((sum, v) => sum + v, 0) / pixels.length;
  expect(m).toBeCloseTo(mean, 5);
  expect(Math.sqrt(pixels.reduce((sum, v) => sum + (v - m) ** 2, 0) / pixels.length)).toBeCloseTo(std, 5);
  row.forEach((v, x) => expect(Math.abs(pixels[64 * GREY.size + x] - v)).toBeLessThan(1e-5));
});

test('steps between neighbours are rare and large, as in photographs: kurtosis above 8', () => {
  const n = GREY.size;
  const steps = [1, 2, 3].flatMap((seed) => {
    const { pixels } = picture(GREY, seed);
    return Array.from({ length: n * (n - 1) }, (_, i) => {
      const at = Math.floor(i / (n - 1)) * n + (i % (n - 1));
      return pixels[at + 1] - pixels[at];
    });
  });
  const moment = (k: number): number => steps.reduce((sum, d) => sum + d ** k, 0) / steps.length;
  expect(moment(4) / moment(2) ** 2).toBeGreaterThan(8);
});

test('power falls with frequency as in photographs: the slope of its radial mean, 3 to 32 waves a side, lies between −2.9 and −2.1', () => {
  const n = GREY.size;
  const power = new Float64Array(33);
  const count = new Float64Array(33);
  for (let seed = 0; seed < 12; seed++) {
    const { pixels } = picture(GREY, seed);
    const mean = pixels.reduce((sum, v) => sum + v, 0) / pixels.length;
    const re = Float64Array.from(pixels, (v) => v - mean);
    const im = new Float64Array(n * n);
    fourier(re, im, n, -1);
    for (let v = 0; v < n; v++) {
      for (let u = 0; u < n; u++) {
        const f = Math.round(Math.hypot(Math.min(u, n - u), Math.min(v, n - v)));
        if (f >= 3 && f <= 32) {
          power[f] += re[v * n + u] ** 2 + im[v * n + u] ** 2;
          count[f] += 1;
        }
      }
    }
  }
  const x = Array.from({ length: 30 }, (_, i) => Math.log(i + 3));
  const y = x.map((_, i) => Math.log(power[i + 3] / count[i + 3]));
  const mean = (list: number[]): number => list.reduce((sum, v) => sum + v, 0) / list.length;
  const mx = mean(x);
  const my = mean(y);
  const slope =
    x.reduce((sum, v, i) => sum + (v - mx) * (y[i] - my), 0) / x.reduce((sum, v) => sum + (v - mx) ** 2, 0);
  expect(slope).toBeGreaterThan(-2.9);
  expect(slope).toBeLessThan(-2.1);
});
