// One axis of data-set sizes, even in ratio: the loss on fresh points above, on the learned ones below, five seeds each.

import { log } from '../../math/functions.ts';
import { lineChart, type Band, type LineChartPlace, type Way } from '../../scene/line-chart.ts';
import type { Mark, Picture } from '../../scene/mark.ts';
import { pageStyle, type DrawStyle } from '../../scene/draw-style.ts';
import { grouped } from '../../scene/format.ts';
import type { Sizes, Stop } from './baked.ts';
import type { DoubleDescentSnapshot } from './model.ts';
import { pagePlace, SHARES, tallOf } from './plan.ts';
import { along, FEWEST, median, MOST, two } from './read.ts';

/** losses over two decades, even in ratio */
const tall = (loss: number): number => log(Math.max(0.5, loss));

export function sizes(s: DoubleDescentSnapshot, place: LineChartPlace, pen: DrawStyle, data?: Sizes): Mark[] {
  const way = (of: (stop: Stop) => readonly number[], to = (v: number): number => v): Way =>
    data?.stops.map((stop) => [along(stop.points), to(median(of(stop)))] as const) ?? [];
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
      said: `${s.points} points: loss ${two(s.testLoss)} on fresh points, ${two(s.trainLoss)} on the learned`,
      slider: {
        'data-handle': 'track-points',
        'aria-label': 'points that are learned from',
        'aria-valuemin': FEWEST,
        'aria-valuemax': MOST,
        'aria-valuenow': s.points,
      },
    },
    pen,
  );
}

export const sizesPicture = (s: DoubleDescentSnapshot, width: number, data?: Sizes): Picture => ({
  width,
  height: tallOf(width),
  label: `Size of the data set, ${s.points} points`,
  marks: sizes(s, pagePlace(width), pageStyle('paper'), data),
});
