// The encoder problem: N things through m bounded neurons and back (Ackley, Hinton and Sejnowski 1985, "A Learning Algorithm for
// Boltzmann Machines"; here with tanh and backpropagation). With N = 2^m the neurons may end as a binary code: the corners of a cube.
//
//   h = tanh(E_i)      logits = h U + c      L = mean cross-entropy, AdamW
//
// Shapes: E [N][m], U [m][N], c [N], one after the other in theta.

import { adam, descend, type Adam } from '../math/adam.ts';
import { exp, log } from '../math/functions.ts';
import { key, normal } from '../math/random.ts';

export const STEPS = 3000;
const RATE = 0.02;
export interface Encoder {
  readonly N: number;
  readonly m: number;
  readonly theta: Float64Array;
  readonly adam: Adam;
}

/** E, U ~ N(0, 1 / m) */
export function begin(N: number, m: number, seed: number): Encoder {
  const k = key(seed, 71);
  const theta = Float64Array.from({ length: 2 * N * m + N }, (_, i) =>
    i < 2 * N * m ? normal(k, i) / Math.sqrt(m) : 0,
  );
  return { N, m, theta, adam: adam(theta.length) };
}

const tanh = (x: number): number => {
  const e = exp(-2 * Math.abs(x));
  const t = (1 - e) / (1 + e);
  return x < 0 ? -t : t;
};
/** h of every thing, [N][m] */
export const codes = ({ N, m, theta }: Pick<Encoder, 'N' | 'm' | 'theta'>): number[][] =>
  Array.from({ length: N }, (_, i) => Array.from({ length: m }, (__, j) => tanh(theta[i * m + j])));

/** Mean cross-entropy over the N things, and its gradient where a place for it is given. */
export function loss(net: Pick<Encoder, 'N' | 'm' | 'theta'>, gradient?: Float64Array): number {
  const { N, m, theta } = net;
  const U = N * m;
  const c = 2 * U;
  const h = codes(net);
  const z = new Float64Array(N);
  let total = 0;
  gradient?.fill(0);
  for (let i = 0; i < N; i++) {
    for (let o = 0; o < N; o++) {
      z[o] = theta[c + o];
      for (let j = 0; j < m; j++) z[o] += h[i][j] * theta[U + j * N + o];
    }
    const most = z.reduce((a, v) => Math.max(a, v), -Infinity);
    let sum = 0;
    for (let o = 0; o < N; o++) sum += exp(z[o] - most);
    total += (most + log(sum) - z[i]) / N;
    if (!gradient) continue;
    for (let o = 0; o < N; o++) {
      z[o] = (exp(z[o] - most) / sum - (o === i ? 1 : 0)) / N;
      gradient[c + o] += z[o];
    }
    for (let j = 0; j < m; j++) {
      let dh = 0;
      for (let o = 0; o < N; o++) {
        gradient[U + j * N + o] += h[i][j] * z[o];
        dh += theta[U + j * N + o] * z[o];
      }
      gradient[i * m + j] += dh * (1 - h[i][j] * h[i][j]);
    }
  }
  return total;
}

/** One step of Adam on all N things, in place. */
export function train(net: Encoder): void {
  const gradient = new Float64Array(net.theta.length);
  loss(net, gradient);
  descend(net.adam, net.theta, gradient, RATE);
}

/** How many corners of the cube are taken: different sign patterns among the codes. */
export const corners = (net: Pick<Encoder, 'N' | 'm' | 'theta'>): number =>
  new Set(codes(net).map((h) => h.map((x) => (x > 0 ? '+' : '-')).join(''))).size;
