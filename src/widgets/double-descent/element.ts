// What the page needs to make <dream-double-descent>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { FigureDefinition } from '../../runtime/player.ts';
import type { Sizes } from './baked.ts';
import type { DoubleDescentSnapshot } from './model.ts';
import type { DoubleDescentParams } from './params.ts';
import { view } from './widget.ts';

export const kind: FigureDefinition<DoubleDescentParams, DoubleDescentSnapshot, Sizes> = {
  view,
  engine: {
    script: () => import('./worker.ts?classic'),
    model: () => import('./model.ts'),
    plain: () => import('../../math/kernels/plain.ts'),
  },
  program: () => import('./program.ts'),
};
