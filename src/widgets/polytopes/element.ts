// What the page needs to make <dream-polytopes>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { FigureDefinition } from '../../runtime/player.ts';
import type { Atlas } from './baked.ts';
import type { PolytopesSnapshot } from './model.ts';
import type { PolytopesParams } from './params.ts';
import { view } from './widget.ts';

export const kind: FigureDefinition<PolytopesParams, PolytopesSnapshot, Atlas> = {
  view,
  engine: { script: () => import('./worker.ts?classic'), model: () => import('./model.ts') },
  program: () => import('./program.ts'),
};
