// What the figure says: the claim, the result, the numbers.

import type { Text } from '../../runtime/widget.ts';
import type { CodesSnapshot } from './model.ts';
import type { CodesParams } from './params.ts';
import { grouped, wholePercent as percent } from '../../scene/format.ts';
import { atOnce, big, CODES, nameOf, on, thing, verdict } from './words.ts';

export const title = 'Many names, or many at once';

export function text(params: CodesParams, snapshot: CodesSnapshot): Text {
  return {
    title,
    summary: summary(params, snapshot),
    milestone: milestone(params, snapshot),
    table: table(params, snapshot),
  };
}

export function summary({ together: k }: CodesParams, snapshot: CodesSnapshot): string {
  const { d, N, onehot, composed, superposed, step } = snapshot;
  const names = `${d} neurons and ${grouped(N)} things: a neuron each names ${big(onehot.names)}, four neurons per attribute ${big(composed.names)}, random directions all ${grouped(N)}.`;
  if (!step) return `${names} No trial has been made yet.`;
  const all = (part: number): string => percent(part);
  return `${names} With ${k} at once, all are read in ${all(onehot.right[k - 1])}, ${all(composed.right[k - 1])} and ${all(superposed.right[k - 1])} of ${step} trials.`;
}

function milestone(params: CodesParams, snapshot: CodesSnapshot): string | undefined {
  const { step, end } = snapshot;
  return step >= end
    ? summary(params, snapshot)
    : step >= end / 2
      ? 'Half of the trials are made.'
      : undefined;
}

function table({ together: k }: CodesParams, snapshot: CodesSnapshot): Text['table'] {
  const { worst, d, half, third, close, closeExpected, pairs, step } = snapshot;
  const last = worst[worst.length - 1];
  const cross = last
    ? ` Among ${grouped(last[0])} random directions the largest cross-talk is ${last[1].toFixed(2)}, the exact median ${last[2].toFixed(2)}; ${grouped(close)} of ${grouped(pairs)} pairs lie above 0.5, ${closeExpected < 10 ? closeExpected.toPrecision(1) : grouped(Math.round(closeExpected))} expected.`
    : '';
  return {
    caption: `${d} neurons, ${grouped(snapshot.N)} things, ${step} trials; there at once: ${on(k).map(thing).join(', ')}.${cross} About ${big(half)} directions keep it below 0.5, ${big(third)} below 0.3.`,
    head: [
      'code',
      'names',
      'could name',
      `all of ${k} read`,
      'at once, nine times in ten',
      'these',
      'colour of things never shown',
    ],
    rows: CODES.map((code) => {
      const { names, room, right, unseen } = snapshot[code];
      const most = atOnce(right);
      return [
        nameOf[code],
        big(names),
        code === 'superposed' ? `${big(room)} below 0.5` : big(room),
        step ? percent(right[k - 1]) : 'none yet',
        step ? (most === right.length ? `${most} or more` : String(most)) : 'none yet',
        verdict(snapshot, code, k),
        percent(unseen),
      ];
    }),
  };
}
