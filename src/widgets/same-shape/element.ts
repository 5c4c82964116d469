// What the page needs to make <dream-same-shape>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { FigureDefinition } from '../../runtime/player.ts';
import type { SameShapeSnapshot } from './model.ts';
import type { SameShapeParams } from './params.ts';
import { view } from './widget.ts';

export const kind: FigureDefinition<SameShapeParams, SameShapeSnapshot, unknown> = {
  view,
  engine: { script: () => import('./worker.ts?classic'), model: () => import('./model.ts') },
  program: () => import('./program.ts'),
};
