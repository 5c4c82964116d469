// Pictures [channels][batch high wide] in f64: what as/convolve.ts and as/images.ts compute in lanes.

import type { At, Kernels } from './kernels.ts';
import type { Store } from './plain-set.ts';

type Cut<F> = F extends (...args: infer A) => unknown ? A : never;

/** The kernels of pictures over the memory of `store`. */
export function pictures(store: Store): Pick<Kernels, 'convolve' | 'convolveBack' | 'meanPool'> {
  return {
    convolve(y, x, w, b, out, channels, batch, high, wide, k, stride, pad, relu) {
      const { d } = store;
      const shape = { channels, batch, high, wide, k, stride, pad };
      const { places } = sizes(shape);
      d.fill(0, y, y + out * batch * places);
      for (let o = 0; o < out; o++) {
        const from = y + o * batch * places;
        eachTerm(shape, (term, place, pixel) => {
          d[from + place] += d[w + o * channels * k * k + term] * d[x + pixel];
        });
        for (let i = from; i < from + batch * places; i++) {
          d[i] += d[b + o];
          if (relu) d[i] = Math.max(0, d[i]);
        }
      }
    },
    convolveBack(dx, dw, db, dy, y, x, w, out, channels, batch, high, wide, k, stride, pad, relu) {
      const { d } = store;
      const shape = { channels, batch, high, wide, k, stride, pad };
      const places = batch * sizes(shape).places;
      const terms = channels * k * k;
      const slope = Float64Array.from({ length: out * places }, (_, i) =>
        relu && d[y + i] === 0 ? 0 : d[dy + i],
      );
      slope.forEach((g, i) => {
        d[db + Math.floor(i / places)] += g;
      });
      eachTerm(shape, (term, place, pixel) => {
        let back = 0;
        for (let o = 0; o < out; o++) {
          const g = slope[o * places + place];
          d[dw + o * terms + term] += g * d[x + pixel];
          back += g * d[w + o * terms + term];
        }
        if (dx) d[dx + pixel] += back;
      });
    },
    meanPool: (...args) => meanPool(store.d, ...args),
  };
}

interface Shape {
  readonly channels: number;
  readonly batch: number;
  readonly high: number;
  readonly wide: number;
  readonly k: number;
  readonly stride: number;
  readonly pad: number;
}

/** Rows and columns of the result, and how many places a picture has. */
function sizes({ high, wide, k, stride, pad }: Shape): { rows: number; cols: number; places: number } {
  const rows = Math.floor((high + 2 * pad - k) / stride) + 1;
  const cols = Math.floor((wide + 2 * pad - k) / stride) + 1;
  return { rows, cols, places: rows * cols };
}

/** Every term (c, u, v) at every place [batch][rows cols] of the result, with the pixel that it reads; none outside the picture. */
function eachTerm(shape: Shape, visit: (term: number, place: number, pixel: At) => void): void {
  const { channels, batch, high, wide, k, stride, pad } = shape;
  const { rows, cols } = sizes(shape);
  for (let term = 0; term < channels * k * k; term++) {
    const c = Math.floor(term / (k * k));
    const u = Math.floor(term / k) % k;
    const v = term % k;
    for (let place = 0; place < batch * rows * cols; place++) {
      const b = Math.floor(place / (rows * cols));
      const row = (Math.floor(place / cols) % rows) * stride + u - pad;
      const col = (place % cols) * stride + v - pad;
      if (row < 0 || row >= high || col < 0 || col >= wide) continue;
      visit(term, place, ((c * batch + b) * high + row) * wide + col);
    }
  }
}

function meanPool(d: Float64Array, ...[y, x, planes, high, wide, k, back]: Cut<Kernels['meanPool']>): void {
  const h = Math.floor(high / k);
  const w = Math.floor(wide / k);
  for (let p = 0; p < planes; p++) {
    for (let i = 0; i < h; i++) {
      for (let j = 0; j < w; j++) {
        const out = y + (p * h + i) * w + j;
        if (!back) d[out] = 0;
        for (let u = 0; u < k; u++) {
          for (let v = 0; v < k; v++) {
            const inside = x + (p * high + i * k + u) * wide + j * k + v;
            if (back) d[inside] += d[out] / (k * k);
            else d[out] += d[inside] / (k * k);
          }
        }
      }
    }
  }
}
