// What the page needs to make <dream-codes>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { FigureDefinition } from '../../runtime/player.ts';
import type { CodesSnapshot } from './model.ts';
import type { CodesParams } from './params.ts';
import { view } from './widget.ts';

export const kind: FigureDefinition<CodesParams, CodesSnapshot, unknown> = {
  view,
  engine: { script: () => import('./worker.ts?classic'), model: () => import('./model.ts') },
  program: () => import('./program.ts'),
};
