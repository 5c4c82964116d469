// The page's side of a model's worker: makes it at the first goal, restarts it when it dies, runs the model in the
// page where workers are not to be had.

import type { Kernels } from '../math/kernels/kernels.ts';
import type { Goal, Hold, SavedCheckpoint, Port, Report, BakeRequest } from './serve.ts';
import { scheduler, type Lane as Turn } from './worker-scheduler.ts';
import type { Model, Params, Snapshot } from './widget.ts';

/** Where a figure's model code comes from; both are loaded at the first touch, not before. */
export interface Engine {
  /** the worker as one classic script: a module worker from a Blob fails in opaque origins (disk, sandboxed frames) */
  script(): Promise<{
    default: string;
    /** in a module that travels: the same as a function, for pages that forbid workers */ here?(
      port: unknown,
    ): void;
  }>;
  /** the model itself, for pages that forbid workers */
  model(): Promise<{ model: Model<any, any, any> }>;
  /** for a model on the kernels, in such pages: they seldom allow WebAssembly, and the compiled set would travel twice */
  plain?(): Promise<{ plain(): Kernels }>;
}

export interface Client<P> {
  send(goal: Omit<Goal<P>, 'id'>): number;
  /** asks for baked data made anew; answered when the goal is reached */
  survey(params: P): void;
  close(): void;
}

export interface Events<S> {
  report(report: Report<S>): void;
  /** the worker died and was started again from the last goal, or (`final`) could not be had at all */
  trouble(message: string, final: boolean): void;
}

const SILENCE = 10_000; // ms without a word while a goal is open: the worker is taken for dead
const LIVES = 3;

export function connect<P extends Params, S extends Snapshot>(engine: Engine, on: Events<S>): Client<P> {
  let worker: Worker | undefined;
  let port: Port<S> | MessagePort | undefined;
  let starting = false;
  let last: Goal<P> | undefined;
  let wished: BakeRequest<P> | undefined;
  let kept: SavedCheckpoint<P> | undefined;
  let lost = false;
  let id = 0;
  let lives = LIVES;
  let watch: ReturnType<typeof setTimeout> | undefined;

  let underWay = false;
  let surveying = false;
  let held = false;

  /** This one's place in the page's queue. */
  const turn: Turn = {
    hold(yes) {
      held = yes;
      if (port) post({ hold: yes });
      listen();
    },
  };

  function hear(report: Report<S>): void {
    if (report.kind === 'kept') kept = report.kept;
    if (report.kind === 'survey') surveying = false;
    if (report.kind === 'failed' || (report.kind === 'look' && report.there && report.id === last?.id)) {
      underWay = false;
    }
    if (!underWay && !surveying) scheduler.leave(turn);
    listen();
    if (report.kind === 'failed') on.trouble(report.message, true);
    else on.report(report);
  }
  /** Expects a word while something is to be said. */
  function listen(): void {
    clearTimeout(watch);
    if (port && underWay && !held) watch = setTimeout(() => died('fell silent'), SILENCE);
  }

  function died(how: string): void {
    drop();
    lives -= 1;
    if (lives <= 0) {
      underWay = surveying = false;
      scheduler.leave(turn);
      return on.trouble(`The model’s worker ${how} and could not be started again.`, true);
    }
    on.trouble(
      `The model’s worker ${how} and was started again from ${kept ? `step ${kept.step}, the last that was kept` : 'the beginning of the run'}.`,
      false,
    );
    lost = true;
    if (last) deliver(last);
  }

  async function start(): Promise<void> {
    starting = true;
    let here: ((port: unknown) => void) | undefined;
    try {
      const { default: script, here: own } = await engine.script();
      here = own;
      const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
      worker = new Worker(address);
      worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
      worker.onmessage = (e: MessageEvent<Report<S>>) => hear(e.data);
      worker.onerror = (e) => {
        e.preventDefault();
        died('stopped');
      };
      port = worker as unknown as Port<S>;
    } catch {
      try {
        port = await inPage(here);
      } catch {
        starting = false;
        return on.trouble(
          'The model could not be loaded; the picture stays as it is. Try again when the connection is back.',
          true,
        );
      }
    }
    starting = false;
    if (last) deliver(last);
  }

  async function inPage(here?: (port: unknown) => void): Promise<MessagePort> {
    const { port1, port2 } = new MessageChannel();
    if (here) here(port2);
    else {
      const [{ serve }, { model }] = await Promise.all([import('./serve.ts'), engine.model()]);
      serve(
        model,
        port2 as unknown as Port<Snapshot>,
        engine.plain?.().then(({ plain }) => plain()),
      );
    }
    port1.onmessage = (e: MessageEvent<Report<S>>) => hear(e.data);
    return port1;
  }

  const post = (message: Goal<P> | BakeRequest<P> | Hold): void =>
    (port as unknown as { postMessage(m: object): void }).postMessage(message);
  function deliver(goal: Goal<P>): void {
    if (!port) {
      if (!starting) void start();
      return;
    }
    post(lost ? resumed(goal) : goal);
    lost = false;
    if (held) post({ hold: true });
    if (wished) {
      post(wished);
      wished = undefined;
    }
    listen();
  }
  /** After a death: on its way it goes on from what was kept; where it was only to stand somewhere, it goes there. */
  const resumed = (goal: Goal<P>): Goal<P> =>
    kept && goal.to !== goal.at ? { ...goal, at: kept.step, from: kept } : { ...goal, from: kept };
  function drop(): void {
    clearTimeout(watch);
    worker?.terminate();
    if (port instanceof MessagePort) port.close();
    worker = port = undefined;
  }

  return {
    send(goal) {
      last = { ...goal, id: ++id };
      underWay = true;
      scheduler.enter(turn);
      deliver(last);
      return id;
    },
    survey(params) {
      wished = { id: ++id, survey: params };
      surveying = true;
      scheduler.enter(turn);
      if (port) {
        post(wished);
        wished = undefined;
      }
    },
    close() {
      scheduler.leave(turn);
      drop();
    },
  };
}
