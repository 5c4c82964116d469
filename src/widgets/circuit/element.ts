// What the page needs to make <dream-circuit>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { FigureDefinition } from '../../runtime/player.ts';
import type { Known } from './baked.ts';
import type { CircuitSnapshot } from './model.ts';
import type { CircuitParams } from './params.ts';
import { view } from './widget.ts';

export const kind: FigureDefinition<CircuitParams, CircuitSnapshot, Known> = {
  view,
  engine: {
    script: () => import('./worker.ts?classic'),
    model: () => import('./model.ts'),
    plain: () => import('../../math/kernels/plain.ts'),
  },
  program: () => import('./program.ts'),
};
