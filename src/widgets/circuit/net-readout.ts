// What is drawn of a net: from its weights and from what its channels add, in the worker as on the page.

import { round2 } from '../../math/rounding.ts';
import { CHANNELS, readout, WIDE } from '../../models/car.ts';
import { CLASSES, EDGES, GROUPS } from './groups.ts';
import type { NetReadout } from './snapshot.ts';

const OTHER = (CLASSES.length - 1) * CHANNELS;

/** Mean over the pictures of what one edge adds. @param adds [picture * 12 + edge]  @param edge class * 3 + channel */
export const meanAdd = (adds: readonly number[], edge: number): number =>
  adds.reduce((sum, v, i) => (i % EDGES === edge ? sum + v : sum), 0) / (adds.length / EDGES);

/** The readout of a net. @param weights all of it, in the optimiser's order  @param adds [group][picture * 12 + edge], the last
 *  group bare bodies  @param over [group][picture * 2 + channel]; both in hundredths */
export function netReadout(
  weights: Float32Array | Float64Array,
  adds: readonly (readonly number[])[],
  over: readonly (readonly number[])[],
): NetReadout {
  const { V, c } = readout(weights);
  const bare = adds[GROUPS.length];
  const named = adds.slice(0, CLASSES.length).flat();
  const margins = Array.from(
    { length: CHANNELS },
    (_, c) =>
      meanAdd(adds[0], c) - meanAdd(adds[0], OTHER + c) - (meanAdd(bare, c) - meanAdd(bare, OTHER + c)),
  );
  const whole = margins.reduce((sum, v) => sum + v, 0);
  return {
    maps: CLASSES.map((_, n) =>
      Array.from({ length: CHANNELS }, (_, c) =>
        Array.from(V.subarray((n * CHANNELS + c) * WIDE, (n * CHANNELS + c + 1) * WIDE), round2),
      ),
    ),
    biases: Array.from(c, round2),
    adds: adds.slice(0, GROUPS.length),
    over,
    means: Array.from({ length: EDGES }, (_, e) => round2(meanAdd(named, e))),
    shares: margins.map((v) => v / (Math.abs(whole) > 1e-9 ? whole : 1)),
  };
}
