// The energy levels of learning: with a small start and a constant rate the loss falls in steps, and each step rests at the
// loss of an arrangement that can be computed. Elhage et al. 2022, "Toy Models of Superposition", section "Superposition and
// learning dynamics". Five features of equal importance in two neurons, p = 0.05; inputs with at most three active features.
//
//   V = p/3 - p^2/4        a feature that is left out: its mean p/2 is the best guess
//   L*(p)                  a feature of an opposite pair, at the best length and bias (section "phase change", closed form)
//
// A level is the sum over the five features, divided by the probability that one to three are active.

import { descend } from '../math/adam.ts';
import { few } from './patterns.ts';
import { loss, start, type Superposition } from './superposition.ts';

const FEATURES = 5;
const ACTIVE = 0.05;
/** `scale` of the first weights, in the usual one: small, so that the features leave the middle one after the other. */
export const SLOW = { steps: 1500, rate: 0.005, scale: 0.05 } as const;
const { inputs, share } = few(FEATURES, ACTIVE, [8, 3, 2]);

const ones = new Float64Array(FEATURES).fill(1);

/** An untrained model at the small scale of SLOW. */
export function create(seed: number): Superposition {
  const model = start(FEATURES, 2, 'random', seed);
  for (let i = 0; i < FEATURES * 2; i++) model.theta[i] *= SLOW.scale / 0.7; // `start` draws at 0.7 of the usual scale
  return model;
}

/** One step of Adam at the constant rate, in place. The loss before it. */
export function train(model: Superposition): number {
  const gradient = new Float64Array(model.theta.length);
  const before = loss(model, inputs, ones, gradient);
  descend(model.adam, model.theta, gradient, SLOW.rate);
  return before;
}

/** Expected loss per input in which something is active. */
const expected = (model: Superposition): number => loss(model, inputs, ones);

/** The loss at every step of a run, [steps + 1]. */
export function history(seed: number, steps: number = SLOW.steps): Float64Array {
  const model = create(seed);
  const out = new Float64Array(steps + 1);
  for (let step = 0; step < steps; step++) out[step] = train(model);
  out[steps] = expected(model);
  return out;
}

export interface Level {
  readonly name: string;
  readonly loss: number;
}

/** Loss of a feature of an opposite pair: w = a and -a, s = a^2, the same bias b, 0 <= b <= s; x uniform, active with p. */
export function pairLoss(s: number, b: number, p: number): number {
  const q = 1 - p;
  const u = 1 - b / s;
  const square = (x: number): number => x * x;
  return (
    q * q * b * b +
    p * q * (square(1 - s) / 3 - (1 - s) * b + b * b + (b * b * b) / (3 * s)) +
    p * p * (square(0.5 - b) + (square(1 - s) + s * s) / 12 - (square(square(u)) * s * (1 + s)) / 12)
  );
}

/** L*(p): its minimum over s and b, by halving steps from (1, 0). */
export function bestPair(p: number): number {
  let s = 1;
  let b = (p * p) / 8;
  let best = pairLoss(s, b, p);
  for (let step = 0.1; step > 1e-7;) {
    const next = [
      [s + step, b],
      [s - step, b],
      [s, Math.max(0, b - step)],
      [s, b + step],
    ]
      .map(([x, y]) => ({ x, y, loss: pairLoss(x, y, p) }))
      .reduce((a, c) => (c.loss < a.loss ? c : a));
    if (next.loss < best) [s, b, best] = [next.x, next.y, next.loss];
    else step /= 2;
  }
  return best;
}

/** The pentagon has no short formula: what the run itself rests at. Found once, by training on from seed 1. */
let pentagon: number | undefined;
const rest = (): number => (pentagon ??= history(1)[SLOW.steps]);

/** What n features of equal importance, active with probability p, lose in the arrangements that m neurons (1 or 2) offer without a polygon. */
export function stairs(n: number, m: number, p: number): Level[] {
  const V = p / 3 - (p * p) / 4;
  const L = bestPair(p);
  return (
    [
      ['nothing', 0, 0],
      ['one feature', 1, 0],
      ['one pair', 0, 2],
      ['two at right angles', 2, 0],
      ['a pair and one', 1, 2],
      ['two pairs', 0, 4],
    ] as const
  )
    .filter(([, alone, paired]) => alone + paired <= n && alone + paired / 2 <= m)
    .map(([name, alone, paired]) => ({ name, loss: (n - alone - paired) * V + paired * L }));
}

/** The arrangements that a run of this file may rest in, from the highest loss to the lowest. */
export const levels = (): Level[] => [
  ...stairs(FEATURES, 2, ACTIVE).map(({ name, loss }) => ({ name, loss: loss / share })),
  { name: 'the pentagon', loss: rest() },
];

export interface Plateau {
  readonly from: number;
  readonly to: number;
  readonly loss: number;
  readonly level: Level;
  /** loss / level - 1 */
  readonly off: number;
}

/** Slower than this, as a part of the loss per step, is rest; shorter than this, in steps, is none. */
const REST = 0.0015;
const LONG = 12;

/**
 * Where the loss rests: stretches in which it falls by less than REST of itself a step, at their slowest step; the last,
 * from which it falls no more, is not one of them. Each is named by the level that is nearest in ratio.
 */
export function plateaus(losses: ArrayLike<number>, all: readonly Level[] = levels()): Plateau[] {
  const speed = (t: number): number => (losses[t - 5] - losses[t + 5]) / (10 * losses[t]);
  const out: Plateau[] = [];
  for (let from = 40; from < losses.length - 5; from++) {
    if (speed(from) >= REST) continue;
    let to = from;
    let slowest = from;
    while (to + 1 < losses.length - 5 && speed(to + 1) < REST) {
      to++;
      if (speed(to) < speed(slowest)) slowest = to;
    }
    if (to + 1 >= losses.length - 5) break;
    if (to - from >= LONG) {
      const ratio = (l: Level): number => Math.max(l.loss / losses[slowest], losses[slowest] / l.loss);
      const level = all.reduce((near, l) => (ratio(l) < ratio(near) ? l : near));
      out.push({ from, to, loss: losses[slowest], level, off: losses[slowest] / level.loss - 1 });
    }
    from = to;
  }
  return out;
}
