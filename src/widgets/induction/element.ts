// What the page needs to make <dream-induction>; the model's code comes at the first touch.
import type { Transcript } from '../../models/transcript.ts';
export { define } from '../../runtime/element.ts';
import type { FigureDefinition } from '../../runtime/player.ts';
import type { InductionSnapshot } from './model.ts';
import type { InductionParams } from './params.ts';
import { view } from './widget.ts';

export const kind: FigureDefinition<InductionParams, InductionSnapshot, Transcript> = {
  view,
  engine: {
    script: () => import('./worker.ts?classic'),
    model: () => import('./model.ts'),
    plain: () => import('../../math/kernels/plain.ts'),
  },
  program: () => import('./program.ts'),
};
