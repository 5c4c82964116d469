// One axis of time: what is right and how concentrated the neurons are, above; losses below.

import { fixed2 } from '../../scene/format.ts';
import { EVERY, type Progress } from '../../models/grokking.ts';
import { lineChart, stepSlider, type Band, type LineChartPlace, type Curve } from '../../scene/line-chart.ts';
import type { Mark, Picture } from '../../scene/mark.ts';
import { pageStyle, type DrawStyle } from '../../scene/draw-style.ts';
import type { GrokkingSnapshot } from './snapshot.ts';
import { pageChart, trackHeight } from './layout.ts';
import { spec } from './params.ts';
import { percent } from './derive.ts';

/** The chart's marks: two bands over training steps. */
export function timeline(s: GrokkingSnapshot, place: LineChartPlace, pen: DrawStyle): Mark[] {
  const own = (
    key: keyof Progress,
    names: readonly string[],
    stroke: Curve['stroke'],
    line: Curve['line'] = 'heavy',
  ): Curve => ({
    key,
    names,
    stroke,
    line,
    way: [...s.course.map((p, i) => [i * EVERY, p[key]] as const), [s.step, s.progress[key]]],
  });
  const bands: Band[] = [
    {
      low: 0,
      high: 1.02,
      share: 0.52,
      ticks: [1, 0.5, 0],
      curves: [
        own('trainRight', ['right, learned from', 'learned'], 'ink-2', 'plain'),
        own('testRight', ['right, unseen', 'unseen'], 'ink'),
        own('concentration', ['concentration', 'concentr.'], 'f1-ink'),
      ],
    },
    {
      low: 0,
      high: 8,
      share: 0.48,
      ticks: [6, 3, 0],
      curves: [
        own('testLoss', ['loss, unseen (up to 8)', 'loss'], 'ink'),
        own('restricted', ['restricted loss', 'restricted'], 'f2-ink', 'dashed'),
      ],
    },
  ];
  const { trainRight, testRight, testLoss, restricted, concentration } = s.progress;
  return lineChart(
    {
      bands,
      end: s.end,
      step: s.step,
      place,
      slider: stepSlider(place, {
        step: s.step,
        end: s.end,
        every: EVERY,
        keys: spec.step.keys,
        said: `step ${s.step}: ${percent(trainRight)} of the learned pairs right, ${percent(testRight)} of the unseen, loss ${fixed2(testLoss)}, restricted loss ${fixed2(restricted)}, concentration ${percent(concentration)}`,
      }),
    },
    pen,
  );
}

/** The chart as the picture under the plate. */
export const timePicture = (s: GrokkingSnapshot, width: number): Picture => ({
  width,
  height: trackHeight(width),
  label: `Training, step ${s.step} of ${s.end}`,
  marks: timeline(s, pageChart(width), pageStyle('paper')),
});
