// The compiled f32 kernels against the plain f64 ones, on random numbers and odd shapes: equal to 2e-6 of the largest value.
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { compileKernels } from '../../src/math/kernels/build.ts';
import { load } from '../../src/math/kernels/load.ts';
import type { Kernels } from '../../src/math/kernels/kernels.ts';
import { uniform } from '../../src/math/random.ts';

let sets: Kernels[];
beforeAll(async () => {
  sets = [await load(await compileKernels()), await load()];
});

let count = 0;
/** Arrays of these sizes, filled evenly in `range`; what ends up in those named by `out`, and what is returned, must agree. */
function both(
  sizes: number[],
  out: number[],
  call: (k: Kernels, at: number[]) => number | void,
  range = [-1, 1],
): void {
  const seed = 1000 * ++count;
  const [fast, plain] = sets.map((k) => {
    const from = k.mark();
    const at = sizes.map((size) => k.alloc(size));
    at.forEach((a, j) => {
      for (let i = 0; i < sizes[j]; i++) {
        k.data()[a + i] = Math.fround(range[0] + (range[1] - range[0]) * uniform(seed + j, i));
      }
    });
    const value = call(k, at);
    const seen = out.flatMap((j) => [...k.data().subarray(at[j], at[j] + sizes[j])]);
    k.reset(from);
    return typeof value === 'number' ? [...seen, value] : seen;
  });
  const largest = plain.reduce((top, v) => Math.max(top, Math.abs(v)), 1e-30);
  expect(
    Math.max(...plain.map((v, i) => (Number.isFinite(fast[i]) ? Math.abs(v - fast[i]) : Infinity))) / largest,
  ).toBeLessThan(2e-6);
}

test('which set is which', () => {
  expect(sets.map((k) => [k.kind, k.engine])).toEqual([
    ['wasm', '1'],
    ['plain', '1r'],
  ]);
});

test('the module: under 11 kB gzipped, no imports', async () => {
  const bytes = await compileKernels();
  expect(gzipSync(bytes).length).toBeLessThan(11_000);
  expect(WebAssembly.Module.imports(new WebAssembly.Module(bytes as BufferSource))).toEqual([]);
});

test('gemm, any strides', () => {
  for (const [M, N, K] of [
    [1, 1, 1],
    [2, 16, 8],
    [3, 5, 7],
    [17, 33, 65],
    [64, 64, 64],
    [50, 20, 300],
    [16, 48, 257],
    [33, 1, 12],
    [1, 40, 9],
  ]) {
    for (const [left, right, more] of [
      [0, 0, 0],
      [1, 0, 1],
      [0, 1, 0],
      [1, 1, 1],
    ] as const) {
      both([M * N, M * K, K * N], [0], (k, [c, a, b]) =>
        k.gemm(c, N, a, left ? 1 : K, left ? M : 1, b, right ? 1 : N, right ? K : 1, M, N, K, more),
      );
    }
  }
});

test('attention and back', () => {
  for (const [B, T, H, D] of [
    [1, 1, 1, 4],
    [2, 8, 1, 4],
    [1, 7, 2, 3],
    [2, 33, 2, 16],
    [1, 64, 4, 16],
    [1, 20, 1, 20],
  ]) {
    const s = B * T * H * D;
    const P = B * H * T * ((T + 15) & ~15);
    both(
      [s, P, s, s, s],
      [0, 1],
      (k, [o, p, q, key, v]) => k.attend(o, p, q, key, v, B, T, H, D, 0.7),
      [-2, 2],
    );
    for (const more of [0, 1] as const) {
      both(
        [s, s, s, s, P, s, s, s, s],
        [0, 1, 2],
        (k, [dq, dk, dv, go, p, q, key, v, o]) => {
          k.attend(o, p, q, key, v, B, T, H, D, 0.7);
          k.attendBack(dq, dk, dv, go, p, q, key, v, B, T, H, D, 0.7, more, 0, more);
        },
        [-2, 2],
      );
    }
  }
});

test('element by element', () => {
  for (const n of [1, 4, 7, 33]) {
    for (const more of [0, 1] as const) {
      both([n, n, n], [0], (k, [y, a, b]) => k.add(y, a, b, n));
      both([n, n], [0], (k, [y, a]) => k.scaled(y, a, n, 0.3, more));
      both([n, n, n], [0], (k, [y, a, b]) => k.times(y, a, b, n, 0.3, more));
      both([n, n, n, n], [0, 2], (k, [y, a, b, c]) => {
        k.relu(b, c, n);
        k.gate(y, a, b, n, more);
      });
      both([n, n], [0], (k, [y, a]) => {
        k.absoluteBack(y, a, n, 0.3, more);
        return k.absolute(a, n);
      });
      both(
        [n, n, n, n],
        [0, 2, 3],
        (k, [a, b, c, d]) => k.adamw(a, b, c, d, n, 0.99, 0.9, 0.99, 0.01, 1.2, 1e-8),
        [0, 1],
      );
    }
  }
});

test('row by row', () => {
  const numbers = (k: Kernels, at: number, r: number, f: (i: number) => number): void => {
    for (let i = 0; i < r; i++) k.data()[at + i] = f(i);
  };
  for (const n of [1, 4, 7, 33]) {
    for (const r of [1, 5]) {
      for (const more of [0, 1] as const) {
        both([n * r, n * r, n], [0], (k, [y, a, b]) => k.bias(y, a, b, r, n, -1));
        both([n, n * r], [0], (k, [y, a]) => k.biasBack(y, a, r, n, -1, more));
        both([n * r, n * 9, r], [0], (k, [y, a, ids]) => {
          numbers(k, ids, r, (i) => 2 * i);
          k.rows(y, a, ids, r, n);
        });
        both([n * 9, n * r, r], [0], (k, [y, a, ids]) => {
          numbers(k, ids, r, (i) => i % 3);
          k.rowsBack(y, a, ids, r, n);
        });
        both([n * r], [0], (k, [y]) => k.unitRows(y, r, n));
        both([n * r, n * r], [0], (k, [y, a]) => k.topk(y, a, r, n, 3));
        both(
          [n * r, r, n * r, r, n * r],
          [0, 1, 4],
          (k, [p, e, x, t, dx]) => {
            numbers(k, t, r, (i) => i % n);
            const loss = k.crossEntropy(p, e, x, t, r, n);
            k.crossEntropyBack(dx, p, t, r, n, 0.5, more);
            return loss;
          },
          [-5, 5],
        );
        both([n * r, n * r, n, n * r], [3], (k, [x, y, w, dx]) => {
          k.squaredErrorBack(dx, x, y, w, r, n, 0.5, more);
          return k.squaredError(x, y, w, r, n);
        });
      }
    }
  }
});

test('mean pool and back', () => {
  for (const [planes, H, W, K] of [
    [1, 5, 5, 3],
    [6, 9, 7, 2],
    [4, 16, 16, 2],
    [3, 10, 22, 2],
    [2, 6, 6, 6],
  ]) {
    both([planes * H * W, planes * H * W], [0, 1], (k, [y, x]) => {
      k.meanPool(y, x, planes, H, W, K, 0);
      k.meanPool(y, x, planes, H, W, K, 1);
    });
  }
});

test('the toy: drawing, gradient, sparse gradient', () => {
  for (const [n, m] of [
    [5, 2],
    [2, 1],
    [8, 2],
    [20, 5],
    [7, 3],
    [80, 20],
    [13, 4],
    [9, 6],
  ]) {
    for (const given of [0, 1] as const) {
      const size = n * m + n;
      both([n * 64], [0], (k, [x]) => k.draw(x, n, 64, 0.1, given, 12345));
      for (const p of [0.1, 1]) {
        both([size, size, n * 64, 64, n], [0], (k, [g, t, x, w, I]) => {
          k.draw(x, n, 64, p, given, 99);
          return k.toy(g, t, x, w, I, n, m, 64);
        });
      }
      both([size, size, n], [0], (k, [g, t, I]) => k.sparse(g, t, I, n, m, 64, 0.1, -12345), [-0.5, 1]);
    }
  }
});

test('many toys at once', () => {
  for (const [n, m] of [
    [2, 1],
    [3, 2],
    [4, 2],
    [5, 2],
  ]) {
    const size = 8 * (n * m + n);
    both(
      [size, size, size, 8, 8 * (n + 1), 8 * n, (n + 1) * (n + 2), n + 1, 6],
      [0, 3],
      (k, [t, mean, square, loss, chance, I, points, counts, table]) => {
        k.fill(mean, size, 0);
        k.fill(square, size, 0);
        for (let j = 0; j <= n; j++) k.data()[counts + j] = [1, 2, 0][j] ?? 1;
        for (let j = 0; j < 3; j++) k.data().set([0.05, 5], table + 2 * j);
        k.sweep(t, mean, square, loss, chance, I, points, counts, table, n, m, 2, 3);
      },
      [0, 1],
    );
  }
});

test('growing memory in the middle keeps what was there', () => {
  for (const k of sets) {
    const from = k.mark();
    const a = k.alloc(100);
    k.fill(a, 100, 0.5);
    const before = k.data().length;
    const b = k.alloc(before);
    expect(k.data().length).toBeGreaterThan(before);
    k.fill(b, before, 1);
    expect(k.data()[a + 99]).toBe(0.5);
    k.reset(from);
  }
});
