// What a hand does: it sets the width, asks, chooses a unit, asks what a unit wants.

import type { Intent, Layout } from '../../runtime/widget.ts';
import type { AuditSnapshot } from './model.ts';
import { LETTERS, NARROWEST, spell, tokensOf, WIDEST, type AuditParams } from './params.ts';
import { fromX, places, stripPlace, unitAt } from './places.ts';

/** places that are set as the unit wants them */
export const STRONGEST = 5;

export function respond(params: AuditParams, s: AuditSnapshot, intent: Intent, layout: Layout): AuditParams {
  if (intent.do === 'set') return params;
  if (intent.do === 'tap') return tapped(params, s, intent.handle);
  const p = places(layout);
  if (intent.handle === 'track-unit' && p.units) {
    return put(
      params,
      'unit',
      intent.do === 'move'
        ? unitAt(p.units, s.h).from(intent.x)
        : stepped(s.unit, intent.dx || intent.dy, intent.size, 1, s.h),
    );
  }
  if (intent.handle !== 'track') return params;
  return put(
    params,
    'width',
    intent.do === 'move'
      ? fromX(p.strip ?? stripPlace(layout.track ?? layout.width), intent.x)
      : stepped(params.width, intent.dx || intent.dy, intent.size, NARROWEST, WIDEST),
  );
}

const stepped = (
  now: number,
  by: number,
  size: 'step' | 'fine' | 'page' | 'end',
  low: number,
  high: number,
): number =>
  size === 'end'
    ? by > 0
      ? high
      : low
    : Math.max(low, Math.min(high, now + by * (size === 'page' ? 4 : 1)));

const put = (params: AuditParams, key: 'unit' | 'width', value: number): AuditParams =>
  params[key] === value
    ? params
    : key === 'width'
      ? { ...params, width: value, step: undefined }
      : { ...params, unit: value };

function tapped(params: AuditParams, s: AuditSnapshot, handle: string): AuditParams {
  const [what, index] = handle.split('-');
  const now = tokensOf(params.ask);
  const tokens = typeof now === 'string' ? [...(tokensOf('jklmnopij') as number[])] : [...now];
  if (what === 'cell') {
    tokens[Number(index)] = (tokens[Number(index)] + 1) % LETTERS.length;
    return { ...params, ask: spell(tokens) };
  }
  // The rest stays as the reader has it, without votes: a contradiction needs an honest 0.
  if (what === 'wish') {
    const wish = new Map(s.wish.slice(0, STRONGEST).map((w) => [w.place, w.token]));
    return { ...params, ask: spell(tokens.map((v, t) => wish.get(t) ?? (v < 8 ? v + 8 : v))) };
  }
  return params;
}
