// The run as a program: NumPy, from the same start on the same data, ends at the figure's loss. Skipped where there is no NumPy.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { names } from '../../src/widgets/registry.ts';
import { kernels } from '../engine.ts';
import { chosen, figures } from '../figures.ts';
import { loadMatrix } from '../../src/lab/analysis/load-matrix.ts';
import { openFile } from '../../src/lab/files/open-file.ts';
import { arrangement } from '../../src/lab/sentences.ts';
import { look as lookAt } from '../../src/models/look.ts';
import { decode } from '../../src/runtime/params.ts';
import { written } from '../../src/runtime/program.ts';
import { look, open, seek } from '../../src/runtime/run.ts';
import { compact } from '../../src/runtime/still.ts';
import type { FigureView, Model, Program } from '../../src/runtime/widget.ts';

const torch = ['python3', 'python'].find((name) => spawnSync(name, ['-c', 'import torch']).status === 0);
const python = ['python3', 'python'].find((name) => spawnSync(name, ['-c', 'import numpy']).status === 0);
const folder = mkdtempSync(join(tmpdir(), 'dreams-programs-'));

interface Ran {
  readonly status: number | null;
  readonly said: string;
  readonly snapshot: unknown;
}
/** Exit code and words of the program of a state, as a page that was not touched writes it, with five digits; `spoil` changes its text. */
async function run(
  name: string,
  state: string,
  spoil = (text: string): string => text,
  how: string[] = [],
): Promise<Ran> {
  const [{ view }, { model }, { program }] = (await Promise.all([
    import(`../../src/widgets/${name}/widget.ts`),
    import(`../../src/widgets/${name}/model.ts`),
    import(`../../src/widgets/${name}/program.ts`),
  ])) as [
    { view: FigureView<any, any, any> },
    { model: Model<any, any, any> },
    { program: Program<any, any> },
  ];
  const { state: params, notices } = decode<any>(view.spec, state);
  const here = open(model, params, kernels);
  expect(notices).toEqual([]);
  seek(here, params.step ?? model.end(params));
  const snapshot = compact(look(here));
  const file = join(folder, `${name}.py`);
  writeFileSync(file, spoil(written(program(params, snapshot, `#${state}`)!)));
  const { status, stdout, stderr } = spawnSync(how.includes('--torch') ? torch! : python!, [file, ...how], {
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr, snapshot };
}

/** States whose programs run in the gate, and those that run with DREAMS_ALL besides. Of a figure that is not named: its default state. */
type States = readonly [gate: readonly string[], more?: readonly string[]];
const STATES: Readonly<Record<string, States>> = {
  superposition: [
    [
      '',
      'mode=sampled',
      'seed=7&absent=0.9&step=40',
      'step=120&edits=40:move:1:0.5:-0.7,60:move:0:2:2.5',
      'features=8&absent=0.8',
      'features=3&hidden=1&start=pair',
      'company=correlated&features=4&step=100',
      'mode=slow&step=100',
    ],
    [
      'absent=0',
      'absent=0.5',
      'absent=0.99',
      'features=6&absent=0.9',
      'features=2',
      'decay=0.5',
      'last=4',
      'rate=0.01',
      'start=first',
      'start=second',
      'start=orthogonal&hidden=1',
      ...Array.from(
        { length: 12 },
        (_, i) => `seed=${i + 1}&absent=0.${80 + i}&mode=${i % 2 ? 'sampled' : 'exact'}`,
      ),
      'mode=sampled&absent=0',
      'mode=sampled&features=7&absent=0.95&step=500',
      'mode=slow&decay=1',
      'mode=slow&features=3&hidden=1&seed=4&step=700',
      'company=anticorrelated',
      'company=correlated&features=8&absent=0.8',
      'company=anticorrelated&features=7&absent=0&mode=sampled',
      'company=correlated&mode=slow&absent=0.5&edits=40:move:1:0.5:-0.7',
    ],
  ],
  polytopes: [
    ['', 'features=5', 'features=5&step=300'],
    [
      'features=12',
      'features=8&hidden=2&seed=5',
      'features=4&seed=9',
      'features=3&seed=2',
      'features=4&hidden=2&step=500',
    ],
  ],
  'same-shape': [[''], ['size=octahedron', 'seed=7&step=200']],
  'double-descent': [
    ['', 'points=300&step=600'],
    ['points=3&seed=4', 'points=20&seed=2', 'points=128', 'points=2048&seed=3'],
  ],
  dictionary: [
    ['', 'rule=top&width=20&step=300', 'world=clusters&width=8&step=60&seed=5'],
    [
      'penalty=0.05&width=8&seed=3',
      'rule=top&keep=3&seed=2',
      'penalty=1.5&width=48&seed=11',
      'step=0',
      'world=clusters',
      'world=clusters&width=5',
      'world=clusters&width=20&seed=3',
      'world=clusters&width=12&step=100&seed=2',
      'world=clusters&width=48',
    ],
  ],
  audit: [[], ['step=60', '', 'seed=3', 'width=16&seed=5']],
  explainer: [[], ['', 'seed=3', 'seed=12&kind=neuron']],
  codes: [
    ['', 'neurons=8&things=64&seed=5'],
    ['neurons=64&things=1024&step=20', 'neurons=30&things=100&seed=3'],
  ],
  'phase-diagram': [[], ['starts=one&seed=3', '', 'starts=one&step=100']],
  'neuron-reading': [[], ['step=2000', 'seed=3', 'seed=11&step=500']],
  induction: [['step=60'], ['', 'layers=1', 'seed=3', 'seed=12&step=200&knock=first', 'step=0']],
  branches: [['step=5'], ['', 'step=100', 'seed=3&net=undivided', 'seed=12&step=500', 'step=0']],
  gabors: [
    [],
    [
      '',
      'step=40',
      'step=200',
      'method=k-means',
      'method=ICA',
      'world=scrambled&seed=3',
      'method=ICA&world=scrambled&seed=2',
      'method=k-means&seed=5',
    ],
  ],
  'scaling-cost': [['', 'parameters=8000000000&minutes=2&priceHigh=30&familyLow=1']],
  gallery: [
    ['piece=days', 'piece=cube&seed=2&step=500'],
    [
      '',
      'piece=cube',
      'piece=sampled-hexagon&step=300',
      'piece=pentagon',
      'piece=octahedron&seed=3',
      'piece=antiprism',
      'piece=tegum',
      'piece=tetrahedron',
      'piece=hexagon',
      'piece=sampled-hexagon',
      'piece=seven-hexagon',
      'piece=hypercube',
      'piece=days&seed=4&step=200',
      'piece=icosahedron&step=100&seed=7',
      'piece=tegum&step=400',
      'piece=curves&step=40',
      'piece=gabors&step=100&seed=2',
    ],
  ],
  circuit: [['step=8'], ['', 'step=30', 'seed=5', 'seed=11&step=200', 'step=0']],
  families: [['step=10'], ['', 'step=40', 'seed=5', 'seed=11&step=300', 'step=0']],
  grokking: [
    ['', 'decay=0&step=400'],
    ['seed=1', 'seed=2&decay=2', 'seed=3&step=700', 'seed=4&decay=0.5'],
  ],
};

test('states are of programs that are there', () => {
  for (const name of Object.keys(STATES)) expect(names).toContain(name);
});

for (const name of figures) {
  const [gate, more = []] = STATES[name] ?? [['']];
  const states = process.env.DREAMS_ALL ? [...gate, ...more] : gate;
  for (const state of states) {
    test.skipIf(!python)(
      `${name}#${state}`,
      async () => {
        const { status, said } = await run(name, state);
        if (process.env.SAY) {
          console.log(
            name,
            state,
            said
              .split('\n')
              .filter((line) => line.includes('away'))
              .join('; '),
          );
        }
        expect(status, said).toBe(0);
      },
      300_000,
    );
  }

  if (states.length) {
    test.skipIf(!python)(
      `${name} with other data says so`,
      async () => {
        const { status, said } = await run(name, states[0], (text) =>
          text.replace('0x7FEB352D', '0x7FEB352F').replace('/ 60 *', '/ 61 *'),
        );
        expect(status, said).not.toBe(0);
      },
      300_000,
    );
  }
}

const TORCH = ['', 'mode=sampled&absent=0.9&features=4', 'features=6&absent=0.95'];
for (const state of chosen(['superposition']).length ? TORCH : []) {
  test.skipIf(!torch)(
    `superposition#${state} trained by PyTorch is the same, and the lab sees the figure’s geometry in it`,
    async () => {
      const file = join(folder, 'run.npz');
      const { status, said, snapshot } = await run('superposition', state, undefined, [
        '--torch',
        '--save',
        file,
      ]);
      expect(status, said).toBe(0);
      const { tensors } = await openFile(new Blob([readFileSync(file)]), 'run.npz');
      const W = tensors.find(({ name }) => name === 'W')!;
      const seen = await lookAt(await loadMatrix(W, { file: 0, tensor: 'W' }), kernels);
      expect(arrangement(seen.groups).replace(/^1 /, '')).toBe((snapshot as { geometry: string }).geometry);
    },
    300_000,
  );
}
