// Small pictures as PNG: a second decoder reads the greys that were written, and every picture of a size has the same length.
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { key, uniform } from '../../src/math/random.ts';
import { png } from '../../src/scene/pixels.ts';

const bytesOf = (url: string): Buffer => Buffer.from(url.replace('data:image/png;base64,', ''), 'base64');
const random = (seed: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => uniform(key(seed, 5), i));
const byte = (value: number): number => Math.round(value * 255);

test('greys, clear pixels and colours are read back', () => {
  const greys = random(1, 12);
  greys[5] = Number.NaN;
  const { width, height, data } = PNG.sync.read(bytesOf(png(greys, 4, 3)));
  expect([width, height]).toEqual([4, 3]);
  greys.forEach((grey, i) => {
    const clear = Number.isNaN(grey);
    expect([data[4 * i], data[4 * i + 3]]).toEqual(clear ? [0, 0] : [byte(grey), 255]);
  });
  const planes = random(2, 36);
  const colours = PNG.sync.read(bytesOf(png(planes, 4, 3, 3))).data;
  expect([...colours.subarray(4, 7)]).toEqual([planes[1], planes[13], planes[25]].map(byte));
});

test('what a picture spells in base64 does not change its length', () => {
  const lengths = Array.from({ length: 300 }, (_, seed) => png(random(seed, 256), 16, 16).length);
  expect(new Set(lengths).size).toBe(1);
});
