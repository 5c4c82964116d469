// What a hand does: the charts are sliders, for how many at once and for how many things; the words choose.

import { exp } from '../../math/functions.ts';
import type { Intent, Layout } from '../../runtime/widget.ts';
import type { CodesSnapshot } from './model.ts';
import { spec, type Code, type CodesParams } from './params.ts';
import { inside, plan } from './plan.ts';

const LN1024 = 6.931471805599453;

export function respond(params: CodesParams, _: CodesSnapshot, intent: Intent, layout: Layout): CodesParams {
  if (intent.do === 'set') return params;
  if (intent.do === 'tap') return choose(params, intent.handle);
  const key =
    intent.handle === 'track-together' ? 'together' : intent.handle === 'track-things' ? 'things' : undefined;
  if (!key) return params;
  const { min, max } = spec[key];
  const put = (value: number): CodesParams => {
    const next = Math.min(max, Math.max(min, Math.round(value)));
    return next === params[key]
      ? params
      : key === 'things'
        ? { ...params, things: next, step: undefined }
        : { ...params, together: next };
  };
  if (intent.do === 'nudge') {
    const way = intent.dx + intent.dy;
    if (intent.size === 'end') return put(way > 0 ? max : min);
    if (key === 'together') return put(params.together + way * (intent.size === 'page' ? 3 : 1));
    // Things go by factors: an octave with a page key, a quarter of one with an arrow, one thing with Shift.
    return put(
      intent.size === 'fine'
        ? params.things + way
        : params.things * exp(way * (intent.size === 'page' ? 0.6931471805599453 : 0.17328679513998632)),
    );
  }
  const where = plan(params, layout);
  const box = key === 'together' ? where.right : where.worst;
  if (!box) return params;
  const { x0, x1 } = inside(box, where.pen);
  const u = (intent.x - x0) / (x1 - x0);
  return put(key === 'together' ? 1 + u * 7 : tidy(4 * exp(Math.min(1, Math.max(0, u)) * LN1024)));
}

/** Two significant digits, and powers of two where one is near. */
function tidy(n: number): number {
  for (let p = 16; p <= 4096; p *= 2) if (Math.abs(n / p - 1) < 0.04) return p;
  return n < 100 ? Math.round(n) : Number(n.toPrecision(2));
}

function choose(params: CodesParams, handle: string): CodesParams {
  const [key, value] = handle.split('-');
  if (key === 'neurons') {
    return Number(value) === params.neurons ? params : { ...params, neurons: Number(value), step: undefined };
  }
  if (key === 'panel' && value !== params.panel && (spec.panel.of as readonly string[]).includes(value)) {
    return { ...params, panel: value as Code };
  }
  return params;
}
