// What a hand does: it turns a template, on the wheel or along the track, and chooses templates.

import type { Intent, Layout } from '../../runtime/widget.ts';
import { span } from '../../scene/slide.ts';
import type { FamiliesSnapshot } from './model.ts';
import type { FamiliesParams } from './params.ts';
import { due } from './read.ts';
import { planOf } from './scene.ts';

export function respond(
  params: FamiliesParams,
  _: FamiliesSnapshot,
  intent: Intent,
  layout: Layout,
): FamiliesParams {
  if (intent.do === 'tap') return tapped(params, intent.handle);
  if (intent.do === 'set' || (intent.handle !== 'track' && intent.handle !== 'hub')) return params;
  if (intent.do === 'nudge') {
    const by = intent.dx || intent.dy;
    if (intent.size === 'end') return turn(params, by > 0 ? due(params) : 0);
    return turn(params, params.angle + by * (intent.size === 'fine' ? 1 : intent.size === 'page' ? 45 : 5));
  }
  if (intent.handle === 'hub') {
    const {
      wheel: { cx, cy },
    } = planOf(layout);
    const angle = (x: number, y: number): number => (Math.atan2(y - cy, x - cx) * 180) / Math.PI;
    return turn(params, angle(intent.x, intent.y) + 90);
  }
  const slide = layout.composition === 'slide';
  const [x0, x1] = span(slide ? layout.width : (layout.track ?? layout.width), slide);
  return turn(params, Math.max(0, Math.min(359, (360 * (intent.x - x0)) / (x1 - x0))));
}

function turn(params: FamiliesParams, to: number): FamiliesParams {
  const angle = ((Math.round(to) % 360) + 360) % 360;
  return angle === params.angle ? params : { ...params, angle };
}

function tapped(params: FamiliesParams, handle: string): FamiliesParams {
  const template = /^template-([0-7])$/.exec(handle);
  if (template) return { ...params, [params.tap]: Number(template[1]) };
  if (handle === 'tap-onto' || handle === 'tap-pick') {
    return { ...params, tap: handle.slice(4) as FamiliesParams['tap'] };
  }
  if (handle === 'weights-trained' || handle === 'weights-untrained') {
    return { ...params, weights: handle.slice(8) as FamiliesParams['weights'] };
  }
  return params;
}
