// The sentences that this figure carries. A seed stands for the pair of networks with that seed and the next; in space for the octahedron.

import { align, random } from '../../models/alignment.ts';
import { memoizeLru } from '../../math/memoize.ts';
import { settle } from '../../models/polytopes.ts';
import { shape } from '../../models/shapes.ts';
import type { Claim } from '../../runtime/widget.ts';

const net = memoizeLru(40, (n: number, m: number, seed: number) => settle(n, m, seed).theta.slice(0, n * m));
/** The next seed on from `seed` that ends in the usual shape: now and then one does not, and the page says so. */
const usual = (n: number, m: number, seed: number): number => {
  let at = seed;
  while (shape(net(n, m, at), n, m) !== (m === 2 ? 'pentagon' : 'octahedron')) at += 1;
  return at;
};
const pair = (n: number, m: number, seed: number) => {
  const a = usual(n, m, seed);
  return align(net(n, m, a), net(n, m, usual(n, m, a + 1)), n, m);
};

export const claims: readonly Claim[] = [
  {
    id: 'same-shape-pentagon',
    atLeast: 10,
    sentence:
      'Two pentagons of different seeds lie within 2% of each other once features are renamed and the plane is turned, and their Gram matrices within 3%.',
    test(seed) {
      const { turned, gram } = pair(5, 2, seed);
      return { ok: turned < 0.02 && gram < 0.03, value: turned };
    },
  },
  {
    id: 'same-shape-octahedron',
    atLeast: 10,
    sentence: 'Two octahedra of different seeds do the same in three neurons.',
    test(seed) {
      const { turned, gram } = pair(6, 3, seed);
      return { ok: turned < 0.02 && gram < 0.03, value: turned };
    },
  },
  {
    id: 'same-shape-raw',
    atLeast: 9,
    sentence: 'As trained, the same networks differ by more than half their own size.',
    test(seed) {
      const { raw } = pair(5, 2, seed);
      return { ok: raw > 0.5, value: raw };
    },
  },
  {
    id: 'same-shape-random',
    atLeast: 10,
    sentence: 'Directions without training stay more than 30% away, however they are renamed and turned.',
    test(seed) {
      const W = net(5, 2, usual(5, 2, seed));
      const { turned } = align(W, random(seed, 5, 2, W), 5, 2);
      return { ok: turned > 0.3, value: turned };
    },
  },
  {
    id: 'same-shape-usual',
    atLeast: 8,
    sentence: 'At least four seeds in five end as a pentagon.',
    test(seed) {
      const is = shape(net(5, 2, seed), 5, 2) === 'pentagon';
      return { ok: is, value: is ? 1 : 0 };
    },
  },
];
