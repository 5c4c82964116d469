// The runs whose weights must be the same bits everywhere: node, Chromium, Firefox, WebKit. No Math.sin here either.

import { fingerprint } from '../../src/math/hash.ts';
import type { Kernels } from '../../src/math/kernels/kernels.ts';
import { bits, key, uniform } from '../../src/math/random.ts';
import * as autoencoder from '../../src/models/autoencoder.ts';
import * as branches from '../../src/models/branches.ts';
import * as convnet from '../../src/models/convnet.ts';
import { exact } from '../../src/models/inputs.ts';
import { trainBatch, points } from '../../src/models/batch-train.ts';
import * as mlp from '../../src/models/mlp.ts';
import * as sparse from '../../src/models/sparse-dictionary.ts';
import { fast } from '../../src/models/superposition.fast.ts';
import { importances, SCHEDULE, start } from '../../src/models/superposition.ts';
import * as transformer from '../../src/models/transformer.ts';
import type { Tape } from '../../src/math/tape.ts';
import { sampler, type Toy } from './toy.ts';

const weights = (t: Tape): Float32Array | Float64Array => {
  const all = t.params.map((p) => t.read(p));
  const whole = new (all[0].constructor as Float64ArrayConstructor)(
    all.reduce((sum, w) => sum + w.length, 0),
  );
  let at = 0;
  for (const w of all) {
    whole.set(w, at);
    at += w.length;
  }
  return whole;
};
const noise = (seed: number, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => uniform(key(seed, 9), i));

function toy(k: Kernels, shape: Toy, how: 'dense' | 'sparse', steps: number): Float32Array | Float64Array {
  const run = sampler(k, shape, 7);
  for (let step = 0; step < steps; step++) run.step(how, step);
  return run.weights();
}

function dictionary(k: Kernels, keep: number, penalty: number): Float32Array | Float64Array {
  const recipe = { ...sparse.RECIPE, width: 72, keep, penalty, batch: 96, epochs: 6 };
  const model = sparse.sparseDictionary(k, { N: 384, d: 37, X: noise(3, 384 * 37) }, recipe);
  sparse.begin(model, 7);
  for (let step = 0; step < model.steps; step++) sparse.train(model, 7, step);
  return sparse.weights(model);
}

/** Name to fingerprint; memory is given back. */
export function runs(k: Kernels): Record<string, string> {
  const all: Record<string, () => ArrayLike<number>> = {
    'toy, dense, 5 in 2': () => toy(k, { n: 5, m: 2, p: 0.1, batch: 1024 }, 'dense', 500),
    'toy, dense, 20 in 5': () => toy(k, { n: 20, m: 5, p: 0.05, batch: 1024 }, 'dense', 200),
    'toy, sparse, 80 in 20': () => toy(k, { n: 80, m: 20, p: 0.03, batch: 512 }, 'sparse', 60),
    'toy, quadrature': () => {
      const model = start(5, 2, 'random', 7);
      const { train } = fast(k);
      const inputs = exact(5, 0.1, 'train');
      for (let step = 0; step < 300; step++) train(model, inputs, importances(5, 0.9), SCHEDULE.exact, step);
      return model.theta;
    },
    'toy, many': () => {
      const cells = Array.from({ length: 36 }, (_, i) => ({
        p: (i + 1) / 36,
        I_f: [1, 1, 0.5],
        theta: start(3, 2, 'random', i).theta,
        loss: 0,
      }));
      for (const _ of trainBatch(k, points(3, [6, 4, 3]), cells, { steps: 60, rate: 0.05 }));
      return Float64Array.from(cells.flatMap((cell) => [...cell.theta]));
    },
    transformer: () => {
      const model = transformer.transformer(k, {
        vocab: 24,
        time: 24,
        d: 32,
        heads: 2,
        head: 16,
        layers: 2,
        batch: 4,
      });
      transformer.begin(model, 7);
      for (let step = 0; step < 20; step++) {
        transformer.train(
          model,
          [0, 1, 2, 3].map((b) => Array.from({ length: 25 }, (_, i) => bits(key(b, step), i % 9) % 24)),
          0.01,
        );
      }
      return weights(model.tape);
    },
    autoencoder: () => {
      const model = autoencoder.autoencoder(k, { d: 20, width: 50, batch: 64, lambda: 0.1 });
      autoencoder.begin(model, 7);
      for (let step = 0; step < 20; step++) autoencoder.train(model, noise(step, 64 * 20), 0.01);
      return weights(model.tape);
    },
    'autoencoder, top-k': () => {
      const model = autoencoder.autoencoder(k, { d: 20, width: 50, batch: 64, lambda: 0, keep: 4 });
      autoencoder.begin(model, 7);
      for (let step = 0; step < 20; step++) autoencoder.train(model, noise(step, 64 * 20), 0.01);
      return weights(model.tape);
    },
    'sparse dictionary, top-k': () => dictionary(k, 4, 0),
    'sparse dictionary, L1': () => dictionary(k, 0, 0.1),
    'conv net': () => {
      const model = convnet.convnet(k, {
        channels: 3,
        side: 12,
        filters: [8, 8],
        kernel: [5, 3],
        classes: 4,
        batch: 8,
      });
      convnet.begin(model, 7);
      for (let step = 0; step < 10; step++) {
        convnet.train(
          model,
          noise(step, 3 * 8 * 144),
          Array.from({ length: 8 }, (_, i) => (i + step) % 4),
          0.01,
        );
      }
      return weights(model.tape);
    },
    'convolutions, stride 2': () => {
      const net = branches.branches(k, 17, true);
      branches.begin(net, 7);
      for (let step = 0; step < 6; step++) {
        net.tape.write(net.x, noise(step, 3 * 17 * 400));
        net.tape.write(
          net.turns,
          Array.from({ length: 17 }, (_, i) => (i + step) % 4),
        );
        net.tape.forward();
        net.tape.backward(net.loss);
        net.optimiser.step({ rate: 0.01 });
      }
      return weights(net.tape);
    },
    'quadratic network': () => {
      const model = mlp.mlp(k, { p: 13, width: 24, batch: 60 });
      mlp.begin(model, 7);
      mlp.give(
        model,
        Array.from({ length: 60 }, (_, i) => i % 13),
        Array.from({ length: 60 }, (_, i) => (5 * i) % 13),
      );
      for (let step = 0; step < 30; step++) mlp.train(model, 0.01, 1);
      return weights(model.tape);
    },
  };
  return Object.fromEntries(
    Object.entries(all).map(([name, run]) => {
      const from = k.mark();
      const print = fingerprint(run() as Float64Array);
      k.reset(from);
      return [name, print];
    }),
  );
}
