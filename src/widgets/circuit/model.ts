// The worker's side of `circuit`: a net with named channels, and what each channel adds to each class on held-out pictures.

import { remembered } from '../../math/remembered.ts';
import type { Kernels } from '../../math/kernels/kernels.ts';
import { BATCH, begin, car, CHANNELS, contributions, data, STEPS, train, WIDE, type Car } from '../../models/car.ts';
import type { Things } from '../../models/parts.ts';
import type { Model, Snapshot } from '../../runtime/widget.ts';
import { CLASSES, EACH, FEW, group, GROUPS } from './groups.ts';
import type { CircuitParams } from './params.ts';

export interface CircuitSnapshot extends Snapshot {
  readonly seed: number;
  /** last weights, [class][channel][7 7] */
  readonly maps: readonly (readonly (readonly number[])[])[];
  readonly biases: readonly number[];
  /** what each channel adds to each class: [group][picture * 12 + class * 3 + channel] */
  readonly adds: readonly (readonly number[])[];
  /** the same of the car's wheels and window with their maps upside down: [group][picture * 2 + channel] */
  readonly over: readonly (readonly number[])[];
  /** means over the four named groups, [class * 3 + channel] */
  readonly means: readonly number[];
  /** what each channel adds to car beyond other, over what it adds on bare bodies; shares of the sum */
  readonly shares: readonly number[];
}

interface Saved { readonly state: Float32Array | Float64Array }

const graphs = new WeakMap<Kernels, Car>();
function graph(k: Kernels): Car {
  if (!graphs.has(k)) graphs.set(k, car(k, BATCH));
  return graphs.get(k)!;
}
const pictures = remembered(2, (seed: number) => data.train(seed)), held = remembered(20, (seed: number, g: number, count: number) => group(seed, g, count));
const BARE = 5, EDGES = CLASSES.length * CHANNELS;
const two = (v: number): number => Math.round(v * 100) / 100 || 0;
const mean = (C: ArrayLike<number>, edge: number): number => { let sum = 0; for (let i = edge; i < C.length; i += EDGES) sum += C[i]; return (sum * EDGES) / C.length; };

export const model: Model<CircuitParams, Saved, CircuitSnapshot> = {
  engine: 1,
  memory: 3e6,
  create({ seed }, k) {
    const net = graph(k);
    begin(net, seed);
    return { state: net.optimiser.save().fill(0, net.optimiser.size) };
  },
  end: () => STEPS,
  train({ state }, { seed }, step, k) {
    const net = graph(k);
    net.optimiser.restore(state, step);
    train(net, pictures(seed), seed, step);
    state.set(net.optimiser.save());
  },
  edit: () => false,
  weights: ({ state }) => state.subarray(0, state.length / 3),
  look({ state }, { seed }, step, k) {
    const net = graph(k), count = step < STEPS ? FEW : EACH;
    net.optimiser.restore(state, step);
    const sets = [...GROUPS.map((_, g) => held(seed, g, count)), held(seed, BARE, count)], { adds, over } = together(net, sets);
    const V = net.tape.read(net.V), bare = adds[GROUPS.length], named = adds.slice(0, CLASSES.length).flatMap((C) => [...C]);
    const margins = Array.from({ length: CHANNELS }, (_, c) => mean(adds[0], c) - mean(adds[0], 9 + c) - (mean(bare, c) - mean(bare, 9 + c))), whole = margins.reduce((sum, v) => sum + v, 0);
    return {
      step, end: STEPS, seed,
      maps: CLASSES.map((_, n) => Array.from({ length: CHANNELS }, (_, c) => [...V.subarray((n * CHANNELS + c) * WIDE, (n * CHANNELS + c + 1) * WIDE)].map(two))),
      biases: [...net.tape.read(net.c)].map(two), adds: adds.slice(0, GROUPS.length).map((C) => [...C].map(two)),
      over: over.slice(0, GROUPS.length).map((C) => Array.from({ length: 2 * count }, (_, i) => two(C[Math.floor(i / 2) * EDGES + (i % 2)]))),
      means: Array.from({ length: EDGES }, (_, e) => two(mean(named, e))), shares: margins.map((v) => v / (Math.abs(whole) > 1e-9 ? whole : 1)),
    };
  },
};

/** One pass over several sets, cut apart again. */
function together(net: Car, sets: readonly Things[]): { adds: Float64Array[]; over: Float64Array[] } {
  const count = sets.reduce((sum, s) => sum + s.count, 0), joined = (pick: (s: Things) => ArrayLike<number>): number[] => sets.flatMap((s) => Array.from(pick(s)));
  const all: Things = { count, pixels: Float32Array.from(joined((s) => s.pixels)), classes: Uint8Array.from(joined((s) => s.classes)), parts: Uint8Array.from(joined((s) => s.parts)) };
  const { adds, over } = contributions(net, all), parts = (C: Float64Array): Float64Array[] => { let at = 0; return sets.map((s) => C.slice(at * EDGES, (at += s.count) * EDGES)); };
  return { adds: parts(adds), over: parts(over) };
}
