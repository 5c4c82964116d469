// What a hand does: it turns the others, or lays something else on the first.

import type { Intent, Layout } from '../../runtime/widget.ts';
import { span } from '../../scene/slide.ts';
import type { SameShapeSnapshot } from './model.ts';
import { RENAMED, type SameShapeParams } from './params.ts';

export function respond(
  params: SameShapeParams,
  _: SameShapeSnapshot,
  intent: Intent,
  layout: Layout,
): SameShapeParams {
  if (intent.do === 'tap' && /^others-(trained|random)$/.test(intent.handle)) {
    return { ...params, others: intent.handle.slice(7) as SameShapeParams['others'] };
  }
  if (intent.do === 'move' && intent.handle === 'track') {
    const [x0, x1] = span(
      layout.composition === 'slide' ? layout.width : (layout.track ?? layout.width),
      layout.composition === 'slide',
    );
    return put(params, (100 * (intent.x - x0)) / (x1 - x0));
  }
  if (intent.do !== 'nudge' || intent.handle !== 'track') return params;
  const by = intent.dx || intent.dy;
  if (intent.size === 'end') return put(params, by > 0 ? 100 : 0);
  if (intent.size === 'page') {
    return put(
      params,
      by > 0 ? (params.turn < RENAMED ? RENAMED : 100) : params.turn > RENAMED ? RENAMED : 0,
    );
  }
  return put(params, params.turn + by * (intent.size === 'fine' ? 1 : 5));
}

function put(params: SameShapeParams, to: number): SameShapeParams {
  const turn = Math.round(Math.max(0, Math.min(100, to)));
  return turn === params.turn ? params : { ...params, turn };
}
