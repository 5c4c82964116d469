// npm run bench: how fast the engine is, here and in a Chromium worker, beside the peak of this machine's SIMD in the same run,
// our own f64 reference in the same rounds, and PyTorch where python3 has it (torch.ts); what every figure's step and look
// cost; how large the module is. Ratios are against the last entry of history.json; `-- --write LABEL` adds one.
// Here and in PyTorch time is the CPU time of the process: what else the machine does counts less.

import { gzipSync } from 'node:zlib';
import { compileKernels, compileNamed, compilePeak } from '../../src/math/kernels/build.ts';
import { compiledFiles } from '../../src/math/kernels/families.ts';
import { load } from '../../src/math/kernels/load.ts';
import { inChromium } from './browser.ts';
import { figures } from './figures.ts';
import { entryOf, history, remember } from './history.ts';
import { measuring, median, ROWS, type Measured } from './rows.ts';
import { startTorch } from './torch.ts';

const ROUNDS = 5;
const CHUNK = 150;

/** CPU time of this process, ms. */
const now = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const bytes = (await compileKernels()) as Uint8Array<ArrayBuffer>;
const before = performance.now();
const k = await load(bytes);
const started = performance.now() - before;
const yard = await WebAssembly.instantiate((await compilePeak()) as Uint8Array<ArrayBuffer>);
const torch = await startTorch();
const { node, theirs } = await interleaved();
const chromium = process.argv.includes('--node')
  ? undefined
  : ((await inChromium('bench').catch((error: Error) => {
      console.log(`Chromium: ${error.message.split('\n')[0]}`);
      return undefined;
    })) as undefined | (Measured & { start: number; error?: string }));
const costs = await figures(k, now, CHUNK);
const sizes = await sizesOf();
const last = (await history()).at(-1);
const today = entryOf(
  process.argv[process.argv.indexOf('--write') + 1] ?? '',
  node.peak,
  Object.fromEntries(ROWS.map((row, i) => [row.name, node.rates[i]])),
  costs,
  sizes,
);

console.log(
  `module ${bytes.length} bytes, ${sizes.module} gzipped; compiled and started in ${started.toFixed(1)} ms${chromium ? `, in Chromium ${chromium.start.toFixed(1)} ms` : ''}`,
);
console.log(
  `SIMD peak ${node.peak.toFixed(1)} GFLOP/s${chromium ? `, in Chromium ${chromium.peak.toFixed(1)}` : ''}; GFLOP/s are dense-equivalent; medians of ${ROUNDS} interleaved rounds`,
);
console.log(last ? `Ratios to "${last.label}", as parts of the peak\n` : 'No history yet\n');

print(
  [
    'step',
    'steps/s',
    'ms',
    'GFLOP/s',
    '% of peak',
    'x reference',
    'x torch',
    'Chromium',
    '% of peak',
    'x last',
  ],
  ROWS.map((row, i) => {
    const rate = node.rates[i];
    const there = chromium?.rates?.[i];
    const gf = (row.flops * rate) / 1e9;
    return [
      row.name,
      short(rate),
      short(1000 / rate),
      gf.toFixed(1),
      ((100 * gf) / node.peak).toFixed(0),
      short(rate / node.reference[i]),
      ratio(rate, theirs[row.name]),
      there ? short(there) : '-',
      there && chromium ? ((row.flops * there) / 1e7 / chromium.peak).toFixed(0) : '-',
      ratio(today.rows[row.name], last?.rows[row.name]),
    ];
  }),
);
print(
  ['figure', 'steps', 'ms a step', 'ms a look', 'bytes posted', 'step x last', 'look x last', 'bytes x last'],
  costs.map(({ name, end, step, look, bytes: posted }) => {
    const was = last?.figures[name];
    const is = today.figures[name];
    return [
      name,
      String(end),
      short(step),
      short(look),
      String(posted),
      ratio(is.step, was?.step),
      ratio(is.look, was?.look),
      ratio(is.bytes, was?.bytes),
    ];
  }),
);
print(
  ['gzipped', 'bytes', 'x last'],
  Object.entries(sizes).map(([name, size]) => [name, String(size), ratio(size, last?.sizes[name])]),
);
console.log(torch ? `PyTorch ${torch.version}, one thread` : 'PyTorch: skipped, python3 has no torch');
if (process.argv.includes('--write')) await remember(today);

function short(x: number): string {
  if (x >= 100) return x.toFixed(0);
  return x >= 10 ? x.toFixed(1) : x.toPrecision(2);
}

/** How many times the other; "-" where there is none. */
function ratio(now: number, then: number | undefined): string {
  return then ? (now / then).toFixed(2) : '-';
}

/** A table: the first column to the left, the others to the right. */
function print(head: readonly string[], table: readonly (readonly string[])[]): void {
  const wide = head.map((_, c) => Math.max(...[head, ...table].map((line) => line[c].length)));
  for (const line of [head, ...table]) {
    console.log(line.map((cell, c) => (c ? cell.padStart(wide[c]) : cell.padEnd(wide[c]))).join('  '));
  }
  console.log('');
}

/** Gzipped bytes of the module, and of one with each file's kernels alone. */
async function sizesOf(): Promise<Record<string, number>> {
  const all: Record<string, number> = { module: gzipSync(bytes).length };
  for (const [file, kernels] of Object.entries(compiledFiles)) {
    const code = kernels.map((kernel) => `k.${kernel}`).join(' ');
    all[file] = gzipSync(await compileNamed(code)).length;
  }
  return all;
}

/** Ours, the reference and PyTorch in turn, row by row, round by round. */
async function interleaved(): Promise<{ node: Measured; theirs: Record<string, number> }> {
  const peak = yard.instance.exports.peak as (n: number) => number;
  const work = measuring({ k, reference: await load(), peak, now, rounds: ROUNDS, chunk: CHUNK });
  const seen: Record<string, number[]> = {};
  for (;;) {
    const next = work.next();
    if (next.done) {
      torch?.stop();
      const theirs = Object.fromEntries(Object.entries(seen).map(([name, rates]) => [name, median(rates)]));
      return { node: next.value, theirs };
    }
    const rate = await torch?.rate(next.value.name);
    if (rate) (seen[next.value.name] ??= []).push(rate);
  }
}
