// Gradients of every operation and every whole model: against finite differences, on the f64 set to 1e-6 of the largest, on
// the compiled f32 set to 2e-2 of the largest with a step that f32 can see; against PyTorch in goldens.test.ts.
import { beforeAll, describe, expect, test } from 'vitest';
import { compileKernels } from '../../src/math/kernels/build.ts';
import { load } from '../../src/math/kernels/load.ts';
import type { Kernels } from '../../src/math/kernels/kernels.ts';
import { normal } from '../../src/math/random.ts';
import { tape, type Tape, type Tensor } from '../../src/math/tape.ts';
import { convolution, meanPool } from '../../src/math/tape-pictures.ts';
import * as branches from '../../src/models/branches.ts';
import * as car from '../../src/models/car.ts';
import * as curves from '../../src/models/curves.ts';
import * as filters from '../../src/models/filters.ts';
import * as autoencoder from '../../src/models/autoencoder.ts';
import * as convnet from '../../src/models/convnet.ts';
import * as mlp from '../../src/models/mlp.ts';
import * as transformer from '../../src/models/transformer.ts';

let compiled: Uint8Array;
beforeAll(async () => {
  compiled = await compileKernels();
});

const numbers = (seed: number, count: number, scale = 1): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => scale * normal(seed, i));

/** Central differences of the loss over some entries of every param. */
function check(
  t: Tape,
  loss: Tensor,
  plain: boolean,
  step = plain ? 1e-5 : 2e-3,
  slack = plain ? 1e-6 : 2e-2,
): void {
  const value = (): number => {
    t.forward();
    return t.kernels.data()[loss.value];
  };
  t.forward();
  t.backward(loss);
  const grads = t.params.map((p) => t.readGrad(p));
  const largest = Math.max(...grads.flatMap((g) => [...g].map(Math.abs)));
  t.params.forEach((p, which) => {
    const count = p.rows * p.cols;
    for (let i = 0; i < count; i += Math.max(1, Math.floor(count / 7))) {
      const at = p.value + i;
      const was = t.kernels.data()[at];
      t.kernels.data()[at] = was + step;
      const up = value();
      t.kernels.data()[at] = was - step;
      const down = value();
      t.kernels.data()[at] = was;
      expect(
        Math.abs((up - down) / (2 * step) - grads[which][i]) / largest,
        `param ${which}, entry ${i}`,
      ).toBeLessThan(slack);
    }
  });
}

type Build = (t: Tape) => Tensor;
/** Any tensor to one number: squared distance from fixed noise. */
function end(t: Tape, x: Tensor): Tensor {
  const y = t.input(x.rows, x.cols);
  t.write(y, numbers(99, x.rows * x.cols));
  return t.squaredError(x, y);
}
function given(t: Tape, rows: number, cols: number, values: ArrayLike<number>): Tensor {
  const x = t.input(rows, cols);
  t.write(x, values);
  return x;
}

const OPS: Record<string, Build> = {
  matmul: (t) => end(t, t.matmul(t.param(5, 7), t.param(7, 3))),
  matmulT: (t) => end(t, t.matmulT(t.param(5, 7), t.param(3, 7))),
  add: (t) => {
    const a = t.param(3, 5);
    return end(t, t.add(t.add(a, t.param(3, 5)), a));
  },
  bias: (t) => end(t, t.bias(t.param(4, 6), t.param(1, 6), -1)),
  biasRows: (t) => end(t, t.biasRows(t.param(4, 6), t.param(4, 1))),
  relu: (t) => end(t, t.relu(t.param(5, 5))),
  topk: (t) => end(t, t.topk(t.param(4, 9), 3)),
  square: (t) => end(t, t.square(t.param(3, 6))),
  rows: (t) => {
    const table = t.param(6, 4);
    const ids = given(t, 5, 1, [0, 3, 3, 5, 1]);
    return end(t, t.add(t.rows(table, ids), t.rows(table, ids)));
  },
  attention: (t) => end(t, t.attention(t.param(14, 6), t.param(14, 6), t.param(14, 6), 7, 2)),
  'attention of itself': (t) => {
    const x = t.param(8, 4);
    return end(t, t.attention(x, x, x, 8, 1));
  },
  crossEntropy: (t) => t.crossEntropy(t.param(5, 7), given(t, 5, 1, [0, 6, 3, 3, 2])),
  squaredError: (t) => t.squaredError(t.param(4, 3), t.param(4, 3), given(t, 1, 3, [1, 0.5, 2])),
  absolute: (t) => {
    const x = t.param(4, 5);
    return t.add(t.absolute(x, 0.3), end(t, x));
  },
  convolution: (t) => {
    const windows = { batch: 2, high: 5, wide: 6, side: 3, stride: 2, pad: 1 };
    return end(t, convolution(t, t.param(2, 2 * 30), t.param(3, 18), t.param(3, 1), windows));
  },
  'convolutions of the same picture with the same weights': (t) => {
    const [x, W, b] = [t.param(2, 2 * 30), t.param(3, 18), t.param(3, 1)];
    const windows = { batch: 2, high: 5, wide: 6, side: 3, pad: 1 };
    return end(t, t.add(convolution(t, x, W, b, windows), convolution(t, x, W, b, windows)));
  },
  meanPool: (t) => end(t, meanPool(t, t.param(2, 2 * 42), 2, 6, 7, 2)),
};

describe.each([['plain'], ['wasm']])('%s', (kind) => {
  const set = (): Promise<Kernels> => load(kind === 'wasm' ? compiled : undefined);

  test.each(Object.entries(OPS))('%s', async (_, build) => {
    const t = tape(await set());
    const loss = build(t);
    t.params.forEach((p, i) => t.write(p, numbers(i + 1, p.rows * p.cols)));
    check(t, loss, kind === 'plain');
  });

  test('transformer', async () => {
    const model = transformer.transformer(await set(), {
      vocab: 9,
      time: 10,
      d: 8,
      heads: 2,
      head: 3,
      layers: 2,
      batch: 2,
    });
    transformer.begin(model, 5);
    const words = [0, 1].map((b) => Array.from({ length: 11 }, (_, i) => (i * i + 3 * b) % 9));
    transformer.train(model, words, 0.01);
    check(model.tape, model.loss, kind === 'plain');
  });

  test('autoencoder, L1 and top-k', async () => {
    for (const penalty of [{ lambda: 0.1 }, { lambda: 0, keep: 3 }]) {
      const model = autoencoder.autoencoder(await set(), {
        d: 5,
        width: 12,
        batch: 9,
        ...penalty,
      });
      autoencoder.begin(model, 5);
      autoencoder.train(model, numbers(3, 45), 0.01);
      check(model.tape, model.loss, kind === 'plain');
    }
  });

  test('conv net', async () => {
    const model = convnet.convnet(await set(), {
      channels: 2,
      side: 8,
      filters: [3, 4],
      kernel: [3, 3],
      classes: 3,
      batch: 4,
    });
    convnet.begin(model, 5);
    convnet.train(model, numbers(3, 2 * 4 * 64), [0, 1, 2, 1], 0.01);
    check(model.tape, model.loss, kind === 'plain');
  });

  test('quadratic network', async () => {
    const model = mlp.mlp(await set(), { p: 5, width: 6, batch: 4 });
    mlp.begin(model, 5);
    mlp.give(model, [0, 1, 2, 4], [3, 1, 4, 0]);
    mlp.train(model, 0.01, 0.1);
    check(model.tape, model.loss, kind === 'plain');
  });
});

// Nets with thousands of ReLUs or with a choice of the largest: on the f64 set with a step so small that hardly a kink is
// crossed; the compiled set is compared with it, entry by entry.
const VISION: Record<string, (k: Kernels) => { tape: Tape; loss: Tensor }> = {
  'curve detectors': (k) => {
    const net = curves.curves(k, 8);
    curves.begin(net, 5);
    curves.give(net, curves.data.test(1), [...Array(8).keys()]);
    return net;
  },
  ...Object.fromEntries(
    [true, false].map((divided) => [
      divided ? 'two branches' : 'undivided',
      (k: Kernels) => {
        const net = branches.branches(k, 4, divided);
        branches.begin(net, 5);
        net.tape.write(net.x, numbers(4, 3 * 4 * 400, 0.2));
        net.tape.write(net.turns, [0, 1, 2, 3]);
        net.tape.write(net.hues, [3, 1, 0, 2]);
        return net;
      },
    ]),
  ),
  'named channels': (k) => {
    const net = car.car(k, 6);
    car.begin(net, 5);
    net.tape.write(net.V, numbers(6, 4 * 147, 0.1));
    net.tape.write(net.ramp, [0.5]);
    car.give(net, car.data.test(1, undefined, 6), [...Array(6).keys()]);
    return net;
  },
  'tied top-k filters': (k) => {
    const net = filters.learner(k);
    filters.begin(net, 'autoencoder', 5);
    net.tape.write(net.z, numbers(8, filters.BATCH * 64));
    return net;
  },
};
describe.each(Object.entries(VISION))('%s', (_, build) => {
  test('gradients on the plain set', async () => {
    const { tape: t, loss } = build(await load());
    check(t, loss, true, 1e-8, 5e-5);
  });
  test('the compiled set gives the same ones', async () => {
    const [a, b] = [build(await load()), build(await load(compiled))].map(({ tape: t, loss }) => {
      t.forward();
      t.backward(loss);
      return t.params.flatMap((p) => [...t.readGrad(p)]);
    });
    const largest = Math.max(...a.map(Math.abs));
    a.forEach((g, i) => expect(Math.abs(g - b[i]) / largest, `entry ${i}`).toBeLessThan(0.02));
  });
});
