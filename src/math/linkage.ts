// Average linkage (UPGMA) by chains of nearest neighbours (Murtagh 1983; Muellner 2011), O(n^2): items that are near each
// other end up side by side. The matrix is used up.

export interface Linkage {
  /** the items in the order of the tree's leaves */
  readonly order: Int32Array;
  /** distance of each join, ascending, [n - 1] */
  readonly heights: Float64Array;
}

/** @param D [n][n] distances, symmetric, finite; overwritten */
export function linkage(D: Float32Array | Float64Array, n: number): Linkage {
  const size = new Float64Array(n).fill(1);
  const alive = new Uint8Array(n).fill(1);
  const heights: number[] = [];
  const leaves: number[][] = Array.from({ length: n }, (_, i) => [i]);
  const chain: number[] = [];
  for (let left = n, first = 0; left > 1;) {
    if (!chain.length) {
      while (!alive[first]) first += 1;
      chain.push(first);
    }
    const top = chain[chain.length - 1];
    const below = chain.length > 1 ? chain[chain.length - 2] : -1;
    let near = below;
    let least = below < 0 ? Infinity : D[top * n + below];
    for (let j = 0; j < n; j++) {
      if (alive[j] && j !== top && D[top * n + j] < least) {
        least = D[top * n + j];
        near = j;
      }
    }
    if (near !== below) {
      chain.push(near);
      continue;
    }
    chain.length -= 2;
    heights.push(least);
    join(D, n, size, alive, top, near);
    leaves[top] = beside(leaves[top], leaves[near]);
    leaves[near] = [];
    left -= 1;
  }
  const order = Int32Array.from(leaves.find((list) => list.length === n) ?? []);
  return { order, heights: Float64Array.from(heights).sort() };
}

/** `b` goes into `a`: the mean distance to each of the others. */
function join(
  D: Float32Array | Float64Array,
  n: number,
  size: Float64Array,
  alive: Uint8Array,
  a: number,
  b: number,
): void {
  const wa = size[a] / (size[a] + size[b]);
  const wb = size[b] / (size[a] + size[b]);
  alive[b] = 0;
  for (let j = 0; j < n; j++) {
    if (alive[j] && j !== a) D[j * n + a] = D[a * n + j] = wa * D[a * n + j] + wb * D[b * n + j];
  }
  size[a] += size[b];
}

/** The one with the lower first item first; the shorter list is put to the longer, so that all copying is O(n log n). */
function beside(a: number[], b: number[]): number[] {
  const [one, two] = Math.min(a[0], a[a.length - 1]) <= Math.min(b[0], b[b.length - 1]) ? [a, b] : [b, a];
  if (one.length >= two.length) {
    for (const i of two) one.push(i);
    return one;
  }
  return one.concat(two);
}
