// The largest cross-talk of N random directions. The whole chart is the slider of N.

import { ticksBelow } from '../../scene/axis.ts';
import { ink } from '../../scene/ink.ts';
import { circle, group, label, path, type Mark } from '../../scene/mark.ts';
import type { DrawStyle } from '../../scene/draw-style.ts';
import { grouped } from '../../scene/format.ts';
import { linear, logarithmic, type Scale } from '../../scene/scale.ts';
import type { Box } from '../../scene/slide.ts';
import { slider, type Slider } from '../../scene/touch.ts';
import { chartFrame, chartNeedle, pathThrough } from './chart-frame.ts';
import { inside } from './layout.ts';
import { spec, type CodesParams } from './params.ts';
import type { CodesSnapshot } from './snapshot.ts';

const { min: LEAST, max: MOST } = spec.things;
/** where the axis begins: below what can be set */
const FIRST = 4;

/** px of N things, and of a cosine. */
interface Axes {
  readonly things: Scale;
  readonly cosine: Scale;
}

/** Largest |cos| among N random directions: what was measured beside the exact median, and the medians of other numbers of neurons. */
export function worstChart(box: Box, params: CodesParams, snapshot: CodesSnapshot, pen: DrawStyle): Mark {
  const { things } = params;
  const { d, worst } = snapshot;
  const at = inside(box, pen);
  const axes: Axes = {
    things: logarithmic([FIRST, MOST], [at.x0, at.x1]),
    cosine: linear([0, 1], [at.y1, at.y0]),
  };
  const ring = { fill: ink(pen.ground), stroke: ink('ink'), 'stroke-width': pen.weights.line * 0.9 };
  return group(
    [
      ...chartFrame(
        box,
        at,
        [
          `Largest cross-talk of random directions in ${d} neurons`,
          `Largest cross-talk, ${d} neurons`,
          'Largest cross-talk',
        ],
        [
          [0, '0'],
          [0.5, '.5'],
          [1, '1'],
        ],
        pen,
      ),
      ...ticksBelow(
        [MOST, FIRST, 64, 1024, 16, 256].map((n) => ({
          at: axes.things(n),
          text: n === MOST ? `${grouped(n)} things` : grouped(n),
        })),
        [at.x0 - pen.small, at.x1 + pen.small * 2],
        at.y1 + pen.ring * 0.5,
        pen,
        pen.small,
      ),
      ...medianLines(snapshot, axes, pen),
      ...lineEnds(snapshot, axes, at.x1, pen),
      ...worst.map(([n, measured]) =>
        circle(axes.things(n), axes.cosine(measured), 3.4 * pen.scale, ring, `measured-${n}`),
      ),
      chartNeedle(axes.things(things), box, at, thingsSlider(params, snapshot, axes.things), pen),
    ],
    {},
    'worst',
  );
}

const medianLines = ({ d, medians }: CodesSnapshot, axes: Axes, pen: DrawStyle): Mark[] =>
  medians.map((median) => {
    const own = median.d === d;
    return path(
      pathThrough(median.at.map(([n, v]) => [axes.things(n), axes.cosine(v)])),
      {
        fill: 'none',
        stroke: ink(own ? 'ink' : 'ink-3'),
        'stroke-width': own ? pen.weights.line : pen.weights.hair,
      },
      `median-${median.d}`,
    );
  });

/** How many neurons, at the end of each line; the present number first, and none that would touch another. */
function lineEnds({ d, medians }: CodesSnapshot, axes: Axes, x1: number, pen: DrawStyle): Mark[] {
  const size = pen.small;
  const own = medians.filter((m) => m.d === d);
  const others = medians.filter((m) => m.d !== d).sort((a, b) => a.d - b.d);
  const kept: { d: number; y: number }[] = [];
  for (const { d: neurons, at } of [...own, ...others]) {
    const y = axes.cosine(at.at(-1)![1]);
    if (kept.every((other) => Math.abs(other.y - y) > size * 1.1)) kept.push({ d: neurons, y });
  }
  return kept.map((end) =>
    label(
      x1 + size * 0.4,
      end.y + size * 0.35,
      String(end.d),
      {
        'font-size': size,
        'font-weight': end.d === d ? 700 : undefined,
        fill: ink(end.d === d ? 'ink' : 'ink-2'),
      },
      `end-${end.d}`,
    ),
  );
}

/** The slider goes over the whole axis, and sets no less than LEAST. */
const thingsSlider = ({ things }: CodesParams, { d }: CodesSnapshot, scale: Scale): Slider =>
  slider({
    handle: 'track-things',
    name: 'How many things',
    said: `${grouped(things)} things in ${d} neurons`,
    key: 'things',
    value: things,
    scale,
    least: LEAST,
    keys: spec.things.keys,
    ends: [LEAST, MOST],
    round: (n, hand) => Math.max(LEAST, hand === 'pointer' ? tidy(n) : Math.round(n)),
  });

/** Two significant digits, and powers of two where one is near. */
function tidy(n: number): number {
  for (let p = LEAST; p <= MOST; p *= 2) if (Math.abs(n / p - 1) < 0.04) return p;
  return n < 100 ? Math.round(n) : Number(n.toPrecision(2));
}
