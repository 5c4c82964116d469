// Golden pictures of `audit`. UPDATE_GOLDEN=1 writes them anew.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaults } from '../../src/runtime/params.ts';
import { settle } from '../../src/build/settled-cache.ts';
import { compact } from '../../src/runtime/still.ts';
import type { HandIntent, Layout } from '../../src/runtime/widget.ts';
import { decode, file } from '../../src/widgets/audit/baked.ts';
import { model } from '../../src/widgets/audit/model.ts';
import { spec, type AuditParams } from '../../src/widgets/audit/params.ts';
import { scene } from '../../src/widgets/audit/scene.ts';
import { view } from '../../src/widgets/audit/widget.ts';
import { hand } from '../hand.ts';
import { compare, twins } from './compare.ts';

const bytes = readFileSync(`public/data/${file}`);
const data = compact(decode(new Uint8Array(bytes).buffer));
const cases: [string, Partial<AuditParams>, Layout][] = [
  ['wide', {}, { composition: 'wide', width: 1172 }],
  ['middling', { width: 6, ask: 'jlmjnkooi', unit: 3 }, { composition: 'wide', width: 640 }],
  ['racing', { step: 45, unit: 19, ask: 'jlmjnkool' }, { composition: 'wide', width: 932 }],
  ['narrow', { ask: 'abc', width: 10 }, { composition: 'narrow', width: 350 }],
  ['slide', {}, { composition: 'slide', width: 1920, height: 1080 }],
  ['slide-tall', {}, { composition: 'slide', width: 320, height: 568 }],
];

test.each(cases)('%s', (name, given, layout) => {
  const params = { ...defaults<AuditParams>(spec), ...given };
  const { plate, track } = scene(params, settle('audit', model, params), layout, data);
  compare(`audit-${name}`, plate);
  if (track) compare(`audit-${name}-track`, track);
  expect(twins([...plate.marks, ...(track?.marks ?? [])])).toEqual([]);
});

test('hands: the width, the unit of a narrow network, a letter, a wish', () => {
  const params = { ...defaults<AuditParams>(spec), width: 6, unit: 20, ask: 'aaaaaaaap', step: 3 };
  const s = settle('audit', model, params);
  const act = (intent: HandIntent) =>
    hand(view, params, s, intent, { composition: 'wide', width: 1172 }, data);
  const key = (handle: string, dx: number, size: 'step' | 'page' | 'end' = 'step'): HandIntent => ({
    do: 'nudge',
    handle,
    dx,
    dy: 0,
    size,
  });
  expect(act(key('track', 1, 'page'))).toMatchObject({ width: 10, step: undefined });
  expect(act(key('track', -1, 'end'))).toMatchObject({ width: 4, step: undefined });
  expect(act({ do: 'move', handle: 'track', x: 1172, y: 0, dx: 0, dy: 0 }).width).toBe(24);
  expect(act(key('track-unit', -1))).toMatchObject({ unit: 5, step: 3 });
  expect(act(key('track-unit', -1, 'end')).unit).toBe(1);
  expect(act(key('track-unit', 1))).toBe(params);
  expect(act({ do: 'tap', handle: 'cell-0' })).toMatchObject({ ask: 'baaaaaaap', step: 3 });
  expect(act({ do: 'tap', handle: 'cell-8' }).ask).toBe('aaaaaaaaa');
  const { ask } = act({ do: 'tap', handle: 'wish' });
  for (const { place, token } of s.wish.slice(0, 5)) expect(ask[place]).toBe('abcdefghijklmnop'[token]);
  for (const { place } of s.wish.slice(5)) expect(ask[place]).toBe(place === 8 ? 'p' : 'i');
});
