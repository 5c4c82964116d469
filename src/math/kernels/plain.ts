// The whole f64 set. A bundle that travels has the families it uses (families.ts).

import type { Kernels } from './kernels.ts';
import { attention } from './plain-attention.ts';
import { dictionaries } from './plain-dictionary.ts';
import { elementwise } from './plain-elementwise.ts';
import { pictures } from './plain-pictures.ts';
import { assemble } from './plain-set.ts';
import { toys } from './plain-toy.ts';

/** The f64 set with all kernels, over a memory of its own. */
export const plain = (): Kernels => assemble([attention, dictionaries, elementwise, pictures, toys]);
