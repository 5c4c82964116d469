// The worker's loop, driven through a port as the page does it.
import { expect, test, vi } from 'vitest';
import { runKey } from '../../src/runtime/params.ts';
import { serve, type Goal, type Report } from '../../src/runtime/serve.ts';
import { pace } from '../../src/runtime/run.ts';
import type { Model, Params, Snapshot } from '../../src/runtime/widget.ts';

const recipe: Model<Params, { w: Float64Array }, Snapshot> = {
  engine: 1,
  memory: 1e6,
  create: () => ({ w: new Float64Array([1]) }),
  end: () => 100_000,
  train: (m) => {
    m.w[0] = m.w[0] * 1.0000001;
  },
  edit: () => true,
  observe: (_, __, step) => ({ step, end: 100_000 }),
  weights: (m) => m.w,
};

function start(model: Model<any, any, any> = recipe) {
  const reports: Report<Snapshot>[] = [];
  const port = {
    postMessage: (r: Report<Snapshot>) => {
      reports.push(r);
    },
    onmessage: null as ((e: { data: never }) => void) | null,
  };
  serve(model, port as never);
  let id = 0;
  return {
    reports,
    hold: (hold: boolean) => {
      port.onmessage!({ data: { hold } as never });
    },
    send: (goal: Partial<Goal<Params>>) => {
      port.onmessage!({ data: { id: ++id, params: {}, at: 0, to: 0, pace: Infinity, ...goal } as never });
      return id;
    },
  };
}
const wait = (ms: number): Promise<void> =>
  new Promise((go) => {
    setTimeout(go, ms);
  });
const until = async (ok: () => boolean): Promise<void> => {
  for (let i = 0; i < 400 && !ok(); i++) await wait(10);
  expect(ok()).toBe(true);
};

test('goes to the end and says it is there', async () => {
  const { reports, send } = start();
  send({ at: 'end', to: 'end' });
  await until(() => reports.some((r) => r.kind === 'look' && r.there && r.snapshot.step === 100_000));
});

test('a new goal replaces the old one', async () => {
  const { reports, send } = start();
  send({ at: 0, to: 'end', pace: 100 });
  await wait(40);
  const second = send({ at: 7, to: 7 });
  await until(() => reports.some((r) => r.kind === 'look' && r.id === second && r.snapshot.step === 7));
  const count = reports.length;
  await wait(60);
  expect(reports.length).toBe(count);
});

test('shows its way at most sixty times a second', async () => {
  const { reports, send } = start();
  send({ at: 0, to: 'end', pace: 1000 });
  await wait(500);
  expect(reports.length).toBeGreaterThan(5);
  expect(reports.length).toBeLessThanOrEqual(33);
  send({ at: 0, to: 0 });
});

test('where a look takes long, most of the time is spent on the way', async () => {
  const spin = (ms: number): void => {
    for (const from = performance.now(); performance.now() - from < ms;);
  };
  const { reports, send } = start({
    ...recipe,
    observe: (...given) => {
      spin(20);
      return recipe.observe(...given);
    },
  });
  send({ at: 0, to: 'end', pace: 1000 });
  await wait(900);
  const looks = reports.filter(({ kind }) => kind === 'look').length;
  expect(looks).toBeGreaterThan(1);
  expect(looks).toBeLessThan(10);
  send({ at: 0, to: 0 });
});

test('a run that is behind does not wait for a timer between its turns', async () => {
  const timers = vi.spyOn(globalThis, 'setTimeout');
  const { reports, send } = start({
    ...recipe,
    train: (m) => {
      for (const stop = performance.now() + 1; performance.now() < stop;);
      m.w[0] += 1;
    },
  });
  send({ at: 0, to: 200, pace: 1e6 });
  const asked = timers.mock.calls.length;
  await new Promise<void>((go) => {
    const look = setInterval(() => {
      if (reports.some((r) => r.kind === 'look' && r.there)) {
        clearInterval(look);
        go();
      }
    }, 5);
  });
  expect(timers.mock.calls.length - asked).toBeLessThan(3);
  timers.mockRestore();
});

test('hands the weights over when asked', async () => {
  const { reports, send } = start();
  send({ at: 3, to: 3, weights: true });
  await until(() => reports.some((r) => r.kind === 'weights' && r.weights.length === 1));
});

test('a model that throws is reported, not swallowed', async () => {
  const { reports, send } = start({
    ...recipe,
    create: () => {
      throw new Error('no such model');
    },
  });
  send({});
  await until(() => reports.some((r) => r.kind === 'failed' && r.message === 'no such model'));
});

test('a run that another worker began goes on from its checkpoint, to the same bits', async () => {
  const whole = start();
  whole.send({ at: 'end', to: 'end' });
  await until(() => whole.reports.some((r) => r.kind === 'look' && r.there));
  const end = whole.reports.findLast((r) => r.kind === 'look')!;
  const steps: number[] = [];
  const counting = {
    ...recipe,
    train: (m: { w: Float64Array }, _: Params, step: number) => {
      steps.push(step);
      recipe.train(m, _, step, undefined as never);
    },
  };
  const next = start(counting);
  const half = { w: new Float64Array([1]) };
  for (let i = 0; i < 50_000; i++) half.w[0] *= 1.0000001;
  next.send({ at: 50_000, to: 'end', from: { params: {}, run: runKey({}), step: 50_000, model: half } });
  await until(() => next.reports.some((r) => r.kind === 'look' && r.there));
  expect(steps[0]).toBe(50_000);
  expect(next.reports.findLast((r) => r.kind === 'look')).toMatchObject({
    snapshot: { fingerprint: (end as { snapshot: Snapshot }).snapshot.fingerprint },
  });
});

test('on hold nothing is done, and then it goes on', async () => {
  const { reports, send, hold } = start();
  hold(true);
  send({ at: 0, to: 'end', pace: 1000 });
  await wait(60);
  expect(reports).toEqual([]);
  hold(false);
  await until(() => reports.some((r) => r.kind === 'look' && r.snapshot.step > 5));
  send({ at: 0, to: 0 });
});

test('a long run hands over a checkpoint a second', async () => {
  const { reports, send } = start();
  send({ at: 0, to: 'end', pace: 1000 });
  await until(() => reports.some((r) => r.kind === 'kept' && r.kept.step > 0));
  send({ at: 0, to: 0 });
});

test('checkpoints are spaced by what a step costs: replay takes 40 ms at most', () => {
  for (const [cost, spacing] of [
    [0.001, 1024],
    [0.5, 64],
    [9, 4],
    [30, 1],
    [100, 1],
  ]) {
    const run = { spacing: 8, thinned: false };
    pace(run, cost);
    expect(run.spacing).toBe(spacing);
  }
});

test('a model that keeps its own spacing shows a step on the way to one that takes long, and then that one', async () => {
  const slow = {
    ...recipe,
    spacing: 12,
    train: (m: { w: Float64Array }) => {
      const stop = performance.now() + 6;
      while (performance.now() < stop);
      m.w[0] += 1;
    },
  };
  const { reports, send } = start(slow);
  const id = send({ at: 20, to: 20 });
  await until(() => reports.some((r) => r.kind === 'look' && r.there));
  const looks = reports.flatMap((r) => (r.kind === 'look' && r.id === id ? [r] : []));
  expect(looks.map(({ near, there }) => [near ?? false, there])).toEqual([
    [true, false],
    [false, true],
  ]);
  expect(looks[0].snapshot.step).toBeGreaterThan(8);
  expect(looks[1].snapshot.step).toBe(20);
});
