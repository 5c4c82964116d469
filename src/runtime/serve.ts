// The worker's side. The page states a goal; the worker goes there in turns of a few milliseconds, shows its way at
// most sixty times a second and more rarely where a look takes long, and drops a goal as soon as the next one arrives.

import type { Kernels } from '../math/kernels/kernels.ts';
import { now } from './clock.ts';
import { adopt, look, open, pace, reopen, seek, type Checkpoint, type Run } from './run.ts';
import type { Model, Params, Snapshot } from './widget.ts';

/** A checkpoint and its run: the page keeps the newest, so that a worker that replaces a dead one can go on from it. */
export interface SavedCheckpoint<P, M = unknown> extends Checkpoint<M> {
  readonly params: P;
  readonly run: string;
}

/** Page to worker. */
export interface Goal<P> {
  readonly id: number;
  readonly params: P;
  /** `runKey` of the params: goals with the same key are places in the same run */
  readonly run: string;
  /** go here first, at once; 'end' is the run's last step */
  readonly at: number | 'end';
  /** then train up to here */
  readonly to: number | 'end';
  /** steps a second on the way; Infinity: as fast as it goes */
  readonly pace: number;
  /** reply with the weights as well */
  readonly weights?: boolean | undefined;
  /** where another worker had come to */
  readonly from?: SavedCheckpoint<P> | undefined;
}

/** Page to worker, beside the goal: make the baked data of these params anew, when there is nothing else to do. */
export interface BakeRequest<P> {
  readonly id: number;
  readonly survey: P;
}
/** Page to worker: others are waiting (true), or it is this one's turn again. */
export interface Hold {
  readonly hold: boolean;
}

/** Worker to page. */
export type Report<S> =
  | { readonly kind: 'kernels'; readonly set: Kernels['kind'] } // once, before anything else
  | {
      readonly kind: 'look';
      readonly id: number;
      readonly snapshot: S;
      readonly there: boolean;
      /** on the way to the step that was asked for: to be seen, no answer */
      readonly near?: boolean | undefined;
    }
  | { readonly kind: 'weights'; readonly id: number; readonly weights: Float64Array | Float32Array }
  | { readonly kind: 'survey'; readonly id: number; readonly data: unknown } // the request's id
  | { readonly kind: 'kept'; readonly kept: SavedCheckpoint<never> }
  | { readonly kind: 'heartbeat' }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

type Said = Goal<never> | BakeRequest<never> | Hold;
export interface Port<S> {
  postMessage(report: Report<S>, transfer?: Transferable[]): void;
  onmessage: ((event: { data: Said }) => void) | null;
}

const TURN = 8; // ms of work before messages are looked at
const FRAME = 1000 / 60;
const REST = 8; // times as long as a look took it trains before the next one, so that looks are a ninth of the way
const KEEP = 1000; // ms between checkpoints that are handed to the page

/** `kernels` undefined: the model computes without them. */
export function serve<P extends Params, M, S extends Snapshot>(
  recipe: Model<P, M, S>,
  port: Port<S>,
  kernels?: Promise<Kernels>,
): void {
  let k: Kernels | undefined;
  let able = !kernels;
  let run: Run<P, M, S> | undefined;
  let goal: Goal<P> | undefined;
  let held = false;
  let arrived = false; // at `goal.at`
  let glimpsed = false; // on the way there
  let began = 0;
  let due = -Infinity;
  let kept = 0;
  let handed: Checkpoint<M> | undefined;
  let from = 0;
  let planned = false;
  let survey: Generator<undefined, unknown, void> | undefined;
  let wish: BakeRequest<P> | undefined;

  function post(there: boolean): void {
    const start = now();
    port.postMessage({ kind: 'look', id: goal!.id, snapshot: look(run!), there });
    const end = now();
    due = Math.max(start + FRAME, end + REST * (end - start));
  }
  const step = (where: number | 'end'): number => (where === 'end' ? recipe.end(goal!.params) : where);

  /** Seeks, and learns from it how long a step takes. */
  function go(to: number, until: () => boolean): boolean {
    const before = run!.step;
    const start = now();
    const there = seek(run!, to, until);
    const spent = now() - start;
    if (run!.step > before && spent > 1) pace(run!, spent / (run!.step - before));
    return there;
  }

  /** Hands the newest checkpoint to the page, once a second. */
  function hand(): void {
    const last = run!.checkpoints.at(-1);
    if (now() - kept < KEEP || last === handed || last.step === 0) return;
    kept = now();
    handed = last;
    const copy = structuredClone(last.model);
    port.postMessage(
      { kind: 'kept', kept: { params: run!.params as never, run: run!.key, step: last.step, model: copy } },
      buffers(copy),
    );
  }

  function begin({ params, run: key, from: given }: Goal<P>): void {
    if (given && !run) {
      run = open(recipe, given.params, k, given.run);
      adopt(run, given as SavedCheckpoint<P, M>);
    }
    run = reopen(run, recipe, params, k, key);
  }

  /** Shows the step it has come to, once, when the one asked for is less than a checkpoint away. */
  function glimpse(to: number): void {
    if (glimpsed || !recipe.spacing || to - run!.step >= recipe.spacing) return;
    glimpsed = true;
    port.postMessage({ kind: 'look', id: goal!.id, snapshot: look(run!), there: false, near: true });
  }

  function arrive(until: () => boolean): boolean {
    begin(goal!);
    if (!go(step(goal!.at), until)) {
      glimpse(step(goal!.at));
      port.postMessage({ kind: 'heartbeat' });
      hand();
      return false;
    }
    arrived = true;
    began = now();
    from = run!.step;
    post(run!.step >= step(goal!.to));
    if (goal!.weights) {
      const weights = recipe.weights(run!.model).slice();
      port.postMessage({ kind: 'weights', id: goal!.id, weights }, [weights.buffer]);
    }
    return true;
  }

  /** True while there is way to go. */
  function travel({ to: end, pace: speed }: Goal<P>, until: () => boolean): boolean {
    if (!arrived && !arrive(until)) {
      again();
      return true;
    }
    const to = step(end);
    if (run!.step >= to) return false;
    const by = speed === Infinity ? to : Math.min(to, from + Math.floor(((now() - began) * speed) / 1000));
    const ahead = go(Math.max(by, run!.step), until);
    hand();
    if (run!.step >= to) post(true);
    else if (now() >= due) post(false);
    again(ahead ? 4 : 0);
    return true;
  }

  function turn(): void {
    planned = false;
    if (held) return;
    const stop = now() + TURN;
    const until = (): boolean => now() < stop;
    try {
      if (goal && travel(goal, until)) return;
      if (wish && !survey) survey = recipe.survey?.(wish.survey, k!);
      if (survey) {
        lookAround(until);
        if (survey) again();
      }
    } catch (error) {
      fail(error);
    }
  }

  function lookAround(until: () => boolean): void {
    for (;;) {
      const next = survey!.next();
      if (next.done) {
        port.postMessage({ kind: 'survey', id: wish!.id, data: next.value });
        survey = wish = undefined;
        return;
      }
      if (!until()) return;
    }
  }

  const fail = (error: unknown): void =>
    port.postMessage({
      kind: 'failed',
      id: goal?.id ?? wish?.id ?? 0,
      message: error instanceof Error ? error.message : String(error),
    });
  const next = new MessageChannel(); // a timer of 0 ms waits for 4 when timers follow each other, half as long as a turn
  next.port1.onmessage = turn;
  function again(wait = 0): void {
    if (!able || planned) return;
    planned = true;
    if (wait) setTimeout(turn, wait);
    else next.port2.postMessage(0);
  }

  port.onmessage = ({ data }) => {
    const said = data as unknown as Goal<P> | BakeRequest<P> | Hold;
    if ('hold' in said) {
      if (held && !said.hold) {
        began = now();
        from = run?.step ?? 0;
      }
      held = said.hold;
    } else if ('survey' in said) {
      wish = said;
      survey = undefined;
    } else {
      goal = said;
      arrived = glimpsed = false;
    }
    again();
  };

  kernels
    ?.then((set) => {
      k = set;
      able = true;
      port.postMessage({ kind: 'kernels', set: set.kind });
      if (goal || wish) again();
    })
    .catch(fail);
}

/** The buffers of plain data: they may be handed over, for the copy is nobody else's. */
function buffers(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  return value === null || typeof value !== 'object'
    ? []
    : [...new Set(Object.values(value).flatMap(buffers))];
}
