// Features in the colours of their names: where few names are shared by many rows, each of the most frequent has a stain.

import { STAINS } from '../../scene/glyph.ts';

export interface Colouring {
  /** stain of each feature, by its place in the look; undefined: none */
  readonly slots: readonly (number | undefined)[];
  /** the names that have one, in the order of their stains */
  readonly legend: readonly string[];
}

/** `undefined` where names are no classes: nearly every row has its own. */
export function colouringOf(names: readonly string[] | undefined): Colouring | undefined {
  if (!names) return undefined;
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  if (counts.size < 2 || counts.size > names.length / 2) return undefined;
  const legend = [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, STAINS)
    .map(([name]) => name);
  const slot = new Map(legend.map((name, i) => [name, i]));
  return { slots: names.map((name) => slot.get(name)), legend };
}
