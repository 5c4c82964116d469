// What the page needs to make <dream-dictionary>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { FigureDefinition } from '../../runtime/player.ts';
import type { Strip } from './baked.ts';
import type { DictionarySnapshot } from './model.ts';
import type { DictionaryParams } from './params.ts';
import { view } from './widget.ts';

export const kind: FigureDefinition<DictionaryParams, DictionarySnapshot, Strip> = {
  view,
  engine: { script: () => import('./worker.ts?classic'), model: () => import('./model.ts') },
  program: () => import('./program.ts'),
};
