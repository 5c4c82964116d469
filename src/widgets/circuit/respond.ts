// What a hand does: it cuts and restores, and says beforehand what will come of it. New surgery hides the result.

import type { Intent } from '../../runtime/widget.ts';
import type { CircuitSnapshot } from './model.ts';
import type { CircuitParams } from './params.ts';
import { touched } from './read.ts';

export function respond(params: CircuitParams, _: CircuitSnapshot, intent: Intent): CircuitParams {
  if (intent.do !== 'tap') return params;
  const [, what, which] = /^(edge|blank|guess|turned|show|beside)-?(.*)$/.exec(intent.handle) ?? [];
  const i = Number(which);
  if (what === 'edge' && i < 12) return hidden({ ...params, cut: params.cut ^ (1 << i) });
  if (what === 'blank' && i < 3) return hidden({ ...params, blank: params.blank ^ (1 << i) });
  if (what === 'turned' && (which === 'no' || which === 'yes')) return hidden({ ...params, turned: which });
  if (what === 'beside' && (which === 'house' || which === 'shuffled')) return { ...params, beside: which };
  if (what === 'guess' && i < 5) return { ...params, guess: params.guess ^ (1 << i) };
  return what === 'show' ? { ...params, shown: 'yes' } : params;
}

const hidden = (params: CircuitParams): CircuitParams => ({
  ...params,
  guess: 0,
  shown: touched(params) ? 'no' : 'yes',
});
