// A snapshot straight from baked weights: the last step of the seeds that the file holds.

import { STEPS } from '../../models/car.ts';
import type { BakedCircuit } from './baked.ts';
import { netReadout } from './net-readout.ts';
import type { CircuitParams } from './params.ts';
import type { CircuitSnapshot } from './snapshot.ts';

/** The snapshot of the last step, as the model would answer it; undefined for seeds and steps that are not baked. */
export function known(
  { seed, step = STEPS }: CircuitParams,
  { rows }: BakedCircuit,
): CircuitSnapshot | undefined {
  const { net, fingerprint } = rows.find((r) => r.seed === seed) ?? {};
  return net && step === STEPS
    ? { step, end: STEPS, seed, ...netReadout(net.weights, net.adds, net.over), fingerprint }
    : undefined;
}
