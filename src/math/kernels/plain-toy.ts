// The toy model's kernels in f64: drawing, loss and gradient, many models. What as/{draw,toy,sparse,sweep}.ts compute in lanes.

import { bits } from '../random.ts';
import type { At, Kernels } from './kernels.ts';
import type { Store } from './plain-set.ts';

const bar = (chance: number): number => Math.min(0x7fffffff, Math.floor(chance * 0x80000000));

/** The kernels of the toy model over the memory of `store`. */
export function toys(
  store: Store,
  alloc: (count: number) => At,
): Pick<Kernels, 'draw' | 'toy' | 'sparse' | 'sweep'> {
  const draw: Kernels['draw'] = (x, n, samples, p, given, key) => {
    const { d } = store;
    const first = new Float64Array(n);
    for (let f = n - 1, empty = 1; f >= 0; f--) {
      empty *= 1 - p;
      first[f] = bar(given ? p / (1 - empty) : p);
    }
    for (let s = 0; s < samples; s++) {
      for (let f = 0, found = false; f < n; f++) {
        const v = bits(key, s * n + f) >>> 1;
        const limit: number = found ? bar(p) : first[f]; // one number says whether, and how much
        d[x + ((s >> 4) * n + f) * 16 + (s & 15)] = v < limit ? v / limit : 0;
        found ||= v < limit;
      }
    }
  };
  const toy: Kernels['toy'] = (grad, theta, x, w, importance, n, m, samples) => {
    const { d } = store;
    const slope: Slope = { h: new Float64Array(m), dh: new Float64Array(m), x: new Float64Array(n) };
    d.fill(0, grad, grad + n * m + n);
    let loss = 0;
    for (let s = 0; s < samples; s++) {
      for (let f = 0; f < n; f++) slope.x[f] = d[x + ((s >> 4) * n + f) * 16 + (s & 15)];
      loss += one(d, slope, grad, theta, importance, n, m, 1, d[w + s]);
    }
    return loss;
  };
  const sparse: Kernels['sparse'] = (grad, theta, importance, n, m, samples, p, key) => {
    const from = store.top;
    const x = alloc(n * samples);
    const w = alloc(samples);
    store.d.fill(1 / samples, w, w + samples);
    draw(x, n, samples, p, 0, key);
    const loss = toy(grad, theta, x, w, importance, n, m, samples);
    store.top = from;
    return loss;
  };
  return {
    draw,
    toy,
    sparse,
    sweep: (...args) => {
      const from = store.top;
      const grad = alloc(4 * args[9] * (args[10] + 1));
      sweep(store.d, grad, ...args);
      store.top = from;
    },
  };
}

interface Slope {
  readonly h: Float64Array;
  readonly dh: Float64Array;
  readonly x: Float64Array;
}

/** w sum_f I_f (x_f - x'_f)^2 of one input; its gradient is added. Neighbouring parameters are `lanes` apart. */
function one(
  d: Float64Array,
  { h, dh, x }: Slope,
  grad: At,
  theta: At,
  importance: At,
  n: number,
  m: number,
  lanes: number,
  w: number,
): number {
  let loss = 0;
  h.fill(0);
  dh.fill(0);
  for (let f = 0; f < n; f++) {
    if (x[f] !== 0) for (let i = 0; i < m; i++) h[i] += d[theta + (f * m + i) * lanes] * x[f];
  } // h = W x
  for (let f = 0; f < n; f++) {
    const bias = (n * m + f) * lanes;
    let a = d[theta + bias];
    for (let i = 0; i < m; i++) a += d[theta + (f * m + i) * lanes] * h[i]; // a = W^T h + b
    const error = Math.max(a, 0) - x[f];
    const part = w * d[importance + f * lanes] * error;
    loss += part * error;
    if (a <= 0) continue;
    d[grad + bias] += 2 * part;
    for (let i = 0; i < m; i++) {
      d[grad + (f * m + i) * lanes] += 2 * part * h[i];
      dh[i] += 2 * part * d[theta + (f * m + i) * lanes];
    }
  }
  for (let f = 0; f < n; f++) {
    if (x[f] !== 0) for (let i = 0; i < m; i++) d[grad + (f * m + i) * lanes] += dh[i] * x[f];
  }
  return loss;
}

function sweep(
  d: Float64Array,
  grad: At,
  ...[theta, mean, square, loss, chance, importance, points, counts, table, n, m, groups, steps]: Parameters<
    Kernels['sweep']
  >
): void {
  const size = n * m + n;
  const slope: Slope = { h: new Float64Array(m), dh: new Float64Array(m), x: new Float64Array(n) };
  for (let model = 0; model < 4 * groups; model++) {
    const group = model >> 2;
    const lane = model & 3;
    const t = theta + 4 * group * size + lane;
    for (let s = 0; s < Math.max(1, steps); s++) {
      d.fill(0, grad, grad + 4 * size);
      let total = 0;
      for (let k = 0, p = points; k <= n; k++) {
        for (let left = d[counts + k]; left > 0; left--, p += n + 1) {
          for (let f = 0; f < n; f++) slope.x[f] = d[p + f];
          total += one(
            d,
            slope,
            grad,
            t,
            importance + 4 * group * n + lane,
            n,
            m,
            4,
            d[chance + 4 * (group * (n + 1) + k) + lane] * d[p + n],
          );
        }
      }
      d[loss + model] = total;
      if (!steps) continue;
      for (let i = 0; i < size; i++) {
        const g = d[grad + 4 * i];
        const M = mean + 4 * (group * size + i) + lane;
        const S = square + 4 * (group * size + i) + lane;
        d[M] = 0.9 * d[M] + 0.1 * g;
        d[S] = 0.999 * d[S] + 0.001 * g * g;
        d[t + 4 * i] -= (d[table + 2 * s] * d[M]) / (Math.sqrt(d[table + 2 * s + 1] * d[S]) + 1e-8);
      }
    }
  }
}
