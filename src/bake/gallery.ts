// `node src/bake/gallery.ts`: every structure of the gallery from 24 starts. Six minutes.
// Writes public/data/gallery-<hash>.json and that name into src/widgets/gallery/baked.ts.

import { compileKernels } from '../math/kernels/build.ts';
import { load } from '../math/kernels/load.ts';
import type { Kernels } from '../math/kernels/kernels.ts';
import { grow, verdict } from '../models/gallery-runs.ts';
import { NAMES, type Name } from '../models/pieces.ts';
import type { Rate, Rates } from '../widgets/gallery/baked.ts';
import { put } from './put.ts';

const STARTS = 24;
const SOURCES = [
  'models/gallery-runs',
  'models/pieces',
  'models/days',
  'models/encoder',
  'models/polytopes',
  'models/superposition',
  'models/loss-any-m',
  'models/patterns',
  'models/inputs',
  'models/shapes',
  'models/geometry',
  'models/filter-run',
  'models/filters',
  'models/patches',
  'models/leaves',
  'models/gaborfit',
  'models/curve-run',
  'models/curves',
  'models/arcs',
  'models/template-families',
  'math/adam',
  'math/tape',
  'math/adamw',
  'math/tape-pictures',
  'math/picture-rotation',
  'math/random',
  'math/functions',
];

/** How many of `starts` runs, seeds from 1, grow what the piece is called, and what the others grow, most frequent first. */
export function rate(name: Name, k: Kernels, starts = STARTS): Rate {
  const all = Array.from({ length: starts }, (_, i) => verdict(name, grow(name, i + 1, k), i + 1));
  const others = new Map<string, number>();
  for (const { shape, right } of all) if (!right) others.set(shape, (others.get(shape) ?? 0) + 1);
  return {
    name,
    grew: all.filter(({ right }) => right).length,
    else: [...others].sort((a, b) => b[1] - a[1]),
  };
}

if (process.argv[1]?.replaceAll('\\', '/').endsWith('bake/gallery.ts')) {
  const k = await load(await compileKernels());
  const rates = NAMES.map((name) => {
    const r = rate(name, k);
    console.log(JSON.stringify(r));
    return r;
  });
  await put<Rates>('gallery', SOURCES, (made) => ({ made, starts: STARTS, rates }));
}
