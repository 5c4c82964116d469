// What the page needs to make <dream-audit>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { FigureDefinition } from '../../runtime/player.ts';
import type { Series } from './baked.ts';
import type { AuditSnapshot } from './model.ts';
import type { AuditParams } from './params.ts';
import { view } from './widget.ts';

export const kind: FigureDefinition<AuditParams, AuditSnapshot, Series> = {
  view,
  engine: { script: () => import('./worker.ts?classic'), model: () => import('./model.ts') },
  program: () => import('./program.ts'),
};
