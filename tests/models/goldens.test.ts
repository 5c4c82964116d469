// The same numbers as PyTorch 1.13 in float64, from weights and data that are formulas: f64 set to 1e-6, f32 set to 1e-3.
import { beforeAll, describe, expect, test } from 'vitest';
import { compileKernels } from '../../src/math/kernels/build.ts';
import { load } from '../../src/math/kernels/load.ts';
import type { Kernels } from '../../src/math/kernels/kernels.ts';
import { tape, type Tape } from '../../src/math/tape.ts';
import * as mlp from '../../src/models/mlp.ts';
import * as transformer from '../../src/models/transformer.ts';
import grok from '../golden/grok_golden.json' with { type: 'json' };
import induction from '../golden/induction_golden.json' with { type: 'json' };
import finite from '../golden/tms_finite_golden.json' with { type: 'json' };

let compiled: Uint8Array;
beforeAll(async () => {
  compiled = await compileKernels();
});

const waves = (t: Tape, phase: (i: number) => number): void =>
  t.params.forEach((p, c) =>
    t.write(
      p,
      Array.from({ length: p.rows * p.cols }, (_, i) => 0.5 * Math.sin(0.7 * i + phase(c))),
    ),
  );
const norm = (x: ArrayLike<number>): number => Math.sqrt(Array.from(x).reduce((sum, v) => sum + v * v, 0));
const head = (x: ArrayLike<number>, count = 4): number[] => Array.from(x).slice(0, count);

describe.each([
  ['plain', 1e-6],
  ['wasm', 1e-3],
] as const)('%s', (kind, tolerance) => {
  const set = (): Promise<Kernels> => load(kind === 'wasm' ? compiled : undefined);
  const near = (seen: number | number[], wanted: number | number[]): void => {
    const a = [seen].flat();
    const b = [wanted].flat();
    const largest = Math.max(...b.map(Math.abs));
    expect(a.length).toBe(b.length);
    a.forEach((v, i) => expect(Math.abs(v - b[i]) / largest).toBeLessThan(tolerance));
  };

  test('two-layer attention, five AdamW steps', async () => {
    const g = induction;
    const k = await set();
    const model = transformer.transformer(k, {
      vocab: g.V,
      time: g.T,
      d: g.d,
      heads: 1,
      head: g.dh,
      layers: 2,
      batch: 2,
    });
    const t = model.tape;
    waves(t, (c) => 1.3 * c);
    const losses = g['adamw_lr0.02_b0.9_0.99_losses'].map((_, step) => {
      const loss = transformer.train(model, g.tokens, 0.02);
      if (step > 0) return loss;
      const logits = t.read(model.logits);
      near(head(logits.subarray(7 * 8), 8), g.logits_b0_last);
      near(head(logits.subarray(11 * 8), 8), g.logits_b1_t3);
      model.attention.forEach((a, i) =>
        near(
          [...k.data().subarray(a.pattern + 7 * a.wide, a.pattern + 7 * a.wide + 8)],
          i ? g.att1_b0_last : g.att0_b0_last,
        ),
      );
      Object.values(g.grad).forEach((wanted, i) => {
        const grad = t.readGrad(t.params[i]);
        near(norm(grad), wanted.norm);
        near(
          head(grad).map((v) => v / wanted.norm),
          wanted.first4.map((v) => v / wanted.norm),
        );
      });
      return loss;
    });
    near(losses, g['adamw_lr0.02_b0.9_0.99_losses']);
  });

  test('quadratic network, modular addition with weight decay', async () => {
    const model = mlp.mlp(await set(), { p: grok.p, width: grok.h, batch: grok.a.length });
    const t = model.tape;
    waves(t, (c) => 1.3 * c);
    mlp.give(model, grok.a, grok.b);
    const losses = [mlp.train(model, 0.01, 1)];
    near(head(t.read(model.logits).subarray(7), 7), grok.first.logits_first); // of the second pair, (1, 4)
    near([norm(t.readGrad(model.W)), norm(t.readGrad(model.U))], [grok.first.gW_norm, grok.first.gU_norm]);
    near(head(t.readGrad(model.W)), grok.first.gW_first4);
    near(head(t.readGrad(model.U)), grok.first.gU_first4);
    while (losses.length < grok.losses.length) losses.push(mlp.train(model, 0.01, 1));
    near(losses, grok.losses);
  });

  test('toy model on finite data: the tape and the fused kernel', async () => {
    const k = await set();
    const t = tape(k);
    const W = t.param(2, 6);
    const b = t.param(1, 6);
    const X = t.input(3, 6);
    const I = 6;
    const w = Array.from({ length: 12 }, (_, i) => 0.5 * Math.sin(0.7 * i));
    const biases = Array.from({ length: 6 }, (_, i) => 0.05 * Math.cos(i));
    t.write(W, w);
    t.write(b, biases);
    t.write(X, finite.X.flat());
    const out = t.relu(t.bias(t.matmul(t.matmulT(X, W), W), b));
    const loss = t.squaredError(out, X);
    t.forward();
    t.backward(loss);
    near([...t.read(out)], finite.out);
    near(k.data()[loss.value], finite.loss);
    near([...t.readGrad(W)], finite.gW);
    near([...t.readGrad(b)], finite.gb);
    const [grad, theta, x, weight, ones] = [18, 18, 96, 16, I].map((size) => {
      const at = k.alloc(size);
      k.fill(at, size, 0);
      return at;
    });
    k.data().set(
      w.map((_, j) => w[(j % 2) * 6 + Math.floor(j / 2)]),
      theta,
    ); // [feature][neuron]
    k.data().set(biases, theta + 12);
    k.data().set([1 / 3, 1 / 3, 1 / 3], weight);
    k.fill(ones, I, 1);
    finite.X.forEach((row, s) =>
      row.forEach((v, f) => {
        k.data()[x + f * 16 + s] = v;
      }),
    );
    near(k.toy(grad, theta, x, weight, ones, 6, 2, 16), finite.loss);
    near(
      finite.gW.map((_, j) => k.data()[grad + (j % 6) * 2 + Math.floor(j / 6)]),
      finite.gW,
    );
    near([...k.data().subarray(grad + 12, grad + 18)], finite.gb);
  });
});
