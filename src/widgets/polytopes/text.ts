// What the figure says: the claim, the result, the question.

import type { Text } from '../../runtime/widget.ts';
import type { Atlas } from './baked.ts';
import {
  corners,
  FRACTIONS,
  held,
  partAt,
  rarities,
  represented,
  standing,
  type Standing,
} from './derive.ts';
import type { PolytopesParams } from './params.ts';
import type { PolytopesSnapshot } from './snapshot.ts';
import { capital, inWords, plural } from '../../scene/words.ts';
import { fixed2, grouped, wholePercent } from '../../scene/format.ts';
import { phrase, signs, tally } from './words.ts';

/** All words that follow the state. */
export function text(params: PolytopesParams, snapshot: PolytopesSnapshot, data?: Atlas): Text {
  return {
    title: title(snapshot),
    summary: summary(params, snapshot, data),
    question: `How many features share ${inWords(snapshot.m)} neurons?`,
    value: String(snapshot.n),
    milestone: milestone(snapshot),
    table: data ? atlasTable(data, snapshot.m) : table(snapshot),
  };
}

/** "Six features in three neurons: an octahedron"; without the shape while there is none. */
export function title(snapshot: PolytopesSnapshot): string {
  const { n, m, shape, step, end } = snapshot;
  const start = `${capital(plural(n, 'feature'))} in ${plural(m, 'neuron')}`;
  const k = corners(snapshot);
  return k < 2 || (shape === 'uneven' && step < end) ? start : `${start}: ${phrase(shape, k)}`;
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
  const so = `${phrase(shape, k)}${cosines}${out}.`;
  if (step < end) return `At step ${grouped(step)} ${who.toLowerCase()} in ${plural(m, 'neuron')} are ${so}`;
  return `${who} settle in ${plural(m, 'neuron')} as ${so}${starts(snapshot, data)}${onCurve(params, data)}`;
}

/** How many starts end so, and whether this one did. */
function starts(snapshot: PolytopesSnapshot, data?: Atlas): string {
  const state = standing(snapshot, data);
  if (!state) return '';
  const { best, isBest, noTetrahedron } = state;
  if (!isBest) return ` It is not the best: ${betterStarts(state)}${sameStarts(state)}.`;
  const solid = noTetrahedron ? ' No start ends as a tetrahedron.' : '';
  return ` ${capital(outOf(best.times, state))} end so, and none finds a lower loss.${solid}`;
}

const outOf = (times: number, { starts: all }: Standing): string => `${times} of ${all} starts`;

const betterStarts = (state: Standing): string =>
  `${outOf(state.best.times, state)} find ${phrase(state.best.shape, state.best.corners)}; the loss here is ${higher(state.worse)}`;

const sameStarts = ({ mine, starts: all }: Standing): string =>
  mine ? `, and ${mine.times} of ${all} ${stop(mine.times)} here` : '';

const stop = (times: number): string => (times === 1 ? 'stops' : 'stop');

/** What the heading says of a run that has come to its end: every note in several lengths, the longest first. */
export function notes(snapshot: PolytopesSnapshot, data?: Atlas): string[][] {
  const state = standing(snapshot, data);
  if (!state) return [];
  const { best, isBest, worse, mine, noTetrahedron } = state;
  const bestStarts = outOf(best.times, state);
  if (isBest) {
    const first = [`${bestStarts} end so; none does better`, bestStarts];
    return noTetrahedron
      ? [first, [`No tetrahedron: none of ${state.starts} starts ends as one`, 'No tetrahedron was found']]
      : [first];
  }
  const name = phrase(best.shape, best.corners);
  const short = [`Not the best: ${bestStarts} find ${name}`, 'Not the best of all starts'];
  if (!mine) {
    const lower = wholePercent(1 - 1 / (1 + worse));
    return [[`Not the best: ${name}, its loss ${lower} lower, ends ${bestStarts}`, ...short]];
  }
  return [
    short,
    [
      `${outOf(mine.times, state)} ${stop(mine.times)} here; the loss is ${higher(worse)}`,
      `The loss is ${higher(worse)}`,
    ],
  ];
}

/** "9% higher", "35 times as high" @param part how much higher, 1: twice as high */
function higher(part: number): string {
  if (part < 0.005) return 'less than 1% higher';
  return part < 1 ? `${wholePercent(part)} higher` : `${Math.round(part + 1)} times as high`;
}

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
  const [first, ...rest] = parts;
  if (!first) return 'no fraction stands out among the shares';
  if (first.part > 0.995) return `all represented features hold ${first.text} of a dimension`;
  const list = [
    `${wholePercent(first.part)} of the represented features hold ${first.text}`,
    ...rest.map(({ text, part }) => `${wholePercent(part)} hold ${text}`),
  ];
  return `${list.join(', ')} of a dimension`;
}

/** Said aloud as it happens: the result, and how many are kept on the way. Equal sentences are said once. */
function milestone(snapshot: PolytopesSnapshot): string | undefined {
  const { step, end, shape } = snapshot;
  const k = corners(snapshot);
  if (step >= end || k < 2 || step === 0) return undefined;
  const kept = `${capital(plural(k, 'feature'))} kept`;
  return shape === 'uneven' ? `${kept}.` : `${kept}: ${phrase(shape, k)}.`;
}

function table(snapshot: PolytopesSnapshot): Text['table'] {
  const { step, loss, norms, kept, biases, shares } = snapshot;
  return {
    caption: `The features after step ${grouped(step)}; loss ${loss.toPrecision(3)}`,
    head: ['feature', 'length', 'bias', 'share of a dimension'],
    rows: norms.map((norm, f) => [
      `feature ${f + 1}${kept[f] ? '' : ' (left out)'}`,
      fixed2(norm),
      fixed2(biases[f]),
      fixed2(shares[f]),
    ]),
  };
}

const atlasTable = (data: Atlas, m: number): Text['table'] => ({
  caption: 'The best of all starts for every number of features, and the models of the curve',
  head: ['model', 'found', 'how often', 'loss, or D*', 'shares of a dimension'],
  rows: [...foundRows(data, m), ...curveRows(data)],
});

const foundRows = (data: Atlas, m: number): string[][] =>
  data.found.map(({ n, outcomes: [best], shares }) => [
    `${n} features, ${m} neurons`,
    phrase(best.shape, best.corners),
    `${best.times} of ${data.starts} starts`,
    best.loss < 1e-7 ? '0' : best.loss.toPrecision(3),
    tally(shares.filter((D) => D > 0.01)),
  ]);

function curveRows(data: Atlas): string[][] {
  const reached = FRACTIONS.filter((fraction) => fraction.reached);
  return rarities(data).map((rarity) => {
    const { rows, star } = held(data, rarity);
    const count = rows.map(represented);
    return [
      `${data.curve.n} features, ${data.curve.m} neurons, one in ${rarity} active`,
      `${Math.min(...count)} to ${Math.max(...count)} represented`,
      `${rows.length} seeds`,
      `D* ${star.toFixed(3)}`,
      reached.map(({ at, text }) => `${text}: ${wholePercent(partAt(rows, at))}`).join(', '),
    ];
  });
}
