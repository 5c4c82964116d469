// The marks of src/scene that are touched or show a run: sliders, rows of choices, buttons, charts. The
// others are in marks.ts.

import type { DrawStyle } from '../scene/draw-style.ts';
import { stain } from '../scene/glyph.ts';
import { lineChart, lineChartPlace, stepSlider } from '../scene/line-chart.ts';
import { lossChart } from '../scene/loss-chart.ts';
import type { Mark } from '../scene/mark.ts';
import { radioRow } from '../scene/radio-row.ts';
import { linear } from '../scene/scale.ts';
import { strip, thumb, type StripPlace } from '../scene/strip.ts';
import { textButton } from '../scene/text-button.ts';
import { slider, type Slider } from '../scene/touch.ts';

export interface MarkSample {
  /** the module under src/scene and what of it is shown */
  readonly name: string;
  draw(pen: DrawStyle): readonly (Mark | undefined)[];
}

/** px of a sample's box on the page; a style draws it `scale` times as large */
export const WIDTH = 300;
export const HEIGHT = 170;

const stripPlace = (k: number): StripPlace => ({
  width: 300 * k,
  height: 120 * k,
  x0: 20 * k,
  x1: 280 * k,
  names: 22 * k,
  top: 36 * k,
  bottom: 92 * k,
});
const stops = [0, 0.25, 0.5, 0.75, 1];
const shareSlider = ({ x0, x1 }: StripPlace): Slider =>
  slider({
    handle: 'track',
    name: 'Share',
    said: 'six tenths',
    key: 'share',
    value: 0.6,
    scale: linear([0, 1], [x0, x1]),
    keys: { step: 0.1 },
  });

/** Samples of what is touched. */
export const controlSamples: readonly MarkSample[] = [
  {
    name: 'line-chart',
    draw: (pen) => {
      const place = lineChartPlace(0, 0, WIDTH * pen.scale, (HEIGHT - 10) * pen.scale, [1], pen);
      const way = [0, 20, 40, 60].map((step) => [step, 1 / (1 + step / 20)] as const);
      const ahead = [60, 80, 100].map((step) => [step, 1 / (1 + step / 20)] as const);
      const curves = [
        { key: 'a', names: ['first'], stroke: 'f1', way, ahead, line: 'heavy' },
        {
          key: 'b',
          names: ['second'],
          stroke: 'ink-2',
          way: [[0, 0.4] as const, [60, 0.4] as const],
          line: 'dashed',
        },
      ] as const;
      const bands = [{ low: 0, high: 1, share: 1, ticks: [0, 0.5, 1], curves }];
      const keys = { step: 10, fine: 1, page: 50 };
      const slider = stepSlider(place, { step: 60, end: 100, every: 10, said: 'step 60', keys });
      return lineChart({ bands, end: 100, step: 60, place, slider }, pen);
    },
  },
  {
    name: 'loss-chart',
    draw: (pen) =>
      lossChart(
        [0, 1, 3, 10, 30, 100].map((step) => [step, 1 / (1 + step / 4)] as const),
        {
          x: 4 * pen.scale,
          y: 4 * pen.scale,
          width: 290 * pen.scale,
          height: 160 * pen.scale,
          end: 300,
          step: 100,
          range: [0.02, 1],
          handle: 'loss',
          name: 'Step',
          said: '100 of 300',
        },
        pen,
      ),
  },
  {
    name: 'radio-row',
    draw: (pen) => [
      radioRow(
        {
          x: 20 * pen.scale,
          y: 60 * pen.scale,
          handle: 'kind',
          name: 'Kind',
          options: [
            { value: 'one', text: 'one' },
            { value: 'two', text: 'two' },
          ],
          chosen: 'one',
        },
        pen,
      ),
    ],
  },
  {
    name: 'strip, known: with its shares and thumb',
    draw: (pen) => {
      const place = stripPlace(pen.scale);
      const { x0, x1 } = place;
      return strip(
        {
          place,
          stops: stops.map((share) => x0 + share * (x1 - x0)),
          shares: stops.map((share) => [0.3 * share, 0.3 * share, 0.3]),
          stains: [0, 1, 2].map(stain),
          regimes: [
            { from: x0, to: x0 + 0.5 * (x1 - x0), names: ['one fact'] },
            { from: x0 + 0.5 * (x1 - x0), to: x1, names: ['three facts'] },
          ],
          ticks: [0, 0.5, 1].map((share) => ({ at: x0 + share * (x1 - x0), text: String(share) })),
          needle: x0 + 0.6 * (x1 - x0),
          slider: shareSlider(place),
        },
        pen,
      );
    },
  },
  {
    name: 'strip: thumb where nothing is known',
    draw: (pen) => [
      thumb(
        { place: stripPlace(pen.scale), needle: 150 * pen.scale, slider: shareSlider(stripPlace(pen.scale)) },
        false,
        pen,
      ),
    ],
  },
  {
    name: 'text-button: plain, strong, pressed, not pressed',
    draw: (pen) =>
      (['plain', 'strong', 'on', 'off'] as const).map((text, i) =>
        textButton(
          {
            x: (16 + i * 74) * pen.scale,
            y: 70 * pen.scale,
            handle: text,
            text,
            ...(text === 'strong' ? { strong: true } : {}),
            ...(i > 1 ? { pressed: text === 'on' } : {}),
          },
          pen,
        ),
      ),
  },
];
