// What the page needs to make <dream-gallery>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { Kind } from '../../runtime/player.ts';
import type { Rates } from './baked.ts';
import type { GallerySnapshot } from './model.ts';
import type { GalleryParams } from './params.ts';
import { face } from './widget.ts';

export const kind: Kind<GalleryParams, GallerySnapshot, Rates> = {
  face,
  engine: {
    script: () => import('./worker.ts?classic'),
    model: () => import('./model.ts'),
    plain: () => import('../../math/kernels/plain.ts'),
  },
  program: () => import('./program.ts'),
};
