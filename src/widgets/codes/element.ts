// What the page needs to make <dream-codes>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { Kind } from '../../runtime/player.ts';
import type { CodesSnapshot } from './model.ts';
import type { CodesParams } from './params.ts';
import { face } from './widget.ts';

export const kind: Kind<CodesParams, CodesSnapshot, unknown> = {
  face,
  engine: { script: () => import('./worker.ts?classic'), model: () => import('./model.ts') },
  program: () => import('./program.ts'),
};
