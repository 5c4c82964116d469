// What the player does where the baked data hold the answer: the figure answers before the model is there.
import { afterEach, expect, test, vi } from 'vitest';
import { createPlayer } from '../../src/runtime/player.ts';
import type { FigureDefinition, Params, Snapshot } from '../../src/runtime/widget.ts';

interface P extends Params {
  readonly eye: string;
}
interface S extends Snapshot {
  readonly eye: string;
}
type D = Record<string, string>;

const file: D = { '100': 'end', '40': 'forty' };
let asked = 0;
const known = ({ step = 100, eye }: P, data: D): S | undefined =>
  eye === 'left' && data[step] ? { step, end: 100, eye, fingerprint: data[step] } : undefined;
const kind = {
  view: {
    name: 'fake',
    engine: 1,
    spec: { eye: { kind: 'text', default: '', max: 9, affects: 'observe', doc: 'what is looked at' } },
    pace: () => 100,
    baked: {
      file: 'x.json',
      key: () => '',
      decode: (bytes: ArrayBuffer) => JSON.parse(new TextDecoder().decode(bytes)) as D,
      pageSubset: () => ({}),
      answers: () => Promise.resolve({ known }),
    },
  },
  script: () => {
    asked += 1;
    return Promise.reject(new Error('no worker here'));
  },
  model: () => Promise.reject(new Error('nor a model')),
} as unknown as FigureDefinition<P, S, D>;
const watch = { changed: () => {}, settled: () => {}, failed: () => {} };
const start = () =>
  createPlayer(
    kind,
    {
      params: { eye: 'left' },
      snapshot: { step: 100, end: 100, eye: 'left' },
      data: {},
      base: 'http://here/',
    },
    watch,
  );

afterEach(() => {
  vi.unstubAllGlobals();
  asked = 0;
});

test('a step that the file holds is shown without the model', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(file))));
  const player = start();
  player.set({ eye: 'left', step: 40 });
  expect(player.answered).toBe(false);
  await player.arrived();
  expect(player.snapshot).toMatchObject({ step: 40, fingerprint: 'forty' });
  expect(player.answered).toBe(true);
  expect(asked).toBe(0);
  player.seek(100);
  expect(player.snapshot, 'at once, now that the file is there').toMatchObject({
    step: 100,
    fingerprint: 'end',
  });
  expect(player.params.step).toBeUndefined();
});

test('what the file does not hold is asked of the model, and so is everything when the file does not come', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(file))));
  const player = start();
  player.set({ eye: 'right', step: 40 });
  await player.arrived();
  expect(asked).toBe(1);
  vi.stubGlobal('fetch', () => Promise.reject(new Error('offline')));
  const alone = start();
  alone.set({ eye: 'left', step: 40 });
  await alone.arrived();
  expect(asked).toBe(2);
});

test('of several goals given while the file loads only the last is answered', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(file))));
  const player = start();
  for (const step of [10, 20, 40]) player.set({ eye: 'left', step });
  await player.arrived();
  expect(player.snapshot?.step).toBe(40);
  expect(asked).toBe(0);
});

test('what is on its way shows the nearest that the file holds, and is not taken for the answer', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(file))));
  const close = {
    ...kind,
    view: {
      ...kind.view,
      baked: {
        ...kind.view.baked,
        answers: () => Promise.resolve({ known, near: ({ eye }: P) => ({ step: 40, end: 100, eye }) }),
      },
    },
  } as unknown as FigureDefinition<P, S, D>;
  const player = createPlayer(
    close,
    {
      params: { eye: 'left' },
      snapshot: { step: 100, end: 100, eye: 'left' },
      data: {},
      base: 'http://here/',
    },
    watch,
  );
  player.set({ eye: 'left', step: 43 });
  await vi.waitFor(() => expect(player.snapshot?.step).toBe(40));
  expect(player.answered).toBe(false);
  expect(player.params.step).toBe(43);
});
