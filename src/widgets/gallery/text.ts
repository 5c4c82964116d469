// What the figure says: the claim, what grew, the numbers.

import type { Text } from '../../runtime/widget.ts';
import { NAMES } from '../../models/pieces.ts';
import { grouped } from '../../scene/format.ts';
import type { Rate, Rates } from './baked.ts';
import type { GallerySnapshot } from './model.ts';
import type { GalleryParams } from './params.ts';
import { LABELS } from './words.ts';

export const TITLE = 'What these networks grow when nobody asks for it';
export const rateOf = (data: Rates | undefined, name: Rate['name']): Rate | undefined =>
  data?.rates.find((r) => r.name === name);
export const share = (data: Rates | undefined, name: Rate['name']): string => {
  const r = rateOf(data, name);
  return r && data ? `${r.grew} of ${data.starts}` : '';
};

export function text(params: GalleryParams, s: GallerySnapshot, data?: Rates): Text {
  return {
    title: TITLE,
    summary: summaryOf(params, s, data),
    milestone: s.right && s.step < s.end ? `${LABELS[s.piece].title}: grown.` : undefined,
    table: {
      caption: `${LABELS[s.piece].title}, seed ${params.seed}, step ${grouped(s.step)} of ${grouped(s.end)}: ${s.shape}${s.loss === undefined ? '' : `, loss ${s.loss.toPrecision(3)}`}. ${data ? `How often each grew, over ${data.starts} starts.` : ''}`,
      head: ['structure', 'recipe', 'grew', 'otherwise'],
      rows: NAMES.map((name) => [
        LABELS[name].title,
        LABELS[name].recipe,
        share(data, name) || 'not loaded',
        rateOf(data, name)
          ?.else.map(([shape, times]) => `${shape} (${times})`)
          .join(', ') || 'nothing else',
      ]),
    },
  };
}

export function summaryOf({ seed }: GalleryParams, s: GallerySnapshot, data?: Rates): string {
  const label = LABELS[s.piece];
  const rate = rateOf(data, s.piece);
  const often =
    rate && data
      ? ` It grew from ${rate.grew} of ${data.starts} starts${rate.grew < data.starts && rate.else.length ? `; otherwise mostly ${rate.else[0][0]}` : ''}.`
      : '';
  if (s.step === 0) return `${label.title}: ${label.recipe}, seed ${seed}, before training.${often}`;
  const here = s.right
    ? `Seed ${seed} grew it`
    : s.step < s.end
      ? `At step ${grouped(s.step)} it is ${s.shape}`
      : `Seed ${seed} grew something else: ${s.shape}`;
  return `${label.title}, from ${label.recipe}. ${here}.${often}`;
}
