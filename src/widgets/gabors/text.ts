// What the figure says: the claim, the pair, the medians beside chance.

import type { Text } from '../../runtime/widget.ts';
import type { Known } from './baked.ts';
import type { GaborsSnapshot } from './model.ts';
import type { GaborsParams } from './params.ts';
import { bins, median, pairs, two } from './read.ts';

export const title = 'Other pictures, other seeds, the same family of filters';
export const question = ['Which of the 64 pairs?', 'Which pair?'];
export const value = ({ pick }: GaborsParams): string => `pair ${pick}`;

const named = ({ partner }: GaborsParams): string =>
  partner === 'random'
    ? 'directions without training'
    : `those of ${partner === 'autoencoder' ? 'an autoencoder' : partner} from other pictures`;

export function summary(params: GaborsParams, s: GaborsSnapshot, known?: Known): string {
  if (!s.filters) {
    return `${s.pictures} of 40 pictures ${params.world === 'leaves' ? 'of dead leaves' : 'with scrambled phases'} are drawn.`;
  }
  const all = pairs(s.filters, known?.partner.filters);
  const when = s.step < s.end ? `After step ${s.step - 40}, ` : '';
  const fit = s.R2.length
    ? ` A Gabor function explains ${Math.round(100 * median(s.R2))}% of the median filter.`
    : '';
  if (!all.length) {
    return `${when}64 filters are learned from ${params.world === 'leaves' ? 'dead leaves' : 'scrambled pictures'}.${fit}`;
  }
  const held = all[params.pick - 1];
  const lead = when ? `${when}the filters` : 'The filters';
  return `${lead} of ${params.method} match ${named(params)} with a median cosine of ${two(median(all.map((p) => p.cosine)))}, where two random sets reach ${two(median(known!.chance))}; pair ${params.pick} has ${two(held.cosine)}.${fit}`;
}

export function text(params: GaborsParams, s: GaborsSnapshot, known?: Known): Text {
  const filled = bins(s).filter((b) => b > 0).length;
  return {
    title,
    summary: summary(params, s, known),
    question: question[0],
    value: value(params),
    hint: 'drag, or arrow keys; bars are the cosines of all pairs',
    milestone:
      s.step === 40
        ? 'Forty pictures are drawn; the filters begin as noise.'
        : s.step === s.end
          ? `The filters are learned; ${filled} of 8 directions are filled.`
          : undefined,
    table: {
      caption:
        'Matched filters over six seeds: median absolute cosine, and linear CKA of their answers on held-out patches, which is high for random filters as well',
      head: ['pictures', 'one set', 'the other', 'median cosine', 'CKA', 'Gabor R², median'],
      rows: known
        ? known.rows.map((r) => [r.world, r.one, r.other, two(r.cosine), two(r.cka), two(r.R2)])
        : [[params.world, params.method, '', '', '', s.R2.length ? two(median(s.R2)) : '']],
    },
  };
}
