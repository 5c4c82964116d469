// A run: a model on its way through the steps, with checkpoints behind it. Going to a step, back or forth, with
// or without the reader's edits, gives the same bits: the nearest checkpoint is copied and the steps between are made again.

import { fingerprint } from '../math/hash.ts';
import type { Kernels } from '../math/kernels/kernels.ts';
import { runKey, type Edit } from './params.ts';
import type { Model, Params, Snapshot } from './widget.ts';

/** A model before the edits of its step. */
export interface Checkpoint<M> {
  readonly step: number;
  readonly model: M;
}

export interface Run<P extends Params, M, S extends Snapshot> {
  readonly recipe: Model<P, M, S>;
  readonly k: Kernels;
  /** `runKey` of the params that it began with */
  readonly key: string;
  params: P;
  model: M;
  step: number;
  /** the edits of `step` are in the model */
  edited: boolean;
  /** no edit of the params failed to fit, up to this step */
  fits: boolean;
  checkpoints: Checkpoint<M>[];
  /** steps between checkpoints: the recipe's, or a power of two, see `pace`; doubled when the memory cap is reached */
  spacing: number;
  /** the spacing is no longer for `pace` to choose */
  thinned: boolean;
}

/** A run at step 0. `kernels` may be left out for a model that does without. */
export function open<P extends Params, M, S extends Snapshot>(
  recipe: Model<P, M, S>,
  params: P,
  kernels?: Kernels,
  key = runKey(params),
): Run<P, M, S> {
  const k = kernels!;
  const model = recipe.create(params, k);
  return {
    recipe,
    k,
    key,
    params,
    model,
    step: 0,
    edited: false,
    fits: true,
    checkpoints: [{ step: 0, model: structuredClone(model) }],
    spacing: recipe.spacing ?? FIRST,
    thinned: recipe.spacing !== undefined,
  };
}

/** The same run when its key is the same: params then differ in their edits and in what is observed. A new one otherwise. */
export function reopen<P extends Params, M, S extends Snapshot>(
  run: Run<P, M, S> | undefined,
  recipe: Model<P, M, S>,
  params: P,
  kernels?: Kernels,
  key = runKey(params),
): Run<P, M, S> {
  if (run?.key !== key) return open(recipe, params, kernels, key);
  const same = agreeUntil(run.params.edits ?? [], params.edits ?? []);
  run.params = params;
  if (same < Infinity) {
    run.checkpoints = run.checkpoints.filter((c) => c.step <= same);
    if (run.step > same || (run.step === same && run.edited)) restore(run, same);
  }
  return run;
}

const FIRST = 8; // steps between checkpoints, until it is known how long a step takes
const REPLAY = 40; // ms: what replay from the nearest checkpoint may take

/** Spaces the checkpoints to come so that the steps between two take at most 40 ms; `cost` in ms a step. Bits do not hang on it. */
export function pace(run: Pick<Run<never, never, never>, 'spacing' | 'thinned'>, cost: number): void {
  if (run.thinned) return;
  let spacing = 1;
  while (spacing < 1024 && 2 * spacing * cost <= REPLAY) spacing *= 2;
  run.spacing = spacing;
}

/** A model that lived elsewhere, as a checkpoint of this run: a worker that died is continued by the next. */
export function adopt<P extends Params, M, S extends Snapshot>(
  run: Run<P, M, S>,
  { step, model }: Checkpoint<M>,
): void {
  run.checkpoints = [...run.checkpoints.filter((c) => c.step !== step), { step, model }].sort(
    (a, b) => a.step - b.step,
  );
}

/** Trains towards `to`, or goes back to it; stops early when `more` says no. True when there. */
export function seek<P extends Params, M, S extends Snapshot>(
  run: Run<P, M, S>,
  to: number,
  more: () => boolean = () => true,
): boolean {
  if (to < run.step || nearest(run, to).step > run.step) restore(run, to);
  while (run.step < to) {
    if (!more()) return false;
    applyEdits(run);
    run.recipe.train(run.model, run.params, run.step, run.k);
    run.step += 1;
    run.edited = false;
    if (run.step % run.spacing === 0) keep(run);
  }
  applyEdits(run);
  return true;
}

/** The snapshot of where the run is, with the fingerprint of its weights. */
export function look<P extends Params, M, S extends Snapshot>(run: Run<P, M, S>): S {
  const seen = run.recipe.observe(run.model, run.params, run.step, run.k);
  return run.fits
    ? ({ ...seen, fingerprint: fingerprint(run.recipe.weights(run.model)) } as S)
    : ({ ...seen, notice: 'A move in this link no longer fits the model; it was left out.' } as unknown as S);
}

function applyEdits<P extends Params, M, S extends Snapshot>(run: Run<P, M, S>): void {
  if (run.edited) return;
  run.edited = true;
  const here = (run.params.edits ?? []).filter((e) => e.step === run.step);
  if (here.length) keep(run); // a hand that is still moving comes back to this step many times
  for (const edit of here) if (!run.recipe.edit(run.model, run.params, edit, run.k)) run.fits = false;
}

function keep<P extends Params, M, S extends Snapshot>(run: Run<P, M, S>): void {
  const { checkpoints, step } = run;
  if (checkpoints.some((c) => c.step === step)) return;
  checkpoints.push({ step, model: structuredClone(run.model) });
  checkpoints.sort((a, b) => a.step - b.step);
  if (checkpoints.length * bytes(run.model) <= run.recipe.memory) return;
  run.spacing *= 2;
  run.thinned = true;
  run.checkpoints = checkpoints.filter((c) => c.step % run.spacing === 0);
}

function restore<P extends Params, M, S extends Snapshot>(run: Run<P, M, S>, to: number): void {
  const from = nearest(run, to);
  run.model = structuredClone(from.model);
  run.step = from.step;
  run.edited = false;
  run.fits = true;
}

const nearest = <P extends Params, M, S extends Snapshot>(run: Run<P, M, S>, to: number): Checkpoint<M> =>
  run.checkpoints.findLast((c) => c.step <= to)!;

/** The first step at which two lists of edits differ. */
function agreeUntil(a: readonly Edit[], b: readonly Edit[]): number {
  const i = a.findIndex((edit, k) => JSON.stringify(edit) !== JSON.stringify(b[k]));
  const first = i < 0 ? a.length : i;
  return Math.min(a[first]?.step ?? Infinity, b[first]?.step ?? Infinity);
}

/** Rough size of plain data: typed arrays exactly, eight bytes for anything else. */
function bytes(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (value === null || typeof value !== 'object') return 8;
  return Object.values(value).reduce((sum: number, inside) => sum + bytes(inside), 0);
}
