// The run as a program: NumPy, from the same start on the same data, ends at the figure's loss. Skipped where there is no NumPy.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kernels } from '../engine.ts';
import { choose } from '../../src/lab/choose.ts';
import { look as lookAt } from '../../src/lab/look.ts';
import { open as openFile } from '../../src/lab/open.ts';
import { arrangement } from '../../src/lab/words.ts';
import { decode } from '../../src/runtime/params.ts';
import { look, open, seek } from '../../src/runtime/run.ts';
import { model, type SuperpositionSnapshot } from '../../src/widgets/superposition/model.ts';
import { spec, type SuperpositionParams } from '../../src/widgets/superposition/params.ts';
import { program } from '../../src/widgets/superposition/program.ts';

const torch = ['python3', 'python'].find((name) => spawnSync(name, ['-c', 'import torch']).status === 0);
const python = ['python3', 'python'].find((name) => spawnSync(name, ['-c', 'import numpy']).status === 0);
const folder = mkdtempSync(join(tmpdir(), 'dreams-programs-'));

/** Exit code and words of the program of a state; `spoil` changes its text. */
function run(state: string, spoil = (text: string): string => text, how: string[] = []): { status: number | null; said: string; geometry: string } {
  const { state: params } = decode<SuperpositionParams>(spec, state), here = open(model, params, kernels);
  seek(here, params.step ?? model.end(params));
  const file = join(folder, 'run.py');
  writeFileSync(file, spoil(program(params, look(here), `#${state}`)!));
  const { status, stdout, stderr } = spawnSync(how.includes('--torch') ? torch! : python!, [file, ...how], { encoding: 'utf8' });
  return { status, said: stdout + stderr, geometry: (look(here) as SuperpositionSnapshot).geometry };
}

const gate = ['', 'mode=sampled', 'seed=7&absent=0.9&step=40', 'step=120&edits=40:move:1:0.5:-0.7,60:move:0:2:2.5', 'features=8&absent=0.8', 'features=3&hidden=1&start=pair'];
const more = ['absent=0', 'absent=0.5', 'absent=0.99', 'features=6&absent=0.9', 'features=2', 'decay=0.5', 'last=4', 'rate=0.01', 'start=first', 'start=second', 'start=orthogonal&hidden=1',
  ...Array.from({ length: 12 }, (_, i) => `seed=${i + 1}&absent=0.${80 + i}&mode=${i % 2 ? 'sampled' : 'exact'}`), 'mode=sampled&absent=0', 'mode=sampled&features=7&absent=0.95&step=500'];

for (const state of process.env.DREAMS_ALL ? [...gate, ...more] : gate) {
  test.skipIf(!python)(`superposition#${state}`, () => {
    const { status, said } = run(state);
    if (process.env.SAY) console.log(state, said.split('\n').filter((line) => line.includes('away')).join());
    expect(status, said).toBe(0);
  }, 60_000);
}

test.skipIf(!python)('a program with other data says so', () => {
  const { status, said } = run('', (text) => text.replace('0x7FEB352D', '0x7FEB352F'));
  expect(status, said).not.toBe(0);
});

for (const state of ['', 'mode=sampled&absent=0.9&features=4', 'features=6&absent=0.95']) {
  test.skipIf(!torch)(`superposition#${state} trained by PyTorch is the same, and the lab sees the figure’s geometry in it`, async () => {
    const file = join(folder, 'run.npz'), { status, said, geometry } = run(state, undefined, ['--torch', '--save', file]);
    expect(status, said).toBe(0);
    const { tensors } = await openFile(new Blob([readFileSync(file)]), 'run.npz'), W = tensors.find(({ name }) => name === 'W')!;
    const seen = lookAt(await choose(W, { tensor: 'W' }), kernels);
    expect(arrangement(seen.groups).replace(/^1 /, '')).toBe(geometry);
  }, 120_000);
}
