// Eight templates on a wheel, each at its own direction, and in the middle the one that is turned over the one below.

import { ink } from '../../scene/ink.ts';
import { circle, group, label, path, rect, round, type Mark } from '../../scene/mark.ts';
import { unseen, type DrawStyle } from '../../scene/draw-style.ts';
import { greys, pixels } from '../../scene/pixels.ts';
import { rotatePicture } from '../../math/picture-rotation.ts';
import { fit, SIDE } from '../../models/template-families.ts';
import { fixed2 } from '../../scene/format.ts';
import { controlled } from '../../scene/touch.ts';
import { degrees, dueAngle, shownTemplates } from './derive.ts';
import type { Wheel } from './layout.ts';
import { spec, type FamiliesParams } from './params.ts';
import type { FamiliesSnapshot } from './snapshot.ts';
import { describeTurn } from './track.ts';

type Role = 'pick' | 'onto' | undefined;
type Templates = ReturnType<typeof shownTemplates>;

/** The eight templates, and the hub in the middle. */
export function wheel(params: FamiliesParams, s: FamiliesSnapshot, place: Wheel, pen: DrawStyle): Mark[] {
  const E = shownTemplates(s, params);
  const most = Math.max(...E.flat().map(Math.abs));
  return [
    ...E.map((template, k) => spoke(params, template, k, most, place, pen)),
    hub(params, s, E, most, place, pen),
  ];
}

/** One template at its own direction; a press chooses it. @param most the largest weight of all, which is drawn black or white */
function spoke(
  params: FamiliesParams,
  template: readonly number[],
  k: number,
  most: number,
  { cx, cy, r, cell }: Wheel,
  pen: DrawStyle,
): Mark {
  const x = cx + r * Math.cos((k * Math.PI) / 4);
  const y = cy + r * Math.sin((k * Math.PI) / 4);
  const half = cell / 2;
  const role = roleOf(params, k);
  const mark = group(
    [
      pixels(greys(template, most), SIDE, SIDE, x - half, y - half, cell, 'picture'),
      rect(
        x - half,
        y - half,
        cell,
        cell,
        {
          fill: 'none',
          stroke: ink(role ? 'ink' : 'rule'),
          'stroke-width': role ? pen.weights.vec : pen.weights.hair,
          'stroke-dasharray': role === 'onto' ? '6 4' : undefined,
        },
        'frame',
      ),
      label(
        x,
        y < cy - 1 ? y - half - pen.small * 0.4 : y + half + pen.small * 1.05,
        role ? ROLES[role] : degrees(k),
        {
          'font-size': pen.small,
          'font-weight': role ? 650 : undefined,
          'text-anchor': 'middle',
          fill: ink(role ? 'ink' : pen.muted),
        },
        'name',
      ),
      rect(x - half, y - half, cell, cell, unseen, 'hit'),
    ],
    {
      'data-handle': `template-${k}`,
      tabindex: 0,
      role: 'button',
      'aria-label': `Template of ${degrees(k)}${role ? `, ${ROLES[role]}` : ''}: ${ASKS[params.tap]}`,
      'aria-pressed': params[params.tap] === k ? 'true' : 'false',
    },
    `template-${k}`,
  );
  return controlled(mark, { kind: 'press', set: { [params.tap]: k } });
}

const ROLES = { pick: 'turned', onto: 'below' };
/** what a press does */
const ASKS = { pick: 'turn this one', onto: 'lay the turned one on it' };

function roleOf({ pick, onto }: FamiliesParams, k: number): Role {
  if (k === pick) return 'pick';
  return k === onto ? 'onto' : undefined;
}

/** A template without its corners, as the cosine sees it. */
const disc = (values: ArrayLike<number>): Float64Array =>
  Float64Array.from({ length: SIDE * SIDE }, (_, p) => {
    const m = (SIDE - 1) / 2;
    const dx = (p % SIDE) - m;
    const dy = Math.floor(p / SIDE) - m;
    return dx * dx + dy * dy <= (m + 0.5) * (m + 0.5) ? values[p] : NaN;
  });

/** Left the turned template, right the one below, as the cosine sees them; the ring turns it. */
function hub(
  params: FamiliesParams,
  s: FamiliesSnapshot,
  E: Templates,
  most: number,
  { cx, cy, r, cell }: Wheel,
  pen: DrawStyle,
): Mark {
  const { pick, onto, angle } = params;
  const rim = r - cell * 0.78;
  const side = rim * 0.86;
  const a = (angle * Math.PI) / 180;
  const knob = rim * 0.99;
  const kx = cx + knob * Math.cos(a - Math.PI / 2);
  const ky = cy + knob * Math.sin(a - Math.PI / 2);
  const mark = group(
    [
      circle(cx, cy, rim + pen.ring, unseen, 'hit'),
      circle(cx, cy, rim, { fill: 'none', stroke: ink('ink-3'), 'stroke-width': pen.weights.hair }, 'rim'),
      path(
        ticks(cx, cy, rim),
        { fill: 'none', stroke: ink('ink-3'), 'stroke-width': pen.weights.hair },
        'ticks',
      ),
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
        `cosine ${fixed2(fit(E, pick, onto, angle))}`,
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
        bars(kx, ky, pen.ring),
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
      'aria-valuetext': describeTurn(params, s),
    },
    'hub',
  );
  return controlled(mark, {
    kind: 'dial',
    key: 'angle',
    value: angle,
    middle: [cx, cy],
    keys: spec.angle.keys,
    ends: [0, dueAngle(params)],
    grip: [kx, ky],
  });
}

/** A tick on the rim every 15 degrees, longer ones every 45. */
const ticks = (cx: number, cy: number, rim: number): string =>
  Array.from({ length: 24 }, (_, t) => {
    const q = (t * Math.PI) / 12;
    const to = rim * (t % 3 ? 0.965 : 0.93);
    const from = `M${round(cx + rim * Math.cos(q))} ${round(cy + rim * Math.sin(q))}`;
    return `${from}L${round(cx + to * Math.cos(q))} ${round(cy + to * Math.sin(q))}`;
  }).join('');

/** Two strokes in the ring, as on every track. */
const bars = (x: number, y: number, ring: number): string =>
  [-0.2, 0.2]
    .map((side) => `M${round(x + ring * side)} ${round(y - ring * 0.32)}v${round(ring * 0.64)}`)
    .join('');
