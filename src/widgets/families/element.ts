// What the page needs to make <dream-families>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { FigureDefinition } from '../../runtime/player.ts';
import type { Row } from './baked.ts';
import type { FamiliesSnapshot } from './model.ts';
import type { FamiliesParams } from './params.ts';
import { view } from './widget.ts';

export const kind: FigureDefinition<FamiliesParams, FamiliesSnapshot, readonly Row[]> = {
  view,
  engine: {
    script: () => import('./worker.ts?classic'),
    model: () => import('./model.ts'),
    plain: () => import('../../math/kernels/plain.ts'),
  },
  program: () => import('./program.ts'),
};
