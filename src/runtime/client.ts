// The page's side of a model's worker: starts it at the first goal, starts it again when it dies, and runs the model on the
// page where workers cannot be had.

import type { BakeRequest, Goal, Hold, Port, Report, SavedCheckpoint } from './serve.ts';
import type { FigureDefinition, Params, Snapshot, WorkerScript } from './widget.ts';
import { scheduler, type Lane } from './worker-scheduler.ts';

export interface Client<P> {
  send(goal: Goal<P>): void;
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
const NOT_LOADED =
  'The model could not be loaded; the picture stays as it is. Try again when the connection is back.';

type Message<P> = Goal<P> | BakeRequest<P> | Hold;
/** What a message is posted to: a worker, or the port of a model on the page. */
interface Channel<P> {
  postMessage(message: Message<P>): void;
}

/** A client of `definition`'s model; nothing is loaded before the first goal. */
export function connect<P extends Params, S extends Snapshot>(
  definition: FigureDefinition<P, S, any>,
  on: Events<S>,
): Client<P> {
  let worker: Worker | undefined;
  let pagePort: MessagePort | undefined;
  let channel: Channel<P> | undefined;
  let starting = false;

  let goal: Goal<P> | undefined;
  let goalOpen = false;
  let request: BakeRequest<P> | undefined; // not yet posted
  let requestOpen = false;
  let saved: SavedCheckpoint<P> | undefined;
  let restarted = false; // the next goal goes on from `saved`
  let lives = LIVES;
  let requests = 0;
  let held = false; // by the scheduler: other models are training
  let silence: ReturnType<typeof setTimeout> | undefined;

  const lane: Lane = {
    hold(yes) {
      held = yes;
      channel?.postMessage({ hold: yes });
      watchSilence();
    },
  };

  function receive(report: Report<S>): void {
    if (report.kind === 'kept') saved = report.kept as SavedCheckpoint<P>;
    if (report.kind === 'survey') requestOpen = false;
    const answered = report.kind === 'look' && report.there && report.id === goal?.id;
    if (report.kind === 'failed' || answered) goalOpen = false;
    if (!goalOpen && !requestOpen) scheduler.leave(lane);
    watchSilence();
    if (report.kind === 'failed') on.trouble(report.message, true);
    else on.report(report);
  }

  /** A worker with an open goal reports at least every turn; one that does not has died without an error event. */
  function watchSilence(): void {
    clearTimeout(silence);
    if (channel && goalOpen && !held) silence = setTimeout(() => died('fell silent'), SILENCE);
  }

  function died(how: string): void {
    drop();
    lives -= 1;
    if (lives <= 0) {
      goalOpen = requestOpen = false;
      scheduler.leave(lane);
      return on.trouble(`The model’s worker ${how} and could not be started again.`, true);
    }
    const from = saved ? `step ${saved.step}, the last that was kept` : 'the beginning of the run';
    on.trouble(`The model’s worker ${how} and was started again from ${from}.`, false);
    restarted = true;
    if (goal) deliver(goal);
  }

  async function start(): Promise<void> {
    starting = true;
    let script: WorkerScript | undefined;
    try {
      script = await definition.script();
      channel = startWorker(script.default);
    } catch {
      try {
        channel = await startOnPage(script);
      } catch {
        starting = false;
        return on.trouble(NOT_LOADED, true);
      }
    }
    starting = false;
    if (goal) deliver(goal);
  }

  /** @throws where the page forbids workers */
  function startWorker(code: string): Worker {
    const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    worker = new Worker(address);
    worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
    worker.onmessage = (e: MessageEvent<Report<S>>) => receive(e.data);
    worker.onerror = (e) => {
      e.preventDefault();
      died('stopped');
    };
    return worker;
  }

  /** The same messages over a port. Pages that forbid workers seldom allow WebAssembly, so the plain kernels compute. */
  async function startOnPage(script: WorkerScript | undefined): Promise<MessagePort> {
    const { port1, port2 } = new MessageChannel();
    if (script?.here) script.here(port2);
    else {
      const [{ serve }, { model }] = await Promise.all([import('./serve.ts'), definition.model()]);
      const kernels = definition.view.kernels
        ? import('../math/kernels/plain.ts').then(({ plain }) => plain())
        : undefined;
      serve(model, port2 as unknown as Port<S>, kernels);
    }
    port1.onmessage = (e: MessageEvent<Report<S>>) => receive(e.data);
    pagePort = port1;
    return port1;
  }

  function deliver(next: Goal<P>): void {
    if (!channel) {
      if (!starting) void start();
      return;
    }
    channel.postMessage(restarted ? resumed(next) : next);
    restarted = false;
    if (held) channel.postMessage({ hold: true });
    if (request) {
      channel.postMessage(request);
      request = undefined;
    }
    watchSilence();
  }

  /** The goal for a new worker: a run that was on its way goes on from the checkpoint that was kept. */
  function resumed(next: Goal<P>): Goal<P> {
    if (!saved) return next;
    return next.to === next.at ? { ...next, from: saved } : { ...next, at: saved.step, from: saved };
  }

  function drop(): void {
    clearTimeout(silence);
    worker?.terminate();
    pagePort?.close();
    worker = pagePort = channel = undefined;
  }

  return {
    send(next) {
      goal = next;
      goalOpen = true;
      scheduler.enter(lane);
      deliver(goal);
    },
    survey(params) {
      request = { id: ++requests, survey: params };
      requestOpen = true;
      scheduler.enter(lane);
      if (!channel) return;
      channel.postMessage(request);
      request = undefined;
    },
    close() {
      scheduler.leave(lane);
      drop();
    },
  };
}
