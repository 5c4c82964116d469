// What both the picture and the words derive from a snapshot and a strip.

import { log, exp } from '../../math/functions.ts';
import { scaleBy, type Scale } from '../../scene/scale.ts';
import type { Strip, SuperpositionSnapshot } from './snapshot.ts';
import type { SuperpositionParams } from './params.ts';

type Stop = Strip['stops'][number];
const WIDE = log(100);

/** The track's scale: 0 at 0, 1 at 99 %, equal steps for equal factors of rareness. It feeds the state: own log, exp. */
export const toTrack = (absent: number): number =>
  Math.max(0, Math.min(1, log(1 / (1 - Math.min(absent, 0.99))) / WIDE));
/** The inverse of `toTrack`. */
export function fromTrack(u: number): number {
  if (u <= 0) return 0;
  return u >= 1 ? 0.99 : 1 - exp(-u * WIDE);
}
/** The same as px of a picture. */
export const absentScale = (range: readonly [number, number]): Scale =>
  scaleBy([0, 0.99], range, toTrack, fromTrack);

/** The stop that the strip shows at `absent`. */
export function nearest({ stops }: Strip, absent: number): Stop | undefined {
  const u = toTrack(absent);
  return stops.reduce<Stop | undefined>(
    (best, stop) =>
      !best || Math.abs(toTrack(stop.absent) - u) < Math.abs(toTrack(best.absent) - u) ? stop : best,
    undefined,
  );
}

/** Neighbouring stops with one arrangement. */
export interface Regime {
  readonly from: number;
  readonly to: number;
  readonly first: Stop;
}

/** Runs of stops with the same arrangement; from, to in the track's scale, borders halfway between stops. */
export function regimes({ stops }: Strip): Regime[] {
  const out: { from: number; to: number; first: Stop }[] = [];
  stops.forEach((stop, i) => {
    const last = out.at(-1);
    const u = toTrack(stop.absent);
    const half = i ? (u + toTrack(stops[i - 1].absent)) / 2 : 0;
    if (last && last.first.geometry === stop.geometry && last.first.kept === stop.kept) {
      last.to = 1;
      return;
    }
    if (last) last.to = half;
    out.push({ from: half, to: 1, first: stop });
  });
  return out;
}

/** What disturbs feature f most. */
export function strongest(gram: readonly (readonly number[])[], f: number): { index: number; value: number } {
  return gram[f].reduce(
    (most, value, index) => (index !== f && Math.abs(value) > Math.abs(most.value) ? { index, value } : most),
    { index: f === 0 ? 1 : 0, value: 0 },
  );
}

/** Is feature f shown as left out? Not while it may still grow, nor while the hand holds it. */
export function leftOut(
  { kept, norms, step, end }: SuperpositionSnapshot,
  { edits }: SuperpositionParams,
  f: number,
): boolean {
  if (kept[f] || edits.some((e) => e.step === step && e.index === f)) return false;
  return step >= end || (norms[f] < 0.12 && step > end / 4);
}

const angleOf = ([x, y]: readonly [number, number]): number => Math.atan2(y, x);
/** The angle from a to b, counterclockwise, in (-pi, pi]. */
export function between(a: readonly [number, number], b: readonly [number, number]): number {
  const turn = angleOf(b) - angleOf(a);
  if (turn > Math.PI) return turn - 2 * Math.PI;
  return turn <= -Math.PI ? turn + 2 * Math.PI : turn;
}

/** The pair to mark in the plane: the one pointed at, else the widest angle at which two features still add. */
export function markedPair(
  snapshot: SuperpositionSnapshot,
  shown: readonly boolean[],
  highlighted?: string,
): readonly [number, number] | undefined {
  const asked = /^gram-(\d+)-(\d+)$/.exec(highlighted ?? '');
  if (asked && shown[Number(asked[1])] && shown[Number(asked[2])]) {
    return [Number(asked[1]), Number(asked[2])];
  }
  let best: readonly [number, number] | undefined;
  let wide = 0;
  for (let i = 0; i < snapshot.n; i++) {
    for (let j = i + 1; j < snapshot.n; j++) {
      if (!shown[i] || !shown[j] || snapshot.gram[i][j] < 0.06) continue;
      const angle = Math.round(Math.abs(between(snapshot.vectors[i], snapshot.vectors[j])) / 0.13); // in 7.5 degree steps: no flicker between equals
      if (angle > wide) {
        wide = angle;
        best = [i, j];
      }
    }
  }
  return best;
}

/** How the two of every pair (1 and 2, 3 and 4, ...) stand to each other; undefined where pairs differ or one is left out. */
export function pairing({
  n,
  gram,
  norms,
  kept,
}: SuperpositionSnapshot): 'one' | 'across' | 'opposite' | undefined {
  if (!kept.every(Boolean)) return undefined;
  const cosines = Array.from(
    { length: n >> 1 },
    (_, s) => gram[2 * s][2 * s + 1] / (norms[2 * s] * norms[2 * s + 1]),
  );
  if (cosines.every((c) => c > 0.9)) return 'one';
  if (cosines.every((c) => c < -0.9)) return 'opposite';
  return cosines.every((c) => Math.abs(c) < 0.25) ? 'across' : undefined;
}
