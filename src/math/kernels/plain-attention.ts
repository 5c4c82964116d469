// Causal attention, head by head, in f64. Letters: b sequence, t time, h head; `wide` is P's row, time rounded up to 16.

import { exp } from '../functions.ts';
import type { At, Kernels } from './kernels.ts';
import type { Store } from './plain-set.ts';

/** to_j = e^(scale (x_j - max x)) / sum, j < count */
export function softmax(d: Float64Array, to: At, x: At, count: number, scale: number): void {
  let high = -Infinity;
  let sum = 0;
  for (let j = 0; j < count; j++) high = Math.max(high, d[x + j]);
  for (let j = 0; j < count; j++) {
    d[to + j] = exp(scale * (d[x + j] - high));
    sum += d[to + j];
  }
  for (let j = 0; j < count; j++) d[to + j] /= sum;
}

/** Causal attention and its gradients, softmax included. */
export function attention(
  store: Store,
  alloc: (count: number) => At,
): Pick<Kernels, 'attend' | 'attendBack'> {
  return {
    attend(o, p, q, k, v, batch, time, heads, size, scale) {
      const { d } = store;
      const row = heads * size;
      const wide = (time + 15) & ~15;
      for (let head = 0; head < batch * heads; head++) {
        const here = Math.floor(head / heads) * time * row + (head % heads) * size;
        const map = p + head * time * wide;
        for (let i = 0; i < time; i++) {
          const P = map + i * wide;
          const out = o + here + i * row;
          d.fill(0, P, P + wide);
          for (let j = 0; j <= i; j++) d[P + j] = dot(d, q + here + i * row, k + here + j * row, size); // S = q k^T
          softmax(d, P, P, i + 1, scale); // P = softmax(scale S)
          d.fill(0, out, out + size);
          for (let j = 0; j <= i; j++) axpy(d, out, d[P + j], v + here + j * row, size); // o = P v
        }
      }
    },
    attendBack(dq, dk, dv, go, p, q, k, v, batch, time, heads, size, scale, moreQ, moreK, moreV) {
      const row = heads * size;
      const wide = (time + 15) & ~15;
      const from = store.top;
      const dS = alloc(time);
      const { d } = store;
      for (const [to, more] of [
        [dq, moreQ],
        [dk, moreK],
        [dv, moreV],
      ]) {
        if (!more) d.fill(0, to, to + batch * time * row);
      }
      for (let head = 0; head < batch * heads; head++) {
        const here = Math.floor(head / heads) * time * row + (head % heads) * size;
        const map = p + head * time * wide;
        for (let i = 0; i < time; i++) {
          const P = map + i * wide;
          const out = go + here + i * row;
          let mean = 0;
          for (let j = 0; j <= i; j++) {
            d[dS + j] = dot(d, out, v + here + j * row, size);
            mean += d[P + j] * d[dS + j];
          } // dP = do v^T
          for (let j = 0; j <= i; j++) {
            const s = scale * d[P + j] * (d[dS + j] - mean); // dS = scale P (dP - sum P dP)
            axpy(d, dq + here + i * row, s, k + here + j * row, size); // dq += dS k
            axpy(d, dk + here + j * row, s, q + here + i * row, size); // dk += dS^T q
            axpy(d, dv + here + j * row, d[P + j], out, size); // dv += P^T do
          }
        }
      }
      store.top = from;
    },
  };
}

function dot(d: Float64Array, a: At, b: At, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += d[a + i] * d[b + i];
  return sum;
}

function axpy(d: Float64Array, y: At, a: number, x: At, count: number): void {
  for (let i = 0; i < count; i++) d[y + i] += a * d[x + i];
}
