// One figure's state and what moves it: params, the snapshot that answers them, status, history. It knows the worker
// through a client and nothing of the DOM.

import type { Kernels } from '../math/kernels/kernels.ts';
import { connect, type Client, type Engine } from './client.ts';
import { assetUrl } from './inlined-assets.ts';
import type { Status } from './frame.ts';
import type { Goal, Report } from './serve.ts';
import type { Answers, FigureView, Params, Program, Snapshot } from './widget.ts';

export interface FigureDefinition<P extends Params, S extends Snapshot, D> {
  readonly view: FigureView<P, S, D>;
  readonly engine: Engine;
  /** the run as a NumPy program, for who takes it home */
  readonly program: () => Promise<{ program: Program<P, S> }>;
}

export interface Player<P extends Params, S extends Snapshot, D> {
  readonly params: P;
  readonly snapshot: S | undefined;
  /** the snapshot is of the present params, not of those before */
  readonly answered: boolean;
  readonly status: Status;
  readonly notices: readonly string[];
  readonly canUndo: boolean;
  readonly data: D | undefined;
  /** the arithmetic as links name it: the engine's number, with an r where the plain kernels compute */
  readonly engine: string;
  /** which kernels ran; undefined before the worker has said it, or where the model does without */
  readonly kernels: Kernels['kind'] | undefined;
  /** New params from the reader or a link. `gesture: 'more'`: a gesture goes on, and is undone as one; `quiet`: no undo. */
  set(params: P, how?: { gesture?: 'more'; notices?: readonly string[]; quiet?: boolean }): void;
  play(slow?: number): void;
  pause(): void;
  advance(steps: number): void;
  reset(): void;
  seek(step: number | undefined): void;
  undo(): void;
  /** the weights at the present step */
  weights(): Promise<Float64Array | Float32Array>;
  /** resolves when the model has answered the present params */
  arrived(): Promise<void>;
  /** asks the model for the present params, as at the start of a figure that brings no snapshot */
  wake(): void;
  close(): void;
}

export interface Watch {
  changed(): void;
  settled(): void;
  failed(message: string): void;
}

const HISTORY = 100;
const SLOW =
  'The fast kernels cannot run in this browser, so the readable ones do: slower, and equal up to digits that no picture shows. Links made here say so (engine=…r).';

export function createPlayer<P extends Params, S extends Snapshot, D>(
  { view, engine }: FigureDefinition<P, S, D>,
  given: { params: P; snapshot?: S; data?: D; base: string },
  watch: Watch,
): Player<P, S, D> {
  let params = given.params;
  let snapshot = given.snapshot;
  let status: Status = 'resting';
  let notices: readonly string[] = [];
  let goal = 0;
  let client: Client<P> | undefined;
  let pending = false;
  let answered = true;
  const waiting: (() => void)[] = [];
  const handWeights: ((w: Float64Array | Float32Array) => void)[] = [];
  const past: P[] = [];
  const data = new Map<string, D>();
  let kernels: Kernels['kind'] | undefined;
  let slow: readonly string[] = [];
  let aims = 0;
  let surveyed: string | undefined;
  let bytes: ArrayBuffer | undefined;
  let told: Answers<P, S, D> | undefined;
  let loading: Promise<void> | undefined;
  const key = (): string => view.baked?.key(params) ?? '';
  if (given.data !== undefined) data.set(key(), given.data);
  // What the page carries may be a part of the file's.
  const partial = new Set(view.baked?.carried ? data.keys() : []);

  const events = {
    report(report: Report<S>): void {
      if (report.kind === 'survey') {
        data.set(surveyed!, report.data as D);
        return watch.changed();
      }
      if (report.kind === 'kernels') {
        kernels = report.set;
        slow = kernels === 'plain' ? [SLOW] : [];
        return watch.changed();
      }
      if (report.kind === 'weights') {
        for (const hand of handWeights.splice(0)) hand(report.weights);
        return;
      }
      if (report.kind !== 'look' || report.id !== goal) return;
      snapshot = report.snapshot;
      if (report.near) return watch.changed();
      answered = true;
      if (snapshot.notice && !notices.includes(snapshot.notice)) notices = [...notices, snapshot.notice];
      params = { ...params, step: snapshot.step >= snapshot.end ? undefined : snapshot.step };
      const done = report.there && status === 'running';
      if (done) status = snapshot.step >= snapshot.end ? 'settled' : 'paused';
      if (report.there) {
        pending = false;
        for (const go of waiting.splice(0)) go();
      }
      watch.changed();
      if (done && status === 'settled') watch.settled();
    },
    trouble(message: string, final: boolean): void {
      notices = [message];
      if (final) {
        status = 'failed';
        pending = false;
        client?.close();
        client = undefined;
        for (const go of waiting.splice(0)) go();
        watch.failed(message);
      }
      watch.changed();
    },
  };

  function aim(where: Omit<Goal<P>, 'id' | 'params'>): void {
    load();
    const mine = (goal = -++aims); // no report answers to it: what comes now is of an older goal
    pending = true;
    answered = false;
    watch.changed();
    // Where the file may know the answer, the model is not troubled before the file is there.
    if (view.baked?.answers && !bytes && loading) {
      void loading.then(() => {
        if (goal === mine) go(where);
      });
      return;
    }
    go(where);
  }

  function go(where: Omit<Goal<P>, 'id' | 'params'>): void {
    survey();
    const here = data.get(key());
    const resting = where.at === where.to && !where.weights;
    const known = resting && here !== undefined ? told?.known(params, here) : undefined;
    if (known) events.report({ kind: 'look', id: goal, snapshot: known, there: true });
    if (known && !client) return;
    const near = !known && resting && here !== undefined ? told?.near?.(params, here) : undefined;
    if (near) {
      snapshot = near;
      watch.changed();
    }
    client ??= connect<P, S>(engine, events);
    goal = client.send({ params, ...where });
    survey();
  }

  /** Reads the file for the present params; what it lacks is made anew, asked for once. */
  function survey(): void {
    if (!view.baked || !bytes || (data.has(key()) && !partial.has(key())) || key() === surveyed) return;
    const baked = view.baked.decode(bytes, params);
    if (baked !== undefined) {
      data.set(key(), baked);
      partial.delete(key());
      return;
    }
    surveyed = key();
    client?.survey(params);
  }

  function load(): void {
    if (!view.baked || loading) return;
    const file = fetch(assetUrl(`data/${view.baked.file}`, given.base)).then((reply) => {
      if (!reply.ok) throw new Error(String(reply.status));
      return reply.arrayBuffer();
    });
    loading = Promise.all([file, view.baked.answers?.()])
      .then((came) => {
        [bytes, told] = came;
      })
      .then(() => {
        survey();
        watch.changed();
      })
      .catch(() => {
        loading = bytes = undefined;
        notices = [
          'The baked data of this figure could not be loaded, so what needs it is left out (the slider is a plain line). Everything else works.',
        ];
        watch.changed();
      });
  }

  const here = (): number | 'end' => params.step ?? 'end';
  const pace = (): number => view.pace(params, snapshot?.end ?? 300);
  const stay = (where: number | 'end'): void => aim({ at: where, to: where, pace: Infinity });

  function set(next: P, how: { gesture?: 'more'; notices?: readonly string[]; quiet?: boolean } = {}): void {
    if (next === params) return;
    if (!how.quiet && how.gesture !== 'more') {
      past.push(params);
      if (past.length > HISTORY) past.shift();
    }
    const before = params;
    params = next;
    notices = how.notices ?? [];
    const changed = changes(before, next).filter((k) => !view.views.includes(k));
    if (!changed.length) return watch.changed();
    const moved = changed.filter((k) => !view.observeKeys?.includes(k));
    if (!moved.length) {
      return status === 'running' ? aim({ at: here(), to: 'end', pace: pace() }) : stay(here());
    }
    if (moved.every((k) => k === 'step' || k === 'edits')) {
      status = params.step === undefined ? 'resting' : 'paused';
      return stay(here());
    }
    if (next.step !== undefined) {
      status = 'paused';
      return stay(next.step);
    }
    if (status === 'running') return aim({ at: 0, to: 'end', pace: pace() });
    if (status === 'paused' && !how.quiet && before.step !== undefined) return stay(0);
    status = 'resting';
    stay('end');
  }

  const player: Player<P, S, D> = {
    get params() {
      return params;
    },
    get snapshot() {
      return snapshot;
    },
    get answered() {
      return answered && snapshot !== undefined;
    },
    get status() {
      return status;
    },
    get notices() {
      return slow.length ? [...slow, ...notices] : notices;
    },
    get engine() {
      return `${view.engine}${kernels === 'plain' ? 'r' : ''}`;
    },
    get kernels() {
      return kernels;
    },
    get canUndo() {
      return past.length > 0;
    },
    get data() {
      return data.get(key());
    },
    set,
    play(slow = 1) {
      const from = snapshot && params.step !== undefined ? params.step : 0;
      status = 'running';
      aim({ at: from, to: 'end', pace: pace() / slow });
    },
    pause() {
      if (status !== 'running') return;
      status = params.step === undefined ? 'resting' : 'paused';
      stay(here());
    },
    advance(steps) {
      player.seek(Math.max(0, (params.step ?? snapshot?.end ?? 0) + steps));
    },
    reset() {
      set({ ...params, edits: view.spec.edits ? [] : params.edits, step: 0 });
    },
    seek(step) {
      const end = snapshot?.end;
      set(
        { ...params, step: end !== undefined && step !== undefined && step >= end ? undefined : step },
        { quiet: true },
      );
    },
    undo() {
      const back = past.pop();
      if (back) {
        set(back, { quiet: true });
      }
    },
    weights() {
      return new Promise((hand) => {
        handWeights.push(hand);
        aim({ at: here(), to: here(), pace: Infinity, weights: true });
      });
    },
    arrived() {
      return pending
        ? new Promise((go) => {
            waiting.push(go);
          })
        : Promise.resolve();
    },
    wake() {
      stay(here());
    },
    close() {
      client?.close();
      client = undefined;
    },
  };
  return player;
}

function changes(a: object, b: object): string[] {
  const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(x), ...Object.keys(y)])].filter(
    (k) => x[k] !== y[k] && JSON.stringify(x[k]) !== JSON.stringify(y[k]),
  );
}
