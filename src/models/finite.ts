// The toy model of superposition on a fixed set of points (Henighan et al. 2023, "Superposition, Memorization, and Double
// Descent"): 128 features, 2 neurons, T points that are seen again and again, 2000 steps.
//
//   x' = ReLU(x W^T W + b);   loss = mean over the points of |x' - x|^2;   AdamW, decay 0.01, warm-up 100, then a cosine to 0
//
// Shapes: X [T][128], rows of length 1; weights one after the other: W [2][128], b [128].

import { cos, PI } from '../math/functions.ts';
import type { Kernels } from '../math/kernels/kernels.ts';
import { key, normal, uniform } from '../math/random.ts';
import { adamw } from '../math/adamw.ts';
import { tape, type Loss, type Tape, type Tensor } from '../math/tape.ts';

export const FEATURES = 128;
export const STEPS = 2000;
const TESTS = 1000;
export const EVERY = 50;
const ACTIVE = 3 / FEATURES;
const RATE = 0.02;
const DECAY = 0.01;
const WARM = 100;

/** A run at some step; `course`: the loss on its points every fiftieth step so far. */
export interface Learner {
  state: Float32Array | Float64Array;
  readonly course: number[];
}

/** `count` points: each feature is there with chance 3/128, uniform in [0, 1); empty points are drawn again, all are scaled to length 1. */
function points(seed: number, stream: number, count: number): Float64Array {
  const X = new Float64Array(count * FEATURES);
  const k = key(seed, stream);
  for (let t = 0, draw = 0; t < count; draw++) {
    let square = 0;
    for (let f = 0; f < FEATURES; f++) {
      const at = 2 * (draw * FEATURES + f);
      const x = uniform(k, at) < ACTIVE ? uniform(k, at + 1) : 0;
      X[t * FEATURES + f] = x;
      square += x * x;
    }
    if (square === 0) continue;
    for (let f = 0, size = Math.sqrt(square); f < FEATURES; f++) X[t * FEATURES + f] /= size;
    t += 1;
  }
  return X;
}
const learned = (seed: number, T: number): Float64Array => points(seed, 70, T);
const fresh = (seed: number): Float64Array => points(seed, 71, TESTS);

interface Graph {
  readonly t: Tape;
  readonly X: Tensor;
  readonly hidden: Tensor;
  readonly loss: Tensor | Loss;
  readonly optimiser: ReturnType<typeof adamw>;
  /** which points are in X */
  of: string;
}
const graphs = new WeakMap<Kernels, Map<number, Graph>>();

/** A graph for so many points is made once; the biggest stays under 8 MB. */
function graph(k: Kernels, rows: number): Graph {
  const known = graphs.get(k) ?? new Map<number, Graph>();
  graphs.set(k, known);
  if (!known.has(rows)) {
    const t = tape(k);
    const W = t.param(2, FEATURES);
    const b = t.param(1, FEATURES);
    const X = t.input(rows, FEATURES);
    const hidden = t.matmulT(X, W);
    known.set(rows, {
      t,
      X,
      hidden,
      loss: t.squaredError(t.relu(t.bias(t.matmul(hidden, W), b)), X),
      optimiser: adamw(t),
      of: '',
    });
  }
  return known.get(rows)!;
}

function given(k: Kernels, seed: number, T: number | 'fresh'): Graph {
  const g = graph(k, T === 'fresh' ? TESTS : T);
  const of = `${seed} ${T}`;
  if (g.of !== of) {
    g.t.write(g.X, T === 'fresh' ? fresh(seed) : learned(seed, T));
    g.of = of;
  }
  return g;
}

/** An untrained model for T points. */
export function create(seed: number, T: number, k: Kernels): Learner {
  const g = given(k, seed, T);
  const W = key(seed, 72);
  const size = g.optimiser.size;
  g.optimiser.restore(
    k
      .data()
      .slice(0, 3 * size)
      .fill(0),
    0,
  );
  g.t.write(
    g.t.params[0],
    Float64Array.from({ length: 2 * FEATURES }, (_, i) => normal(W, i) / Math.sqrt(FEATURES)),
  );
  return { state: g.optimiser.save(), course: [] };
}

const rateAt = (step: number): number =>
  RATE * (step < WARM ? (step + 1) / WARM : 0.5 * (1 + cos((PI * (step - WARM)) / (STEPS - WARM))));

/** One step, in place. */
export function train(learner: Learner, seed: number, T: number, step: number, k: Kernels): void {
  const { t, loss, optimiser } = given(k, seed, T);
  optimiser.restore(learner.state, step);
  t.forward();
  if (step % EVERY === 0) learner.course[step / EVERY] = k.data()[loss.value];
  t.backward(loss);
  optimiser.step({ rate: rateAt(step), decay: DECAY });
  learner.state = optimiser.save();
}

/** The weights alone, without the moments. */
export const weights = ({ state }: Learner): Float32Array | Float64Array =>
  state.subarray(0, state.length / 3);

/** Loss on the points that are learned, or on fresh ones, and where those lie in the plane of the two neurons, [points][2]. */
export function seen(
  learner: Learner,
  seed: number,
  T: number | 'fresh',
  k: Kernels,
): { loss: number; hidden: Float32Array | Float64Array } {
  const { t, hidden, loss, optimiser } = given(k, seed, T);
  optimiser.restore(learner.state, 0);
  t.forward();
  return { loss: k.data()[loss.value], hidden: t.read(hidden) };
}

/** Losses at the end of a run. */
export function ends(seed: number, T: number, k: Kernels): { readonly train: number; readonly test: number } {
  const learner = create(seed, T, k);
  for (let step = 0; step < STEPS; step++) train(learner, seed, T, step, k);
  return { train: seen(learner, seed, T, k).loss, test: seen(learner, seed, 'fresh', k).loss };
}
