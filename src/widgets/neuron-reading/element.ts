// What the page needs to make <dream-neuron-reading>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { FigureDefinition } from '../../runtime/player.ts';
import type { ReadingSnapshot } from './model.ts';
import type { ReadingParams } from './params.ts';
import { view } from './widget.ts';

export const kind: FigureDefinition<ReadingParams, ReadingSnapshot, unknown> = {
  view,
  engine: { script: () => import('./worker.ts?classic'), model: () => import('./model.ts') },
  program: () => import('./program.ts'),
};
