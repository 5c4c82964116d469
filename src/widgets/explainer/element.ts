// What the page needs to make <dream-explainer>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { FigureDefinition } from '../../runtime/player.ts';
import type { Eight } from './baked.ts';
import type { ExplainerSnapshot } from './model.ts';
import type { ExplainerParams } from './params.ts';
import { view } from './widget.ts';

export const kind: FigureDefinition<ExplainerParams, ExplainerSnapshot, Eight> = {
  view,
  engine: { script: () => import('./worker.ts?classic'), model: () => import('./model.ts') },
  program: () => import('./program.ts'),
};
