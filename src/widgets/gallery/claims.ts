// The sentences that this figure carries, each with what would refute it. A seed of a claim is a start of the model.

import { grow, verdict } from '../../models/gallery-runs.ts';
import type { Name } from '../../models/pieces.ts';
import type { Claim } from '../../runtime/widget.ts';

const grows = (id: string, name: Name, atLeast: number, sentence: string): Claim => ({
  id,
  atLeast,
  sentence,
  test(seed, k) {
    const { right, loss } = verdict(name, grow(name, seed, k), seed);
    return { ok: right, value: loss ?? Number(right) };
  },
});

export const claims: Claim[] = [
  grows(
    'gallery-octahedron',
    'octahedron',
    8,
    'Six rare features in three neurons grow an octahedron from at least eight of ten starts.',
  ),
  grows('gallery-antiprism', 'antiprism', 8, 'Eight in three neurons grow a square antiprism.'),
  grows('gallery-days', 'days', 8, 'Addition modulo seven puts the days of the week on a circle.'),
  grows('gallery-cube', 'cube', 8, 'Eight things in three neurons take the eight corners of a cube.'),
  {
    id: 'gallery-tetrahedron',
    atLeast: 10,
    sentence: 'Four rare features in three neurons do not grow a tetrahedron.',
    test(seed, k) {
      const { right, loss } = verdict('tetrahedron', grow('tetrahedron', seed, k));
      return { ok: !right, value: loss! };
    },
  },
];
