// The run as a program: NumPy, from the same start on the same data, ends at the figure's loss. Skipped where there is no NumPy.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kernels } from '../engine.ts';
import { decode } from '../../src/runtime/params.ts';
import { look, open, seek } from '../../src/runtime/run.ts';
import { model } from '../../src/widgets/superposition/model.ts';
import { spec, type SuperpositionParams } from '../../src/widgets/superposition/params.ts';
import { program } from '../../src/widgets/superposition/program.ts';

const python = ['python3', 'python'].find((name) => spawnSync(name, ['-c', 'import numpy']).status === 0);
const folder = mkdtempSync(join(tmpdir(), 'dreams-programs-'));

/** Exit code and words of the program of a state; `spoil` changes its text. */
function run(state: string, spoil = (text: string): string => text): { status: number | null; said: string } {
  const { state: params } = decode<SuperpositionParams>(spec, state), here = open(model, params, kernels);
  seek(here, params.step ?? model.end(params));
  const file = join(folder, 'run.py');
  writeFileSync(file, spoil(program(params, look(here), `#${state}`)!));
  const { status, stdout, stderr } = spawnSync(python!, [file], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
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
