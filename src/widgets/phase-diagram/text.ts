// What the figure says: the claim, the result, the numbers.

import type { Text } from '../../runtime/widget.ts';
import { agreement, deadEnds, directions, fateAloud, share, theoryOf, times, type Fate } from './derive.ts';
import { cellOf, CELLS, columnOf, rowOf, stateOf } from './grid.ts';
import type { PhaseParams } from './params.ts';
import type { Map2, PhaseSnapshot } from './snapshot.ts';
import { fixed2, percent, wholePercent } from '../../scene/format.ts';

const title = 'Three fates for a feature, and the borders between them';

/** All words that follow the state. */
export function text(params: PhaseParams, snapshot: PhaseSnapshot): Text {
  return {
    title,
    summary: summary(params, snapshot),
    milestone: milestone(params, snapshot),
    table: table(params, snapshot),
  };
}

/** How many models end as the closed forms say, and why others do not. */
export function summary(params: PhaseParams, snapshot: PhaseSnapshot): string {
  const { step, end } = snapshot;
  const two = agreement(snapshot, 'two', 'full');
  const three = agreement(snapshot, 'three', 'symmetric');
  if (step === 0) return 'No model is trained yet: the lines are what the closed forms predict.';
  const so = step < end ? `${step} of ${end} cells are trained. ` : '';
  const from = params.starts === 'one' ? 'From one random start' : 'From three fixed starts';
  const result = `${so}${from}, ${share(two)} of the models of two features end as the closed form says, and ${share(three)} of those of three.`;
  return params.starts === 'one' ? `${result}${whyElsewhere(snapshot)}` : result;
}

/** Of one random start: where the models that end elsewhere began. */
function whyElsewhere(snapshot: PhaseSnapshot): string {
  const { wrong, oneSide } = deadEnds(snapshot);
  if (!wrong) return '';
  return ` Of the ${wrong} cells of two features that end elsewhere, ${oneSide} began with both weights on the same side: to point apart, one would have to cross zero, where nothing pulls it further.`;
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
  const { absent, last } = stateOf(columnOf(cellOf(params)), rowOf(cellOf(params)));
  return {
    caption: `${snapshot.step} of ${CELLS} cells trained; the ring is at ${percent(absent)} absent, the last feature ${times(last)} as important.${aboveForm(params, snapshot)}`,
    head: [
      'map',
      'as the naive border says',
      'as the symmetric pair says',
      'as the full form says',
      'in the ring',
      'predicted there',
      'weights there',
    ],
    rows: [
      mapRow('two', 'two features, one neuron', params, snapshot),
      mapRow('three', 'three features, two neurons', params, snapshot),
    ],
  };
}

/** How far the trained losses lie above the full closed form; said of the best of fixed starts only. */
function aboveForm({ starts }: PhaseParams, { step, gap: [median, largest] }: PhaseSnapshot): string {
  if (!step || starts === 'one') return '';
  return ` Half of the trained losses of two features lie within ${(median * 100).toFixed(1)}% of the full closed form, the farthest ${wholePercent(largest)} above it.`;
}

function mapRow(kind: Map2, name: string, params: PhaseParams, snapshot: PhaseSnapshot): string[] {
  const cell = cellOf(params);
  const theory = theoryOf(kind, params.theory);
  return [
    name,
    share(agreement(snapshot, kind, 'naive')),
    share(agreement(snapshot, kind, 'symmetric')),
    kind === 'three' ? 'not derived' : share(agreement(snapshot, kind, 'full')),
    fateAloud(kind, snapshot[kind][cell] as Fate),
    fateAloud(kind, snapshot.theory[theory][kind][cell] as Fate),
    weights(snapshot, kind, cell),
  ];
}

/** "0.71, −0.70"; of three features "(0.71, 0.02), ..." */
function weights(snapshot: PhaseSnapshot, kind: Map2, cell: number): string {
  const found = directions(snapshot, kind, cell);
  if (!found) return 'none yet';
  return found.map(([x, y]) => (kind === 'two' ? fixed2(x) : `(${fixed2(x)}, ${fixed2(y)})`)).join(', ');
}
