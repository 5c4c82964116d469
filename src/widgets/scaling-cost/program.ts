// The arithmetic as a program: run.py with this state written into its head.
import run from './run.py?raw';
import type { Program } from '../../runtime/widget.ts';
import type { CostSnapshot } from './snapshot.ts';
import { valuesOf, type CostParams } from './params.ts';

/** The program and the values of its head. */
export const program: Program<CostParams, CostSnapshot> = (params, { here }, address) => {
  const { low, mid, high } = valuesOf(params);
  return {
    run,
    head: {
      ADDRESS: JSON.stringify(address),
      PARAMETERS: params.parameters,
      'LOW, MIDDLE, HIGH': [low, mid, high].map((v) => JSON.stringify(v)).join(', '),
      FIGURE: JSON.stringify(here.costs),
    },
  };
};
