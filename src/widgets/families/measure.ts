// One seed trained and measured: for the claims, the bake and the tests.

import { median } from '../../math/median.ts';
import type { Kernels } from '../../math/kernels/kernels.ts';
import { fingerprint } from '../../math/hash.ts';
import { accuracy, BATCH, begin, curves, data, STEPS, templates, train } from '../../models/curves.ts';
import { family, type Family } from '../../models/template-families.ts';
import type { Row } from './baked.ts';

const rows = new Map<number, Row>();

/** One seed, trained and measured; made once, since training takes seconds. */
export function measureSeed(seed: number, k: Kernels): Row {
  const known = rows.get(seed);
  if (known) return known;
  const net = curves(k, BATCH);
  const from = data.train(seed);
  const measureFamily = (): Family => family(templates(net.tape.read(net.W1), net.tape.read(net.W2)));
  begin(net, seed);
  const before = measureFamily();
  for (let step = 0; step < STEPS; step++) train(net, from, seed, step);
  const now = measureFamily();
  const pairs = now.matrix.flatMap((line, i) => line.filter((_, j) => i !== j)).sort((a, b) => a - b);
  const weights = Float32Array.from(net.optimiser.save().subarray(0, net.optimiser.size));
  const made: Row = {
    seed,
    accuracy: accuracy(net, data.test(seed)),
    aligned: median(now.aligned),
    least: now.aligned[0],
    unturned: median(pairs),
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
