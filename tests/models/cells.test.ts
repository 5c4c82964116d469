// A cell of the phase diagram opened in `superposition` is the same model: 40 cells, both maps, fixed and random starts.
import { expect, test } from 'vitest';
import { decode, defaults } from '../../src/runtime/params.ts';
import { look, open, seek } from '../../src/runtime/run.ts';
import { fateOf } from '../../src/models/sweep.ts';
import { model as phase } from '../../src/widgets/phase-diagram/model.ts';
import { columnOf, rowOf, stateOf } from '../../src/widgets/phase-diagram/grid.ts';
import { spec as phaseSpec, type PhaseParams } from '../../src/widgets/phase-diagram/params.ts';
import { opened } from '../../src/widgets/phase-diagram/derive.ts';
import { model } from '../../src/widgets/superposition/model.ts';
import { spec, type SuperpositionParams } from '../../src/widgets/superposition/params.ts';
import { kernels } from '../engine.ts';

test.each(['three', 'one'] as const)(
  '%s start(s): the link of 20 cells of either map leads to that model',
  (starts) => {
    const params = { ...defaults<PhaseParams>(phaseSpec), starts, seed: 2 };
    const run = open(phase, params, kernels);
    seek(run, phase.end(params));
    const snapshot = look(run);
    for (let i = 0; i < 10; i++) {
      for (const map of ['two', 'three'] as const) {
        const cell = (37 * i + 11) % 400;
        const n = map === 'two' ? 2 : 3;
        const { state, notices } = decode<SuperpositionParams>(
          spec,
          opened({ ...params, ...stateOf(columnOf(cell), rowOf(cell)) }, snapshot, map),
        );
        expect(notices).toEqual([]);
        const there = open(model, state, kernels);
        seek(there, model.end(state));
        const found = look(there);
        const from = cell * 13 + (map === 'two' ? 0 : 4);
        expect(
          String(
            fateOf(
              found.vectors.flatMap(([x, y]) => (map === 'two' ? [x] : [x, y])),
              n,
            ),
          ),
        ).toBe(snapshot[map][cell]);
        const theirs = [...model.weights(there.model)];
        const ours = [...run.model.theta.subarray(from, from + theirs.length)];
        ours.forEach((w, j) => expect(Math.abs(w - theirs[j])).toBeLessThan(0.02)); // another order of sums, in f32
      }
    }
  },
);
