// What the page needs to make <dream-phase-diagram>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { FigureDefinition } from '../../runtime/player.ts';
import type { PhaseSnapshot } from './model.ts';
import type { PhaseParams } from './params.ts';
import { view } from './widget.ts';

export const kind: FigureDefinition<PhaseParams, PhaseSnapshot, unknown> = {
  view,
  engine: {
    script: () => import('./worker.ts?classic'),
    model: () => import('./model.ts'),
    plain: () => import('../../math/kernels/plain.ts'),
  },
  program: () => import('./program.ts'),
};
