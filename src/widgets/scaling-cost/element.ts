// What the page needs to make <dream-scaling-cost>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { FigureDefinition } from '../../runtime/player.ts';
import type { CostSnapshot } from './model.ts';
import type { CostParams } from './params.ts';
import { view } from './widget.ts';

export const kind: FigureDefinition<CostParams, CostSnapshot, unknown> = {
  view,
  engine: { script: () => import('./worker.ts?classic'), model: () => import('./model.ts') },
  program: () => import('./program.ts'),
};
