// What the page needs to make <dream-audit>; the model's code comes at the first touch.
export { define } from '../../runtime/element.ts';
import type { Kind } from '../../runtime/player.ts';
import type { Series } from './baked.ts';
import type { AuditSnapshot } from './model.ts';
import type { AuditParams } from './params.ts';
import { face } from './widget.ts';

export const kind: Kind<AuditParams, AuditSnapshot, Series> = {
  face,
  engine: { script: () => import('./worker.ts?classic'), model: () => import('./model.ts') },
  program: () => import('./program.ts'),
};
