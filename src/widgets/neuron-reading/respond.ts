// What a hand does: it slides a ring to a feature, asks for the next units, has the readings tested, swaps or turns the page.

import type { Intent, Layout } from '../../runtime/widget.ts';
import type { ReadingSnapshot } from './model.ts';
import { FEATURES, type ReadingParams } from './params.ts';
import { featureAt, places } from './place.ts';

export function respond(
  params: ReadingParams,
  s: ReadingSnapshot,
  intent: Intent,
  layout: Layout,
): ReadingParams {
  if (intent.do === 'set') return params;
  const key = intent.handle === 'track-pick' ? 'pick' : intent.handle === 'track-guess' ? 'guess' : undefined;
  if (key && intent.do === 'move') {
    const place = places(layout, params)[key];
    return place ? put(params, key, featureAt(place, intent.x)) : params;
  }
  if (key && intent.do === 'nudge') {
    return put(params, key, nudged(params[key], intent.dx || intent.dy, intent.size));
  }
  if (intent.do === 'nudge' && intent.handle.startsWith('tab-')) {
    return { ...params, panel: params.panel === 'neuron' ? 'feature' : 'neuron' };
  }
  return intent.do === 'tap' ? tapped(params, s, intent.handle) : params;
}

const put = (params: ReadingParams, key: 'pick' | 'guess', value: number): ReadingParams =>
  params[key] === value ? params : { ...params, [key]: value };

function nudged(now: number | undefined, by: number, size: 'step' | 'fine' | 'page' | 'end'): number {
  if (size === 'end') return by > 0 ? FEATURES : 1;
  if (now === undefined) return by > 0 ? 1 : FEATURES;
  return Math.max(1, Math.min(FEATURES, now + by * (size === 'page' ? 5 : 1)));
}

function tapped(params: ReadingParams, s: ReadingSnapshot, handle: string): ReadingParams {
  switch (handle) {
    // Others than those whose answers were just on the screen; five and seven apart, so that neighbours do not follow.
    case 'act-read':
      return {
        ...params,
        unit: ((params.unit + 4) % s.left.of) + 1,
        feature: ((params.feature + 6) % s.right.of) + 1,
        pick: undefined,
        guess: undefined,
        step: 0,
      };
    case 'act-test':
      return { ...params, step: undefined };
    case 'act-swap':
      return {
        ...params,
        step: params.step === 0 ? 0 : undefined,
        kind: params.kind === 'neuron' ? 'direction' : 'neuron',
        pick: undefined,
      };
    case 'tab-neuron':
      return { ...params, panel: 'neuron' };
    case 'tab-feature':
      return { ...params, panel: 'feature' };
    default:
      return params;
  }
}
