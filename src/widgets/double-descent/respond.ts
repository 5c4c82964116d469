// What a hand does: it goes along the sizes of data sets, from one that the curve knows to the next.

import type { Intent, Layout } from '../../runtime/widget.ts';
import { STOPS } from './baked.ts';
import type { DoubleDescentSnapshot } from './model.ts';
import { spec, type DoubleDescentParams } from './params.ts';
import { plan } from './plan.ts';
import { along } from './read.ts';

export function respond(
  params: DoubleDescentParams,
  _: DoubleDescentSnapshot,
  intent: Intent,
  layout: Layout,
): DoubleDescentParams {
  if ((intent.do !== 'move' && intent.do !== 'nudge') || intent.handle !== 'track-points') return params;
  const points =
    intent.do === 'move'
      ? under(intent.x, layout)
      : nudged(params.points, intent.dx || intent.dy, intent.size);
  return points === params.points ? params : { ...params, points, step: undefined };
}

function under(x: number, layout: Layout): number {
  const { x0, x1 } = plan(layout).sizes;
  const at = (x - x0) / (x1 - x0);
  return STOPS.reduce((best, stop) =>
    Math.abs(along(stop) - at) < Math.abs(along(best) - at) ? stop : best,
  );
}

function nudged(now: number, by: number, size: 'step' | 'fine' | 'page' | 'end'): number {
  if (size === 'fine') return Math.max(spec.points.min, Math.min(spec.points.max, now + by));
  if (size === 'end') return by > 0 ? spec.points.max : spec.points.min;
  const ahead = by > 0 ? STOPS.filter((s) => s > now) : STOPS.filter((s) => s < now).reverse();
  return ahead[Math.min(size === 'page' ? 3 : 0, ahead.length - 1)] ?? now;
}
