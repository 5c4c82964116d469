// What the page needs to make <dream-grokking>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { Kind } from '../../runtime/player.ts';
import type { GrokkingSnapshot } from './model.ts';
import type { GrokkingParams } from './params.ts';
import { face } from './widget.ts';

export const kind: Kind<GrokkingParams, GrokkingSnapshot, never> = {
  face,
  engine: {
    script: () => import('./worker.ts?classic'),
    model: () => import('./model.ts'),
    plain: () => import('../../math/kernels/plain.ts'),
  },
  program: () => import('./program.ts'),
};
