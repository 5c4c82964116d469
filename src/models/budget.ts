// How many predicates the search of explain.ts tries for one unit: 24 words, then twice the best four with every other word behind
// "or" and behind "and": 24 + 4 x 23 x 2 + 4 x 22 x 2. A test counts them in the search itself.

import { BEAM, LONGEST } from './explain.ts';
import { WORDS } from './scenes.ts';

export const EVALUATIONS: number = Array.from({ length: LONGEST - 1 }, (_, i) => BEAM * (WORDS.length - 1 - i) * 2).reduce((sum, more) => sum + more, WORDS.length);
