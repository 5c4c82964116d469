// What the page needs to make <dream-gallery>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { FigureDefinition } from '../../runtime/player.ts';
import type { Rates } from './baked.ts';
import type { GallerySnapshot } from './model.ts';
import type { GalleryParams } from './params.ts';
import { view } from './widget.ts';

export const kind: FigureDefinition<GalleryParams, GallerySnapshot, Rates> = {
  view,
  engine: {
    script: () => import('./worker.ts?classic'),
    model: () => import('./model.ts'),
    plain: () => import('../../math/kernels/plain.ts'),
  },
  program: () => import('./program.ts'),
};
