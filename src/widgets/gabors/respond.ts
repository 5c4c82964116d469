// What a hand does: it holds a pair, and swaps the pictures.

import type { Intent, Layout } from '../../runtime/widget.ts';
import { span } from '../../scene/slide.ts';
import type { Known } from './baked.ts';
import type { GaborsSnapshot } from './model.ts';
import type { GaborsParams } from './params.ts';
import { FILTERS, pairs } from './read.ts';

export function respond(
  params: GaborsParams,
  s: GaborsSnapshot,
  intent: Intent,
  layout: Layout,
  known?: Known,
): GaborsParams {
  if (intent.do === 'tap') {
    if (intent.handle === 'world-leaves' || intent.handle === 'world-scrambled') {
      const world = intent.handle.slice(6) as GaborsParams['world'];
      return world === params.world ? params : { ...params, world, step: undefined };
    }
    const filter = /^filter-(\d+)$/.exec(intent.handle);
    const at = filter
      ? pairs(s.filters, known?.partner.filters).findIndex((p) => p.left === Number(filter[1]))
      : -1;
    return at < 0 ? params : pick(params, at + 1);
  }
  if (intent.do === 'set' || intent.handle !== 'track') return params;
  const slide = layout.composition === 'slide';
  const [x0, x1] = span(slide ? layout.width : (layout.track ?? layout.width), slide);
  if (intent.do === 'move') return pick(params, Math.floor(((intent.x - x0) / (x1 - x0)) * FILTERS) + 1);
  const by = intent.dx || intent.dy;
  return pick(
    params,
    intent.size === 'end' ? (by > 0 ? FILTERS : 1) : params.pick + by * (intent.size === 'page' ? 8 : 1),
  );
}

function pick(params: GaborsParams, to: number): GaborsParams {
  const at = Math.max(1, Math.min(FILTERS, to));
  return at === params.pick ? params : { ...params, pick: at };
}
