// Create, train, destroy: nothing stays. Needs --expose-gc, which vm.runInNewContext can have at run time.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { compileKernels } from '../../src/math/kernels/build.ts';
import { load } from '../../src/math/kernels/load.ts';
import { exact } from '../../src/models/inputs.ts';
import { fast } from '../../src/models/superposition.fast.ts';
import { importances, SCHEDULE, start } from '../../src/models/superposition.ts';
import * as transformer from '../../src/models/transformer.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const cycles = process.env.DREAMS_ALL ? 1000 : 300;

test(`cycles 50 and ${cycles} of create, train, destroy stand in the same memory`, async () => {
  const k = await load(await compileKernels());
  const I = importances(5, 0.9);
  const inputs = exact(5, 0.1, 'train');
  let pages = 0;
  let heap = 0;
  for (let cycle = 1; cycle <= cycles; cycle++) {
    const from = k.mark();
    const model = transformer.transformer(k, {
      vocab: 8,
      time: 8,
      d: 8,
      heads: 1,
      head: 4,
      layers: 2,
      batch: 2,
    });
    transformer.begin(model, cycle);
    for (let step = 0; step < 3; step++) {
      transformer.train(
        model,
        [
          [1, 2, 3, 4, 5, 6, 7, 0, 1],
          [0, 1, 0, 1, 0, 1, 0, 1, 0],
        ],
        0.01,
      );
    }
    const toy = start(5, 2, 'random', cycle);
    const { train, trainSampled } = fast(k);
    for (let step = 0; step < 3; step++) {
      train(toy, inputs, I, SCHEDULE.exact, step);
      trainSampled(toy, { active: 0.1, size: 512, seed: 1 }, I, SCHEDULE.sampled, step);
    }
    model.tape.free();
    expect(k.mark()).toBe(from);
    if (cycle !== 50 && cycle !== cycles) continue;
    collect();
    const now = { pages: k.data().length, heap: process.memoryUsage().heapUsed };
    if (cycle === 50) ({ pages, heap } = now);
    else {
      expect(now.pages).toBe(pages);
      expect(now.heap - heap).toBeLessThan(2e6);
    }
  }
});
