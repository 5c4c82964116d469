// What a hand does: it chooses the unit, picks words, hands the explanation in.

import type { Intent, Layout } from '../../runtime/widget.ts';
import { WORDS } from '../../models/vocabulary.ts';
import type { ExplainerSnapshot } from './model.ts';
import type { ExplainerParams } from './params.ts';
import { places, unitX } from './places.ts';

export function respond(
  params: ExplainerParams,
  s: ExplainerSnapshot,
  intent: Intent,
  layout: Layout,
): ExplainerParams {
  if (intent.do === 'set') return params;
  if (intent.do === 'tap') return tapped(params, s, intent.handle);
  if (intent.handle !== 'track-unit') return params;
  const { units, pen } = places(layout);
  return choose(
    params,
    s,
    intent.do === 'move'
      ? unitX(units, s.of, pen).from(intent.x)
      : nudged(s, intent.dx || intent.dy, intent.size),
  );
}

const nudged = (
  { index, of }: ExplainerSnapshot,
  by: number,
  size: 'step' | 'fine' | 'page' | 'end',
): number =>
  size === 'end' ? (by > 0 ? of : 1) : Math.max(1, Math.min(of, index + by * (size === 'page' ? 5 : 1)));

/** Another unit is another game: what was written goes, and the machine has not looked at it yet. */
const choose = (params: ExplainerParams, { index }: ExplainerSnapshot, unit: number): ExplainerParams =>
  unit === index ? params : { ...params, unit, say: '', submitted: '', step: 0 };

function tapped(params: ExplainerParams, s: ExplainerSnapshot, handle: string): ExplainerParams {
  const [what, value] = handle.split('-');
  switch (what) {
    case 'kind':
      return value === params.kind
        ? params
        : { ...params, kind: value as ExplainerParams['kind'], unit: 1, say: '', submitted: '', step: 0 };
    case 'join':
      return { ...params, join: value as ExplainerParams['join'] };
    case 'word':
      return { ...params, say: pick(params, WORDS[Number(value)]) };
    case 'submit':
      return s.mine ? { ...params, submitted: params.say, step: undefined } : params;
    case 'clear':
      return { ...params, say: '', submitted: '' };
    default:
      return params;
  }
}

/** The word, joined to what is there; taken out again, with a joining word beside it, when it is there already. */
export function pick({ say, join }: Pick<ExplainerParams, 'say' | 'join'>, word: string): string {
  const tokens = say.toLowerCase().split(/\s+/).filter(Boolean);
  const at = tokens.indexOf(word);
  if (at < 0) {
    return [...tokens, ...(tokens.length && !/^(or|and)$/.test(tokens.at(-1)) ? [join] : []), word].join(' ');
  }
  tokens.splice(at === 0 ? 0 : at - 1, 2);
  return tokens.join(' ');
}
