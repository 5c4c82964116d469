// What the figure says: the claim, what grew, the numbers.

import type { Text } from '../../runtime/widget.ts';
import { NAMES } from '../../models/pieces.ts';
import { grouped } from '../../scene/format.ts';
import type { Rate, Rates } from './baked.ts';
import { LABELS } from './labels.ts';
import type { GalleryParams } from './params.ts';
import type { GallerySnapshot } from './snapshot.ts';

export const title = 'What these networks grow when nobody asks for it';

const rateOf = (data: Rates | undefined, name: Rate['name']): Rate | undefined =>
  data?.rates.find((rate) => rate.name === name);

/** From how many starts a structure grew: "19 of 24"; empty while the rates are not loaded. */
export function share(data: Rates | undefined, name: Rate['name']): string {
  const rate = rateOf(data, name);
  return rate && data ? `${rate.grew} of ${data.starts}` : '';
}

/** All words that follow the state. */
export function text(params: GalleryParams, s: GallerySnapshot, data?: Rates): Text {
  return {
    title,
    summary: summary(params, s, data),
    milestone: s.right && s.step < s.end ? `${LABELS[s.piece].title}: grown.` : undefined,
    table: {
      caption: caption(params, s, data),
      head: ['structure', 'recipe', 'grew', 'otherwise'],
      rows: NAMES.map((name) => [
        LABELS[name].title,
        LABELS[name].recipe,
        share(data, name) || 'not loaded',
        otherwise(rateOf(data, name)),
      ]),
    },
  };
}

/** Which piece it is, what this seed grew, how often others do. */
export function summary({ seed }: GalleryParams, s: GallerySnapshot, data?: Rates): string {
  const { title: name, recipe } = LABELS[s.piece];
  const often = howOften(data, s.piece);
  if (s.step === 0) return `${name}: ${recipe}, seed ${seed}, before training.${often}`;
  return `${name}, from ${recipe}. ${outcome(seed, s)}.${often}`;
}

function outcome(seed: number, { right, step, end, shape }: GallerySnapshot): string {
  if (right) return `Seed ${seed} grew it`;
  if (step < end) return `At step ${grouped(step)} it is ${shape}`;
  return `Seed ${seed} grew something else: ${shape}`;
}

function howOften(data: Rates | undefined, name: Rate['name']): string {
  const rate = rateOf(data, name);
  if (!rate || !data) return '';
  const [mostly] = rate.grew < data.starts ? rate.else : [];
  const rest = mostly ? `; otherwise mostly ${mostly[0]}` : '';
  return ` It grew from ${rate.grew} of ${data.starts} starts${rest}.`;
}

function caption({ seed }: GalleryParams, s: GallerySnapshot, data?: Rates): string {
  const loss = s.loss === undefined ? '' : `, loss ${s.loss.toPrecision(3)}`;
  const rates = data ? `How often each grew, over ${data.starts} starts.` : '';
  return `${LABELS[s.piece].title}, seed ${seed}, step ${grouped(s.step)} of ${grouped(s.end)}: ${s.shape}${loss}. ${rates}`;
}

/** What grew instead: "2 pairs and 1 alone (5), uneven (2)" */
const otherwise = (rate: Rate | undefined): string =>
  rate?.else.map(([shape, times]) => `${shape} (${times})`).join(', ') || 'nothing else';
