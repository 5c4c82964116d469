// What the figure says: the claim, the result, the question.

import type { Text } from '../../runtime/widget.ts';
import type { Atlas } from './baked.ts';
import type { PolytopesSnapshot } from './model.ts';
import type { PolytopesParams } from './params.ts';
import { foundAt, FRACTIONS, held, partAt, rarities, standing } from './read.ts';
import { capital, inWords, plural } from '../../scene/words.ts';
import { grouped, minus } from '../../scene/format.ts';
import { phrase, signs, tally } from './words.ts';

export const corners = ({ kept }: PolytopesSnapshot): number => kept.filter(Boolean).length;
export const question = (m: number): string => `How many features share ${inWords(m)} neurons?`;

export function text(params: PolytopesParams, snapshot: PolytopesSnapshot, data?: Atlas): Text {
  return {
    title: title(snapshot),
    summary: summary(params, snapshot, data),
    question: question(snapshot.m),
    value: String(snapshot.n),
    milestone: milestone(snapshot),
    table: data ? atlasTable(data, snapshot.m) : table(snapshot),
  };
}

export function title(snapshot: PolytopesSnapshot): string {
  const { n, m, shape } = snapshot;
  const start = `${capital(plural(n, 'feature'))} in ${plural(m, 'neuron')}`;
  const k = corners(snapshot);
  return k < 2 || (shape === 'uneven' && snapshot.step < snapshot.end)
    ? start
    : `${start}: ${phrase(shape, k)}`;
}

function summary(params: PolytopesParams, snapshot: PolytopesSnapshot, data?: Atlas): string {
  const { n, m, step, end, shape, angles } = snapshot;
  const k = corners(snapshot);
  if (step === 0) return `Before the first step ${plural(n, 'feature')} point in chance directions.`;
  if (k < 2) {
    return `At step ${grouped(step)} ${k ? 'one direction is' : 'no direction is'} long enough to count.`;
  }
  const who = k === n ? capital(plural(n, 'feature')) : `${capital(inWords(k))} of ${plural(n, 'feature')}`;
  const out = n - k ? `; ${inWords(n - k)} ${n - k === 1 ? 'is' : 'are'} left out` : '';
  const cosines = angles.length <= 6 ? ` (cosines ${signs(angles)})` : '';
  if (step < end) {
    return `At step ${grouped(step)} ${who.toLowerCase()} in ${plural(m, 'neuron')} are ${phrase(shape, k)}${cosines}${out}.`;
  }
  return `${who} settle in ${plural(m, 'neuron')} as ${phrase(shape, k)}${cosines}${out}.${starts(snapshot, data)}${onCurve(params, data)}`;
}

/** How many starts end so, and whether this one did. */
export function starts(snapshot: PolytopesSnapshot, data?: Atlas): string {
  const state = standing(snapshot, data);
  const row = foundAt(data, snapshot.n);
  if (!state || !row) return '';
  const { best, isBest, worse } = state;
  const k = corners(snapshot);
  const mine = row.outcomes.find((o) => o.shape === snapshot.shape && o.corners === k);
  const times = (count: number): string => `${count} of ${data!.starts} starts`;
  const first = isBest
    ? ` ${capital(times(best.times))} end so, and none finds a lower loss.`
    : ` It is not the best: ${times(best.times)} find ${phrase(best.shape, best.corners)}; the loss here is ${higher(worse)}${mine ? `, and ${mine.times} of ${data!.starts} ${mine.times === 1 ? 'stops' : 'stop'} here` : ''}.`;
  const solid =
    isBest && snapshot.m === 3 && snapshot.n === 4 && !row.outcomes.some((o) => o.shape === 'tetrahedron');
  return first + (solid ? ' No start ends as a tetrahedron.' : '');
}

/** "9% higher", "35 times as high" */
export const higher = (part: number): string =>
  part < 0.005
    ? 'less than 1% higher'
    : part < 1
      ? `${Math.round(part * 100)}% higher`
      : `${Math.round(part + 1)} times as high`;

function onCurve({ rarity }: PolytopesParams, data?: Atlas): string {
  if (!data) return '';
  const { rarity: at, rows } = held(data, rarity);
  return ` On the curve: with one feature in ${at} active, ${gathered(data, at)} (${rows.length} seeds).`;
}

/** "all represented features hold ½", "24% hold ½, 37% hold ⅖", "no fraction stands out" */
export function gathered(data: Atlas, rarity: number): string {
  const { rows } = held(data, rarity);
  const parts = FRACTIONS.map(({ at, text }) => ({ text, part: partAt(rows, at) }))
    .filter(({ part }) => part >= 0.1)
    .sort((a, b) => b.part - a.part);
  if (!parts.length) return 'no fraction stands out among the shares';
  if (parts[0].part > 0.995) return `all represented features hold ${parts[0].text} of a dimension`;
  return `${parts.map(({ text, part }, i) => `${Math.round(part * 100)}%${i ? '' : ' of the represented features'} hold ${text}`).join(', ')} of a dimension`;
}

/** Said aloud as it happens: the result, and how many are kept on the way. Equal sentences are said once. */
function milestone(snapshot: PolytopesSnapshot): string | undefined {
  const { step, end, shape } = snapshot;
  const k = corners(snapshot);
  if (step >= end || k < 2 || step === 0) return undefined;
  return shape === 'uneven'
    ? `${capital(plural(k, 'feature'))} kept.`
    : `${capital(plural(k, 'feature'))} kept: ${phrase(shape, k)}.`;
}

const fixed = (value: number): string => minus(value.toFixed(2)).replace(/^−(?=0\.00$)/, '');

function table(snapshot: PolytopesSnapshot): Text['table'] {
  const { step, loss, norms, kept, biases, shares } = snapshot;
  return {
    caption: `The features after step ${grouped(step)}; loss ${loss.toPrecision(3)}`,
    head: ['feature', 'length', 'bias', 'share of a dimension'],
    rows: norms.map((norm, f) => [
      `feature ${f + 1}${kept[f] ? '' : ' (left out)'}`,
      fixed(norm),
      fixed(biases[f]),
      fixed(shares[f]),
    ]),
  };
}

function atlasTable(data: Atlas, m: number): Text['table'] {
  const starts = data.found.map(({ n, outcomes: [best], shares }) => [
    `${n} features, ${m} neurons`,
    phrase(best.shape, best.corners),
    `${best.times} of ${data.starts} starts`,
    best.loss < 1e-7 ? '0' : best.loss.toPrecision(3),
    tally(shares.filter((D) => D > 0.01)),
  ]);
  const curve = rarities(data).map((rarity) => {
    const { rows, star } = held(data, rarity);
    const count = rows.map(({ bins }) => bins.filter((_, i) => i % 2).reduce((sum, c) => sum + c, 0));
    return [
      `${data.curve.n} features, ${data.curve.m} neurons, one in ${rarity} active`,
      `${Math.min(...count)} to ${Math.max(...count)} represented`,
      `${rows.length} seeds`,
      `D* ${star.toFixed(3)}`,
      FRACTIONS.filter(({ reached }) => reached)
        .map(({ at, text }) => `${text}: ${Math.round(partAt(rows, at) * 100)}%`)
        .join(', '),
    ];
  });
  return {
    caption: 'The best of all starts for every number of features, and the models of the curve',
    head: ['model', 'found', 'how often', 'loss, or D*', 'shares of a dimension'],
    rows: [...starts, ...curve],
  };
}
