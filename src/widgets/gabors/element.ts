// What the page needs to make <dream-gabors>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { FigureDefinition } from '../../runtime/player.ts';
import type { Known } from './baked.ts';
import type { GaborsSnapshot } from './model.ts';
import type { GaborsParams } from './params.ts';
import { view } from './widget.ts';

export const kind: FigureDefinition<GaborsParams, GaborsSnapshot, Known> = {
  view,
  engine: {
    script: () => import('./worker.ts?classic'),
    model: () => import('./model.ts'),
    plain: () => import('../../math/kernels/plain.ts'),
  },
  program: () => import('./program.ts'),
};
