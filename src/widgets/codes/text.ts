// What the figure says: the claim, the result, the numbers.

import type { Text } from '../../runtime/widget.ts';
import { grouped, wholePercent } from '../../scene/format.ts';
import type { Code, CodesParams } from './params.ts';
import { CODES, type CodesSnapshot } from './snapshot.ts';
import { atOnce, big, nameOf, on, thing, verdict } from './words.ts';

const title = 'Many names, or many at once';

/** The words beside the picture, and the table of the three codes. */
export function text(params: CodesParams, snapshot: CodesSnapshot): Text {
  return {
    title,
    summary: summary(params, snapshot),
    milestone: milestone(params, snapshot),
    table: table(params, snapshot),
  };
}

/** How many things each code names, and how often each reads all that are there. */
export function summary({ together: k }: CodesParams, snapshot: CodesSnapshot): string {
  const { d, N, onehot, composed, step } = snapshot;
  const names = `${d} neurons and ${grouped(N)} things: a neuron each names ${big(onehot.names)}, four neurons per attribute ${big(composed.names)}, random directions all ${grouped(N)}.`;
  if (!step) return `${names} No trial has been made yet.`;
  const [each, attributes, directions] = CODES.map((code) => wholePercent(snapshot[code].right[k - 1]));
  return `${names} With ${k} at once, all are read in ${each}, ${attributes} and ${directions} of ${step} trials.`;
}

function milestone(params: CodesParams, snapshot: CodesSnapshot): string | undefined {
  const { step, end } = snapshot;
  if (step >= end) return summary(params, snapshot);
  return step >= end / 2 ? 'Half of the trials are made.' : undefined;
}

function table({ together: k }: CodesParams, snapshot: CodesSnapshot): Text['table'] {
  const { d, N, half, third, step } = snapshot;
  const there = on(k).map(thing).join(', ');
  return {
    caption: `${d} neurons, ${grouped(N)} things, ${step} trials; there at once: ${there}.${crossTalk(snapshot)} About ${big(half)} directions keep it below 0.5, ${big(third)} below 0.3.`,
    head: [
      'code',
      'names',
      'could name',
      `all of ${k} read`,
      'at once, nine times in ten',
      'these',
      'colour of things never shown',
    ],
    rows: CODES.map((code) => tableRow(code, k, snapshot)),
  };
}

/** What was measured among the random directions, with a space before it; empty before the first two are compared. */
function crossTalk({ worst, close, closeExpected, pairs }: CodesSnapshot): string {
  const last = worst.at(-1);
  if (!last) return '';
  const [n, measured, median] = last;
  const expected = closeExpected < 10 ? closeExpected.toPrecision(1) : grouped(Math.round(closeExpected));
  const largest = `Among ${grouped(n)} random directions the largest cross-talk is ${measured.toFixed(2)}, the exact median ${median.toFixed(2)}`;
  return ` ${largest}; ${grouped(close)} of ${grouped(pairs)} pairs lie above 0.5, ${expected} expected.`;
}

function tableRow(code: Code, k: number, snapshot: CodesSnapshot): string[] {
  const { names, room, right, unseen } = snapshot[code];
  const tried = snapshot.step > 0;
  return [
    nameOf[code],
    big(names),
    code === 'superposed' ? `${big(room)} below 0.5` : big(room),
    tried ? wholePercent(right[k - 1]) : 'none yet',
    tried ? mostAtOnce(right) : 'none yet',
    verdict(snapshot, code, k),
    wholePercent(unseen),
  ];
}

function mostAtOnce(right: readonly number[]): string {
  const most = atOnce(right);
  return most === right.length ? `${most} or more` : String(most);
}
