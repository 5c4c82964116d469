// A tensor's numbers in the order of their storage, scattered over a matrix of rows as they stream past: lengths of all rows,
// and the chosen rows and columns. Nothing but what was chosen is kept.

/** An axis of the storage, slowest first: what one step along it adds to row and column; `only`: the one index that counts. */
export interface ScanAxis {
  readonly size: number;
  readonly row: number;
  readonly col: number;
  readonly only: number;
}

/** No index is singled out along the axis. */
export const ALL = -1;

export interface RowScan {
  /** sum of squares over the chosen columns, [rows] */
  readonly squares: Float64Array;
  /** numbers that are NaN or infinite among the chosen columns, [rows] */
  readonly bad: Uint32Array;
  /** largest |value| seen */
  largest(): number;
  add(piece: Float64Array): void;
}

/**
 * @param rowPlace, colPlace place of each row and column in `out`, -1: not kept
 * @param out [kept rows][width] row-major
 */
export function rowScan(
  axes: readonly ScanAxis[],
  rowPlace: Int32Array,
  colPlace: Int32Array,
  out: Float64Array | Float32Array,
  width: number,
): RowScan {
  const squares = new Float64Array(rowPlace.length);
  const bad = new Uint32Array(rowPlace.length);
  const inner = axes[axes.length - 1] ?? { size: 1, row: 0, col: 0, only: ALL };
  const outer = axes.slice(0, -1);
  const index = new Int32Array(outer.length);
  let at = 0;
  let most = 0;

  const take = (value: number, row: number, col: number): void => {
    const c = colPlace[col];
    if (c < 0) return;
    const size = Math.abs(value);
    if (size < Infinity) {
      squares[row] += value * value;
      if (size > most) most = size;
    } else bad[row] += 1;
    const r = rowPlace[row];
    if (r >= 0) out[r * width + c] = value;
  };

  const nextLine = (): void => {
    at = 0;
    for (let a = outer.length - 1; a >= 0; a--) {
      index[a] += 1;
      if (index[a] < outer[a].size) return;
      index[a] = 0;
    }
  };

  return {
    squares,
    bad,
    largest: () => most,
    add(piece) {
      for (let p = 0; p < piece.length;) {
        const count = Math.min(inner.size - at, piece.length - p);
        let row = 0;
        let col = 0;
        let counts = true;
        for (let a = 0; a < outer.length; a++) {
          row += index[a] * outer[a].row;
          col += index[a] * outer[a].col;
          if (outer[a].only !== ALL && outer[a].only !== index[a]) counts = false;
        }
        if (counts && inner.only === ALL) {
          for (let i = 0, j = at; i < count; i++, j++) {
            take(piece[p + i], row + j * inner.row, col + j * inner.col);
          }
        } else if (counts && inner.only >= at && inner.only < at + count) {
          take(piece[p + inner.only - at], row, col);
        }
        p += count;
        at += count;
        if (at === inner.size) nextLine();
      }
    },
  };
}
