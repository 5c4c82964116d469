// Square pictures turned about their middle, and how alike two of them are inside the circle that fits.

import { cos, PI, sin } from './functions.ts';

/** `picture` [side][side] turned by `degrees` from x to y (clockwise on the screen), between its pixels in proportion; 0 outside. */
export function rotatePicture(picture: ArrayLike<number>, side: number, degrees: number): Float64Array {
  const c = cos((degrees * PI) / 180);
  const s = sin((degrees * PI) / 180);
  const m = (side - 1) / 2;
  const out = new Float64Array(side * side);
  const get = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= side || y >= side ? 0 : picture[y * side + x];
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const dx = x - m;
      const dy = y - m;
      const u = m + c * dx + s * dy;
      const v = m - s * dx + c * dy;
      const i = Math.floor(u);
      const j = Math.floor(v);
      const a = u - i;
      const b = v - j;
      out[y * side + x] =
        (1 - b) * ((1 - a) * get(i, j) + a * get(i + 1, j)) +
        b * ((1 - a) * get(i, j + 1) + a * get(i + 1, j + 1));
    }
  }
  return out;
}

/** Cosine inside the circle that fits, means taken off. */
export function discCosine(A: ArrayLike<number>, B: ArrayLike<number>, side: number): number {
  const m = (side - 1) / 2;
  const inside: number[] = [];
  for (let p = 0; p < side * side; p++) {
    const dx = (p % side) - m;
    const dy = Math.floor(p / side) - m;
    if (dx * dx + dy * dy <= (m + 0.01) * (m + 0.01)) inside.push(p);
  }
  const a = inside.reduce((sum, p) => sum + A[p], 0) / inside.length;
  const b = inside.reduce((sum, p) => sum + B[p], 0) / inside.length;
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (const p of inside) {
    const x = A[p] - a;
    const y = B[p] - b;
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / Math.sqrt(aa * bb || 1);
}
