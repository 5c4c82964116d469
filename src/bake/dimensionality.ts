// The models of the dimensionality curve: four seeds at every rarity, each reduced to how many features have which share.

import { FEATURES, NEURONS, RARITIES, settle, spectrum, type Spectrum } from '../models/dimensionality.ts';
import type { Atlas, Row } from '../widgets/polytopes/baked.ts';

export const SEEDS = [1, 2, 3, 4];

/** Shares to hundredths: hundredth, how many, ... ascending. */
export function row({ rarity, seed, star, shares }: Spectrum): Row {
  const count = new Map<number, number>();
  for (const D of shares) {
    const bin = Math.round(D * 100);
    count.set(bin, (count.get(bin) ?? 0) + 1);
  }
  return { rarity, seed, star: Number(star.toPrecision(5)), bins: [...count].flat() };
}

/** About three seconds for each of the 72 models. */
export function curve(say: (line: string) => void): Atlas['curve'] {
  const rows = RARITIES.flatMap((rarity) =>
    SEEDS.map((seed) => row(spectrum(settle(rarity, seed), rarity, seed))),
  );
  for (const { rarity, seed, star, bins } of rows) {
    say(`${rarity} ${seed}: D* ${star}, ${bins.length / 2} bins`);
  }
  return { n: FEATURES, m: NEURONS, rows };
}
