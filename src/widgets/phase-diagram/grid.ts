// The cells of the diagram: 20 densities by 20 importances, in equal factors. Cell = column * 20 + row; columns go from
// always present to present once in a hundred, rows from a tenth of the others' importance to ten times.

import { exp, log } from '../../math/functions.ts';

export const SIDE = 20;
export const CELLS = SIDE * SIDE;
const LN10 = 2.302585092994046;

const steps = Array.from({ length: SIDE }, (_, i) => i / (SIDE - 1));
/** Probability that a feature is absent, per column; rounded, so that links stay short. */
export const absences = steps.map((u) => Math.round((1 - exp(-2 * LN10 * u)) * 1e5) / 1e5);
/** Importance of the last feature, per row. */
export const lasts = steps.map((u) => {
  const r = exp((2 * u - 1) * LN10);
  return r < 1 ? Math.round(r * 1e4) / 1e4 : Math.round(r * 1e3) / 1e3;
});

/** Where a density and an importance lie on the plot: 0 to 1 along its width, 0 to 1 up. */
export const across = (absent: number): number => -log(Math.max(0.01, 1 - absent)) / (2 * LN10);
/** Where an importance of the last feature lies on the plot, 0 to 1 up: log scale from 0.1 to 10. */
export const up = (last: number): number => (log(last) / LN10 + 1) / 2;

const column = (absent: number): number => Math.round(Math.min(1, Math.max(0, across(absent))) * (SIDE - 1));
const row = (last: number): number => Math.round(Math.min(1, Math.max(0, up(last))) * (SIDE - 1));
/** The cell nearest to a state. */
export const cellOf = ({ absent, last }: { absent: number; last: number }): number =>
  column(absent) * SIDE + row(last);
/** The column of a cell, from the left. */
export const columnOf = (cell: number): number => Math.floor(cell / SIDE);
/** The row of a cell, from below. */
export const rowOf = (cell: number): number => cell % SIDE;
/** The state of a cell; indices beyond the edge stay on it. */
export const stateOf = (c: number, k: number): { absent: number; last: number } => ({
  absent: absences[Math.min(SIDE - 1, Math.max(0, c))],
  last: lasts[Math.min(SIDE - 1, Math.max(0, k))],
});
