// What the page needs to make <dream-polytopes>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { Kind } from '../../runtime/player.ts';
import type { Atlas } from './baked.ts';
import type { PolytopesSnapshot } from './model.ts';
import type { PolytopesParams } from './params.ts';
import { face } from './widget.ts';

export const kind: Kind<PolytopesParams, PolytopesSnapshot, Atlas> = {
  face,
  engine: { script: () => import('./worker.ts?classic'), model: () => import('./model.ts') },
  program: () => import('./program.ts'),
};
