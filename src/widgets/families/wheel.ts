// Eight templates on a wheel, each at its own direction, and in the middle the one that is turned over the one below.

import { ink } from '../../scene/ink.ts';
import { circle, group, label, path, rect, round, type Mark } from '../../scene/mark.ts';
import { unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { greys, pixels } from '../../scene/pixels.ts';
import { rotatePicture } from '../../math/picture-rotation.ts';
import type { FamiliesSnapshot } from './model.ts';
import type { FamiliesParams } from './params.ts';
import { degrees, fit, shown, SIDE, two } from './read.ts';

/** Middle and radius of the wheel, px; `cell` the side of a template on it. */
export interface Wheel {
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
  readonly cell: number;
}
export const wheelOf = (cx: number, cy: number, half: number): Wheel => {
  const cell = Math.max(44, half * 0.36);
  return { cx, cy, cell, r: half - cell * 0.62 };
};

export function wheel(
  params: FamiliesParams,
  s: FamiliesSnapshot,
  { cx, cy, r, cell }: Wheel,
  pen: DrawStyle,
): Mark[] {
  const E = shown(s, params);
  const most = Math.max(...E.flat().map(Math.abs));
  const around = E.map((template, k) => {
    const x = cx + r * Math.cos((k * Math.PI) / 4);
    const y = cy + r * Math.sin((k * Math.PI) / 4);
    const is = k === params.pick ? 'pick' : k === params.onto ? 'onto' : '';
    const half = cell / 2;
    return group(
      [
        pixels(greys(template, most), SIDE, SIDE, x - half, y - half, cell, 'picture'),
        rect(
          x - half,
          y - half,
          cell,
          cell,
          {
            fill: 'none',
            stroke: ink(is ? 'ink' : 'rule'),
            'stroke-width': is ? pen.weights.vec : pen.weights.hair,
            'stroke-dasharray': is === 'onto' ? '6 4' : undefined,
          },
          'frame',
        ),
        label(
          x,
          y < cy - 1 ? y - half - pen.small * 0.4 : y + half + pen.small * 1.05,
          is === 'pick' ? 'turned' : is === 'onto' ? 'below' : degrees(k),
          {
            'font-size': pen.small,
            'font-weight': is ? 650 : undefined,
            'text-anchor': 'middle',
            fill: ink(is ? 'ink' : pen.muted),
          },
          'name',
        ),
        rect(x - half, y - half, cell, cell, unseen, 'hit'),
      ],
      {
        'data-handle': `template-${k}`,
        tabindex: 0,
        role: 'button',
        'aria-label': `Template of ${degrees(k)}${is === 'pick' ? ', turned' : is === 'onto' ? ', below' : ''}: ${params.tap === 'onto' ? 'lay the turned one on it' : 'turn this one'}`,
        'aria-pressed': (params.tap === 'onto' ? k === params.onto : k === params.pick) ? 'true' : 'false',
      },
      `template-${k}`,
    );
  });
  return [...around, hub(params, s, { cx, cy, r, cell }, pen)];
}

const disc = (values: ArrayLike<number>): Float64Array =>
  Float64Array.from({ length: SIDE * SIDE }, (_, p) => {
    const m = (SIDE - 1) / 2;
    const dx = (p % SIDE) - m;
    const dy = Math.floor(p / SIDE) - m;
    return dx * dx + dy * dy <= (m + 0.5) * (m + 0.5) ? values[p] : NaN;
  });

/** Left the template below, right the turned one, as the cosine sees them; the ring turns it. */
function hub(params: FamiliesParams, s: FamiliesSnapshot, { cx, cy, r, cell }: Wheel, pen: DrawStyle): Mark {
  const { pick, onto, angle } = params;
  const E = shown(s, params);
  const most = Math.max(...E.flat().map(Math.abs));
  const rim = r - cell * 0.78;
  const side = rim * 0.86;
  const a = (angle * Math.PI) / 180;
  const knob = rim * 0.99;
  const kx = cx + knob * Math.cos(a - Math.PI / 2);
  const ky = cy + knob * Math.sin(a - Math.PI / 2);
  let ticks = '';
  for (let t = 0; t < 24; t++) {
    const q = (t * Math.PI) / 12;
    const to = rim * (t % 3 ? 0.965 : 0.93);
    ticks += `M${round(cx + rim * Math.cos(q))} ${round(cy + rim * Math.sin(q))}L${round(cx + to * Math.cos(q))} ${round(cy + to * Math.sin(q))}`;
  }
  return group(
    [
      circle(cx, cy, rim + pen.ring, unseen, 'hit'),
      circle(cx, cy, rim, { fill: 'none', stroke: ink('ink-3'), 'stroke-width': pen.weights.hair }, 'rim'),
      path(ticks, { fill: 'none', stroke: ink('ink-3'), 'stroke-width': pen.weights.hair }, 'ticks'),
      pixels(
        disc(greys(rotatePicture(E[pick], SIDE, angle), most)),
        SIDE,
        SIDE,
        cx - side - 2,
        cy - side / 2,
        side,
        'turned',
      ),
      pixels(disc(greys(E[onto], most)), SIDE, SIDE, cx + 2, cy - side / 2, side, 'below'),
      label(
        cx,
        cy + side / 2 + pen.small * 0.9,
        `cosine ${two(fit(E, pick, onto, angle))}`,
        { 'font-size': pen.label, 'font-weight': 650, 'text-anchor': 'middle', fill: ink('ink') },
        'cosine',
      ),
      circle(
        kx,
        ky,
        pen.ring,
        { fill: ink(pen.ground), stroke: ink('signal'), 'stroke-width': pen.weights.hand },
        'ring',
      ),
      path(
        `M${round(kx - pen.ring * 0.2)} ${round(ky - pen.ring * 0.32)}v${round(pen.ring * 0.64)}M${round(kx + pen.ring * 0.2)} ${round(ky - pen.ring * 0.32)}v${round(pen.ring * 0.64)}`,
        {
          fill: 'none',
          stroke: ink('signal'),
          'stroke-width': pen.weights.fine * 1.8,
          'stroke-linecap': 'round',
        },
        'bars',
      ),
    ],
    {
      'data-handle': 'hub',
      tabindex: 0,
      role: 'slider',
      'aria-label': `Turn the template of ${degrees(pick)}`,
      'aria-valuemin': 0,
      'aria-valuemax': 359,
      'aria-valuenow': angle,
      'aria-valuetext': `${angle} degrees, cosine ${two(fit(E, pick, onto, angle))} with the template of ${degrees(onto)}`,
    },
    'hub',
  );
}
