// `node src/bake/induction.ts`: the whole run of the default seed. A few seconds.

import { compileKernels } from '../math/kernels/build.ts';
import { load } from '../math/kernels/load.ts';
import { recordTranscript } from '../models/record-transcript.ts';
import type { Head } from '../widgets/induction/baked.ts';
import { spec } from '../widgets/induction/params.ts';
import { keep } from './put.ts';

const SOURCES = [
  'models/induction',
  'models/heads',
  'models/record-transcript',
  'models/transformer',
  'models/repeats',
  'models/attend',
  'models/transcript',
  'math/tape',
  'math/adamw',
  'math/random',
  'math/functions',
];
const digits = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;

const going = recordTranscript(spec.seed.default, await load(await compileKernels()));
let run = going.next();
while (!run.done) run = going.next();
const { frames, weights, fingerprints, ...curves } = run.value;
await keep('induction', 'bin', SOURCES, (made) => {
  const text = JSON.stringify(
    { ...curves, made, fingerprints: fingerprints!, weights: weights!.length } satisfies Head,
    digits,
  );
  const head = Buffer.from(text.padEnd(Math.ceil(text.length / 4) * 4));
  return Buffer.concat(
    [Uint32Array.of(head.length), head, weights!, frames!].map((part) =>
      Buffer.from(part.buffer, part.byteOffset, part.byteLength),
    ),
  );
});
