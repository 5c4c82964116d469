// What a hand does: along the time axis it goes through training, along the line under the squares it sets the weight decay.

import { EVERY } from '../../models/grokking.ts';
import { stepAt } from '../../scene/line-chart.ts';
import type { Intent, Layout } from '../../runtime/widget.ts';
import type { GrokkingSnapshot } from './model.ts';
import { MOST, SQUARES, type GrokkingParams } from './params.ts';
import { plan } from './plan.ts';

export function respond(
  params: GrokkingParams,
  s: GrokkingSnapshot,
  intent: Intent,
  layout: Layout,
): GrokkingParams {
  if (intent.do === 'tap') {
    const square = SQUARES.find((name) => intent.handle === `square-${name}`);
    return square && square !== params.square ? { ...params, square } : params;
  }
  if (intent.do !== 'move' && intent.do !== 'nudge') return params;
  if (intent.handle === 'track-step') {
    const step = Math.max(
      0,
      Math.min(
        s.end,
        intent.do === 'move'
          ? stepAt(plan(layout).time, intent.x, s.end, EVERY)
          : along(params.step ?? s.end, s.end, { step: EVERY, fine: 1, page: 200 }, intent),
      ),
    );
    const next = step >= s.end ? undefined : step;
    return next === params.step ? params : { ...params, step: next };
  }
  if (intent.handle === 'track-decay') {
    const { x0, x1 } = plan(layout).decay;
    const raw =
      intent.do === 'move'
        ? ((intent.x - x0) / (x1 - x0)) * MOST
        : along(params.decay, MOST, { step: 0.1, fine: 0.01, page: 0.5 }, intent);
    const unit = intent.do === 'move' ? 20 : 100;
    const decay = Math.max(0, Math.min(MOST, Math.round(raw * unit) / unit));
    return decay === params.decay ? params : { ...params, decay, step: undefined };
  }
  return params;
}

function along(
  now: number,
  most: number,
  by: { readonly step: number; readonly fine: number; readonly page: number },
  { dx, dy, size }: Intent & { do: 'nudge' },
): number {
  const sign = dx || dy;
  if (size === 'end') return sign > 0 ? most : 0;
  return now + sign * by[size];
}
