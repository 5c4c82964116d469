// Text to state and back, and every kind of garbage: nothing throws, what cannot be used is said.

import { describe, expect, test } from 'vitest';
import { decode, defaults, encode, MAX_EDITS, read } from '../../src/runtime/params.ts';
import { spec, type SuperpositionParams } from '../../src/widgets/superposition/params.ts';

const plain = defaults<SuperpositionParams>(spec);
const from = (text: string): { state: SuperpositionParams; notices: readonly string[] } =>
  decode<SuperpositionParams>(spec, text);

test('a state survives the address, in the spec’s order, defaults left out', () => {
  expect(encode(spec, plain)).toBe('');
  const state = {
    ...plain,
    step: 40,
    features: 6,
    absent: 0.8095,
    last: 2,
    mode: 'sampled' as const,
    edits: [{ step: 40, verb: 'move', index: 2, x: -0.5, y: 0.1234 }],
  };
  const text = encode(spec, state);
  expect(text).toBe('features=6&absent=0.8095&last=2&mode=sampled&step=40&edits=40:move:2:-0.5:0.1234');
  expect(from(text)).toEqual({ state, notices: [] });
});

describe('what a reader types', () => {
  const own = { said: { kind: 'text', default: 'abab', max: 20, doc: '' }, seed: spec.seed } as const;
  const back = (said: string): { state: { said: string; seed: number }; notices: readonly string[] } =>
    decode(own, encode(own, { said, seed: 9 }));

  test('survives the address, whatever it is', () => {
    for (const said of [
      '',
      'the cat, the cat',
      'a&b=c#%?"<é',
      '日本語 🙂👩‍👩‍👧',
      '__proto__',
      '<script>',
      '%E0%A4%A',
      "'quoted'",
      'seed=1&seed=2',
    ]) {
      expect(back(said)).toEqual({ state: { said, seed: 9 }, notices: [] });
    }
    expect(encode(own, { said: 'abab' })).toBe('');
    expect(encode(own, { said: 'a&b=c' })).toBe('said=a%26b%3Dc');
  });
  test('is cut between characters when it is too long, and that is said', () => {
    const { value, notice } = read('said', own.said, '🙂'.repeat(10000));
    expect(value).toBe('🙂'.repeat(20));
    expect(notice).toBe('The text has 10,000 characters; the first 20 are read.');
    expect(back(value as string).state.said).toBe(value);
  });
  test('halves of characters, line breaks and control characters are mended', () => {
    expect(read('said', own.said, 'a\ud83d').value).toBe('a\ufffd');
    expect(read('said', own.said, 'a\r\n\0\u2028b').value).toBe('a b');
    expect(() => encode(own, { said: '\udc00' })).not.toThrow();
  });
  test('anything that is no text leaves the default, and that is said', () => {
    for (const raw of [null, undefined, {}, [], true]) {
      expect(read('said', own.said, raw)).toMatchObject({
        value: 'abab',
        notice: expect.stringContaining('said'),
      });
    }
    expect(read('said', own.said, 42).value).toBe('42');
  });
});

describe('hostile text', () => {
  const keepsDefault: readonly [string, keyof SuperpositionParams][] = [
    ['absent=NaN', 'absent'],
    ['absent=Infinity', 'absent'],
    ['features=-Infinity', 'features'],
    ['seed=', 'seed'],
    ['seed=0x', 'seed'],
    ['mode=<script>alert(1)</script>', 'mode'],
    ['mode=__proto__', 'mode'],
    ['edits=1:2', 'edits'],
    ['edits=5:move:0:NaN:0', 'edits'],
    ['edits=5:push:0:1:1', 'edits'],
    ['edits=9:move:0:1:1,5:move:0:1:1', 'edits'],
    ['edits=1.5:move:0:1:1', 'edits'],
    ['edits=5:move:0:1e9:1', 'edits'],
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
    for (const text of ['absent=-0', 'absent=-1e-300', 'ghost=-0']) {
      const { state } = from(text);
      expect(Object.is(state.absent, -0)).toBe(false);
      expect(Object.is(state.ghost, -0)).toBe(false);
    }
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
    for (const raw of [
      null,
      undefined,
      {},
      [],
      NaN,
      Infinity,
      () => 1,
      Symbol.iterator,
      10n,
      '9'.repeat(1e4),
    ]) {
      for (const field of Object.values(spec)) {
        expect(() => read('key', field, typeof raw === 'symbol' ? String(raw) : raw)).not.toThrow();
      }
    }
    expect(read('edits', spec.edits, [null, 3]).value).toEqual([]);
    expect(read('edits', spec.edits, [{ step: 3, verb: 'move', index: 1, x: 0.5, y: 0 }]).value).toEqual([
      { step: 3, verb: 'move', index: 1, x: 0.5, y: 0 },
    ]);
  });
});
