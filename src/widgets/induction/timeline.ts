// One axis of time: what the loss does, above, and what the two heads do, below.

import { fixed2 } from '../../scene/format.ts';
import { EVERY, STEPS, type Scores } from '../../models/heads.ts';
import type { Transcript } from '../../models/transcript.ts';
import {
  lineChart,
  lineChartPlace,
  stepSlider,
  type Band,
  type LineChartPlace,
  type Curve,
  type Way,
} from '../../scene/line-chart.ts';
import type { Mark, Picture } from '../../scene/mark.ts';
import type { DrawStyle } from '../../scene/draw-style.ts';
import type { InductionSnapshot } from './snapshot.ts';
import { spec, type InductionParams } from './params.ts';
import { shownScores } from './derive.ts';

const SHARES = [0.66, 0.34];
/** Where the chart stands in a box, px. */
export const layoutChart = (
  x: number,
  y: number,
  width: number,
  height: number,
  pen: DrawStyle,
): LineChartPlace => lineChartPlace(x, y, width, height, SHARES, pen);
/** The same in the picture under the plate. */
export const pageChart = (width: number, pen: DrawStyle): LineChartPlace =>
  layoutChart(0, 0, width, trackHeight(width), pen);
const trackHeight = (width: number): number => (width < 620 ? 270 : 300);

type Of = (s: Scores) => number;
const way = (all: readonly Scores[], of: Of): Way => all.map((s, i) => [i * EVERY, of(s)] as const);

/** The curves beside the run's own: the other network's, dashed, and what is left without a head, dotted or as a ring. */
function curvesBeside(
  s: InductionSnapshot,
  other: readonly Scores[] | undefined,
  cut: readonly Scores[] | undefined,
): Curve[] {
  const beside: Curve[] = [];
  const context: Of = (scores) => scores.context;
  if (other) {
    beside.push({
      key: 'other',
      names:
        s.layers === 1 ? ['in-context, two layers', 'two layers'] : ['in-context, one layer', 'one layer'],
      stroke: 'ink',
      line: 'dashed',
      way: way(other, context),
    });
  }
  if (cut) {
    beside.push({
      key: 'cut',
      names: ['in-context, head out', 'head out'],
      stroke: 'ink',
      line: 'dotted',
      way: way(cut, context),
    });
  } else if (s.without) {
    beside.push({
      key: 'cut',
      names: ['head out'],
      stroke: 'ink',
      way: [[s.step, s.without.context]],
      dot: true,
    });
  }
  return beside;
}

/** The chart's marks. `record`: the default seed's run, whose curves are known before they are made again. */
export function timeline(
  params: InductionParams,
  s: InductionSnapshot,
  place: LineChartPlace,
  pen: DrawStyle,
  record?: Transcript,
): Mark[] {
  const stood = s.layers === 1 ? record?.one : record?.two;
  const other = s.layers === 1 ? record?.two : record?.one;
  const cut =
    params.knock === 'none' || s.layers === 1 ? undefined : record?.cut[`${params.knock} ${params.by}`];
  const own = (
    key: string,
    names: readonly string[],
    of: Of,
    stroke: Curve['stroke'],
    line: Curve['line'] = 'heavy',
  ): Curve => ({
    key,
    names,
    stroke,
    line,
    way: [...way(s.course, of), [s.step, of(s.scores)]],
    ahead: stood && s.step < STEPS ? way(stood, of) : undefined,
  });
  const bands: Band[] = [
    {
      low: -3,
      high: 3.7,
      share: SHARES[0],
      ticks: [3, 0, -2],
      curves: [
        own('first', ['loss, first time round', 'first time'], (x) => x.first, 'ink-2', 'plain'),
        own('repeated', ['loss where it repeats', 'repeats'], (x) => x.repeated, 'ink'),
        own('context', ['in-context score', 'in-context'], (x) => x.context, 'ink'),
        ...curvesBeside(s, other, cut),
      ],
    },
    {
      low: 0,
      high: 1,
      share: SHARES[1],
      ticks: [1, 0],
      curves: [
        own('prefix', ['prefix matching', 'prefix'], (x) => x.prefix, 'f2-ink'),
        own('previous', ['previous token', 'previous'], (x) => x.previous, 'f1-ink'),
      ],
    },
  ];
  const now = shownScores(s);
  return lineChart(
    {
      bands,
      end: STEPS,
      step: s.step,
      place,
      slider: stepSlider(place, {
        step: s.step,
        end: STEPS,
        every: EVERY,
        keys: spec.step.keys,
        said: `step ${s.step}: loss on repeats ${fixed2(now.repeated)}, in-context score ${fixed2(now.context)}, previous token ${fixed2(s.scores.previous)}, prefix matching ${fixed2(now.prefix)}`,
      }),
    },
    pen,
  );
}

/** The chart as the picture under the plate. */
export function timePicture(
  params: InductionParams,
  s: InductionSnapshot,
  width: number,
  pen: DrawStyle,
  record?: Transcript,
): Picture {
  return {
    width,
    height: trackHeight(width),
    label: `Training, step ${s.step} of ${s.end}`,
    marks: timeline(params, s, pageChart(width, pen), pen, record),
  };
}
