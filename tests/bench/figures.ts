// What every figure costs at its defaults: a step, a look (what a snapshot takes to make), the bytes that are posted with it.

import { existsSync, readdirSync } from 'node:fs';
import { serialize } from 'node:v8';
import type { Kernels } from '../../src/math/kernels/kernels.ts';
import { defaults, type Spec } from '../../src/runtime/params.ts';
import type { Model, Params, Snapshot } from '../../src/runtime/widget.ts';
import { median } from './rows.ts';

const WIDGETS = new URL('../../src/widgets/', import.meta.url);

export interface Cost {
  readonly name: string;
  /** steps of a whole run */
  readonly end: number;
  /** ms, medians */
  readonly step: number;
  readonly look: number;
  /** of a snapshot, structured clone */
  readonly bytes: number;
}

/** Medians of up to 40 calls within `long` ms, after one that is not counted: it draws pictures, fills caches. */
function timed(now: () => number, long: number, f: () => void): number {
  f();
  const times: number[] = [];
  for (const end = now() + long; times.length < 3 || (times.length < 40 && now() < end);) {
    const t = now();
    f();
    times.push(now() - t);
  }
  return median(times);
}

/** Every figure that has a model, in the order of their names. What they keep in the kernels' memory stays there. */
export async function figures(k: Kernels, now: () => number, long: number): Promise<Cost[]> {
  const costs: Cost[] = [];
  for (const name of readdirSync(WIDGETS).sort()) {
    if (!existsSync(new URL(`${name}/model.ts`, WIDGETS))) continue;
    const { model } = (await import(`../../src/widgets/${name}/model.ts`)) as {
      model: Model<Params, unknown, Snapshot>;
    };
    const { spec } = (await import(`../../src/widgets/${name}/params.ts`)) as { spec: Spec };
    const params = defaults<Params>(spec);
    const end = model.end(params);
    const state = model.create(params, k);
    let at = 0;
    const step = timed(now, long, () => {
      if (at < end) model.train(state, params, at++, k);
    });
    let seen: unknown;
    const look = timed(now, long, () => {
      seen = model.observe(state, params, at, k);
    });
    costs.push({ name, end, step, look, bytes: serialize(seen).length });
  }
  return costs;
}
