// Panels of a dictionary: what its weights alone say of its latents.

import { grouped } from '../../scene/format.ts';
import { count } from '../sentences.ts';
import { below } from '../../models/chance.ts';
import { histogram } from './charts.ts';
import { chartBox, drawn, pen, type Panel, type Shown } from './panel.ts';

const BINS = 80;

/** How many values fall in each of BINS bins from `low` to `high`. */
function binned(values: ArrayLike<number>, low: number, high: number): number[] {
  const counts = new Array<number>(BINS).fill(0);
  for (const v of Array.from(values)) {
    const bin = Math.max(0, Math.min(BINS - 1, Math.floor(((v - low) / (high - low)) * BINS)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** The row of the selected feature in the file. */
const selectedRow = ({ look, selected }: Shown): number =>
  selected === undefined ? -1 : (look.at[selected] ?? -1);

const aligned: Panel = {
  id: 'encoder-decoder',
  title: 'Reads what it writes',
  fits: ({ dictionary }) => !!dictionary?.cosines,
  picture(shown, width) {
    const cosines = shown.dictionary?.cosines ?? [];
    const width_ = shown.dictionary?.dictionary.width ?? 2;
    const expected = Array.from(
      { length: BINS },
      (_, i) =>
        cosines.length * (below((2 * (i + 1)) / BINS - 1, width_) - below((2 * i) / BINS - 1, width_)),
    );
    const counts = binned(cosines, -1, 1);
    const most = Math.max(...counts);
    return drawn(
      chartBox(width),
      `Cosines of encoder and decoder of ${grouped(cosines.length)} latents, and by chance.`,
      histogram(counts, [-1, 1], chartBox(width), pen, {
        ticks: [-1, -0.5, 0, 0.5, 1],
        expected: expected.map((c) => Math.min(c, 1.05 * most)), // chance is one tall peak at 0 in many dimensions
        paint: 'ink-3',
        selected: cosines[selectedRow(shown)],
      }),
    );
  },
  says: ({ dictionary }) =>
    `Cosine of what a latent reads (W_enc) and what it writes (W_dec), all ${count(dictionary?.cosines?.length ?? 0, 'latent')}; dashed: random directions, cut off at the top of the picture. What stands under the dashed peak is, by its weights alone, a candidate for a dead latent.`,
  rows: ({ dictionary }) => [
    ['latent', 'decoder length', 'cosine of encoder and decoder'],
    ...Array.from(dictionary?.norms ?? [], (v, f) => [f, v, dictionary?.cosines?.[f] ?? '']),
  ],
};

const sources: Panel = {
  id: 'sources',
  title: 'Which source it writes to',
  fits: ({ dictionary }) => !!dictionary?.relative,
  picture: (shown, width) =>
    drawn(
      chartBox(width),
      'How much of each latent’s decoder length lies in the second source.',
      histogram(binned(shown.dictionary?.relative ?? [], 0, 1), [0, 1], chartBox(width), pen, {
        ticks: [0, 0.25, 0.5, 0.75, 1],
        paint: 'ink-3',
        selected: shown.dictionary?.relative?.[selectedRow(shown)],
      }),
    ),
  says: () =>
    'Length of the decoder in the second source over both: near 0 and 1 are latents of one source alone, near ½ those of both.',
  rows: ({ dictionary }) => [
    ['latent', 'share of the second source'],
    ...Array.from(dictionary?.relative ?? [], (v, f) => [f, v]),
  ],
};

export const dictionaryPanels: readonly Panel[] = [aligned, sources];
