// The run as a NumPy program: run.py with this state written into its head.
import run from './run.py?raw';
import type { Program } from '../../runtime/widget.ts';
import { SLOW } from '../../models/levels.ts';
import { importances, SCHEDULE } from '../../models/superposition.ts';
import type { SuperpositionSnapshot } from './snapshot.ts';
import type { SuperpositionParams } from './params.ts';

/** of the loss: the figure trains in f32, the program in f64, and still they lie 1e-7 apart at most (tests/models/programs.test.ts); a page's own snapshot has five digits */
const WITHIN = 0.0001;
const REACH = 2.5; // longest vector a hand can make, as in model.ts

/** The program and the values of its head. */
export const program: Program<SuperpositionParams, SuperpositionSnapshot> = (params, snapshot, address) => {
  const { features, hidden, absent, decay, last, mode, rate, start, seed, edits, company } = params;
  const [a, b, c, d] = snapshot.turn;
  const own = mode === 'slow' ? SLOW : SCHEDULE[mode];
  const hands = edits
    .filter(({ step }) => step <= snapshot.step)
    .map(({ step, index, x, y }) => {
      const up = hidden > 1 ? y : 0;
      const size = Math.hypot(x, up);
      const fit = size > REACH ? REACH / size : 1;
      const row = [(a * x + c * up) * fit, (b * x + d * up) * fit].slice(0, hidden); // from the picture back to the weights
      return `(${step}, ${index}, [${row.join(', ')}])`;
    });
  return {
    run,
    head: {
      ADDRESS: JSON.stringify(address),
      'FEATURES, NEURONS': `${features}, ${hidden}`,
      ABSENT: absent,
      IMPORTANCE: `[${[...importances(features, decay, last)].join(', ')}]`,
      COMPANY: `"${company}"`,
      MODE: `"${mode}"`,
      'RATE, STEPS': `${rate ?? own.rate}, ${own.steps}`,
      'START, SEED': `"${start}", ${seed}`,
      EDITS: `[${hands.join(', ')}]`,
      STEP: snapshot.step,
      FIGURE: snapshot.loss,
      WITHIN,
    },
  };
};
