// What a hand does: it chooses a piece and turns it.

import type { Intent, Layout } from '../../runtime/widget.ts';
import { NAMES, type Name } from '../../models/pieces.ts';
import type { GallerySnapshot } from './model.ts';
import type { GalleryParams } from './params.ts';
import { places } from './places.ts';

export function respond(
  params: GalleryParams,
  _: GallerySnapshot,
  intent: Intent,
  layout: Layout,
): GalleryParams {
  if (intent.do === 'set') return params;
  if (intent.do === 'tap') {
    const piece = intent.handle.replace(/^piece:/, '');
    return (NAMES as readonly string[]).includes(piece) && piece !== params.piece
      ? { ...params, piece: piece as Name, yaw: 0, pitch: 0, step: undefined }
      : params;
  }
  if (intent.handle !== 'globe') return params;
  if (intent.do === 'nudge' && intent.size === 'end') return { ...params, yaw: 0, pitch: 0 };
  const k =
    intent.do === 'move'
      ? 60 / places(layout).piece.r
      : intent.size === 'fine'
        ? 3
        : intent.size === 'page'
          ? 45
          : 15;
  const dy = intent.do === 'move' ? intent.dy : -intent.dy;
  const yaw = ((((Math.round(params.yaw + k * intent.dx) + 180) % 360) + 360) % 360) - 180;
  const pitch = Math.max(-90, Math.min(90, Math.round(params.pitch + k * dy)));
  return yaw === params.yaw && pitch === params.pitch ? params : { ...params, yaw, pitch };
}
