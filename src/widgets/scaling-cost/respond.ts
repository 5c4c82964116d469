// What a hand does: it moves the size of the model along the chart, and the middle of every assumption along its line.

import { exp } from '../../math/functions.ts';
import type { Intent, Layout } from '../../runtime/widget.ts';
import { ASSUMPTIONS, GPT2_XL, LLAMA_8B, type Assumption } from '../../models/prices.ts';
import { GIVEN } from './assumptions.ts';
import type { CostSnapshot } from './model.ts';
import { LARGEST, SMALLEST, type CostParams } from './params.ts';
import { inside, places, rowLine } from './places.ts';

const LN10 = 2.302585092994046;
/** Two digits; known models are caught when near. */
const tidy = (x: number): number => Number(x.toPrecision(2));
const caught = (x: number): number =>
  [GPT2_XL.parameters, LLAMA_8B.parameters].find((known) => Math.abs(x / known - 1) < 0.06) ?? tidy(x);

export function respond(params: CostParams, _: CostSnapshot, intent: Intent, layout: Layout): CostParams {
  if (intent.do !== 'move' && intent.do !== 'nudge') return params;
  const p = places(layout);
  if (intent.handle === 'scrub-size') {
    const { x0, x1 } = inside(p.chart, p.pen);
    return put(
      params,
      'parameters',
      caught(
        intent.do === 'move'
          ? along((intent.x - x0) / (x1 - x0), SMALLEST, LARGEST)
          : nudged(params.parameters, intent, SMALLEST, LARGEST),
      ),
      SMALLEST,
      LARGEST,
    );
  }
  const key = ASSUMPTIONS.find((name) => intent.handle === `track-${name}`);
  if (!key || !p.list) return params;
  const { min, max } = GIVEN[key];
  const { x0, x1 } = rowLine(p.list, p.row, ASSUMPTIONS.indexOf(key));
  return put(
    params,
    key,
    tidy(
      intent.do === 'move'
        ? along((intent.x - x0) / (x1 - x0), min, max)
        : nudged(params[key], intent, min, max),
    ),
    min,
    max,
  );
}

const along = (u: number, low: number, high: number): number =>
  low * exp(Math.max(0, Math.min(1, u)) * lnRatio(low, high));
/** ln(high / low), both powers of ten up to a small factor. */
function lnRatio(low: number, high: number): number {
  let decades = 0;
  let r = high / low;
  while (r > 1.5) {
    r /= 10;
    decades += 1;
  }
  return (decades + (r - 1) / LN10) * LN10;
}

function nudged(
  now: number,
  { dx, dy, size }: Extract<Intent, { do: 'nudge' }>,
  low: number,
  high: number,
): number {
  const by = dx || dy;
  return size === 'end'
    ? by > 0
      ? high
      : low
    : now * exp(by * LN10 * (size === 'page' ? 1 : size === 'fine' ? 0.02 : 0.1));
}

const put = (
  params: CostParams,
  key: Assumption | 'parameters',
  value: number,
  min: number,
  max: number,
): CostParams => {
  const kept = Math.max(min, Math.min(max, value));
  return kept === params[key] ? params : { ...params, [key]: kept, step: undefined };
};
