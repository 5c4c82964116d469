// npm run bench: how fast the engine is, here and in a Chromium worker, beside the peak of this machine's SIMD in the same run,
// our own f64 reference in the same process, and PyTorch where python3 has it (tests/bench/torch_rows.py).

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import { compileKernels, compilePeak } from '../../src/math/kernels/build.ts';
import { load } from '../../src/math/kernels/kernels.ts';
import { inChromium } from './browser.ts';
import { measure, measuring, median, ROWS, type Measured } from './rows.ts';

const now = (): number => performance.now();
const bytes = (await compileKernels()) as Uint8Array<ArrayBuffer>;
const before = now();
const k = await load(bytes);
const started = now() - before;
const yard = await WebAssembly.instantiate((await compilePeak()) as Uint8Array<ArrayBuffer>);

const torch = await startTorch();
const { node, torch: theirs } = await interleaved();
const plain = measure(await load(), undefined, now, 1, 0);
const chromium = (await inChromium('bench').catch((error: Error) => {
  console.log(`Chromium: ${error.message.split('\n')[0]}`);
  return undefined;
})) as undefined | (ReturnType<typeof measure> & { start: number; error?: string });

console.log(
  `module ${bytes.length} bytes, ${gzipSync(bytes).length} gzipped; compiled and started in ${started.toFixed(1)} ms${chromium ? `, in Chromium ${chromium.start.toFixed(1)} ms` : ''}`,
);
console.log(
  `SIMD peak ${node.peak.toFixed(1)} GFLOP/s${chromium ? `, in Chromium ${chromium.peak.toFixed(1)}` : ''}; GFLOP/s are dense-equivalent; medians of 5 interleaved rounds`,
);
const head = [
  '',
  'steps/s',
  'ms',
  'GFLOP/s',
  '% of peak',
  'x reference',
  'Chromium',
  '% of peak',
  ...(torch ? ['x torch'] : []),
];
const table = ROWS.map((row, i) => {
  const rate = node.rates[i];
  const there = chromium?.rates?.[i];
  const gf = (row.flops * rate) / 1e9;
  return [
    row.name,
    short(rate),
    short(1000 / rate),
    gf.toFixed(1),
    ((100 * gf) / node.peak).toFixed(0),
    short(rate / plain.rates[i]),
    there ? short(there) : '-',
    there ? ((row.flops * there) / 1e7 / chromium.peak).toFixed(0) : '-',
    ...(torch ? [theirs?.[row.name] ? short(rate / theirs[row.name]) : '-'] : []),
  ];
});
const wide = head.map((_, c) => Math.max(...[head, ...table].map((line) => line[c].length)));
for (const line of [head, ...table]) {
  console.log(line.map((cell, c) => (c ? cell.padStart(wide[c]) : cell.padEnd(wide[c]))).join('  '));
}
if (!chromium) console.log('Chromium: skipped, none on this machine');
console.log(torch ? `PyTorch ${torch.version}, one thread` : 'PyTorch: skipped, python3 has no torch');

function short(x: number): string {
  if (x >= 100) return x.toFixed(0);
  return x >= 10 ? x.toFixed(1) : x.toPrecision(2);
}

/** PyTorch with the same rows, one thread, asked for one row at a time; undefined without it. */
async function startTorch(): Promise<
  { version: string; rate(name: string): Promise<number>; stop(): void } | undefined
> {
  const { OPENBLAS_CORETYPE: _, OPENBLAS_L2_SIZE: __, ...env } = process.env; // settings for old processors slow it down
  const child = spawn('python3', ['tests/bench/torch_rows.py'], { stdio: ['pipe', 'pipe', 'ignore'], env });
  child.on('error', () => undefined);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async (): Promise<string | undefined> => (await lines.next()).value;
  const version = await read();
  return version === undefined
    ? undefined
    : {
        version,
        async rate(name) {
          child.stdin.write(`${name}\n`);
          return Number(await read());
        },
        stop: () => child.stdin.end(),
      };
}

/** Ours and PyTorch's in turn, row by row, round by round. */
async function interleaved(): Promise<{ node: Measured; torch?: Record<string, number> }> {
  const work = measuring(k, yard.instance.exports.peak as (n: number) => number, now, 5, 150);
  const seen: Record<string, number[]> = {};
  for (;;) {
    const next = work.next();
    if (next.done) {
      torch?.stop();
      return {
        node: next.value,
        ...(torch
          ? { torch: Object.fromEntries(Object.entries(seen).map(([name, rates]) => [name, median(rates)])) }
          : {}),
      };
    }
    const rate = torch && (await torch.rate(next.value.name));
    if (rate) (seen[next.value.name] ??= []).push(rate);
  }
}
