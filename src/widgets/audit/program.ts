// Both networks and two of their auditors as a NumPy program: run.py with this state written into its head.
import run from './run.py?raw';
import type { Program } from '../../runtime/widget.ts';
import type { AuditParams } from './params.ts';
import type { AuditSnapshot, Bench } from './snapshot.ts';

const counts = ({ sampler, searcher }: Bench): string => `(${sampler.wrong}, ${searcher.first?.at ?? 0})`;

/** The program and the values of its head. */
export const program: Program<AuditParams, AuditSnapshot> = (
  { width, seed },
  { queries, planted, clean, unit, wish },
  address,
) => ({
  run,
  head: {
    ADDRESS: JSON.stringify(address),
    'WIDTH, SEED': `${width}, ${seed}`,
    QUERIES: queries,
    'UNIT, WISH': `${unit}, ${wish[0].margin}`,
    FIGURE: `{"planted": ${counts(planted)}, "clean": ${counts(clean)}}`,
  },
});
