// What is drawn of a net: from its weights and from what its channels add, in the worker as on the page.

import { CHANNELS, readout, WIDE } from '../../models/car.ts';
import { CLASSES, GROUPS } from './groups.ts';

export interface Seen {
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

const EDGES = CLASSES.length * CHANNELS;
export const two = (v: number): number => Math.round(v * 100) / 100 || 0;
const mean = (C: readonly number[], edge: number): number =>
  C.reduce((sum, v, i) => (i % EDGES === edge ? sum + v : sum), 0) / (C.length / EDGES);

/** `adds`, in hundredths: the groups, then bare bodies. */
export function seen(
  weights: Float32Array | Float64Array,
  adds: readonly (readonly number[])[],
  over: readonly (readonly number[])[],
): Seen {
  const { V, c } = readout(weights);
  const bare = adds[GROUPS.length];
  const named = adds.slice(0, CLASSES.length).flat();
  const margins = Array.from(
    { length: CHANNELS },
    (_, c) => mean(adds[0], c) - mean(adds[0], 9 + c) - (mean(bare, c) - mean(bare, 9 + c)),
  );
  const whole = margins.reduce((sum, v) => sum + v, 0);
  return {
    maps: CLASSES.map((_, n) =>
      Array.from({ length: CHANNELS }, (_, c) =>
        Array.from(V.subarray((n * CHANNELS + c) * WIDE, (n * CHANNELS + c + 1) * WIDE), two),
      ),
    ),
    biases: Array.from(c, two),
    adds: adds.slice(0, GROUPS.length),
    over,
    means: Array.from({ length: EDGES }, (_, e) => two(mean(named, e))),
    shares: margins.map((v) => v / (Math.abs(whole) > 1e-9 ? whole : 1)),
  };
}
