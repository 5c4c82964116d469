// The sentences that this figure carries. Training takes seconds, so the seeds' numbers are made once and kept.

import type { Kernels } from '../../math/kernels/kernels.ts';
import { fingerprint } from '../../math/hash.ts';
import { accuracy, BATCH, begin, curves, data, STEPS, templates, train } from '../../models/curves.ts';
import type { Claim } from '../../runtime/widget.ts';
import type { Row } from './baked.ts';
import { family, median } from './read.ts';

const rows = new Map<number, Row>();

/** One seed, trained and measured. */
export function row(seed: number, k: Kernels): Row {
  const known = rows.get(seed);
  if (known) return known;
  const net = curves(k, BATCH);
  const from = data.train(seed);
  const seen = () => family(templates(net.tape.read(net.W1), net.tape.read(net.W2)).map((E) => [...E]));
  begin(net, seed);
  const before = seen();
  for (let step = 0; step < STEPS; step++) train(net, from, seed, step);
  const now = seen();
  const off = now.matrix.flatMap((line, i) => line.filter((_, j) => i !== j)).sort((a, b) => a - b);
  const weights = Float32Array.from(net.optimiser.save().subarray(0, net.optimiser.size));
  const made: Row = {
    seed,
    accuracy: accuracy(net, data.test(seed)),
    aligned: median(now.aligned),
    least: now.aligned[0],
    unturned: median(off),
    circulant: now.circulant,
    untrained: median(before.aligned),
    untrainedCirculant: before.circulant,
    members: now.members,
    fingerprint: fingerprint(weights),
    weights,
  };
  net.tape.free();
  rows.set(seed, made);
  return made;
}

export const claims: readonly Claim[] = [
  {
    id: 'families-turned',
    atLeast: 9,
    sentence: 'Turned by its place in the family, a template has a median cosine above 0.85 with any other.',
    test(seed, k) {
      const { aligned } = row(seed, k);
      return { ok: aligned > 0.85, value: aligned };
    },
  },
  {
    id: 'families-unturned',
    atLeast: 10,
    sentence: 'Without turning, the median cosine is below zero.',
    test(seed, k) {
      const { unturned } = row(seed, k);
      return { ok: unturned < 0, value: unturned };
    },
  },
  {
    id: 'families-untrained',
    atLeast: 10,
    sentence: 'Before training, turning does not help: the median cosine stays between −0.15 and 0.15.',
    test(seed, k) {
      const { untrained } = row(seed, k);
      return { ok: Math.abs(untrained) < 0.15, value: untrained };
    },
  },
  {
    id: 'families-circulant',
    atLeast: 10,
    sentence: 'More than 70% of the variance among the cosines hangs on the difference of directions alone.',
    test(seed, k) {
      const { circulant } = row(seed, k);
      return { ok: circulant > 0.7, value: circulant };
    },
  },
];
