// What a hand does: along the time axis it goes through training, along the sequence it chooses the place that looks, a tap on
// a word chooses it.

import { EVERY } from '../../models/heads.ts';
import { stepAt } from '../../scene/line-chart.ts';
import type { Intent, Layout } from '../../runtime/widget.ts';
import type { InductionSnapshot } from './model.ts';
import { spec, type InductionParams } from './params.ts';
import { plan } from './plan.ts';
import { placeOf } from './read.ts';
import { placeAt } from './tokens.ts';

export function respond(
  params: InductionParams,
  s: InductionSnapshot,
  intent: Intent,
  layout: Layout,
): InductionParams {
  if (intent.do === 'tap') return choose(params, intent.handle);
  if (intent.do === 'set') return params;
  const place = plan(s, layout);
  const move = intent.do === 'move';
  if (intent.handle === 'track-step') {
    return toStep(
      params,
      s,
      move
        ? stepAt(place.time, intent.x, s.end, EVERY)
        : nudged(params.step ?? s.end, s.end, EVERY, 1, intent),
    );
  }
  if (intent.handle === 'track-token') {
    return toToken(
      params,
      s,
      move
        ? placeAt(place.tokens, intent.x, intent.y)
        : nudged(placeOf(params, s), s.reading.tokens.length - 1, 1, 1, intent, place.tokens.per),
    );
  }
  return params;
}

function choose(params: InductionParams, handle: string): InductionParams {
  const cut = handle.indexOf('-');
  const key = handle.slice(0, cut) as keyof InductionParams;
  const value = handle.slice(cut + 1);
  const field = spec[key];
  if (field?.kind !== 'choice' || !(field.of as readonly string[]).includes(value) || params[key] === value) {
    return params;
  }
  return { ...params, [key]: value };
}

type Nudge = Intent & { do: 'nudge' };
/** `up`: what an arrow up takes off, where up is a row and not more */
function nudged(
  now: number,
  last: number,
  step: number,
  fine: number,
  { dx, dy, size }: Nudge,
  up?: number,
): number {
  if (size === 'end') return dx > 0 ? last : 0;
  if (size === 'page') return now + dx * (up ?? 50);
  const by = size === 'fine' ? fine : step;
  if (up === undefined) {
    const to = now + (dx || dy) * by;
    return size === 'step' && now % step
      ? (dx || dy) > 0
        ? Math.ceil(now / step) * step
        : Math.floor(now / step) * step
      : to;
  }
  return now + dx * by - dy * up;
}

function toStep(params: InductionParams, { end }: InductionSnapshot, to: number): InductionParams {
  const step = Math.max(0, Math.min(end, to));
  const next = step >= end ? undefined : step;
  return next === params.step ? params : { ...params, step: next };
}

function toToken(params: InductionParams, { reading }: InductionSnapshot, to: number): InductionParams {
  const token = Math.max(0, Math.min(reading.tokens.length - 1, to));
  return token === params.token ? params : { ...params, token };
}
