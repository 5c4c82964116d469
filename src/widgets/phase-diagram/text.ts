// What the figure says: the claim, the result, the numbers.

import type { Text } from '../../runtime/widget.ts';
import { cellOf, CELLS, columnOf, rowOf, stateOf } from './grid.ts';
import type { Map2, PhaseSnapshot } from './model.ts';
import type { PhaseParams } from './params.ts';
import { agreement, deadEnds, directions, fateWords, share, theoryOf, times, type Fate } from './read.ts';
import { percent } from '../../scene/format.ts';

export const title = 'Three fates for a feature, and the borders between them';

export function text(params: PhaseParams, snapshot: PhaseSnapshot): Text {
  return {
    title,
    summary: summary(params, snapshot),
    milestone: milestone(params, snapshot),
    table: table(params, snapshot),
  };
}

export function summary(params: PhaseParams, snapshot: PhaseSnapshot): string {
  const { step, end } = snapshot;
  const two = agreement(snapshot, 'two', 'full');
  const three = agreement(snapshot, 'three', 'symmetric');
  if (step === 0) return 'No model is trained yet: the lines are what the closed forms predict.';
  const so = step < end ? `${step} of ${end} cells are trained. ` : '';
  const from = params.starts === 'one' ? 'From one random start' : 'From three fixed starts';
  const result = `${so}${from}, ${share(two)} of the models of two features end as the closed form says, and ${share(three)} of those of three.`;
  if (params.starts === 'three') return result;
  const { wrong, oneSide } = deadEnds(snapshot);
  return wrong
    ? `${result} Of the ${wrong} cells of two features that end elsewhere, ${oneSide} began with both weights on the same side: to point apart, one would have to cross zero, where nothing pulls it further.`
    : result;
}

/** Said aloud at every quarter, and at the end. */
function milestone(params: PhaseParams, snapshot: PhaseSnapshot): string | undefined {
  const { step, end } = snapshot;
  const quarter = Math.floor((4 * step) / end);
  if (step >= end) return summary(params, snapshot);
  return quarter
    ? `${['', 'A quarter', 'Half', 'Three quarters'][quarter]} of the cells are trained.`
    : undefined;
}

function table(params: PhaseParams, snapshot: PhaseSnapshot): Text['table'] {
  const cell = cellOf(params);
  const { absent, last } = stateOf(columnOf(cell), rowOf(cell));
  const fate = (kind: Map2, of: string): string =>
    fateWords(kind, of as Fate).replace(/\bf(\d)/g, 'feature $1');
  const weights = (kind: Map2): string =>
    directions(snapshot, kind, cell)
      ?.map(([x, y]) => (kind === 'two' ? signed(x) : `(${signed(x)}, ${signed(y)})`))
      .join(', ') ?? 'none yet';
  const row = (kind: Map2, name: string): string[] => [
    name,
    ...(['naive', 'symmetric', 'full'] as const).map((theory) =>
      kind === 'three' && theory === 'full' ? 'not derived' : share(agreement(snapshot, kind, theory)),
    ),
    fate(kind, snapshot[kind][cell]),
    fate(kind, snapshot.theory[theoryOf(kind, params.theory)][kind][cell]),
    weights(kind),
  ];
  const [median, largest] = snapshot.gap;
  const above =
    snapshot.step && params.starts === 'three'
      ? ` Half of the trained losses of two features lie within ${(median * 100).toFixed(1)}% of the full closed form, the farthest ${Math.round(largest * 100)}% above it.`
      : '';
  return {
    caption: `${snapshot.step} of ${CELLS} cells trained; the ring is at ${percent(absent)} absent, the last feature ${times(last)} as important.${above}`,
    head: [
      'map',
      'as the naive border says',
      'as the symmetric pair says',
      'as the full form says',
      'in the ring',
      'predicted there',
      'weights there',
    ],
    rows: [row('two', 'two features, one neuron'), row('three', 'three features, two neurons')],
  };
}

const signed = (value: number): string =>
  value
    .toFixed(2)
    .replace(/^-0\.00$/, '0.00')
    .replace('-', '−');
