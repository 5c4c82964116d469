// The induction network: the plain reading agrees with the tape, taking a head out is what it says, the transcript is the run.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { attend, onDiagonal, table } from '../../src/models/attend.ts';
import { at, HEAD, STEPS, WIDTH, without } from '../../src/models/heads.ts';
import { create, measure, train, weights } from '../../src/models/induction.ts';
import { held, repeats, VOCAB, WINDOW } from '../../src/models/repeats.ts';
import { CUTS, samples } from '../../src/models/transcript.ts';
import { transformer } from '../../src/models/transformer.ts';
import { look, open, seek } from '../../src/runtime/run.ts';
import { decode, file } from '../../src/widgets/induction/baked.ts';
import { known } from '../../src/widgets/induction/baked-snapshot.ts';
import { model } from '../../src/widgets/induction/model.ts';
import { spec, type InductionParams } from '../../src/widgets/induction/params.ts';
import { defaults } from '../../src/runtime/params.ts';
import { kernels as k } from '../engine.ts';

const plain = defaults<InductionParams>(spec);
const bytes = readFileSync(`public/data/${file}`);
const run = decode(new Uint8Array(bytes).buffer, plain)!;

describe('data', () => {
  test('every sequence repeats with its period, 8 to 16, each about as often', () => {
    const counts = new Map<number, number>();
    for (const { period, tokens } of Array.from({ length: 40 }, (_, step) => repeats(3, step, 32)).flat()) {
      counts.set(period, (counts.get(period) ?? 0) + 1);
      for (let i = period; i <= WINDOW; i++) expect(tokens[i]).toBe(tokens[i - period]);
    }
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16]);
    for (const n of counts.values()) expect(Math.abs(n - 1280 / 9)).toBeLessThan(50);
  });
  test('no step is like another, and nothing of them is held out', () => {
    const seen = new Set(
      [...Array.from({ length: 30 }, (_, step) => repeats(1, step, 32)), [...held]]
        .flat()
        .map(({ tokens }) => tokens.join()),
    );
    expect(seen.size).toBe(30 * 32 + held.length);
  });
});

describe('reading', () => {
  test('one sequence in plain arithmetic is what the tape computes', () => {
    const net = transformer(k, {
      vocab: VOCAB,
      time: WINDOW,
      d: WIDTH,
      heads: 1,
      head: HEAD,
      layers: 2,
      batch: 1,
    });
    const all = run.weights!;
    net.optimiser.restore(
      Float32Array.from({ length: 3 * all.length }, (_, i) => all[i] ?? 0),
      0,
    );
    net.tape.write(net.tokens, samples[1]);
    net.tape.forward();
    const { attention, next } = attend(all, 2, samples[1]);
    const data = k.data();
    const logits = Float64Array.from(net.tape.read(net.logits));
    for (let i = 0; i < WINDOW; i++) {
      for (let layer = 0; layer < 2; layer++) {
        for (let j = 0; j <= i; j++) {
          expect(attention[layer][i * WINDOW + j]).toBeCloseTo(
            data[net.attention[layer].pattern + i * net.attention[layer].wide + j],
            4,
          );
        }
      }
      const row = logits.subarray(i * VOCAB, (i + 1) * VOCAB);
      const sum = row.reduce((s, v) => s + Math.exp(v), 0);
      row.forEach((v, c) => expect(next[i * VOCAB + c]).toBeCloseTo(Math.exp(v) / sum, 4));
    }
    net.tape.free();
  });

  test('the composition table is the second head’s score of a token whose key came through the first head alone', () => {
    // One hot at a time: E W_q against (E W_v W_o) W_k, written out for one pair.
    const w = run.weights!;
    const [one, two] = [at(0), at(1)];
    const C = table(w, 'composition');
    const row = (token: number): number[] => [...w.subarray(token * WIDTH, (token + 1) * WIDTH)];
    const times = (x: number[], from: number, cols: number): number[] =>
      Array.from({ length: cols }, (_, j) => x.reduce((s, v, i) => s + v * w[from + i * cols + j], 0));
    for (const [a, b] of [
      [3, 3],
      [5, 17],
      [31, 0],
    ]) {
      const q = times(row(a), two.q, HEAD);
      const key = times(times(times(row(b), one.v, HEAD), one.o, WIDTH), two.k, HEAD);
      expect(C[a * VOCAB + b]).toBeCloseTo(q.reduce((s, v, i) => s + v * key[i], 0) / 4, 8);
    }
  });

  test('a head that looks everywhere alike attends uniformly, one that writes nothing leaves the stream as it was', () => {
    const w = run.weights!;
    const uniform = attend(without(w, CUTS['first uniform']), 2, samples[0]).attention[0];
    for (let i = 0; i < WINDOW; i++) {
      for (let j = 0; j <= i; j++) expect(uniform[i * WINDOW + j]).toBeCloseTo(1 / (i + 1), 12);
    }
    const silent = attend(without(without(w, CUTS['first zero']), CUTS['second zero']), 2, samples[0]).next;
    const bigram = attend(w, 0, samples[0]).next;
    silent.forEach((v, i) => expect(v).toBeCloseTo(bigram[i], 12));
    expect(w.some((v, i) => v !== run.weights![i])).toBe(false);
  });

  test('empty and short sequences are read too', () => {
    expect(attend(run.weights!, 2, []).next).toHaveLength(0);
    expect(attend(run.weights!, 2, [4]).attention[1]).toEqual(Float64Array.of(1));
  });
});

describe('the transcript', () => {
  test('is under 300 kB and holds 41 steps', () => {
    expect(bytes.length).toBeLessThan(300_000);
    expect(run.two).toHaveLength(41);
    expect(run.fingerprints).toHaveLength(41);
  });
  test('is the run, step by step, fingerprint and all', () => {
    const live = open(model, plain, k);
    for (const step of [0, 10, 170, 400]) {
      seek(live, step);
      const seen = look(live);
      const told = known(step === STEPS ? plain : { ...plain, step }, run)!;
      expect(told.fingerprint).toBe(seen.fingerprint);
      expect(Array.from(told.reading.attention, (a) => Array.from(a))).toEqual(
        seen.reading.attention.map((a) => Array.from(a)),
      );
      expect({ ...told, course: 0, reading: 0, scores: 0 }).toEqual({
        ...seen,
        course: 0,
        reading: 0,
        scores: 0,
        without: undefined,
      });
      for (const [name, value] of Object.entries(told.scores)) {
        expect(value).toBeCloseTo(seen.scores[name as 'first'], 3);
      }
    }
    expect(weights(live.model)).toEqual(run.weights);
  });
  test('answers at the last step what the model answers: own text, a head out, other tables', () => {
    for (const more of [
      { text: 'the cat sat, the c' },
      { knock: 'first' },
      { knock: 'second', by: 'zero', table: 'copying' },
      { table: 'direct', sample: 'long' },
    ] as Partial<InductionParams>[]) {
      const params = { ...plain, ...more };
      const live = open(model, params, k);
      seek(live, STEPS);
      const seen = look(live);
      const told = known(params, run)!;
      expect({ ...told, course: 0, scores: 0, without: 0 }).toEqual({
        ...seen,
        course: 0,
        scores: 0,
        without: 0,
      });
    }
  });
  test('leaves to the model what it does not hold', () => {
    for (const more of [
      { layers: 1 },
      { step: 33 },
      { step: 100, text: 'abc' },
      { step: 100, knock: 'first' },
      { step: 100, table: 'direct' },
    ] as Partial<InductionParams>[]) {
      expect(known({ ...plain, ...more }, run)).toBeUndefined();
    }
    expect(decode(new Uint8Array(bytes).buffer, { ...plain, seed: 8 })).toBeUndefined();
  });
});

test('checkpoints of a whole run stay under 3 MB, optimiser and all', () => {
  const live = open(model, plain, k);
  seek(live, STEPS);
  expect(live.spacing).toBe(12);
  expect(live.checkpoints.map(({ step }) => step)).toEqual(Array.from({ length: 34 }, (_, i) => 12 * i));
  const size = live.checkpoints.reduce(
    (sum, { model: m }) => sum + m.state.byteLength + m.course.length * 40,
    0,
  );
  expect(size).toBeLessThanOrEqual(3e6);
  expect(live.checkpoints.every(({ model: m }) => m.state.length === 3 * weights(m).length)).toBe(true);
});

test('scores against closed values: a network of zeros knows nothing', () => {
  const net = create(2, 1, k);
  net.state = net.state.map(() => 0);
  const s = measure(net, k);
  const even = held.flatMap(() => Array.from({ length: WINDOW - 1 }, (_, i) => 1 / (i + 2)));
  expect(s.repeated).toBeCloseTo(Math.log(VOCAB), 5);
  expect(s.context).toBeCloseTo(0, 5);
  expect(s.previous).toBeCloseTo(
    even.reduce((sum, v) => sum + v / even.length, 0),
    5,
  );
});

test('training is a function of seed and step', () => {
  const a = create(2, 5, k);
  const b = create(2, 5, k);
  for (let step = 0; step < 6; step++) {
    train(a, 5, step, k);
    if (step === 2) b.state = structuredClone(b.state);
    train(b, 5, step, k);
  }
  expect(a.state).toEqual(b.state);
  expect(onDiagonal(Float64Array.of(2, 1, 5, 3), 2)).toBe(0.5);
});
