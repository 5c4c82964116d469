// What the model, the claims and the bake do alike with a network.

import { searching, type Found } from '../../models/auditors.ts';
import { train, trigger, type Classifier } from '../../models/trojan.ts';

/** The network with the planted trigger, and its clean twin. @param h neurons */
export const trainBoth = (h: number, seed: number): readonly [planted: Classifier, clean: Classifier] => [
  train(h, seed, trigger(seed)),
  train(h, seed),
];

/** The contradiction that the search on the output finds; undefined: none within so many queries. */
export function searchWithin(net: Classifier, seed: number, queries: number): Found | undefined {
  const search = searching(net, seed);
  for (let q = 0; q < queries; q++) {
    const { done, value } = search.next();
    if (done) return value;
  }
  return undefined;
}
