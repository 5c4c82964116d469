// The transcript of a whole run, made.

import { fingerprint } from '../math/hash.ts';
import type { Kernels } from '../math/kernels/kernels.ts';
import { EVERY, STEPS, type Scores } from './heads.ts';
import { create, measure, train, weights } from './induction.ts';
import { CUTS, frame, FRAME, type Transcript } from './transcript.ts';

/** A network of two layers and one of one layer, trained on the same sequences; yields at every tenth step. */
export function* recordTranscript(seed: number, k: Kernels): Generator<undefined, Transcript, void> {
  const two = create(2, seed, k);
  const one = create(1, seed, k);
  const frames: Uint8Array[] = [];
  const fingerprints: string[] = [];
  const cut = Object.fromEntries(Object.keys(CUTS).map((name) => [name, [] as Scores[]]));
  for (let step = 0; ; step++) {
    if (step % EVERY === 0) {
      two.course[step / EVERY] = measure(two, k);
      one.course[step / EVERY] = measure(one, k);
      for (const [name, what] of Object.entries(CUTS)) cut[name].push(measure(two, k, what));
      frames.push(frame(weights(two)));
      fingerprints.push(fingerprint(weights(two)));
      yield;
    }
    if (step === STEPS) break;
    train(two, seed, step, k);
    train(one, seed, step, k);
  }
  const all = new Uint8Array(frames.length * FRAME);
  frames.forEach((f, i) => all.set(f, i * FRAME));
  return {
    seed,
    two: two.course,
    one: one.course,
    cut,
    fingerprints,
    frames: all,
    weights: Float32Array.from(weights(two)),
  };
}
