// What the figure says: the claim, the pair, the medians beside chance.

import { median } from '../../math/median.ts';
import type { Text } from '../../runtime/widget.ts';
import { fixed2, wholePercent } from '../../scene/format.ts';
import type { BakedGabors } from './baked.ts';
import { directionsFilled, matchedPairs } from './derive.ts';
import type { GaborsParams } from './params.ts';
import type { GaborsSnapshot } from './snapshot.ts';

/** the first steps: a picture is drawn at each */
const PICTURES = 40;

export const title = 'Other pictures, other seeds, the same family of filters';
/** What the track asks, longest first. */
export const question = ['Which of the 64 pairs?', 'Which pair?'];
/** The track's value in words. */
export const value = ({ pick }: GaborsParams): string => `pair ${pick}`;

/** One sentence or two: what is to be seen now. */
export function summary(params: GaborsParams, s: GaborsSnapshot, baked?: BakedGabors): string {
  if (!s.filters) return drawing(params, s);
  const when = s.step < s.end ? `After step ${s.step - PICTURES}, ` : '';
  const pairs = matchedPairs(s, baked);
  if (!baked || !pairs.length) return when + learning(params) + fit(s);
  const lead = when ? `${when}the filters` : 'The filters';
  const match = fixed2(median(pairs.map((p) => p.cosine)));
  const chance = fixed2(median(baked.chance));
  const held = fixed2(pairs[params.pick - 1].cosine);
  return `${lead} of ${params.method} match ${partnerName(params)} with a median cosine of ${match}, where two random sets reach ${chance}; pair ${params.pick} has ${held}.${fit(s)}`;
}

function drawing({ world }: GaborsParams, { pictures }: GaborsSnapshot): string {
  const kind = world === 'leaves' ? 'of dead leaves' : 'with scrambled phases';
  return `${pictures} of ${PICTURES} pictures ${kind} are drawn.`;
}

const learning = ({ world }: GaborsParams): string =>
  `64 filters are learned from ${world === 'leaves' ? 'dead leaves' : 'scrambled pictures'}.`;

/** At the end only: " A Gabor function explains 93% of the median filter." */
const fit = ({ R2 }: GaborsSnapshot): string =>
  R2.length ? ` A Gabor function explains ${wholePercent(median(R2))} of the median filter.` : '';

function partnerName({ partner }: GaborsParams): string {
  if (partner === 'random') return 'directions without training';
  return `those of ${partner === 'autoencoder' ? 'an autoencoder' : partner} from other pictures`;
}

function milestone(s: GaborsSnapshot): string | undefined {
  if (s.step === PICTURES) return 'Forty pictures are drawn; the filters begin as noise.';
  if (s.step < s.end) return undefined;
  return `The filters are learned; ${directionsFilled(s)} of 8 directions are filled.`;
}

/** All words of the figure. */
export function text(params: GaborsParams, s: GaborsSnapshot, baked?: BakedGabors): Text {
  return {
    title,
    summary: summary(params, s, baked),
    question: question[0],
    value: value(params),
    hint: 'drag, or arrow keys; bars are the cosines of all pairs',
    milestone: milestone(s),
    table: {
      caption:
        'Matched filters over six seeds: median absolute cosine, and linear CKA of their answers on held-out patches, which is high for random filters as well',
      head: ['pictures', 'one set', 'the other', 'median cosine', 'CKA', 'Gabor R², median'],
      rows: baked
        ? baked.rows.map((r) => [r.world, r.one, r.other, fixed2(r.cosine), fixed2(r.cka), fixed2(r.R2)])
        : [[params.world, params.method, '', '', '', s.R2.length ? fixed2(median(s.R2)) : '']],
    },
  };
}
