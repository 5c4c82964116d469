// What the page needs to make <dream-double-descent>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { Kind } from '../../runtime/player.ts';
import type { Sizes } from './baked.ts';
import type { DoubleDescentSnapshot } from './model.ts';
import type { DoubleDescentParams } from './params.ts';
import { face } from './widget.ts';

export const kind: Kind<DoubleDescentParams, DoubleDescentSnapshot, Sizes> = {
  face,
  engine: {
    script: () => import('./worker.ts?classic'),
    model: () => import('./model.ts'),
    plain: () => import('../../math/kernels/plain.ts'),
  },
  program: () => import('./program.ts'),
};
