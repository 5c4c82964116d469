// Hulls and turns.
import { describe, expect, test } from 'vitest';
import { dot, edges, hull, type Vec } from '../../src/math/hull.ts';
import { apply, fromYawPitch, legible, randomRotation, type Rotation3 } from '../../src/math/rotation3.ts';

const octahedron: Vec[] = [
  [1, 0, 0],
  [-1, 0, 0],
  [0, 1, 0],
  [0, -1, 0],
  [0, 0, 1],
  [0, 0, -1],
];
const cube: Vec[] = [-1, 1].flatMap((x) => [-1, 1].flatMap((y) => [-1, 1].map((z): Vec => [x, y, z])));
const g = (1 + Math.sqrt(5)) / 2;
const icosahedron: Vec[] = [-1, 1].flatMap((a) =>
  [-g, g].flatMap((b): Vec[] => [
    [0, a, b],
    [a, b, 0],
    [b, 0, a],
  ]),
);

describe('hull', () => {
  test.each([
    ['octahedron', octahedron, 8, 12],
    ['cube', cube, 6, 12],
    ['icosahedron', icosahedron, 20, 30],
    ['inner points do not count', [...cube, [0, 0, 0] as Vec, [0.5, 0.2, 0] as Vec], 6, 12],
    ['a flat triangle', octahedron.filter((_, i) => i % 2 === 0), 2, 3],
  ])('%s', (_, points, faces, rims) => {
    const found = hull(points);
    expect(found.length).toBe(faces);
    expect(edges(found).length).toBe(rims);
    for (const { ring, normal } of found) {
      expect(dot(normal, normal)).toBeCloseTo(1);
      for (const p of points) {
        expect(
          dot(normal, [p[0] - points[ring[0]][0], p[1] - points[ring[0]][1], p[2] - points[ring[0]][2]]),
        ).toBeLessThan(0.031);
      }
    }
  });
  test('a bent square face counts as one face', () => {
    const bent = cube.map(([x, y, z], i): Vec => [x, y, z + (i === 7 ? 0.02 : 0)]);
    expect(hull(bent).length).toBe(6);
  });
});

describe('turns', () => {
  const rigid = (R: Rotation3): void => {
    for (const [a, b] of [
      [0, 0],
      [0, 1],
      [1, 1],
      [1, 2],
      [2, 2],
      [0, 2],
    ]) {
      const rows = [0, 1, 2].map((i): Vec => [R[3 * i], R[3 * i + 1], R[3 * i + 2]]);
      expect(dot(rows[a], rows[b])).toBeCloseTo(a === b ? 1 : 0, 12);
    }
  };
  test('keep lengths and angles', () => {
    rigid(fromYawPitch(33, -20));
    for (let i = 0; i < 20; i++) rigid(randomRotation(5, i));
  });
  test('a turn to the right moves the near side right; a pitch brings the top down towards the reader', () => {
    expect(apply(fromYawPitch(30, 0), [0, 0, 1])[0]).toBeGreaterThan(0.4);
    expect(apply(fromYawPitch(0, 30), [0, 1, 0])[2]).toBeGreaterThan(0.4);
  });
  test('legible: tips are apart', () => {
    for (const body of [octahedron, icosahedron.map(([x, y, z]): Vec => [x / 1.9, y / 1.9, z / 1.9])]) {
      const flat = body.map((p) => apply(legible(body), p));
      flat.forEach((a, i) =>
        flat.slice(0, i).forEach((b) => expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeGreaterThan(0.12)),
      );
    }
  });
});
