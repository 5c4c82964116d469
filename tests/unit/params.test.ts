// Text to state and back, and every kind of garbage: nothing throws, what cannot be used is said.

import { describe, expect, test } from 'vitest';
import { decode, defaults, encode, MAX_EDITS, read } from '../../src/runtime/params.ts';
import { spec, type SuperpositionParams } from '../../src/widgets/superposition/params.ts';

const plain = defaults<SuperpositionParams>(spec);
const from = (text: string): { state: SuperpositionParams; notices: readonly string[] } => decode<SuperpositionParams>(spec, text);

test('a state survives the address, in the spec’s order, defaults left out', () => {
  expect(encode(spec, plain)).toBe('');
  const state = { ...plain, step: 40, features: 6, absent: 0.8095, last: 2, mode: 'sampled' as const, edits: [{ step: 40, verb: 'move', index: 2, x: -0.5, y: 0.1234 }] };
  const text = encode(spec, state);
  expect(text).toBe('features=6&absent=0.8095&last=2&mode=sampled&step=40&edits=40:move:2:-0.5:0.1234');
  expect(from(text)).toEqual({ state, notices: [] });
});

describe('hostile text', () => {
  const keepsDefault: readonly [string, keyof SuperpositionParams][] = [
    ['absent=NaN', 'absent'], ['absent=Infinity', 'absent'], ['features=-Infinity', 'features'], ['seed=', 'seed'], ['seed=0x', 'seed'],
    ['mode=<script>alert(1)</script>', 'mode'], ['mode=__proto__', 'mode'], ['edits=1:2', 'edits'], ['edits=5:move:0:NaN:0', 'edits'],
    ['edits=5:push:0:1:1', 'edits'], ['edits=9:move:0:1:1,5:move:0:1:1', 'edits'], ['edits=1.5:move:0:1:1', 'edits'], ['edits=5:move:0:1e9:1', 'edits'],
  ];
  for (const [text, key] of keepsDefault) {
    test(text, () => {
      const { state, notices } = from(`${text}&hidden=1`);
      expect(state).toEqual({ ...plain, hidden: 1 });
      expect(state[key]).toEqual(plain[key]);
      expect(notices).toHaveLength(1);
    });
  }

  test('numbers out of range are clamped, and said', () => {
    const { state, notices } = from('features=1e9&absent=-3&seed=3.7&hidden=99');
    expect(state).toMatchObject({ features: 8, absent: 0, seed: 4, hidden: 2 });
    expect(notices).toHaveLength(4);
  });
  test('no negative zero', () => {
    for (const text of ['absent=-0', 'absent=-1e-300', 'ghost=-0']) { const { state } = from(text); expect(Object.is(state.absent, -0)).toBe(false); expect(Object.is(state.ghost, -0)).toBe(false); }
    expect(Object.is(from('edits=5:move:0:-0:-0.00001').state.edits[0].x, -0)).toBe(false);
    expect(Object.is(from('edits=5:move:0:-0:-0.00001').state.edits[0].y, -0)).toBe(false);
  });
  test('__proto__, constructor and unknown keys change nothing', () => {
    const { state, notices } = from('__proto__=1&constructor=2&toString=3&seed=9');
    expect(state).toEqual({ ...plain, seed: 9 });
    expect(Object.getPrototypeOf(state)).toBe(Object.prototype);
    expect(notices).toHaveLength(3);
  });
  test('100 kB', () => {
    for (const text of ['x'.repeat(1e5), 'seed=2&'.repeat(15000), `edits=${'1:move:0:1:1,'.repeat(8000)}`]) {
      const { state, notices } = from(text);
      expect(state).toEqual(plain);
      expect(notices).toHaveLength(1);
      expect(notices[0].length).toBeLessThan(200);
    }
  });
  test('% garbage', () => {
    for (const text of ['%', '%%%=%', 'seed=%E0%A4%A', '%zz=1', '=&=&&=', '&&&', '=5']) {
      expect(from(text).state).toEqual(plain);
    }
    expect(from('%73eed=%38').state.seed).toBe(8);
  });
  test('too many moves are cut, and hosts’ own words passed over', () => {
    const { state, notices } = from(`edits=${Array(40).fill('1:move:0:1:1').join()}`);
    expect(state.edits).toHaveLength(MAX_EDITS);
    expect(notices).toHaveLength(1);
    expect(from('?secret=abc&engine=3').notices).toEqual([]);
  });
  test('values from attributes and messages', () => {
    for (const raw of [null, undefined, {}, [], NaN, Infinity, () => 1, Symbol.iterator, 10n, '9'.repeat(1e4)]) {
      for (const field of Object.values(spec)) expect(() => read('key', field, typeof raw === 'symbol' ? String(raw) : raw)).not.toThrow();
    }
    expect(read('edits', spec.edits, [null, 3]).value).toEqual([]);
    expect(read('edits', spec.edits, [{ step: 3, verb: 'move', index: 1, x: 0.5, y: 0 }]).value).toEqual([{ step: 3, verb: 'move', index: 1, x: 0.5, y: 0 }]);
  });
});
