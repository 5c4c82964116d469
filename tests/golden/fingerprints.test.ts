// The same state is the same bits: node computes here what the browsers must show (tests/e2e). Any change of a bit needs a
// new engine number in the widget's model and UPDATE_GOLDEN=1.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { decode, type Spec } from '../../src/runtime/params.ts';
import { look, open, seek } from '../../src/runtime/run.ts';
import type { Model } from '../../src/runtime/widget.ts';
import { names } from '../../src/widgets/registry.ts';
import { kernels } from '../engine.ts';
import { figures } from '../figures.ts';

interface Golden {
  readonly figure: string;
  readonly state: string;
  readonly engine: number;
  readonly fingerprint: string;
}
const file = 'tests/golden/fingerprints.json';

/** Of the first figure every kind of run: exact and sampled, one neuron and two, each start, with moves, in the middle and at the end; of each other one that
 *  takes a browser a few seconds. A figure that is not named: its default state. */
const states: Readonly<Record<string, readonly string[] | undefined>> = {
  superposition: [
    '',
    'step=0',
    'step=120',
    'features=4&absent=0.9&step=50',
    'features=3&absent=0.8',
    'features=8&absent=0.99&decay=0.7',
    'features=2&hidden=1&absent=0',
    'hidden=1&absent=0.9&last=3&step=77',
    'mode=sampled&step=200',
    'mode=sampled&features=6&absent=0.99&seed=11&step=90',
    'start=second&rate=0.05&step=60',
    'seed=999999&ghost=3&step=40',
    'edits=40:move:0:0.2:-0.3&step=90',
    'edits=0:move:2:1:1,30:move:4:-0.5:0.25',
  ],
  'phase-diagram': ['step=20'],
  polytopes: ['features=8&step=200'],
  'neuron-reading': ['kind=direction&unit=3&step=200'],
  dictionary: ['step=20'],
  codes: ['step=3'],
  circuit: ['step=12'],
  families: ['step=20'],
  branches: ['step=12', 'net=undivided&step=8'],
  'same-shape': ['step=60'],
  gabors: ['step=5'],
  induction: ['step=10', 'layers=1&step=10'],
  grokking: ['step=20'],
  'double-descent': ['step=2'],
  explainer: ['step=100'],
  'scaling-cost': ['step=20'],
  audit: ['step=10'],
  gallery: ['step=10'],
};

/** The fingerprints of a figure's states, as they are here. */
async function compute(figure: string): Promise<Golden[]> {
  const { model } = (await import(`../../src/widgets/${figure}/model.ts`)) as { model: Model<any, any, any> };
  const { spec } = (await import(`../../src/widgets/${figure}/params.ts`)) as { spec: Spec };
  return (states[figure] ?? ['']).map((state) => {
    const { state: params, notices } = decode<any>(spec, state);
    expect(notices, state).toEqual([]);
    const run = open(model, params, kernels);
    seek(run, params.step ?? model.end(params));
    return { figure, state, engine: model.engine, fingerprint: look(run).fingerprint! };
  });
}

const committed: Golden[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
const computed: Golden[] = [];

test('states are of figures, every figure has a fingerprint, and different states differ', () => {
  for (const name of Object.keys(states)) expect(names).toContain(name);
  if (process.env.UPDATE_GOLDEN) return;
  expect([...new Set(committed.map((g) => g.figure))]).toEqual(names);
  expect(new Set(committed.map((g) => g.fingerprint)).size).toBe(committed.length);
});

test.each(figures)('%s: node’s fingerprints are the committed ones', async (figure) => {
  const now = await compute(figure);
  computed.push(...now);
  if (process.env.UPDATE_GOLDEN) return;
  expect(now).toEqual(committed.filter((g) => g.figure === figure));
});

afterAll(() => {
  if (!process.env.UPDATE_GOLDEN) return;
  const kept = committed.filter((g) => !figures.some((figure) => figure === g.figure));
  const order = (g: Golden): number => names.findIndex((name) => name === g.figure);
  const all = [...kept, ...computed].sort((a, b) => order(a) - order(b));
  writeFileSync(file, `[\n${all.map((g) => `  ${JSON.stringify(g)}`).join(',\n')}\n]\n`);
});
