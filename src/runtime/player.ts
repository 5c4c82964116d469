// One figure's state and what moves it: params, the place in their run, the snapshot that answers them, status, history.
// It knows the worker through a client and nothing of the DOM.

import type { Kernels } from '../math/kernels/kernels.ts';
import { createBakedSource } from './baked-source.ts';
import type { Client, Events } from './client.ts';
import type { Status } from './frame-view.ts';
import { changes, keysThat, runKey } from './params.ts';
import type { Goal, Report } from './serve.ts';
import type { FigureDefinition, Params, Snapshot } from './widget.ts';

/** How new params came about. */
export interface How {
  /** a gesture goes on: undone as one */
  readonly gesture?: 'more' | undefined;
  readonly notices?: readonly string[] | undefined;
  /** no undo */
  readonly quiet?: boolean | undefined;
}

export interface Player<P extends Params, S extends Snapshot, D> {
  /** the figure's state: what the run is made of, and the place in it as `step` (undefined: the end) */
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
  /** New params from the reader or a link. */
  set(params: P, how?: How): void;
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
  /** says something to the reader, in place of what was said before */
  notify(message: string): void;
  /** asks the model for the present params, as at the start of a figure that brings no snapshot */
  wake(): void;
  close(): void;
}

export interface PlayerEvents {
  changed(): void;
  settled(): void;
  failed(message: string): void;
}

type Place = number | 'end';
type Where = Omit<Goal<never>, 'id' | 'params' | 'run'>;

const HISTORY = 100;
const NOT_LOADED = 'This could not be loaded.';
const SLOW =
  'The fast kernels cannot run in this browser, so the readable ones do: slower, and equal to the eye. Links made here say so (engine=…r).';

/** A player at rest. `given`: what the page brings, so that nothing is asked of the model before a hand is there. */
export function createPlayer<P extends Params, S extends Snapshot, D>(
  definition: FigureDefinition<P, S, D>,
  given: { params: P; snapshot?: S | undefined; data?: D | undefined; base: string },
  on: PlayerEvents,
): Player<P, S, D> {
  const { view } = definition;
  const viewKeys = keysThat('view', view.spec);
  const observeKeys = keysThat('observe', view.spec);
  const notOfTheRun = [...viewKeys, ...observeKeys];

  let asked = given.params; // what was last set, without the steps that the run has made since
  let position = given.params.step; // where the run stands; undefined: at its end
  let params = asked; // `asked` with `position` as its step: the same object while neither changes
  let snapshot = given.snapshot;
  let status: Status = 'resting';
  let notices: readonly string[] = [];
  let past: readonly P[] = [];
  let kernels: Kernels['kind'] | undefined;

  let client: Client<P> | undefined;
  let goal = 0; // the number of the goal that is answered next
  let goals = 0;
  let answered = true;
  const waiting: (() => void)[] = [];
  const weightsWanted: ((weights: Float64Array | Float32Array) => void)[] = [];

  const source = createBakedSource(view, given.base, asked, given.data, {
    loaded() {
      requestData();
      on.changed();
    },
    failed(message) {
      notices = [message];
      on.changed();
    },
  });

  function stand(step: number | undefined): void {
    position = step;
    if (params.step !== step) params = { ...asked, step };
  }

  // ---- what the worker says ----

  function report(said: Report<S>): void {
    switch (said.kind) {
      case 'survey':
        source.receive(said.data as D);
        return on.changed();
      case 'kernels':
        kernels = said.set;
        return on.changed();
      case 'weights':
        for (const hand of weightsWanted.splice(0)) hand(said.weights);
        return;
      case 'look':
        if (said.id === goal) look(said.snapshot, said.there, said.near);
        return;
      default: // what the client keeps for itself
    }
  }

  /** @param there the goal is reached @param near this is a step on the way, which the reader did not ask for */
  function look(next: S, there: boolean, near = false): void {
    snapshot = next;
    if (near) return on.changed();
    answered = true;
    const { step, end, notice } = next;
    if (notice && !notices.includes(notice)) notices = [...notices, notice];
    stand(step >= end ? undefined : step);
    const done = there && status === 'running';
    if (done) status = position === undefined ? 'settled' : 'paused';
    if (there) release();
    on.changed();
    if (done && status === 'settled') on.settled();
  }

  function trouble(message: string, final: boolean): void {
    notices = [message];
    if (final) {
      status = 'failed';
      client?.close();
      client = undefined;
      release();
      on.failed(message);
    }
    on.changed();
  }

  let pending = false;
  function release(): void {
    pending = false;
    for (const go of waiting.splice(0)) go();
  }

  // ---- what is asked of it ----

  /** The next goal. Reports of an earlier one are no longer heard. */
  function aim(where: Where): void {
    source.load();
    const mine = (goal = ++goals);
    pending = true;
    answered = false;
    on.changed();
    const file = source.pending; // where it may hold the answer, the model is not troubled before it is there
    if (!file) return go(where);
    void file.then(() => {
      if (goal === mine) go(where);
    });
  }

  function go(where: Where): void {
    const resting = where.at === where.to && !where.weights;
    const known = resting ? source.known(params) : undefined;
    if (known) look(known, true);
    if (known && !client) return requestData();
    const near = known || !resting ? undefined : source.near(params);
    if (near) look(near, false, true);
    client ??= lazyClient(definition, { report, trouble });
    client.send({ id: goal, params, run: runKey(params, notOfTheRun), ...where });
    requestData();
  }

  /** Data that the file lacks for the present params are made by the model, asked for once. */
  function requestData(): void {
    if (client && source.lacks(params)) client.survey(params);
  }

  const here = (): Place => position ?? 'end';
  const pace = (): number => view.pace(params, snapshot?.end ?? 300);
  const stay = (where: Place): void => aim({ at: where, to: where, pace: Infinity });
  const run = (from: Place): void => aim({ at: from, to: 'end', pace: pace() });

  function set(next: P, { gesture, notices: said = [], quiet = false }: How = {}): void {
    if (next === params) return;
    if (!quiet && gesture !== 'more') past = [...past, params].slice(-HISTORY);
    const before = params;
    asked = params = next;
    position = next.step;
    notices = said;
    const changed = changes(before, next).filter((key) => !viewKeys.includes(key));
    if (!changed.length) return on.changed();
    const ofTheRun = changed.filter((key) => !observeKeys.includes(key));
    if (!ofTheRun.length) return status === 'running' ? run(here()) : stay(here());
    if (ofTheRun.every((key) => key === 'step' || key === 'edits')) {
      status = position === undefined ? 'resting' : 'paused';
      return stay(here());
    }
    if (position !== undefined) {
      status = 'paused';
      return stay(position);
    }
    if (status === 'running') return run(0);
    if (status === 'paused' && !quiet && before.step !== undefined) return stay(0);
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
      return kernels === 'plain' ? [SLOW, ...notices] : notices;
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
      return source.data(params);
    },
    set,
    play(slow = 1) {
      const from = snapshot && position !== undefined ? position : 0;
      status = 'running';
      aim({ at: from, to: 'end', pace: pace() / slow });
    },
    pause() {
      if (status !== 'running') return;
      status = position === undefined ? 'resting' : 'paused';
      stay(here());
    },
    advance(steps) {
      player.seek(Math.max(0, (position ?? snapshot?.end ?? 0) + steps));
    },
    reset() {
      set({ ...params, edits: view.spec.edits ? [] : params.edits, step: 0 });
    },
    seek(step) {
      const end = snapshot?.end;
      const past = end !== undefined && step !== undefined && step >= end;
      set({ ...params, step: past ? undefined : step }, { quiet: true });
    },
    undo() {
      const back = past.at(-1);
      past = past.slice(0, -1);
      if (back) set(back, { quiet: true });
    },
    weights() {
      return new Promise((hand) => {
        weightsWanted.push(hand);
        aim({ at: here(), to: here(), pace: Infinity, weights: true });
      });
    },
    arrived() {
      return pending ? new Promise((go) => waiting.push(() => go())) : Promise.resolve();
    },
    notify(message) {
      notices = [message];
      on.changed();
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

/** A client whose code comes with the first goal: a figure that nobody touches does without. Of several goals given meanwhile the last counts. */
function lazyClient<P extends Params, S extends Snapshot>(
  definition: FigureDefinition<P, S, any>,
  on: Events<S>,
): Client<P> {
  let client: Client<P> | undefined;
  let closed = false;
  let goal: Goal<P> | undefined;
  let survey: P | undefined;

  async function load(): Promise<void> {
    try {
      const { connect } = await import('./client.ts');
      if (closed) return;
      client = connect<P, S>(definition, on);
      if (goal) client.send(goal);
      if (survey) client.survey(survey);
    } catch {
      on.trouble(NOT_LOADED, true);
    }
  }
  void load();

  return {
    send(next) {
      goal = next;
      client?.send(next);
    },
    survey(params) {
      survey = params;
      client?.survey(params);
    },
    close() {
      closed = true;
      client?.close();
    },
  };
}
