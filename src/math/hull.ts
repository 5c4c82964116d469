// Convex hull of a few points in space: up to a dozen or so, every triple is tried. Points that lie in one plane give one
// polygon, however many corners it has; a flat set gives two faces, one for each side.

export type Vec = readonly [x: number, y: number, z: number];

/** `ring`: indices of its corners, counterclockwise seen from outside; `normal`: outward, length 1. */
export interface Face {
  readonly ring: readonly number[];
  readonly normal: Vec;
}

const sub = (a: Vec, b: Vec): Vec => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
/** a . b */
export const dot = (a: Vec, b: Vec): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const cross = (a: Vec, b: Vec): Vec => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** @param slack how far from a plane a point may lie and still belong to it, in the unit of the points. */
export function hull(points: readonly Vec[], slack = 0.03): Face[] {
  const faces: Face[] = [];
  for (let i = 0; i < points.length; i++) {
    for (let j = i + 1; j < points.length; j++) {
      for (let k = j + 1; k < points.length; k++) {
        const across = cross(sub(points[j], points[i]), sub(points[k], points[i]));
        const size = Math.sqrt(dot(across, across));
        if (size < 1e-6) continue; // three in a row span no plane
        for (const side of [1 / size, -1 / size]) {
          const normal: Vec = [across[0] * side, across[1] * side, across[2] * side];
          const height = points.map((p) => dot(normal, sub(p, points[i])));
          if (height.some((h) => h > slack)) continue;
          const corners = height.flatMap((h, at) => (h > -slack ? [at] : []));
          if (
            faces.some(
              (face) => dot(face.normal, normal) > 0.5 && corners.every((c) => face.ring.includes(c)),
            )
          ) {
            continue;
          }
          faces.push({ ring: wind(points, corners, normal), normal });
        }
      }
    }
  }
  return faces.filter(
    (face) =>
      !faces.some(
        (other) =>
          other !== face &&
          other.ring.length > face.ring.length &&
          dot(face.normal, other.normal) > 0.5 &&
          face.ring.every((c) => other.ring.includes(c)),
      ),
  );
}

/** The corners in order around their middle, counterclockwise about the normal. */
function wind(points: readonly Vec[], corners: readonly number[], normal: Vec): number[] {
  const n = corners.length;
  const middle: Vec = [0, 1, 2].map(
    (axis) => corners.reduce((sum, c) => sum + points[c][axis], 0) / n,
  ) as unknown as Vec;
  const u = sub(points[corners[0]], middle);
  const v = cross(normal, u);
  const round = (c: number): number => {
    // grows with the angle, 0 ... 4, without arc functions
    const d = sub(points[c], middle);
    const x = dot(d, u);
    const y = dot(d, v);
    const t = x / (Math.abs(x) + Math.abs(y) || 1);
    return y >= 0 ? 1 - t : 3 + t;
  };
  return [...corners].sort((a, b) => round(a) - round(b));
}

/** Every edge once, with the one or two faces that meet in it. */
export function edges(
  faces: readonly Face[],
): { readonly a: number; readonly b: number; readonly faces: readonly Face[] }[] {
  const found = new Map<string, { a: number; b: number; faces: Face[] }>();
  for (const face of faces) {
    face.ring.forEach((a, i) => {
      const b = face.ring[(i + 1) % face.ring.length];
      const name = a < b ? `${a} ${b}` : `${b} ${a}`;
      const edge = found.get(name) ?? { a: Math.min(a, b), b: Math.max(a, b), faces: [] };
      edge.faces.push(face);
      found.set(name, edge);
    });
  }
  return [...found.values()];
}
