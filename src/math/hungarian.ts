// The assignment problem: every row its own column, the sum of the costs as small as it can be. Shortest augmenting paths
// with potentials (Kuhn 1955; Jonker and Volgenant 1987), O(rows^2 cols). Ties go to the lower column: the same everywhere.

/**
 * @param cost [rows][cols] row-major, finite
 * @returns for each row its column, [rows]; -1 for the rows that are left over when there are more rows than columns
 */
export function assign(cost: ArrayLike<number>, rows: number, cols: number): Int32Array {
  if (rows <= cols) return augment((i, j) => cost[i * cols + j], rows, cols);
  const row = augment((j, i) => cost[i * cols + j], cols, rows);
  const col = new Int32Array(rows).fill(-1);
  row.forEach((i, j) => {
    col[i] = j;
  });
  return col;
}

/** The largest sum instead of the smallest. */
export const assignMost = (gain: ArrayLike<number>, rows: number, cols: number): Int32Array =>
  assign(
    Float64Array.from({ length: rows * cols }, (_, i) => -gain[i]),
    rows,
    cols,
  );

/** rows <= cols. Index 0 stands for "none yet"; rows and columns are counted from 1. */
function augment(cost: (i: number, j: number) => number, rows: number, cols: number): Int32Array {
  const u = new Float64Array(rows + 1);
  const v = new Float64Array(cols + 1); // potentials: cost - u - v >= 0, 0 where matched
  const owner = new Int32Array(cols + 1);
  const from = new Int32Array(cols + 1);
  const slack = new Float64Array(cols + 1);
  const done = new Uint8Array(cols + 1);
  for (let i = 1; i <= rows; i++) {
    slack.fill(Infinity);
    done.fill(0);
    owner[0] = i;
    let at = 0;
    while (owner[at] !== 0) {
      done[at] = 1;
      const row = owner[at];
      let least = Infinity;
      let next = 0;
      for (let j = 1; j <= cols; j++) {
        if (done[j]) continue;
        const left = cost(row - 1, j - 1) - u[row] - v[j];
        if (left < slack[j]) {
          slack[j] = left;
          from[j] = at;
        }
        if (slack[j] < least) {
          least = slack[j];
          next = j;
        }
      }
      if (!next) throw new Error('Costs must be finite.');
      for (let j = 0; j <= cols; j++) {
        if (done[j]) {
          u[owner[j]] += least;
          v[j] -= least;
        } else slack[j] -= least;
      }
      at = next;
    }
    while (at) {
      owner[at] = owner[from[at]];
      at = from[at];
    }
  }
  const col = new Int32Array(rows);
  for (let j = 1; j <= cols; j++) if (owner[j]) col[owner[j] - 1] = j - 1;
  return col;
}
