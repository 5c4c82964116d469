// What the page needs to make <dream-superposition>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { Kind } from '../../runtime/player.ts';
import { face } from './widget.ts';
import type { Strip, SuperpositionSnapshot } from './model.ts';
import type { SuperpositionParams } from './params.ts';

export const kind: Kind<SuperpositionParams, SuperpositionSnapshot, Strip> = {
  face,
  engine: {
    script: () => import('./worker.ts?classic'),
    model: () => import('./model.ts'),
    plain: () => import('../../math/kernels/plain.ts'),
  },
  program: () => import('./program.ts'),
};
