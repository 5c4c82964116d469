// What stands on the label under each piece.

import type { Name } from '../../models/pieces.ts';

export interface Label {
  readonly title: string;
  readonly recipe: string;
  readonly says: string;
}

export const LABELS: Readonly<Record<Name, Label>> = {
  pentagon: {
    title: 'Pentagon',
    recipe: '5 rare features, 2 neurons',
    says: 'Every feature gets two fifths of a dimension.',
  },
  octahedron: {
    title: 'Octahedron',
    recipe: '6 rare features, 3 neurons',
    says: 'Three pairs of opposites, at right angles.',
  },
  antiprism: {
    title: 'Square antiprism',
    recipe: '8 rare features, 3 neurons',
    says: 'A cube with its top face turned by 45 degrees: its corners keep farther apart.',
  },
  icosahedron: {
    title: 'Icosahedron',
    recipe: '12 rare features, 3 neurons',
    says: 'Twelve features, all alike.',
  },
  tegum: {
    title: 'Tegum product',
    recipe: '5 rare features, 3 neurons',
    says: 'Two pairs and one alone: each part keeps a space of its own, at right angles to the others.',
  },
  days: {
    title: 'Circle of days',
    recipe: '(a + b) mod 7, 32 neurons that square',
    says: 'The week as a circle, in steps of one, two or three days; nobody told the network that it goes round.',
  },
  cube: {
    title: 'Cube',
    recipe: '8 things, 3 neurons',
    says: 'A binary code for eight things, one corner each.',
  },
  gabors: {
    title: 'Gabor field',
    recipe: '64 filters, patches of dead leaves',
    says: 'Edges of every direction, each a wave in a bell.',
  },
  curves: {
    title: 'Curve wheel',
    recipe: '8 curve detectors, told apart by name',
    says: 'Turned into place, each is much like any other; nothing in the net turns.',
  },
  tetrahedron: {
    title: 'Tetrahedron',
    recipe: '4 rare features, 3 neurons',
    says: 'It does not grow: opposite pairs cost less than four equal angles.',
  },
  hexagon: {
    title: 'Hexagon',
    recipe: '6 rare features, 2 neurons, exact expectation',
    says: 'Only where training has no noise, and not from every start.',
  },
  'sampled-hexagon': {
    title: 'Hexagon, from samples',
    recipe: '6 rare features, 2 neurons, random batches',
    says: 'The same in the way networks are usually trained, one feature in fifty active.',
  },
  'seven-hexagon': {
    title: 'Hexagon, from seven',
    recipe: '7 rare features, 2 neurons, random batches',
    says: 'Six make the hexagon and the seventh is left out.',
  },
  hypercube: {
    title: 'Hypercube',
    recipe: '16 things, 4 neurons',
    says: 'A binary code for sixteen; two things may end at one corner.',
  },
};

export const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
/** Those that are usually promised and rarely kept. */
export const DOUBTFUL: readonly Name[] = [
  'tetrahedron',
  'hexagon',
  'sampled-hexagon',
  'seven-hexagon',
  'hypercube',
];
/** Structures that other figures grow. */
export const ELSEWHERE: readonly (readonly [figure: string, title: string])[] = [
  ['induction', 'Induction heads'],
  ['grokking', 'Fourier circles'],
  ['same-shape', 'One shape, four seeds'],
];
