// The models of chapters 2 to 4 against their bakes: a slice is trained anew and must give the same numbers. All of it with
// DREAMS_ALL. Then what the figures say of all seeds, read from the bakes.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { digits } from '../../src/bake/put.ts';
import { PARTNER, file as gaborsFile, type GaborsFile } from '../../src/widgets/gabors/baked.ts';
import { decode as branchesOf, file as branchesFile } from '../../src/widgets/branches/baked.ts';
import { known as branchesKnown } from '../../src/widgets/branches/baked-snapshot.ts';
import { measureSeed as branch } from '../../src/widgets/branches/measure.ts';
import { median } from '../../src/math/median.ts';
import { countSplit, rowsOf } from '../../src/widgets/branches/derive.ts';
import { decode as circuitOf, file as circuitFile } from '../../src/widgets/circuit/baked.ts';
import { known as circuitKnown } from '../../src/widgets/circuit/baked-snapshot.ts';
import { measureNamed as circuit, measureUnnamed as second } from '../../src/widgets/circuit/measure.ts';
import { decode as familiesOf, file as familiesFile } from '../../src/widgets/families/baked.ts';
import { known as familiesKnown } from '../../src/widgets/families/baked-snapshot.ts';
import { measureSeed as family } from '../../src/widgets/families/measure.ts';
import { fingerprint } from '../../src/math/hash.ts';
import * as attribution from '../../src/models/attribution.ts';
import { filters } from '../../src/models/filtersets.ts';
import { defaults } from '../../src/runtime/params.ts';
import type { Model, Params, Snapshot } from '../../src/runtime/widget.ts';
import { model as branchesModel } from '../../src/widgets/branches/model.ts';
import type { BranchesParams } from '../../src/widgets/branches/params.ts';
import { view as branchesFace } from '../../src/widgets/branches/widget.ts';
import { model as circuitModel } from '../../src/widgets/circuit/model.ts';
import type { CircuitParams } from '../../src/widgets/circuit/params.ts';
import { view as circuitFace } from '../../src/widgets/circuit/widget.ts';
import { model as familiesModel } from '../../src/widgets/families/model.ts';
import type { FamiliesParams } from '../../src/widgets/families/params.ts';
import { view as familiesFace } from '../../src/widgets/families/widget.ts';
import { kernels } from '../engine.ts';

const bytes = (file: string): ArrayBuffer => new Uint8Array(readFileSync(`public/data/${file}`)).buffer;
const families = familiesOf(bytes(familiesFile));
const branches = branchesOf(bytes(branchesFile));
const { rows: circuits, unnamed } = circuitOf(bytes(circuitFile));
const gabors = JSON.parse(readFileSync(`public/data/${gaborsFile}`, 'utf8')) as GaborsFile;
/** A row without what is kept to the bit. */
const one = <T extends object>(row: T): [Partial<T>] => {
  const {
    weights: _,
    samples: __,
    net: ___,
    ...rest
  } = row as T & { weights?: unknown; samples?: unknown; net?: unknown };
  return [rest as Partial<T>];
};
const some = <T>(rows: readonly T[]): readonly T[] => (process.env.DREAMS_ALL ? rows : rows.slice(0, 1));

describe('a slice of each bake, made anew', () => {
  test('families', () => {
    for (const row of some(families)) {
      const made = family(row.seed, kernels);
      expect(digits(...one(made))).toEqual(...one(row));
      if (row.weights) expect(made.weights).toEqual(row.weights);
    }
  }, 240_000);
  test('branches', () => {
    for (const row of some(branches)) {
      const made = branch(row.seed, row.divided, kernels);
      expect(digits(...one(made))).toEqual(...one(row));
      expect(made.weights).toEqual(row.weights);
    }
  }, 900_000);
  test('circuit', () => {
    for (const row of some(circuits)) {
      const made = circuit(row.seed, kernels);
      expect(digits(...one(made))).toEqual(...one(row));
      expect(made.net).toEqual(row.net);
    }
  }, 600_000);
  test('the net without names: its weights, measured anew; trained anew with DREAMS_ALL', () => {
    const net = attribution.net(unnamed.weights!, kernels);
    const digit = digits(attribution.measure(net, unnamed.seed));
    net.tape.free();
    expect({ seed: unnamed.seed, ...digit }).toEqual(unnamed.rows.find((r) => r.seed === unnamed.seed));
    if (!process.env.DREAMS_ALL) return;
    for (const row of unnamed.rows) expect(digits(second(row.seed, kernels).row)).toEqual(row);
    expect(second(unnamed.seed, kernels).weights).toEqual(unnamed.weights);
  }, 400_000);
  test('a map that is all zero has no correlation', () => {
    expect(
      attribution.correlation(
        new Float64Array(9),
        Float64Array.from({ length: 9 }, (_, i) => i),
      ),
    ).toBeUndefined();
    expect(attribution.correlation([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12);
  });
  test('the plain gradient is what a small step finds, and added sums to the score', () => {
    const net = attribution.net(unnamed.weights!, kernels);
    const cars = attribution.data.cars(unnamed.seed);
    attribution.forward(net, cars, 0);
    const now = attribution.state(net);
    const score = (): number => net.tape.read(net.logits)[0];
    const bias = net.tape.read(net.c)[0];
    expect(attribution.added(now, now.V, 0, 0).reduce((sum, v) => sum + v, 0) + bias).toBeCloseTo(score(), 3);
    const map = attribution.backward(now, now.V, 0, 0, false);
    const d = kernels.data();
    const most = Math.max(...map.map(Math.abs));
    for (let p = 3; p < 784; p += 97) {
      const was = d[net.x.value + p];
      d[net.x.value + p] = was + 2e-3;
      net.tape.forward();
      const up = score();
      d[net.x.value + p] = was - 2e-3;
      net.tape.forward();
      const down = score();
      d[net.x.value + p] = was;
      expect(Math.abs((up - down) / 4e-3 - map[p]) / most, `pixel ${p}`).toBeLessThan(0.05);
    }
    net.tape.free();
  });
  test('gabors', () => {
    for (const p of some(gabors.partners)) {
      expect(filters(p.world, p.method, PARTNER, kernels)).toBe(p.filters);
    }
  }, 240_000);
});

describe('what the page draws from baked weights is what the model would answer', () => {
  /** The model's own look at the weights, without their training. */
  const asked = <P extends Params, S extends Snapshot>(
    model: Model<P, { state: Float32Array | Float64Array }, S>,
    params: P,
    weights: Float32Array,
  ): S => {
    const made = model.create(params, kernels);
    made.state.set(weights);
    return {
      ...model.observe(made, params, model.end(params), kernels),
      fingerprint: fingerprint(weights),
    } as S;
  };
  const drawn = (data: unknown): unknown => JSON.parse(JSON.stringify(data));
  test('families', () => {
    for (const { seed, weights } of families) {
      const params = { ...defaults<FamiliesParams>(familiesFace.spec), seed };
      const is = familiesKnown(params, families);
      if (weights) expect(drawn(is)).toEqual(drawn(asked(familiesModel, params, weights)));
      else expect(is).toBeUndefined();
    }
  });
  test('branches', () => {
    for (const { seed, divided, weights } of branches) {
      const params: BranchesParams = {
        ...defaults<BranchesParams>(branchesFace.spec),
        seed,
        net: divided ? 'divided' : 'undivided',
      };
      expect(drawn(branchesKnown(params, branches))).toEqual(drawn(asked(branchesModel, params, weights!)));
    }
  }, 120_000);
  test('circuit', () => {
    for (const { seed, net } of circuits) {
      const params = { ...defaults<CircuitParams>(circuitFace.spec), seed };
      expect(drawn(circuitKnown(params, { rows: circuits, unnamed }))).toEqual(
        drawn(asked(circuitModel, params, net!.weights)),
      );
    }
  }, 60_000);
  test('what the page carries holds no weights, and another step is left to the model', () => {
    expect(JSON.stringify(familiesFace.baked!.pageSubset!(families))).not.toContain('weights');
    expect(
      familiesKnown({ ...defaults<FamiliesParams>(familiesFace.spec), step: 300 }, families),
    ).toBeUndefined();
    expect(
      branchesKnown(defaults<BranchesParams>(branchesFace.spec), branchesFace.baked!.pageSubset!(branches)),
    ).toBeUndefined();
  });
});

describe('over all seeds', () => {
  test('branches: most split, some do not, and without branches hardly any do', () => {
    const size = (divided: boolean): number =>
      median(rowsOf(branches, divided).map((r) => Math.abs(r.dissociation)));
    expect(size(true)).toBeGreaterThan(0.6);
    expect(size(false)).toBeLessThan(0.45);
    expect(countSplit(rowsOf(branches, true))).toBeGreaterThanOrEqual(5);
    expect(rowsOf(branches, true).filter((r) => Math.abs(r.dissociation) < 0.1).length).toBeGreaterThan(0);
  });

  test('families: aligned above 0.85 in the median, untrained below 0.15', () => {
    for (const r of families) {
      expect(r.aligned, `seed ${r.seed}`).toBeGreaterThan(0.85);
      expect(Math.abs(r.untrained)).toBeLessThan(0.15);
      expect(r.circulant).toBeGreaterThan(0.7);
    }
  });

  test('circuit: the figure’s own seed meets every threshold', () => {
    const [r] = circuits.filter(({ seed }) => seed === 3);
    expect(r.cars).toBe(1);
    expect(r.noWheels).toBeLessThan(0.2);
    expect(r.wagons).toBeGreaterThan(0.9);
    expect(r.shares[0]).toBeGreaterThan(0.5);
    expect(r.shares[0]).toBeLessThan(0.65);
    expect(r.shares[1]).toBeGreaterThan(0.35);
    expect(r.shares[1]).toBeLessThan(0.5);
    expect(Math.abs(r.shares[2])).toBeLessThan(0.03);
  });

  test('circuit: of eight nets without names most have guided maps that hardly know the class, and what their weights add does', () => {
    const held = (ok: (r: (typeof unnamed.rows)[number]) => boolean): number =>
      unnamed.rows.filter(ok).length;
    expect(unnamed.rows.length).toBe(8);
    expect(held((r) => r.guided > 0.55)).toBeGreaterThanOrEqual(6);
    expect(held((r) => r.added < 0)).toBe(8);
    expect(held((r) => r.guidedShuffled > 0.45)).toBeGreaterThanOrEqual(6);
    expect(held((r) => r.accuracy > 0.99)).toBe(8);
    expect(
      Math.abs(median(unnamed.rows.map((r) => r.sizePlain)) - median(unnamed.rows.map((r) => r.sizeGuided))),
    ).toBeLessThan(0.1);
  });

  test('gabors: the family is there for three methods, agrees across seeds, and goes with the phases', () => {
    const row = (world: string, one: string, other = one) =>
      gabors.rows.find((r) => r.world === world && r.one === one && r.other === other)!;
    for (const method of ['autoencoder', 'k-means', 'ICA']) {
      expect(row('leaves', method).R2, method).toBeGreaterThan(0.85);
      expect(row('scrambled', method).R2, method).toBeLessThan(0.45);
      expect(row('scrambled', method).cosine, method).toBeLessThan(0.45);
    }
    expect(row('leaves', 'autoencoder').cosine).toBeGreaterThan(0.62);
    expect(row('leaves', 'ICA').cosine).toBeGreaterThan(0.7);
    expect(row('leaves', 'random').cosine).toBeLessThan(0.35);
    expect(row('leaves', 'random').cka).toBeGreaterThan(row('leaves', 'autoencoder').cka);
  });
});
