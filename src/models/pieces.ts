// The structures of the gallery by name, apart from the models that grow them, so that a page can know them without.

export const NAMES = [
  'pentagon',
  'octahedron',
  'antiprism',
  'icosahedron',
  'tegum',
  'days',
  'cube',
  'gabors',
  'curves',
  'tetrahedron',
  'hexagon',
  'sampled-hexagon',
  'seven-hexagon',
  'hypercube',
] as const;
export type Name = (typeof NAMES)[number];

export type Piece =
  | { readonly grows: 'body'; readonly n: number; readonly m: number; readonly shape: string }
  | { readonly grows: 'sampled'; readonly n: number; readonly m: number; readonly shape: string }
  | { readonly grows: 'days' }
  | { readonly grows: 'field' }
  | { readonly grows: 'wheel' }
  | { readonly grows: 'cube'; readonly n: number; readonly m: number };

const body = (n: number, m: number, name: string): Piece => ({ grows: 'body', n, m, shape: name });
export const PIECES: Readonly<Record<Name, Piece>> = {
  pentagon: body(5, 2, 'pentagon'),
  octahedron: body(6, 3, 'octahedron'),
  antiprism: body(8, 3, 'square antiprism'),
  icosahedron: body(12, 3, 'icosahedron'),
  tegum: body(5, 3, '2 pairs and 1 alone'),
  days: { grows: 'days' },
  cube: { grows: 'cube', n: 8, m: 3 },
  gabors: { grows: 'field' },
  curves: { grows: 'wheel' },
  tetrahedron: body(4, 3, 'tetrahedron'),
  hexagon: body(6, 2, 'hexagon'),
  'sampled-hexagon': { grows: 'sampled', n: 6, m: 2, shape: 'hexagon' },
  'seven-hexagon': { grows: 'sampled', n: 7, m: 2, shape: 'hexagon' },
  hypercube: { grows: 'cube', n: 16, m: 4 },
};
