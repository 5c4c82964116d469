// Which feature wears which stain.

import { stain, STAINS, unstained, type Stain } from '../../scene/glyph.ts';

/**
 * The stains of n features. More features than stains: ink for all but those that the reader promoted, and the one that is
 * pointed at.
 * @param worn bit f is set where the reader promoted feature f
 * @param highlighted `data-lit` of what is pointed at
 */
export function stainsOf(n: number, worn: number, highlighted?: string): Stain[] {
  const list = promoted(worn, highlighted);
  return Array.from({ length: n }, (_, f) => {
    if (n <= STAINS) return stain(f);
    const slot = list.indexOf(f);
    return slot < 0 || slot >= STAINS ? unstained : stain(slot);
  });
}

function promoted(worn: number, highlighted?: string): number[] {
  const pointed = Number(/^f(\d+)$/.exec(highlighted ?? '')?.[1] ?? 0) - 1;
  const chosen = [...worn.toString(2)].reverse().flatMap((bit, f) => (bit === '1' ? [f] : []));
  return pointed < 0 || chosen.includes(pointed) ? chosen : [...chosen, pointed];
}
