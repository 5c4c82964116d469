// The strips of `dictionary` against the model that runs now. DREAMS_ALL takes a stop of every width; the gate takes one.
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { stop } from '../../src/bake/dictionary.ts';
import { byPenalty, clusterSpace, inClusters, toySpace } from '../../src/models/space.ts';
import { BAKED_WIDTHS, file, PENALTIES, WIDTHS, type StripFile } from '../../src/widgets/dictionary/baked.ts';

const { strips } = JSON.parse(
  await readFile(new URL(`../../public/data/${file}`, import.meta.url), 'utf8'),
) as StripFile;
const seeds = [0, 1, 2, 3];
const at = (width: number, value: number) =>
  strips.find((s) => s.width === width)!.stops.find((s) => s.at === value);

test('every width and penalty is there', () => {
  expect(strips.map((s) => s.width)).toEqual([...BAKED_WIDTHS, 0]);
  for (const { world, stops } of strips)
    {expect(stops.map((s) => s.at)).toEqual(world === 'clusters' ? WIDTHS : PENALTIES);}
});

test('clusters, 20 latents', () => {
  expect(
    stop(
      seeds.map((seed) => clusterSpace(seed)),
      20,
      20,
      inClusters,
    ),
  ).toEqual(at(0, 20));
});

test.runIf(process.env.DREAMS_ALL).each(BAKED_WIDTHS)('toy, %i latents, penalty 0.3', (width) => {
  expect(
    stop(
      seeds.map((seed) => toySpace(seed)),
      0.3,
      width,
      byPenalty(0.3),
    ),
  ).toEqual(at(width, 0.3));
});

test('the strip says what the figure says: variance falls where recovery rises', () => {
  for (const width of [20, 40]) {
    const low = at(width, 0.02)!;
    const high = at(width, 0.5)!;
    expect(low.explained).toBeGreaterThan(0.99);
    expect(high.explained).toBeLessThan(0.86);
    expect(high.mmcs - low.mmcs).toBeGreaterThan(0.1);
  }
});
