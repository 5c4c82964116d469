// What a hand does: turns the body, moves the count, holds another model of the curve.

import type { Intent, Layout } from '../../runtime/widget.ts';
import type { Atlas } from './baked.ts';
import type { PolytopesSnapshot } from './model.ts';
import type { PolytopesParams } from './params.ts';
import { countAt, frameOf, penOf, placesOf, rarityX, trackPlace } from './places.ts';
import { counts, held, rarities } from './read.ts';

export function respond(
  params: PolytopesParams,
  _: PolytopesSnapshot,
  intent: Intent,
  layout: Layout,
  data?: Atlas,
): PolytopesParams {
  if (intent.do === 'set' || intent.do === 'tap') return params;
  if (intent.handle === 'globe') return turned(params, intent, layout);
  if (intent.handle === 'track') {
    return count(
      params,
      intent.do === 'move' ? countAt(trackPlace(layout), intent.x) : byKey(params.features, intent),
    );
  }
  if (intent.handle === 'scrub' && data) return hold(params, intent, layout, data);
  return params;
}

type Nudge = Extract<Intent, { do: 'nudge' }>;
type Hand = Nudge | Extract<Intent, { do: 'move' }>;

const count = (params: PolytopesParams, features: number): PolytopesParams =>
  features === params.features ? params : { ...params, features, step: undefined };

/** Page keys go to the next of the bodies whose corners are all alike. */
const REGULAR = [6, 8, 12];
function byKey(features: number, { dx, dy, size }: Nudge): number {
  if (size === 'end') return dx > 0 ? counts.at(-1) : counts[0];
  if (size === 'page') {
    return (
      (dx > 0 ? REGULAR.find((n) => n > features) : REGULAR.findLast((n) => n < features)) ??
      (dx > 0 ? counts.at(-1) : counts[0])
    );
  }
  return Math.max(counts[0], Math.min(counts.at(-1), features + (dx || dy)));
}

/** A finger on the rim moves it by a quarter turn per radius; keys by 15 degrees, 3 when fine. Home sets the body upright. */
function turned(params: PolytopesParams, intent: Hand, layout: Layout): PolytopesParams {
  if (intent.do === 'nudge' && intent.size === 'end') return { ...params, yaw: 0, pitch: 0 };
  const k =
    intent.do === 'move'
      ? 60 / placesOf(layout).body.r
      : intent.size === 'fine'
        ? 3
        : intent.size === 'page'
          ? 45
          : 15;
  const dy = intent.do === 'move' ? intent.dy : -intent.dy;
  const yaw = wrap(Math.round(params.yaw + k * intent.dx));
  const pitch = Math.max(-90, Math.min(90, Math.round(params.pitch + k * dy)));
  return yaw === params.yaw && pitch === params.pitch ? params : { ...params, yaw, pitch };
}
const wrap = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;

function hold(params: PolytopesParams, intent: Hand, layout: Layout, data: Atlas): PolytopesParams {
  const all = rarities(data);
  const here = all.indexOf(held(data, params.rarity).rarity);
  const last = all.length - 1;
  if (intent.do === 'nudge') {
    const to =
      intent.size === 'end'
        ? intent.dx > 0
          ? last
          : 0
        : here + (intent.size === 'page' ? 4 : 1) * (intent.dx || intent.dy);
    return { ...params, rarity: all[Math.max(0, Math.min(last, to))] };
  }
  const { curve } = placesOf(layout);
  if (!curve) return params;
  const frame = frameOf(curve, penOf(layout));
  const far = (r: number): number => Math.abs(rarityX(frame, r) - intent.x);
  const rarity = all.reduce((best, r) => (far(r) < far(best) ? r : best));
  return rarity === params.rarity ? params : { ...params, rarity };
}
