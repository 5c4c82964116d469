// The numbers under the models: own functions against the machine's, quadrature against integrals, Adam by hand.

import { describe, expect, test } from 'vitest';
import { adam, descend, forget } from '../../src/math/adam.ts';
import { cos, exp, log, PI, sin } from '../../src/math/functions.ts';
import { fingerprint } from '../../src/math/hash.ts';
import { gauss } from '../../src/math/quadrature.ts';
import { bits, key, mix, normal, uniform } from '../../src/math/random.ts';

const off = (value: number, ideal: number): number =>
  Math.abs(value - ideal) / Math.max(Math.abs(ideal), 1e-300);
const range = (from: number, to: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * (i + 0.37)) / count);

describe('functions', () => {
  test('exp, log, sin, cos to 1e-14', () => {
    const worst = (
      from: number,
      to: number,
      ours: (x: number) => number,
      machine: (x: number) => number,
    ): number => Math.max(...range(from, to, 20001).map((x) => off(ours(x), machine(x))));
    expect(worst(-700, 700, exp, Math.exp)).toBeLessThan(1e-14);
    expect(
      worst(
        -300,
        300,
        (x) => log(Math.exp(x)),
        (x) => Math.log(Math.exp(x)),
      ),
    ).toBeLessThan(1e-14);
    expect(worst(0.5, 2, log, Math.log)).toBeLessThan(1e-14);
    expect(worst(-40, 40, sin, Math.sin)).toBeLessThan(1e-14);
    expect(worst(-40, 40, cos, Math.cos)).toBeLessThan(1e-14);
    for (let k = 1; k < 2000; k++) {
      expect(off(sin(k * Math.PI), Math.sin(k * Math.PI)), `sin ${k} pi`).toBeLessThan(1e-12);
    } // all of it cancels but the third part of pi/2
  });
  test('at the edges', () => {
    expect([exp(0), exp(-Infinity), exp(Infinity), exp(800), exp(-800), exp(NaN)]).toEqual([
      1,
      0,
      Infinity,
      Infinity,
      0,
      NaN,
    ]);
    expect([log(1), log(0), log(-1), log(Infinity), log(NaN)]).toEqual([0, -Infinity, NaN, Infinity, NaN]);
    expect(off(log(5e-324), Math.log(5e-324))).toBeLessThan(1e-14);
    expect(exp(-745)).toBe(5e-324);
    expect([sin(0), cos(0), sin(NaN), cos(1e9)]).toEqual([0, 1, NaN, NaN]);
    expect(cos(PI)).toBe(-1);
  });
});

describe('random', () => {
  test('the definition, pinned: kernels are written against these numbers', () => {
    expect([mix(0), mix(1), mix(0xffffffff)]).toEqual([0, 1753845952, 1734902346]);
    expect(key(7, 1, 0)).toBe(mix((mix((mix(7 + 0x9e3779b9) + 1) | 0) + 0) | 0));
    expect([key(7, 1), bits(key(7, 1), 0), bits(key(7, 1), 1), key(999999, 2, 799)]).toEqual([
      4003827365, 13738640, 1306756206, 136633315,
    ]); // by a second implementation, in Python
    expect(uniform(key(7, 1), 1)).toBe(bits(key(7, 1), 1) / 2 ** 32);
  });
  test('uniform and normal have their moments; draws of different keys are strangers', () => {
    const N = 40000;
    const a = key(1, 1, 0);
    const b = key(1, 1, 1);
    let u = 0;
    let uu = 0;
    let z = 0;
    let zz = 0;
    let z4 = 0;
    let ab = 0;
    let inside = true;
    for (let i = 0; i < N; i++) {
      const x = uniform(a, i);
      const g = normal(a, i);
      inside &&= x >= 0 && x < 1;
      u += x / N;
      uu += (x * x) / N;
      z += g / N;
      zz += (g * g) / N;
      z4 += g ** 4 / N;
      ab += ((x - 0.5) * (uniform(b, i) - 0.5)) / N;
    }
    expect(inside).toBe(true);
    expect(Math.abs(u - 1 / 2)).toBeLessThan(0.01);
    expect(Math.abs(uu - 1 / 3)).toBeLessThan(0.01);
    expect(Math.abs(z)).toBeLessThan(0.02);
    expect(Math.abs(zz - 1)).toBeLessThan(0.03);
    expect(Math.abs(z4 - 2.9)).toBeLessThan(0.15); // a sum of twelve uniforms: 3 - 1.2 / 12
    expect(Math.abs(ab)).toBeLessThan(0.002);
  });
});

test('q Gauss nodes integrate x^d on [0, 1] for every d below 2 q', () => {
  for (const q of [1, 2, 3, 4, 6, 12, 24, 32]) {
    const { nodes, weights } = gauss(q);
    for (let d = 0; d < 2 * q; d++) {
      expect(nodes.reduce((sum, x, i) => sum + weights[i] * x ** d, 0)).toBeCloseTo(1 / (d + 1), 13);
    }
    expect([...nodes]).toEqual([...nodes].sort((a, b) => a - b));
  }
});

test('Adam: the first step is the rate, against the sign; then by the paper', () => {
  const state = adam(2);
  const theta = Float64Array.of(1, 1);
  descend(state, theta, Float64Array.of(3, -1e-3), 0.1);
  expect(theta[0]).toBeCloseTo(0.9, 8);
  expect(theta[1]).toBeCloseTo(1.1, 5);
  descend(state, theta, Float64Array.of(-1, 0), 0.1);
  const m = (0.9 * 0.3 - 0.1) / (1 - 0.81);
  const v = (0.999 * 0.009 + 0.001) / (1 - 0.999 ** 2);
  expect(theta[0]).toBeCloseTo(0.9 - (0.1 * m) / Math.sqrt(v), 7);
  forget(state);
  expect([...state.mean, ...state.square, ...state.fade]).toEqual([0, 0, 0, 0, 1, 1]);
});

test('fingerprint: every bit counts; zeros and NaNs are one', () => {
  const a = Float64Array.of(0.1, 0, NaN, -2);
  const hex = fingerprint(a);
  expect(hex).toMatch(/^[0-9a-f]{16}$/);
  expect(fingerprint(Float64Array.of(0.1, -0, -NaN, -2))).toBe(hex);
  const next = a.slice();
  new Uint32Array(next.buffer)[0] ^= 1;
  const high = a.slice();
  new Uint32Array(high.buffer)[1] ^= 1;
  const others = [
    next,
    high,
    Float64Array.of(0, 0.1, NaN, -2),
    Float64Array.of(0.1, 0, NaN),
    Float64Array.of(0.1, 0, NaN, -2, 0),
    Float32Array.from(a),
    Float64Array.of(),
    Float32Array.of(),
  ];
  expect(new Set([hex, ...others.slice(0, -1).map((w) => fingerprint(w))]).size).toBe(others.length);
  expect(fingerprint(Float32Array.of(0.1, -0, NaN))).toBe(fingerprint(Float32Array.of(0.1, 0, NaN)));
});
