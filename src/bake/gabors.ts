// `node src/bake/gabors.ts`: partners for both kinds of pictures, and how alike six seeds are. About five minutes.

import { compileKernels } from '../math/kernels/build.ts';
import { load } from '../math/kernels/load.ts';
import { unpacked } from '../math/container.ts';
import { PARTNER, SEEDS, type Partner, type Row } from '../widgets/gabors/baked.ts';
import { filters, fits, pictures } from '../models/filtersets.ts';
import { pairs } from '../math/filter-matching.ts';
import { median } from '../math/median.ts';
import { seen, WIDE } from '../models/patches.ts';
import { digits, put } from './put.ts';

const SOURCES = [
  'models/filters',
  'models/patches',
  'models/gaborfit',
  'models/leaves',
  'math/fourier',
  'math/hungarian',
  'math/svd',
  'math/tape',
  'math/adamw',
  'math/random',
  'math/mulberry',
  'math/functions',
];
const METHODS = ['autoencoder', 'k-means', 'ICA', 'random'] as const;
const WORLDS = ['leaves', 'scrambled'] as const;
const COUNT = 1000;

/** Answers [COUNT][64] of filters to held-out patches: projections without sign, the autoencoder's largest four only. */
function answers(text: string, patches: Float64Array, top: boolean): Float64Array {
  const F = unpacked(text);
  const out = new Float64Array(COUNT * 64);
  for (let p = 0; p < COUNT; p++) {
    const row = out.subarray(p * 64, (p + 1) * 64);
    for (let f = 0; f < 64; f++) {
      let sum = 0;
      let size = 0;
      for (let i = 0; i < WIDE; i++) {
        sum += F[f * WIDE + i] * patches[p * WIDE + i];
        size += F[f * WIDE + i] * F[f * WIDE + i];
      }
      row[f] = top ? Math.max(0, sum / Math.sqrt(size)) : Math.abs(sum / Math.sqrt(size));
    }
    if (top) {
      const bar = [...row].sort((a, b) => b - a)[3];
      row.forEach((v, f) => {
        if (v < bar) row[f] = 0;
      });
    }
  }
  for (let f = 0; f < 64; f++) {
    let mean = 0;
    for (let p = 0; p < COUNT; p++) mean += out[p * 64 + f] / COUNT;
    for (let p = 0; p < COUNT; p++) out[p * 64 + f] -= mean;
  }
  return out;
}

/** Linear CKA (Kornblith et al. 2019): |A^T B|^2 / (|A^T A| |B^T B|). */
function cka(A: Float64Array, B: Float64Array): number {
  const cross = (X: Float64Array, Y: Float64Array): number => {
    let all = 0;
    for (let i = 0; i < 64; i++) {
      for (let j = 0; j < 64; j++) {
        let sum = 0;
        for (let p = 0; p < COUNT; p++) sum += X[p * 64 + i] * Y[p * 64 + j];
        all += sum * sum;
      }
    }
    return all;
  };
  return cross(A, B) / Math.sqrt(cross(A, A) * cross(B, B));
}

async function bake(): Promise<void> {
  const k = await load(await compileKernels());
  const rows: Row[] = [];
  const partners: Partner[] = [];
  for (const world of WORLDS) {
    const held = pictures(world, 500);
    const patches = seen(held.z.slice(0, COUNT * 64), COUNT, held.whitening);
    const sets = Object.fromEntries(
      METHODS.map((m) => [m, [] as { text: string; R2: number[]; out: Float64Array }[]]),
    );
    for (const seed of [...SEEDS, PARTNER]) {
      for (const m of METHODS) {
        const text = filters(world, m, seed, k);
        const R2 = fits(text);
        if (seed === PARTNER) partners.push({ world, method: m, filters: text, R2: median(R2) });
        else sets[m].push({ text, R2, out: answers(text, patches, m === 'autoencoder') });
      }
    }
    METHODS.forEach((one, a) =>
      METHODS.slice(a).forEach((other) => {
        if ((one === 'random') !== (other === 'random')) return;
        const cosine: number[] = [];
        const score: number[] = [];
        for (let i = 0; i < SEEDS.length; i++) {
          for (let j = 0; j < SEEDS.length; j++) {
            if (one === other ? i < j : i !== j) {
              cosine.push(median(pairs(sets[one][i].text, sets[other][j].text).map((p) => p.cosine)));
              if (score.length < 6) score.push(cka(sets[one][i].out, sets[other][j].out));
            }
          }
        }
        rows.push({
          world,
          one,
          other,
          cosine: median(cosine),
          cka: median(score),
          R2: median(sets[one].flatMap((s) => s.R2)),
        });
        console.log(
          JSON.stringify(rows.at(-1)),
          Math.min(...cosine).toFixed(3),
          sets[one].map((s) => median(s.R2).toFixed(3)).join(' '),
        );
      }),
    );
  }
  const chance = pairs(filters('leaves', 'random', 1, k), filters('leaves', 'random', 2, k)).map(
    (p) => p.cosine,
  );
  await put('gabors', SOURCES, (made) => ({
    made: { ...made, seeds: SEEDS },
    ...digits({ partners, chance, rows }),
  }));
}

if (process.argv[1]?.replaceAll('\\', '/').endsWith('bake/gabors.ts')) await bake();
