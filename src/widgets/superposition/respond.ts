// The reader's hand to new params. Geometry is that of the picture (place.ts), read backwards.

import { exp, log } from '../../math/functions.ts';
import { four, MAX_EDITS, type Edit } from '../../runtime/params.ts';
import type { Intent, Layout } from '../../runtime/widget.ts';
import { STAINS } from '../../scene/glyph.ts';
import { inside } from '../../scene/loss-chart.ts';
import type { Strip, SuperpositionSnapshot } from './model.ts';
import type { SuperpositionParams } from './params.ts';
import { PANELS, places, trackPlace } from './place.ts';
import { fromTrack, regimes, toTrack } from './read.ts';

type P = SuperpositionParams;
type Nudge = Extract<Intent, { do: 'nudge' }>;
/** How far a vector can be pulled, in reticle radii. */
const REACH = 1.5;

/** The same params where the act means nothing. */
export function respond(
  params: P,
  snapshot: SuperpositionSnapshot,
  intent: Intent,
  layout: Layout,
  data?: Strip,
): P {
  if (intent.do === 'set') return params;
  const [kind, name] = intent.handle.split('-');
  if (kind === 'ring') return ring(params, snapshot, Number(name), intent, layout);
  if (kind === 'track') return absent(params, intent, layout, data);
  if (kind === 'scrub') return scrub(params, snapshot, intent, layout);
  if (kind === 'panel') return panel(params, name, intent);
  return params;
}

function ring(params: P, snapshot: SuperpositionSnapshot, index: number, intent: Intent, layout: Layout): P {
  const from = snapshot.vectors[index];
  if (!from || intent.do === 'set') return params;
  if (intent.do === 'tap') return promoted(params, snapshot.n, index);
  const { plane } = places(layout);
  const to =
    intent.do === 'move'
      ? [(intent.x - plane.cx) / plane.R, (plane.cy - intent.y) / plane.R]
      : nudged(from, snapshot.norms[index], intent);
  const long = Math.sqrt(to[0] * to[0] + to[1] * to[1]);
  const k = long > REACH ? REACH / long : 1;
  return moved(params, snapshot, {
    step: snapshot.step,
    verb: 'move',
    index,
    x: four(to[0] * k),
    y: snapshot.m === 1 ? 0 : four(to[1] * k),
  });
}

/** Too many for stains: the reader lends them to up to six, by a tap. */
function promoted(params: P, n: number, index: number): P {
  if (n <= STAINS) return params;
  const stains = params.stains ^ (1 << index);
  const worn = [...stains.toString(2)].filter((bit) => bit === '1').length;
  return worn > STAINS ? params : { ...params, stains };
}

/** Arrows move the tip; Page makes it longer or shorter; End makes it of length 1, Home takes it to the origin. */
function nudged(
  [x, y]: readonly [number, number],
  norm: number,
  { dx, dy, size }: Nudge,
): readonly [number, number] {
  if (size === 'step' || size === 'fine') {
    const by = size === 'fine' ? 0.01 : 0.05;
    return [x + dx * by, y + dy * by];
  }
  const [ux, uy] = norm > 1e-6 ? [x / norm, y / norm] : [1, 0];
  const long = size === 'page' ? Math.max(0, norm + dx * 0.1) : dx > 0 ? 1 : 0;
  return [ux * long, uy * long];
}

/** An edit joins the run at its step. Later ones belong to a run that this one leaves; one at the same step and feature is replaced. */
function moved(params: P, snapshot: SuperpositionSnapshot, edit: Edit): P {
  const edits = [
    ...params.edits.filter((e) => e.step < edit.step || (e.step === edit.step && e.index !== edit.index)),
    edit,
  ];
  return edits.length > MAX_EDITS ? params : { ...params, edits, step: snapshot.step };
}

const set = (params: P, value: number): P => {
  const next = four(Math.max(0, Math.min(0.99, value)));
  return next === params.absent ? params : { ...params, absent: next, step: undefined, edits: [] };
};

function absent(params: P, intent: Intent, layout: Layout, data?: Strip): P {
  if (intent.do === 'move') {
    const { x0, x1 } = trackPlace(layout);
    return set(params, fromTrack((intent.x - x0) / (x1 - x0)));
  }
  if (intent.do !== 'nudge') return params;
  const by = intent.dx || intent.dy;
  const u = toTrack(params.absent);
  if (intent.size === 'end') return set(params, by > 0 ? 0.99 : 0);
  if (intent.size === 'page') return set(params, neighbour(u, by, data));
  return set(params, fromTrack(u + by * (intent.size === 'fine' ? 0.002 : 0.01)));
}

/** The first stop of the next regime, or of this one and then the one before; without a strip a tenth of the track. */
function neighbour(u: number, by: number, data?: Strip): number {
  if (!data?.stops.length) return fromTrack(u + by * 0.1);
  const starts = regimes(data).map(({ first }) => first.absent);
  const eps = 1e-6;
  const next =
    by > 0 ? starts.find((s) => toTrack(s) > u + eps) : starts.findLast((s) => toTrack(s) < u - eps);
  return next ?? (by > 0 ? 0.99 : 0);
}

function scrub(params: P, { step, end }: SuperpositionSnapshot, intent: Intent, layout: Layout): P {
  const wide = log(1 + end);
  const to = (u: number): number => Math.round(exp(Math.max(0, Math.min(1, u)) * wide) - 1);
  let next = step;
  if (intent.do === 'move') {
    const { loss, pen } = places(layout);
    if (!loss) return params;
    const { x0, x1 } = inside(loss, pen);
    next = to((intent.x - x0) / (x1 - x0));
  } else if (intent.do === 'nudge') {
    const by = intent.dx || intent.dy;
    if (intent.size === 'end') next = by > 0 ? end : 0;
    else if (intent.size === 'fine') next = step + by;
    else {
      next =
        by *
          Math.max(
            1,
            Math.abs(to(log(1 + step) / wide + by * (intent.size === 'page' ? 0.1 : 0.02)) - step),
          ) +
        step;
    }
  } else return params;
  const at = Math.max(0, Math.min(end, next));
  const kept = at >= end ? undefined : at;
  return kept === params.step ? params : { ...params, step: kept };
}

function panel(params: P, name: string, intent: Intent): P {
  const here = PANELS.indexOf(params.panel);
  const next =
    intent.do === 'nudge'
      ? PANELS[(here + (intent.dx || -intent.dy) + PANELS.length) % PANELS.length]
      : PANELS.find((p) => p === name);
  return next && next !== params.panel ? { ...params, panel: next } : params;
}
