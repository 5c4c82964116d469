// `dictionary`, the page's side put together.
import type { FigureDefinition, FigureView } from '../../runtime/widget.ts';
import { decode, file, key, type Strip } from './baked.ts';
import { spec, type DictionaryParams } from './params.ts';
import { scene } from './scene.ts';
import type { DictionarySnapshot } from './snapshot.ts';
import { text } from './text.ts';

export const view: FigureView<DictionaryParams, DictionarySnapshot, Strip> = {
  name: 'dictionary',
  caption: [
    'Drag the ring to the left.',
    'Where activity costs little, the reconstruction is perfect and the features are lost; among families of features (a space in the settings) the ring is the number of latents. A square’s area is the part of one direction that lies along the other, hollow ones are negative, those in full ink above a cosine of 0.9. Grey bars are what random directions reach.',
  ],
  about:
    'A sparse autoencoder with 40 latents, unless you set it otherwise, trained here on the 6 neurons of a toy model that holds 20 features, each active 5% of the time. The strip: mean of four other seeds. In the clusters a sample activates sub-features of at most a few of 5 families in 12 neurons, only the largest latent counts and dead ones stay dead.',
  source: 'src/models/dictionary.ts',
  tensors({ width, world }) {
    const m = world === 'toy' ? 6 : 12;
    return { encoder: [width, m], decoder: [width, m], 'encoder bias': [width], 'decoder bias': [m] };
  },
  spec,
  engine: 1,
  settings: [
    { key: 'world', label: 'Space' },
    { key: 'width', label: 'Latents' },
    { key: 'rule', label: 'Rule' },
    { key: 'keep', label: 'Largest that count' },
    { key: 'penalty', label: 'Penalty' },
    { key: 'seed', label: 'Seed' },
  ],
  scene,
  text,
  csv: (_, s) => [
    [
      'feature',
      'cosine with the nearest latent',
      'column of it',
      ...s.truth[0].map((_, h) => `true direction, neuron ${h + 1}`),
    ],
    ...s.truth.map((t, f) => [f + 1, s.best[f], s.nearest[f] + 1, ...t]),
    ['latent', 'alive', '', ...s.found[0].map((_, h) => `direction, neuron ${h + 1}`)],
    ...s.found.map((d, j) => [j + 1, s.live[j] ? 1 : 0, '', ...d]),
  ],
  baked: { file, decode, key },
  pace: (_, end) => end / 4,
};

export const figure: FigureDefinition<DictionaryParams, DictionarySnapshot, Strip> = {
  view,
  script: () => import('./model.ts?worker-script'),
  model: () => import('./model.ts'),
  program: () => import('./program.ts'),
};
