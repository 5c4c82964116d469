// What the page needs to make <dream-explainer>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { Kind } from '../../runtime/player.ts';
import type { Eight } from './baked.ts';
import type { ExplainerSnapshot } from './model.ts';
import type { ExplainerParams } from './params.ts';
import { face } from './widget.ts';

export const kind: Kind<ExplainerParams, ExplainerSnapshot, Eight> = {
  face,
  engine: { script: () => import('./worker.ts?classic'), model: () => import('./model.ts') },
  program: () => import('./program.ts'),
};
