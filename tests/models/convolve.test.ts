// Convolutions: the compiled kernels against the plain set, and bit for bit against a product with a matrix of patches.

import { beforeAll, describe, expect, test } from 'vitest';
import { compileKernels } from '../../src/math/kernels/build.ts';
import { load } from '../../src/math/kernels/load.ts';
import type { Kernels } from '../../src/math/kernels/kernels.ts';
import { key, normal } from '../../src/math/random.ts';

interface Shape {
  readonly out: number;
  readonly channels: number;
  readonly batch: number;
  readonly high: number;
  readonly wide: number;
  readonly k: number;
  readonly stride: number;
  readonly pad: number;
  readonly relu: 0 | 1;
}
const shape = (
  out: number,
  channels: number,
  batch: number,
  high: number,
  wide: number,
  k: number,
  stride: number,
  pad: number,
  relu: 0 | 1,
): Shape => ({ out, channels, batch, high, wide, k, stride, pad, relu });

/** The layers of the site's networks, then odd ones. */
const shapes: readonly Shape[] = [
  shape(12, 1, 64, 28, 28, 5, 2, 2, 1), // circuit
  shape(3, 12, 64, 14, 14, 5, 1, 2, 1),
  shape(8, 12, 16, 14, 14, 5, 1, 2, 1),
  shape(8, 1, 16, 15, 15, 5, 1, 0, 1), // curves
  shape(8, 8, 16, 11, 11, 7, 1, 0, 0),
  shape(4, 3, 16, 20, 20, 5, 1, 0, 1), // branches
  shape(8, 3, 16, 20, 20, 5, 1, 0, 1),
  shape(4, 4, 32, 8, 8, 3, 2, 0, 1),
  shape(8, 3, 16, 24, 24, 5, 1, 2, 1), // the bench
  shape(1, 1, 16, 5, 5, 3, 1, 0, 0),
  shape(5, 2, 16, 9, 7, 3, 1, 1, 1),
  shape(7, 3, 32, 9, 8, 5, 2, 2, 1),
  shape(2, 1, 16, 6, 6, 3, 2, 0, 0),
  shape(9, 5, 48, 4, 4, 3, 1, 3, 1),
  shape(3, 2, 3, 9, 7, 3, 1, 1, 1),
  shape(6, 2, 17, 5, 6, 3, 2, 1, 1),
  shape(1, 4, 1, 3, 3, 3, 1, 0, 0),
];

let sets: Kernels[];
beforeAll(async () => {
  sets = [await load(await compileKernels()), await load()];
});

interface Results {
  readonly y: Float64Array;
  readonly dx: Float64Array;
  readonly dw: Float64Array;
  readonly db: Float64Array;
}

const sizes = (s: Shape) => {
  const rows = Math.floor((s.high + 2 * s.pad - s.k) / s.stride) + 1;
  const cols = Math.floor((s.wide + 2 * s.pad - s.k) / s.stride) + 1;
  const terms = s.channels * s.k * s.k;
  return { terms, places: s.batch * rows * cols, pixels: s.channels * s.batch * s.high * s.wide, rows, cols };
};

/** Random numbers as f32, some of them 0. */
const numbers = (stream: number, count: number): Float32Array =>
  Float32Array.from({ length: count }, (_, i) => Math.max(-1.6, normal(key(stream, 3), i)));

/** y, and the gradients added to what is there (`more`) or not. */
function direct(k: Kernels, s: Shape, more: 0 | 1): Results {
  const { terms, places, pixels } = sizes(s);
  const from = k.mark();
  const counts = [s.out * places, pixels, s.out * terms, s.out, pixels, s.out * terms, s.out, s.out * places];
  const [y, x, w, b, dx, dw, db, dy] = counts.map((count, i) => {
    const at = k.alloc(count);
    k.data().set(numbers(i, count), at);
    return at;
  });
  if (!more) k.fill(dx, pixels, 0);
  const args = [s.out, s.channels, s.batch, s.high, s.wide, s.k, s.stride, s.pad, s.relu] as const;
  k.convolve(y, x, w, b, ...args);
  if (!more) {
    for (const [at, count] of [
      [dw, s.out * terms],
      [db, s.out],
    ]) {
      k.fill(at, count, 0);
    }
  }
  k.convolveBack(dx, dw, db, dy, y, x, w, ...args);
  const read = (at: number, count: number): Float64Array =>
    Float64Array.from(k.data().subarray(at, at + count));
  const all = {
    y: read(y, counts[0]),
    dx: read(dx, pixels),
    dw: read(dw, s.out * terms),
    db: read(db, s.out),
  };
  k.reset(from);
  return all;
}

/** The same as products with a matrix of patches [terms][places], on the kernels `gemm`, `relu` and `gate`. */
function byPatches(k: Kernels, s: Shape, more: 0 | 1): Results {
  const { terms, places, pixels, rows, cols } = sizes(s);
  const from = k.mark();
  const counts = [s.out * places, pixels, s.out * terms, s.out, pixels, s.out * terms, s.out, s.out * places];
  const [y, x, w, b, dx, dw, db, dy] = counts.map((count, i) => {
    const at = k.alloc(count);
    k.data().set(numbers(i, count), at);
    return at;
  });
  if (!more) k.fill(dx, pixels, 0);
  const [patches, slopes, g, one] = [terms * places, terms * places, s.out * places, 1].map((n) =>
    k.alloc(n),
  );
  k.fill(patches, terms * places, 0);
  k.fill(one, 1, 1);
  const each = (visit: (patch: number, pixel: number) => void): void => {
    for (let t = 0, to = 0; t < terms; t++) {
      for (let p = 0; p < places; p++, to++) {
        const image = Math.floor(t / (s.k * s.k)) * s.batch + Math.floor(p / (rows * cols));
        const row = (Math.floor(p / cols) % rows) * s.stride + (Math.floor(t / s.k) % s.k) - s.pad;
        const col = (p % cols) * s.stride + (t % s.k) - s.pad;
        if (row >= 0 && row < s.high && col >= 0 && col < s.wide) {
          visit(to, (image * s.high + row) * s.wide + col);
        }
      }
    }
  };
  const before = k.data();
  each((patch, pixel) => {
    before[patches + patch] = before[x + pixel];
  });
  k.gemm(y, places, w, terms, 1, patches, places, 1, s.out, places, terms, 0);
  k.gemm(y, places, b, 1, 1, one, 0, 0, s.out, places, 1, 1);
  if (s.relu) k.relu(y, y, s.out * places);
  if (s.relu) k.gate(g, dy, y, s.out * places, 0);
  else k.scaled(g, dy, s.out * places, 1, 0);
  k.gemm(db, 1, g, places, 1, one, 0, 0, s.out, 1, places, more);
  k.gemm(dw, terms, g, places, 1, patches, 1, places, s.out, terms, places, more);
  k.gemm(slopes, places, w, 1, terms, g, places, 1, terms, places, s.out, 0);
  const after = k.data();
  each((patch, pixel) => {
    after[dx + pixel] += after[slopes + patch];
  });
  const read = (at: number, count: number): Float64Array =>
    Float64Array.from(k.data().subarray(at, at + count));
  const all = {
    y: read(y, counts[0]),
    dx: read(dx, pixels),
    dw: read(dw, s.out * terms),
    db: read(db, s.out),
  };
  k.reset(from);
  return all;
}

describe.each(shapes)(
  '$out from $channels, batch $batch of $high x $wide, side $k, stride $stride, pad $pad, relu $relu',
  (s) => {
    const { terms, places } = sizes(s);

    test.runIf(places % 16 === 0 || terms <= 256)('the bits of a product with patches', () => {
      for (const more of [0, 1] as const) {
        const [seen, expected] = [direct(sets[0], s, more), byPatches(sets[0], s, more)];
        for (const name of ['y', 'dx', 'dw', 'db'] as const) {
          const wrong = [...expected[name]].flatMap((v, i) => (v === seen[name][i] ? [] : [i]));
          expect(wrong.length, `${name} ${wrong.slice(0, 5).join(' ')}`).toBe(0);
        }
      }
    });

    test('both sets agree', () => {
      const [fast, plain] = sets.map((k) => direct(k, s, 1));
      for (const name of ['y', 'dx', 'dw', 'db'] as const) {
        const largest = plain[name].reduce((top, v) => Math.max(top, Math.abs(v)), 1);
        const off = plain[name].reduce((top, v, i) => Math.max(top, Math.abs(v - fast[name][i])), 0);
        expect(off / largest, name).toBeLessThan(5e-6);
      }
    });
  },
);
