// What the figure says: the claim, the surgery, what came of it.

import type { Text } from '../../runtime/widget.ts';
import type { Known, Unnamed } from './baked.ts';
import { CLASSES, GROUPS } from './groups.ts';
import type { CircuitSnapshot } from './model.ts';
import type { CircuitParams } from './params.ts';
import { answers, falls, percent, right, said, shares, touched, UNTOUCHED } from './read.ts';

export const title = 'A car is wheels below and a window above';

const parts = ({ shares: [w, n, t] }: CircuitSnapshot): string =>
  `${percent(w)} wheels, ${percent(n)} window, ${percent(Math.abs(t) < 0.005 ? 0 : t)} roof`;
const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

export function summary(params: CircuitParams, s: CircuitSnapshot): string {
  const when = s.step < s.end ? `At step ${s.step}: ` : '';
  if (!touched(params)) {
    return `${when}${percent(shares(answers(s, 0, UNTOUCHED))[0])} of held-out cars are called cars, and what makes them so, beyond a bare body, is ${parts(s)}.`;
  }
  const how = said(params);
  if (params.shown === 'no') {
    return `${when}${how.charAt(0).toUpperCase()}${how.slice(1)}: say which groups will change, then look.`;
  }
  const fell = GROUPS.filter((_, g) => falls(s, params)[g]);
  const guessed = params.guess
    ? ` The prediction is right for ${right(s, params)} of ${GROUPS.length} groups.`
    : '';
  const cars = shares(answers(s, 0, params));
  const over = shares(answers(s, 4, params))[0];
  const turned =
    params.turned === 'yes' && !params.cut && !params.blank
      ? ` One would predict that upside-down cars now become cars; ${over < 0.5 ? `only ${percent(over)} do: the prediction fails` : `${percent(over)} do`}.`
      : '';
  return `${when}${how.charAt(0).toUpperCase()}${how.slice(1)}, ${percent(cars[0])} of cars are called cars; ${fell.length ? `most ${list(fell)} change class` : 'no group changes class'}.${turned}${guessed}`;
}

const signed = (v: number | null): string =>
  v === null ? 'not defined, one map being all zero' : v.toFixed(2).replace('-', '−');

/** What the second net's maps say. */
export function compared({ beside }: CircuitParams, { alike, rows }: Unnamed): string {
  const i = beside === 'house' ? 0 : 1;
  const over = beside === 'house' ? ('guided' as const) : ('guidedShuffled' as const);
  const adds = beside === 'house' ? ('added' as const) : ('addedShuffled' as const);
  const range = (key: 'guided' | 'guidedShuffled' | 'added' | 'addedShuffled'): string =>
    `${signed(Math.min(...rows.map((r) => r[key])))} to ${signed(Math.max(...rows.map((r) => r[key])))}`;
  return `In a second net, without names, the guided map of a car ${i ? 'and the one made with the last layer shuffled' : 'and that of a house on the same picture'} correlate by ${signed(alike.guided[i])}, what the weights add by ${signed(alike.added[i])}; over eight trainings ${range(over)} and ${range(adds)}.`;
}

export function text(params: CircuitParams, s: CircuitSnapshot, known?: Known): Text {
  const rows = known?.rows;
  const each = GROUPS.map((name, g) => [
    name,
    ...shares(answers(s, g, UNTOUCHED)).map(percent),
    ...(params.shown === 'yes' ? shares(answers(s, g, params)).map(percent) : CLASSES.map(() => 'hidden')),
  ]);
  const seeds = (rows ?? []).map(
    (r) =>
      `seed ${r.seed}: accuracy ${percent(r.accuracy)}, wheels ${percent(r.shares[0])}, window ${percent(r.shares[1])}, cars without the wheel edge ${percent(r.noWheels)}, without the window edge ${percent(r.noWindow)}, upside-down cars found by upside-down pictures ${percent(r.turnedOver)}`,
  );
  return {
    title,
    summary: `${summary(params, s)}${known && params.beside === 'shuffled' ? ` ${compared(params, known.unnamed)}` : ''}`,
    milestone:
      params.shown === 'yes' && params.guess
        ? `${right(s, params)} of ${GROUPS.length} predictions right.`
        : undefined,
    table: {
      caption: `Answers on held-out pictures before and after the surgery; what makes a car: ${parts(s)}.${seeds.length ? ` Five seeds, on 200 pictures of each kind: ${seeds.join('; ')}.` : ''}${known ? ` ${(['house', 'shuffled'] as const).map((beside) => compared({ ...params, beside }, known.unnamed)).join(' ')} Seed by seed, house guided, house added, shuffled guided, shuffled added: ${known.unnamed.rows.map((r) => [r.guided, r.added, r.guidedShuffled, r.addedShuffled].map(signed).join(', ')).join('; ')}.` : ''}`,
      head: ['pictures', ...CLASSES.map((c) => `${c}, before`), ...CLASSES.map((c) => `${c}, now`)],
      rows: each,
    },
  };
}
