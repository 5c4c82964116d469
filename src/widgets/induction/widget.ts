// `induction`, the page's side put together.
import type { Transcript } from '../../models/transcript.ts';
import type { FigureDefinition, FigureView } from '../../runtime/widget.ts';
import { sign } from './alphabet.ts';
import { pageSubset, decode, file, key } from './baked.ts';
import type { InductionSnapshot } from './snapshot.ts';
import { spec, type InductionParams } from './params.ts';
import { looksOf, placeOf } from './derive.ts';
import { scene } from './scene.ts';
import { text } from './text.ts';

export const view: FigureView<InductionParams, InductionSnapshot, Transcript> = {
  name: 'induction',
  caption: [
    'Drag through training, and watch the second head find its place.',
    'Bars show where the chosen place looks, blue for the head of the first layer and orange for that of the second; below each token stands what the network had guessed there, underlined where it was right. The squares show every place at once, and a table of tokens that is read off the weights. Steps you scrub to are there at once; your own sequence, a head taken out or another table at an earlier step waits until the run has been made again, in a few seconds.',
  ],
  about:
    'A transformer of attention only, with two layers of one head (7,168 weights, 32 tokens, a window of 32), trained here for 400 steps on stretches of a random Markov chain that repeat with periods from 8 to 16. Beside it, dashed, one layer on the same sequences. Scores are taken on 128 sequences that are held out.',
  source: 'src/models/induction.ts',
  kernels: {
    ran: ['src/models/transformer.ts'],
    wasm: 'src/math/kernels/as/attention.ts',
    plain: 'src/math/kernels/plain-attention.ts',
    tolerance: '0.001 of PyTorch’s logits, attention, gradients and losses',
    test: 'tests/models/goldens.test.ts',
  },
  tensors: ({ layers }) => ({
    E: [32, 32],
    U: [32, 32],
    P: [32, 32],
    ...Object.fromEntries(
      [1, 2].slice(0, layers).flatMap((l) => [
        [`layer ${l}: W_q`, [32, 16]],
        [`layer ${l}: W_k`, [32, 16]],
        [`layer ${l}: W_v`, [32, 16]],
        [`layer ${l}: W_o`, [16, 32]],
      ]),
    ),
  }),
  spec,
  engine: 1,
  typed: {
    key: 'text',
    label: 'Your own sequence',
    hint: 'letters, spaces, . , - ! ?  For example: the cat sat, the c',
  },
  settings: [
    { key: 'layers', label: 'Layers' },
    { key: 'seed', label: 'Seed' },
    { key: 'sample', label: 'Sample' },
    { key: 'table', label: 'Table' },
    { key: 'knock', label: 'Head taken out' },
    { key: 'by', label: 'How' },
  ],
  scene,
  text,
  csv: (params, s) => [
    [
      'step',
      'loss on repeats',
      'loss the first time',
      'in-context score',
      'previous token',
      'prefix matching',
    ],
    ...[...s.course.map((c, i) => [i * 10, c] as const), [s.step, s.scores] as const].map(([step, c]) => [
      step,
      c.repeated,
      c.first,
      c.context,
      c.previous,
      c.prefix,
    ]),
    [
      'place',
      'token',
      ...[0, 1]
        .slice(0, s.layers)
        .map((layer) => `place ${placeOf(params, s) + 1} looks here, head ${layer + 1}`),
      'guess after it',
      'chance of the guess',
    ],
    ...s.reading.tokens.map((t, i) => [
      i + 1,
      sign(t),
      ...[0, 1].slice(0, s.layers).map((layer) => looksOf(s, layer, placeOf(params, s))[i] ?? 0),
      sign(s.reading.guess[i]),
      s.reading.sure[i] / 255,
    ]),
  ],
  baked: { file, decode, key, pageSubset, answers: () => import('./baked-snapshot.ts') },
  pace: (_, end) => end / 8,
};

export const figure: FigureDefinition<InductionParams, InductionSnapshot, Transcript> = {
  view,
  script: () => import('./model.ts?worker-script&kernels'),
  model: () => import('./model.ts'),
  program: () => import('./program.ts'),
};
