// What a hand does: it moves along the track, which is the penalty in the toy and the width in the clusters.

import type { Intent, Layout } from '../../runtime/widget.ts';
import { PENALTIES, WIDTHS } from './baked.ts';
import type { DictionarySnapshot } from './model.ts';
import { WIDEST, type DictionaryParams } from './params.ts';
import { fromX, HIGHEST, LOWEST, setting, tidy } from './track.ts';

export function respond(
  params: DictionaryParams,
  _: DictionarySnapshot,
  intent: Intent,
  layout: Layout,
): DictionaryParams {
  if (intent.do === 'move' && intent.handle === 'track') {
    const pad = layout.composition === 'slide' ? Math.max(12, layout.width * 0.033) : 0;
    const width = layout.composition === 'slide' ? layout.width : (layout.track ?? layout.width);
    return put(params, fromX(params, intent.x, pad, width - pad));
  }
  if (intent.do === 'nudge' && intent.handle === 'track') {
    return put(params, nudged(params, intent.dx || intent.dy, intent.size));
  }
  return params;
}

/** The same params when nothing changes; the end of the run otherwise. */
function put(params: DictionaryParams, value: number): DictionaryParams {
  if (params.world === 'clusters') {
    return value === params.width ? params : { ...params, width: value, step: undefined };
  }
  return value === params.penalty && params.rule === 'penalty'
    ? params
    : { ...params, penalty: value, rule: 'penalty', step: undefined };
}

function nudged(params: DictionaryParams, by: number, size: 'step' | 'fine' | 'page' | 'end'): number {
  const now = setting(params);
  const clusters = params.world === 'clusters';
  const stops = clusters ? WIDTHS : PENALTIES;
  if (size === 'end') return clusters ? (by > 0 ? WIDEST : 2) : by > 0 ? HIGHEST : LOWEST;
  if (size === 'fine' || (clusters && size === 'step')) {
    return clusters
      ? Math.max(2, Math.min(WIDEST, now + by))
      : tidy(now + by * (now < 0.1 ? 0.001 : now < 1 ? 0.01 : 0.1));
  }
  const ahead = by > 0 ? stops.filter((s) => s > now) : stops.filter((s) => s < now).reverse();
  return ahead[Math.min(size === 'page' ? 3 : 0, ahead.length - 1)] ?? now;
}
