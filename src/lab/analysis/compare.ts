// Two sides compared: every row of both where rows x rows x width allows it, the measures that need pairs on the rows that the
// panels show.

import { grouped } from '../../scene/format.ts';
import type { Kernels } from '../../math/kernels/kernels.ts';
import {
  addMatches,
  exchanged,
  noMatches,
  type BestMatches,
  type UnitRows,
} from '../../models/best-matches.ts';
import {
  FOUND,
  fromMatches,
  likeness,
  mutualMatching,
  pairedMeasures,
  type Likeness,
} from '../../models/likeness.ts';
import type { Tensor } from '../files/tensor.ts';
import { canHold, canPass, chosenRows, holdRows, passRows, type Stretch } from './all-rows.ts';
import type { Choice, Layout } from './choice.ts';
import type { Matrix } from './load-matrix.ts';

/** Multiplications up to which every row of both sides counts. */
const MOST_WORK = 5e11;
const SAMPLE = 4096;

/** Says what is being done; a newer question may end the work there. */
export type Checkpoint = (what: string, share: number) => Promise<void>;
/** Rows between two checkpoints. */
const STRETCH = 2048;

export interface ComparedSide {
  readonly tensor: Tensor;
  readonly choice: Choice;
  /** the rows that the panels show */
  readonly matrix: Matrix;
}

export interface Comparison {
  readonly likeness: Likeness;
  readonly notes: readonly string[];
  /** rows of both sides that were compared */
  readonly rows: readonly [first: number, second: number];
  /** number of each compared row of the second in its file; missing: as it is */
  readonly at?: Int32Array;
}

/** @throws a user error where a choice does not fit */
export async function compareSides(
  first: ComparedSide,
  second: ComparedSide,
  k: Kernels,
  checkpoint: Checkpoint,
  say: (what: string, share: number) => void,
  mostWork = MOST_WORK,
): Promise<Comparison> {
  const a = chosenRows(first.tensor, first.choice);
  const b = chosenRows(second.tensor, second.choice);
  const width = a.dims.length;
  const shown = a.rows.length === first.matrix.n && b.rows.length === second.matrix.n;
  if (shown || width !== b.dims.length) {
    const paired =
      a.rows.length === b.rows.length && !shown ? ['CKA and Procrustes are of the rows in the panels.'] : [];
    await checkpoint('Comparing the two', 0);
    return {
      likeness: likeness(first.matrix, second.matrix, k, say),
      notes: paired,
      rows: [first.matrix.n, second.matrix.n],
      at: Int32Array.from(second.matrix.at),
    };
  }
  const all = a.rows.length * b.rows.length * width <= mostWork;
  const most = Math.max(1, Math.min(SAMPLE, Math.floor(mostWork / (b.rows.length * width))));
  const notes = all
    ? []
    : [
        `${grouped(most)} of the ${grouped(a.rows.length)} rows of the first, evenly spaced, were looked for in all ${grouped(b.rows.length)} of the second: more would take too long.`,
      ];
  const matches = await matchAll(first, second, all ? Infinity : most, width, k, checkpoint);
  const live = liveRows(matches);
  const same = first.matrix.n === second.matrix.n && a.rows.length === b.rows.length;
  const { back, dictionary, ...found } = fromMatches(matches, width, live);
  const { stray: _stray, ...sampled } = dictionary;
  const directions: Likeness = all
    ? { ...found, back, dictionary, matching: mutualMatching(matches, width) }
    : { ...found, dictionary: sampled };
  return {
    likeness: {
      ...directions,
      ...(same ? pairedMeasures(first.matrix, second.matrix, k, say) : {}),
    },
    notes: [
      ...notes,
      ...(same ? ['CKA and Procrustes are of the rows in the panels, paired by their numbers.'] : []),
    ],
    rows: [matches.best.length, matches.bestBack.length],
  };
}

/** A row of the second without a direction has cosine 0 to every other and is nobody's best. */
const liveRows = ({ bestBack }: BestMatches): boolean[] => Array.from(bestBack, (best) => best !== 0);

/** The smaller side is held, the other passes by in blocks where its rows lie in order. */
async function matchAll(
  first: ComparedSide,
  second: ComparedSide,
  most: number,
  width: number,
  k: Kernels,
  checkpoint: Checkpoint,
): Promise<BestMatches> {
  const a = chosenRows(first.tensor, first.choice, most);
  const b = chosenRows(second.tensor, second.choice);
  const holdFirst = a.rows.length < b.rows.length;
  const [held, passed] = holdFirst ? [first, second] : [second, first];
  const count = holdFirst ? most : Infinity;
  await checkpoint('Reading all rows', 0);
  const unit = await holdRows(held.tensor, held.choice, () => undefined, count);
  await checkpoint('Reading all rows', 0.1);
  const { layout, rows } = holdFirst ? b : a;
  const inBlocks = isWhole(passed, layout) && rows.length === layout.rows && !canHold(rows.length, width);
  const blocks = inBlocks
    ? passRows(passed.tensor, passed.choice)
    : stretches(await holdRows(passed.tensor, passed.choice, () => undefined, holdFirst ? Infinity : most));
  let matches: BestMatches | undefined;
  for await (const { from, block, of } of blocks) {
    matches ??= noMatches(of, unit.n);
    await checkpoint('Matching all rows', 0.1 + (0.6 * from) / of);
    addMatches(matches, block, from, unit, FOUND, k);
  }
  matches ??= noMatches(0, unit.n);
  return holdFirst ? exchanged(matches) : matches;
}

function* stretches({ n, m, rows }: UnitRows): Generator<Stretch> {
  for (let from = 0; from < n; from += STRETCH) {
    const count = Math.min(STRETCH, n - from);
    yield { from, of: n, block: { n: count, m, rows: rows.subarray(from * m, (from + count) * m) } };
  }
}

const isWhole = ({ choice }: ComparedSide, layout: Layout): boolean =>
  !choice.features?.trim() && !choice.omit && canPass(layout);
