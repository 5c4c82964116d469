// The 600-cell, seen along its Coxeter plane: 120 vertices on four rings of 30, 720 edges. Coxeter 1973,
// "Regular Polytopes", sections 8.5 and 12. Nothing is traced: the vertices are the roots of H4, the plane
// belongs to the rotation by 1/30 turn that the product of the four simple reflections makes.

type V4 = readonly number[];
const PHI = (1 + Math.sqrt(5)) / 2;
const dot = (a: V4, b: V4): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3];
const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;

/** 8 unit vectors, 16 half-integer ones, 96 even permutations of (±φ, ±1, ±1/φ, 0)/2. */
function vertices(): V4[] {
  const found: V4[] = [];
  for (let i = 0; i < 4; i++) {
    for (const s of [1, -1]) found.push([0, 0, 0, 0].map((_, k) => (k === i ? s : 0)));
  }
  for (let bits = 0; bits < 16; bits++) found.push([0, 1, 2, 3].map((k) => ((bits >> k) & 1 ? -0.5 : 0.5)));
  for (const order of evenOrders()) {
    for (let bits = 0; bits < 8; bits++) {
      const value = [PHI / 2, 0.5, 0.5 / PHI, 0].map((v, k) => ((bits >> k) & 1 ? -v : v));
      found.push(order.map((k) => value[k]));
    }
  }
  return found;
}

function evenOrders(): number[][] {
  const orders: number[][] = [];
  for (let a = 0; a < 4; a++) {
    for (let b = 0; b < 4; b++) {
      for (let c = 0; c < 4; c++) {
        for (let d = 0; d < 4; d++) {
          const order = [a, b, c, d];
          if (new Set(order).size < 4) continue;
          const swaps = order.flatMap((x, i) => order.slice(i + 1).filter((y) => y < x)).length;
          if (swaps % 2 === 0) orders.push(order);
        }
      }
    }
  }
  return orders;
}

/** Four roots whose angles are those of H4's diagram: 5 - 3 - 3. */
function simpleRoots(roots: readonly V4[]): V4[] {
  const a = roots[0];
  const fits = (b: V4, values: readonly number[], chosen: readonly V4[]): boolean =>
    chosen.every((c, i) => near(dot(b, c), values[i]));
  for (const b of roots) {
    if (fits(b, [-PHI / 2], [a])) {
      for (const c of roots) {
        if (fits(c, [0, -0.5], [a, b])) {
          for (const d of roots) if (fits(d, [0, 0, -0.5], [a, b, c])) return [a, b, c, d];
        }
      }
    }
  }
  throw new Error('H4 has simple roots');
}

/**
 * Two orthonormal vectors that span the Coxeter plane: where (C + 1/C) is largest, found by repeated
 * application.
 */
function plane(roots: readonly V4[]): [V4, V4] {
  const simple = simpleRoots(roots);
  const reflect = (v: V4, r: V4): V4 => v.map((x, i) => x - 2 * dot(v, r) * r[i]);
  const turn = (v: V4): V4 => simple.reduce(reflect, v);
  const back = (v: V4): V4 => simple.reduceRight(reflect, v);
  const unit = (v: V4): V4 => v.map((x) => x / Math.sqrt(dot(v, v)));
  const grow = (v: V4, against?: V4): V4 => {
    for (let i = 0; i < 400; i++) {
      const t = turn(v);
      const b = back(v);
      const sum = v.map((x, k) => t[k] + b[k] + 2 * x);
      v = unit(against ? sum.map((x, k) => x - dot(sum, against) * against[k]) : sum);
    }
    return v;
  };
  const u = grow([1, 0.3, 0.2, 0.1]);
  return [u, grow([0.1, 1, -0.3, 0.2], u)];
}

/**
 * @returns points in a disc of radius 1, and the edges as one closed walk over all 720 (every vertex has 12:
 * Euler).
 */
export function coxeter(): {
  readonly points: readonly (readonly [number, number])[];
  readonly walk: readonly number[];
} {
  const roots = vertices();
  const [u, v] = plane(roots);
  const flat = roots.map((r) => [dot(r, u), dot(r, v)] as const);
  const size = Math.max(...flat.map(([x, y]) => Math.sqrt(x * x + y * y)));
  const open = roots.map((a) => roots.flatMap((b, j) => (near(dot(a, b), PHI / 2) ? [j] : [])));
  return { points: flat.map(([x, y]) => [x / size, y / size]), walk: circuit(open) };
}

/** Hierholzer's walk; uses the lists up. */
function circuit(open: number[][]): number[] {
  const stack = [0];
  const walk: number[] = [];
  while (stack.length) {
    const at = stack.at(-1);
    const next = open[at].pop();
    if (next === undefined) {
      walk.push(stack.pop()!);
      continue;
    }
    open[next].splice(open[next].indexOf(at), 1);
    stack.push(next);
  }
  return walk;
}
