// A snapshot straight from baked weights: the last step of the seeds that the file holds.

import { STEPS } from '../../models/car.ts';
import type { Known } from './baked.ts';
import type { CircuitSnapshot } from './model.ts';
import type { CircuitParams } from './params.ts';
import { seen } from './seen.ts';

export function known({ seed, step = STEPS }: CircuitParams, { rows }: Known): CircuitSnapshot | undefined {
  const { net, fingerprint } = rows.find((r) => r.seed === seed) ?? {};
  return net && step === STEPS
    ? { step, end: STEPS, seed, ...seen(net.weights, net.adds, net.over), fingerprint }
    : undefined;
}
