// mulberry32 (T. Ettinger, 2017) in counter form: draw i (from 1) hashes seed + i * 0x6D2B79F5. For pictures only, where it
// makes the same leaves as the reference; everything else takes random.ts.

/** Draws 1, 2, ... of a seed, in [0, 1): what the usual stateful mulberry32 gives. */
export function mulberry(seed: number): (i: number) => number {
  return (i) => {
    const a = (seed + Math.imul(i, 0x6d2b79f5)) | 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
