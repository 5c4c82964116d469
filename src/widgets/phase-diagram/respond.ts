// What a hand does: a touch or a drag on a map moves the ring to that cell, arrows move it by one, and the words choose.

import type { Intent, Layout } from '../../runtime/widget.ts';
import { cellAt } from '../../scene/cells.ts';
import { cellOf, columnOf, rowOf, SIDE, stateOf } from './grid.ts';
import type { PhaseSnapshot } from './model.ts';
import { spec, type PhaseParams } from './params.ts';
import { plan } from './plan.ts';

export function respond(params: PhaseParams, _: PhaseSnapshot, intent: Intent, layout: Layout): PhaseParams {
  if (intent.do === 'set') return params;
  if (intent.do === 'tap') return choose(params, intent.handle);
  const on = /^(?:ring|track)-(two|three)$/.exec(intent.handle)?.[1];
  if (!on) return params;
  if (intent.do === 'move') {
    const shown = plan(params, layout).maps.find(({ map }) => map === on);
    if (!shown) return params;
    const { column, row } = cellAt(shown.field, intent.x, intent.y);
    return moved(params, column, row);
  }
  const cell = cellOf(params);
  const far = intent.size === 'end' ? SIDE : intent.size === 'page' ? 5 : 1;
  return moved(params, columnOf(cell) + intent.dx * far, rowOf(cell) + intent.dy * far);
}

function moved(params: PhaseParams, column: number, row: number): PhaseParams {
  const next = stateOf(column, row);
  return next.absent === params.absent && next.last === params.last ? params : { ...params, ...next };
}

function choose(params: PhaseParams, handle: string): PhaseParams {
  const [key, value] = handle.split('-');
  if (key !== 'starts' && key !== 'theory' && key !== 'panel') return params;
  const of: readonly string[] = spec[key].of;
  return !of.includes(value) || params[key] === value ? params : { ...params, [key]: value };
}
