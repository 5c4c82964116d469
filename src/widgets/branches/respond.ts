// What a hand does: it holds a half at its mean, and picks a training.

import type { Intent, Layout } from '../../runtime/widget.ts';
import { span } from '../../scene/slide.ts';
import { SEEDS } from './baked.ts';
import type { BranchesSnapshot } from './model.ts';
import type { BranchesParams } from './params.ts';

export function respond(
  params: BranchesParams,
  _: BranchesSnapshot,
  intent: Intent,
  layout: Layout,
): BranchesParams {
  if (intent.do === 'tap') {
    const held = /^lesion-(none|first|second)$/.exec(intent.handle);
    return held ? { ...params, lesion: held[1] as BranchesParams['lesion'] } : params;
  }
  if (intent.do === 'set' || intent.handle !== 'track') return params;
  const slide = layout.composition === 'slide';
  const [x0, x1] = span(slide ? layout.width : (layout.track ?? layout.width), slide);
  if (intent.do === 'move') {
    return seed(
      params,
      SEEDS[
        Math.max(0, Math.min(SEEDS.length - 1, Math.floor(((intent.x - x0) / (x1 - x0)) * SEEDS.length)))
      ],
    );
  }
  const by = intent.dx || intent.dy;
  if (intent.size === 'end') return seed(params, by > 0 ? SEEDS.at(-1) : SEEDS[0]);
  return seed(
    params,
    Math.max(SEEDS[0], Math.min(SEEDS.at(-1), params.seed + by * (intent.size === 'page' ? 3 : 1))),
  );
}

const seed = (params: BranchesParams, to: number): BranchesParams =>
  to === params.seed ? params : { ...params, seed: to, step: undefined };
