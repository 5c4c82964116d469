// `circuit`, the page's side put together.
import type { FigureDefinition, FigureView } from '../../runtime/widget.ts';
import { decode, file, key, pageSubset, type BakedCircuit } from './baked.ts';
import { CHANNELS, CLASSES } from './groups.ts';
import { spec, type CircuitParams } from './params.ts';
import { scene } from './scene.ts';
import type { CircuitSnapshot } from './snapshot.ts';
import { text } from './text.ts';

export const view: FigureView<CircuitParams, CircuitSnapshot, BakedCircuit> = {
  name: 'circuit',
  caption: [
    'Cut an edge',
    'with a tap on its picture, say which groups will change, then look. A square is a weight at its place in the picture: filled, the part is welcome there; hollow, unwelcome. A tap on a channel’s name holds the channel at its mean. The thin line over each bar is the answer before the cut. Then turn the car’s pictures upside down, predict, and be wrong. Below, on the page only, a second net, which was given no names: the maps of guided backpropagation for two classes beside what its weights add. All maps are signed; grey is nothing, light speaks for the class. Taken by size alone, the plain gradient notices a shuffled layer no better.',
  ],
  about:
    'A convolutional net, trained here: 12 filters of 5×5, three channels of 5×5 that are also taught by name to say whether a part is there (a concept bottleneck), 7×7 places each, one linear layer to four classes (1,810 numbers); 600 steps of 64 of 6,000 drawn pictures, 28×28. Answers on 40 held-out pictures of each kind. A logit is the class’s bias plus what three channels add, so every cut is recomputed exactly. The second net has eight channels without names (4,292 numbers) and learned from pictures whose parts touch the body; it was trained beforehand, in eight seeds, and its maps are correlated over 40 cars each.',
  source: 'src/models/car.ts',
  kernels: {
    wasm: 'src/math/kernels/as/gemm.ts',
    plain: 'src/math/kernels/plain.ts',
    tolerance: '2% of the largest gradient of a step',
    test: 'tests/models/tape.test.ts',
  },
  spec,
  engine: 1,
  settings: [{ key: 'seed', label: 'Seed' }],
  scene,
  text,
  csv: (_, s) => [
    [
      'class',
      'channel',
      ...Array.from({ length: 49 }, (_, p) => `row ${Math.floor(p / 7) + 1} column ${(p % 7) + 1}`),
    ],
    ...s.maps.flatMap((row, n) => row.map((map, c) => [CLASSES[n], CHANNELS[c], ...map])),
  ],
  baked: { file, decode, key, pageSubset, answers: () => import('./baked-snapshot.ts') },
  pace: (_, end) => end / 8,
};

export const figure: FigureDefinition<CircuitParams, CircuitSnapshot, BakedCircuit> = {
  view,
  script: () => import('./model.ts?worker-script&kernels'),
  model: () => import('./model.ts'),
  program: () => import('./program.ts'),
};
