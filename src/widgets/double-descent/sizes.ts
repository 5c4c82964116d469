// One axis of data-set sizes, even in ratio: the loss on fresh points above, on the learned ones below, five seeds each.

import { upperMedian } from '../../math/median.ts';
import { log } from '../../math/functions.ts';
import { lineChart, type Band, type LineChartPlace, type Way } from '../../scene/line-chart.ts';
import type { Mark, Picture } from '../../scene/mark.ts';
import { pageStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { fixed2, grouped } from '../../scene/format.ts';
import { ordinal } from '../../scene/ordinal-scale.ts';
import { slider } from '../../scene/touch.ts';
import { STOPS, type Sizes, type Stop } from './baked.ts';
import { spec } from './params.ts';
import type { DoubleDescentSnapshot } from './snapshot.ts';
import { pageChart, SHARES, trackHeight } from './layout.ts';
import { along } from './derive.ts';

/** losses over two decades, even in ratio */
const tall = (loss: number): number => log(Math.max(0.5, loss));

/** The chart's marks; the whole is a slider over the number of points. */
export function sizes(s: DoubleDescentSnapshot, place: LineChartPlace, pen: DrawStyle, data?: Sizes): Mark[] {
  const way = (of: (stop: Stop) => readonly number[], to = (v: number): number => v): Way =>
    data?.stops.map((stop) => [along(stop.points), to(upperMedian(of(stop)))] as const) ?? [];
  const dots = (of: (stop: Stop) => readonly number[], to = (v: number): number => v): Way =>
    data?.stops.flatMap((stop) => of(stop).map((v) => [along(stop.points), to(v)] as const)) ?? [];
  const here = along(s.points);
  const bands: Band[] = [
    {
      low: tall(0.7),
      high: tall(20),
      share: SHARES[0],
      ticks: [1, 2, 5, 10].map((v) => [tall(v), String(v)] as const),
      curves: [
        {
          key: 'test',
          names: ['loss on fresh points', 'fresh'],
          stroke: 'ink',
          line: 'heavy',
          way: way((x) => x.test, tall),
          dots: dots((x) => x.test, tall),
        },
        { key: 'test-now', names: [], stroke: 'signal-ink', way: [[here, tall(s.testLoss)]], dot: true },
      ],
    },
    {
      low: 0,
      high: 1.02,
      share: SHARES[1],
      ticks: [1, 0],
      curves: [
        {
          key: 'train',
          names: ['loss on the learned', 'learned'],
          stroke: 'ink-2',
          line: 'heavy',
          way: way((x) => x.train),
          dots: dots((x) => x.train),
        },
        { key: 'train-now', names: [], stroke: 'signal-ink', way: [[here, s.trainLoss]], dot: true },
      ],
    },
  ];
  const marks = [3, 2048, 128, 16, 512, 32, 8, 64, 256, 5, 1024].map((v) => ({
    at: along(v),
    text: v === 3 ? '3 points' : grouped(v),
  }));
  return lineChart(
    {
      bands,
      end: 1,
      step: here,
      place,
      marks,
      slider: slider({
        handle: 'track-points',
        name: 'points that are learned from',
        said: `${s.points} points: loss ${fixed2(s.testLoss)} on fresh points, ${fixed2(s.trainLoss)} on the learned`,
        key: 'points',
        value: s.points,
        scale: ordinal(STOPS, (points) => place.x0 + along(points) * (place.x1 - place.x0)),
        keys: spec.points.keys,
        stops: STOPS,
      }),
    },
    pen,
  );
}

/** The chart as the picture under the plate. */
export const sizesPicture = (s: DoubleDescentSnapshot, width: number, data?: Sizes): Picture => ({
  width,
  height: trackHeight(width),
  label: `Size of the data set, ${s.points} points`,
  marks: sizes(s, pageChart(width), pageStyle('paper'), data),
});
