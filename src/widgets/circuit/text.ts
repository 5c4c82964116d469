// What the figure says: the claim, the surgery, what came of it.

import type { Text } from '../../runtime/widget.ts';
import { fixed2, wholePercent } from '../../scene/format.ts';
import { capital, listed } from '../../scene/words.ts';
import type { BakedCircuit, Row, Unnamed } from './baked.ts';
import { answers, falls, right, shares } from './derive.ts';
import { CLASSES, GROUPS } from './groups.ts';
import type { CircuitParams } from './params.ts';
import type { CircuitSnapshot } from './snapshot.ts';
import { describeSurgery, touched, UNTOUCHED } from './surgery.ts';

type Compared = 'guided' | 'added' | 'guidedShuffled' | 'addedShuffled';

export const title = 'A car is wheels below and a window above';

/** One sentence or a few: what is to be seen now. */
export function summary(params: CircuitParams, s: CircuitSnapshot): string {
  const when = s.step < s.end ? `At step ${s.step}: ` : '';
  if (!touched(params)) return when + beforeSurgery(s);
  const how = capital(describeSurgery(params));
  if (params.shown === 'no') return `${when}${how}: say which groups will change, then look.`;
  return [
    `${when}${how}, ${effect(params, s)}.`,
    ...(onlyTurned(params) ? [upsideDown(params, s)] : []),
    ...(params.guess ? [prediction(params, s)] : []),
  ].join(' ');
}

function beforeSurgery(s: CircuitSnapshot): string {
  const [cars] = shares(answers(s, 0, UNTOUCHED));
  return `${wholePercent(cars)} of held-out cars are called cars, and what makes them so, beyond a bare body, is ${parts(s)}.`;
}

function parts({ shares: [wheels, window, roof] }: CircuitSnapshot): string {
  const noRoof = Math.abs(roof) < 0.005;
  return `${wholePercent(wheels)} wheels, ${wholePercent(window)} window, ${wholePercent(noRoof ? 0 : roof)} roof`;
}

/** "12% of cars are called cars; most cars and wagons change class" */
function effect(params: CircuitParams, s: CircuitSnapshot): string {
  const [cars] = shares(answers(s, 0, params));
  const fall = falls(s, params);
  const fell = GROUPS.filter((_, g) => fall[g]);
  const groups = fell.length ? `most ${listed(fell)} change class` : 'no group changes class';
  return `${wholePercent(cars)} of cars are called cars; ${groups}`;
}

const onlyTurned = ({ turned, cut, blank }: CircuitParams): boolean => turned === 'yes' && !cut && !blank;

function upsideDown(params: CircuitParams, s: CircuitSnapshot): string {
  const [cars] = shares(answers(s, 4, params));
  const share = wholePercent(cars);
  const result = cars < 0.5 ? `only ${share} do: the prediction fails` : `${share} do`;
  return `One would predict that upside-down cars now become cars; ${result}.`;
}

const prediction = (params: CircuitParams, s: CircuitSnapshot): string =>
  `The prediction is right for ${right(s, params)} of ${GROUPS.length} groups.`;

const correlation = (v: number | null): string =>
  v === null ? 'not defined, one map being all zero' : fixed2(v);

/** What the second net's maps say of one comparison. */
export function compareMaps({ beside }: Pick<CircuitParams, 'beside'>, { alike, rows }: Unnamed): string {
  const shuffled = beside === 'shuffled';
  const [guided, added] = shuffled
    ? (['guidedShuffled', 'addedShuffled'] as const)
    : (['guided', 'added'] as const);
  const i = shuffled ? 1 : 0;
  const other = shuffled
    ? 'and the one made with the last layer shuffled'
    : 'and that of a house on the same picture';
  const one = `the guided map of a car ${other} correlate by ${correlation(alike.guided[i])}, what the weights add by ${correlation(alike.added[i])}`;
  return `In a second net, without names, ${one}; over eight trainings ${range(rows, guided)} and ${range(rows, added)}.`;
}

function range(rows: Unnamed['rows'], key: Compared): string {
  const all = rows.map((r) => r[key]);
  return `${correlation(Math.min(...all))} to ${correlation(Math.max(...all))}`;
}

/** All words of the figure. */
export function text(params: CircuitParams, s: CircuitSnapshot, baked?: BakedCircuit): Text {
  const second = baked && params.beside === 'shuffled' ? ` ${compareMaps(params, baked.unnamed)}` : '';
  const told = params.shown === 'yes';
  return {
    title,
    summary: summary(params, s) + second,
    milestone:
      told && params.guess ? `${right(s, params)} of ${GROUPS.length} predictions right.` : undefined,
    table: {
      caption: caption(s, baked),
      head: ['pictures', ...CLASSES.map((c) => `${c}, before`), ...CLASSES.map((c) => `${c}, now`)],
      rows: GROUPS.map((name, g) => [
        name,
        ...shares(answers(s, g, UNTOUCHED)).map(wholePercent),
        ...(told ? shares(answers(s, g, params)).map(wholePercent) : CLASSES.map(() => 'hidden')),
      ]),
    },
  };
}

function caption(s: CircuitSnapshot, baked?: BakedCircuit): string {
  return [
    `Answers on held-out pictures before and after the surgery; what makes a car: ${parts(s)}.`,
    ...(baked?.rows.length
      ? [`Five seeds, on 200 pictures of each kind: ${baked.rows.map(describeSeed).join('; ')}.`]
      : []),
    ...(baked ? describeUnnamed(baked.unnamed) : []),
  ].join(' ');
}

const describeSeed = (r: Row): string =>
  [
    `seed ${r.seed}: accuracy ${wholePercent(r.accuracy)}`,
    `wheels ${wholePercent(r.shares[0])}`,
    `window ${wholePercent(r.shares[1])}`,
    `cars without the wheel edge ${wholePercent(r.noWheels)}`,
    `without the window edge ${wholePercent(r.noWindow)}`,
    `upside-down cars found by upside-down pictures ${wholePercent(r.turnedOver)}`,
  ].join(', ');

function describeUnnamed(unnamed: Unnamed): string[] {
  const seeds = unnamed.rows.map((r) =>
    [r.guided, r.added, r.guidedShuffled, r.addedShuffled].map(correlation).join(', '),
  );
  return [
    compareMaps({ beside: 'house' }, unnamed),
    compareMaps({ beside: 'shuffled' }, unnamed),
    `Seed by seed, house guided, house added, shuffled guided, shuffled added: ${seeds.join('; ')}.`,
  ];
}
