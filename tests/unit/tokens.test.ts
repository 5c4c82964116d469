// The style sheet's colours and the scene's are the same, and every pair that is read or looked at has its contrast
// (WCAG 2.2: 4.5 for text, 3 for marks), in both illuminations and under simulated colour blindness.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inks, type Ink } from '../../src/scene/ink.ts';

const css = readFileSync('src/styles/tokens.css', 'utf8');

/** `--role:light-dark(#RRGGBB,#RRGGBB)`: the value of one side. */
function colours(side: 1 | 2): Record<string, string> {
  const found: Record<string, string> = {};
  for (const pair of css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/gi)) {
    found[pair[1]] ??= pair[side + 1].toUpperCase();
  }
  return found;
}
const light = colours(1);
const dark = colours(2);
const sides = { light, dark } as const;

const linear = (hex: string): number[] =>
  [1, 3, 5]
    .map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
const luminance = ([r, g, b]: number[]): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
function contrast(a: string, b: string): number {
  const [x, y] = [luminance(linear(a)) + 0.05, luminance(linear(b)) + 0.05];
  return x > y ? x / y : y / x;
}

/** Björn Ottosson's Oklab from linear sRGB. */
function oklab([r, g, b]: number[]): number[] {
  const [l, m, s] = [
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
  ].map(([x, y, z]) => Math.cbrt(x * r + y * g + z * b));
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
/** Machado, Oliveira and Fernandes 2009, severity 1, applied in linear RGB. */
const sights: Record<string, number[]> = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};
const seen = (m: number[], c: number[]): number[] =>
  [0, 3, 6].map((i) => Math.min(1, Math.max(0, m[i] * c[0] + m[i + 1] * c[1] + m[i + 2] * c[2])));
const apart = (a: number[], b: number[]): number =>
  100 * Math.hypot(...oklab(a).map((v, i) => v - oklab(b)[i]));

describe.each(['light', 'dark'] as const)('%s', (side) => {
  const at = sides[side];
  const column = side === 'dark' ? 1 : 0;

  test('the scene’s inks are the style sheet’s', () => {
    for (const [role, pair] of Object.entries(inks)) {
      expect([role, at[role]]).toEqual([role, pair[column].toUpperCase()]);
    }
  });

  test('text and marks stand off their ground', () => {
    const stains = [1, 2, 3, 4, 5, 6];
    const text = ['ink-2', 'signal-ink', ...stains.map((i) => `f${i}-ink`)];
    const code = Object.keys(light).filter((role) => /^code-/.test(role));
    const marks = ['ink-3', 'signal', 'pos', 'neg', ...stains.map((i) => `f${i}`)];
    const weak: string[] = [];
    const need = (role: string, ground: string, least: number): void => {
      const c = contrast(at[role], at[ground]);
      if (!(c >= least)) weak.push(`${role} on ${ground}: ${c.toFixed(2)} < ${least}`);
    };
    for (const ground of ['paper', 'plate']) {
      need('ink', ground, 7);
      for (const role of [...text, ...code]) need(role, ground, 4.5);
      for (const role of marks) need(role, ground, 3);
    }
    for (const role of ['ink', ...text, ...code]) need(role, 'wash', 4.5);
    need('on-signal', 'signal-fill', 4.5);
    expect(weak).toEqual([]);
  });

  test('the stains and the hand stay apart for every eye', () => {
    const roles: Ink[] = ['f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'signal'];
    const close: string[] = [];
    for (const [sight, m] of Object.entries(sights)) {
      for (const [i, a] of roles.entries()) {
        for (const b of roles.slice(0, i)) {
          const d = apart(seen(m, linear(at[a])), seen(m, linear(at[b])));
          if (d < 7) close.push(`${sight}: ${a} and ${b} are ${d.toFixed(1)} apart`);
        }
      }
    }
    expect(close).toEqual([]);
  });
});
