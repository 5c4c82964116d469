// `codes`, the page's side put together.
import type { FigureDefinition, FigureView } from '../../runtime/widget.ts';
import { spec, type CodesParams } from './params.ts';
import { scene } from './scene.ts';
import { CODES, type CodesSnapshot } from './snapshot.ts';
import { text } from './text.ts';
import { nameOf } from './words.ts';

export const view: FigureView<CodesParams, CodesSnapshot> = {
  name: 'codes',
  caption: [
    'Put more things into the room',
    'with the ring on the left chart, and more things into the world with the ring on the right. A row is the code of a coloured shape: lights filled from below are active, pale from above negative. Solid bars are what a linear reader hears of the things that are there, fringes what it hears of the others; a fringe that reaches the dashed line cannot be told from the real thing.',
  ],
  about:
    'No training: three codes written down for up to 4,096 things, and one linear reader (the dot product with every code; the k loudest are named, a tie counts as wrong). Random directions are unit vectors drawn from the seed; each point is 200 trials. Composed codes use every combination, four values to an attribute; a reader of colour is made from half of the things, like the white squares of a chessboard, and tried on the other half. Cross-talk is measured among the first 1,024 directions. After Thorpe 1989 and Olah 2023.',
  source: 'src/models/codes.ts',
  spec,
  engine: 1,
  settings: [
    { key: 'neurons', label: 'Neurons' },
    { key: 'things', label: 'Things' },
    { key: 'together', label: 'At once' },
    { key: 'seed', label: 'Seed' },
  ],
  scene,
  text,
  csv: (_, snapshot) => [
    [
      'code',
      'names',
      'could name',
      'colour of things never shown',
      ...snapshot.onehot.right.map((__, i) => `all read, ${i + 1} at once`),
    ],
    ...CODES.map((code) => [
      nameOf[code],
      snapshot[code].names,
      snapshot[code].room,
      snapshot[code].unseen,
      ...snapshot[code].right,
    ]),
    ['directions', 'largest cross-talk', 'exact median'],
    ...snapshot.worst.map((row) => [...row]),
  ],
  verb: 'Run trials',
  noun: 'trial',
  pace: (_, end) => end / 2,
};

export const figure: FigureDefinition<CodesParams, CodesSnapshot, unknown> = {
  view,
  script: () => import('./model.ts?worker-script'),
  model: () => import('./model.ts'),
  program: () => import('./program.ts'),
};
