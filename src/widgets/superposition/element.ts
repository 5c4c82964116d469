// What the page needs to make <dream-superposition>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { FigureDefinition } from '../../runtime/player.ts';
import { view } from './widget.ts';
import type { Strip, SuperpositionSnapshot } from './model.ts';
import type { SuperpositionParams } from './params.ts';

export const kind: FigureDefinition<SuperpositionParams, SuperpositionSnapshot, Strip> = {
  view,
  engine: {
    script: () => import('./worker.ts?classic'),
    model: () => import('./model.ts'),
    plain: () => import('../../math/kernels/plain.ts'),
  },
  program: () => import('./program.ts'),
};
