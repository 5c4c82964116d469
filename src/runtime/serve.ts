// The worker's side. The page states a goal; the worker goes there in turns of a few milliseconds, shows its way at
// most sixty times a second, and drops a goal as soon as the next one arrives.

import { now } from './clock.ts';
import { look, reopen, seek, type Run } from './run.ts';
import type { Model, Params, Snapshot } from './widget.ts';

/** Page to worker. */
export interface Goal<P> {
  readonly id: number;
  readonly params: P;
  /** go here first, at once; 'end' is the run's last step */
  readonly at: number | 'end';
  /** then train up to here */
  readonly to: number | 'end';
  /** steps a second on the way; Infinity: as fast as it goes */
  readonly pace: number;
  /** reply with the weights as well */
  readonly weights?: boolean;
}

/** Page to worker, beside the goal: make the baked data of these params anew, when there is nothing else to do. */
export interface Wish<P> { readonly id: number; readonly survey: P }

/** Worker to page. */
export type Report<S> =
  | { readonly kind: 'look'; readonly id: number; readonly snapshot: S; readonly there: boolean }
  | { readonly kind: 'weights'; readonly id: number; readonly weights: Float64Array | Float32Array }
  | { readonly kind: 'survey'; readonly id: number; readonly data: unknown }   // the wish's id
  | { readonly kind: 'beat' }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

export interface Port<S> { postMessage(report: Report<S>): void; onmessage: ((event: { data: Goal<never> | Wish<never> }) => void) | null }

const TURN = 8;        // ms of work before messages are looked at
const FRAME = 1000 / 60;

export function serve<P extends Params, M, S extends Snapshot>(recipe: Model<P, M, S>, port: Port<S>): void {
  let run: Run<P, M, S> | undefined;
  let goal: Goal<P> | undefined;
  let arrived = false;       // at `goal.at`
  let began = 0, posted = -Infinity, from = 0, timer: ReturnType<typeof setTimeout> | undefined;
  let survey: Generator<undefined, unknown, void> | undefined, wish = 0;

  const post = (there: boolean): void => { posted = now(); port.postMessage({ kind: 'look', id: goal!.id, snapshot: look(run!), there }); };
  const step = (where: number | 'end'): number => (where === 'end' ? recipe.end(goal!.params) : where);

  function arrive(until: () => boolean): boolean {
    run = reopen(run, recipe, goal!.params);
    if (!seek(run, step(goal!.at), until)) { port.postMessage({ kind: 'beat' }); return false; }
    arrived = true; began = now(); from = run.step;
    post(run.step >= step(goal!.to));
    if (goal!.weights) port.postMessage({ kind: 'weights', id: goal!.id, weights: recipe.weights(run.model).slice() });
    return true;
  }

  /** True while there is way to go. */
  function travel({ to: end, pace }: Goal<P>, until: () => boolean): boolean {
    if (!arrived && !arrive(until)) { again(); return true; }
    const to = step(end);
    if (run!.step >= to) return false;
    const due = pace === Infinity ? to : Math.min(to, from + Math.floor((now() - began) * pace / 1000));
    seek(run!, Math.max(due, run!.step), until);
    if (run!.step >= to) post(true); else if (now() - posted >= FRAME) post(false);
    again(pace === Infinity ? 0 : 4);
    return true;
  }

  function turn(): void {
    timer = undefined;
    const stop = now() + TURN, until = (): boolean => now() < stop;
    try {
      if (goal && travel(goal, until)) return;
      if (survey) { lookAround(until); if (survey) again(); }
    } catch (error) {
      port.postMessage({ kind: 'failed', id: goal?.id ?? wish, message: error instanceof Error ? error.message : String(error) });
    }
  }

  function lookAround(until: () => boolean): void {
    for (;;) {
      const next = survey!.next();
      if (next.done) { port.postMessage({ kind: 'survey', id: wish, data: next.value }); survey = undefined; return; }
      if (!until()) return;
    }
  }

  const again = (wait = 0): void => { timer ??= setTimeout(turn, wait); };
  port.onmessage = ({ data }) => {
    const said = data as unknown as Goal<P> | Wish<P>;
    if ('survey' in said) { survey = recipe.survey?.(said.survey); wish = said.id; }
    else { goal = said; arrived = false; }
    again();
  };
}
