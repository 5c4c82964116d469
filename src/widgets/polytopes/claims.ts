// What the essay says about the shapes that rare features make, each sentence with the test that would find it wrong.
// A claim's seed is the seed of one random start. What the baked curve and the 24 starts say is tested over all of them in
// tests/models/polytopes.test.ts.

import { expected, settle } from '../../models/polytopes.ts';
import { cosines, shape, signature } from '../../models/shapes.ts';
import { settle as rare, spectrum, partAt } from '../../models/dimensionality.ts';
import type { Claim } from '../../runtime/widget.ts';

interface End {
  readonly name: string;
  readonly loss: number;
  readonly cosines: readonly number[];
}
const made = new Map<string, End>();

/** Where a start ends. */
function end(n: number, m: number, seed: number): End {
  const key = [n, m, seed].join();
  const net = made.has(key) ? undefined : settle(n, m, seed);
  if (net) {
    made.set(key, { name: shape(net.theta, n, m), loss: expected(net), cosines: cosines(net.theta, n, m) });
  }
  return made.get(key)!;
}

function endsAs(n: number, m: number, name: string, atLeast: number, sentence: string): Claim {
  return {
    id: `${name.replace(/ /g, '-')}-${n}-${m}`,
    sentence,
    atLeast,
    test: (seed) => {
      const found = end(n, m, seed);
      return { ok: found.name === name, value: found.loss, state: `features=${n}&hidden=${m}&seed=${seed}` };
    },
  };
}

export const claims: Claim[] = [
  endsAs(5, 2, 'pentagon', 8, 'Most starts of five rare features in two neurons end as a pentagon.'),
  endsAs(
    6,
    3,
    'octahedron',
    10,
    'Six rare features in three neurons make an octahedron: three opposite pairs.',
  ),
  endsAs(8, 3, 'square antiprism', 10, 'Eight rare features in three neurons make a square antiprism.'),
  endsAs(
    12,
    3,
    'icosahedron',
    7,
    'Most starts of twelve rare features in three neurons end as an icosahedron.',
  ),
  endsAs(
    4,
    3,
    '1 pair and 2 alone',
    9,
    'Four rare features in three neurons end as one opposite pair and two alone, not as a tetrahedron.',
  ),
  {
    id: 'antiprism-angles',
    atLeast: 9,
    sentence: 'In the antiprism eight pairs meet at a cosine of −0.79, four at −0.46 and sixteen at 0.26.',
    test(seed) {
      const found = signature(end(8, 3, seed).cosines);
      const want = [
        [-0.79, 8],
        [-0.46, 4],
        [0.26, 16],
      ];
      return {
        ok:
          found.length === 3 &&
          found.every(({ value, count }, i) => Math.abs(value - want[i][0]) < 0.03 && count === want[i][1]),
        value: found[0].value,
      };
    },
  },
  {
    // A smaller model, in the time that a test has; the full size is baked.
    id: 'half',
    atLeast: 9,
    sentence:
      'With one feature in 2.5 active, the represented features of a small model hold half a dimension each.',
    test(seed) {
      const { shares } = spectrum(rare(2.5, seed, 30, 3, { steps: 400, rate: 0.02 }), 2.5, seed);
      const value = partAt(shares, 0.5);
      return { ok: value > 0.95, value };
    },
  },
];
