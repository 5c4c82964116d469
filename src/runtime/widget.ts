// The types that every figure fills in. Read this file first.
//
//   address, attribute --decode--> params --> model (worker) --observe--> snapshot --> scene, text --> paint or print
//                                    ^                                                     |
//                                    '------- update(params, intent, control) <-- controls of the scene

import type { Kernels } from '../math/kernels/kernels.ts';
import type { Picture } from '../scene/mark.ts';
import type { Edit, Spec } from './params.ts';

/** What every figure's params hold. `step` undefined: the last step of the run. */
export interface Params {
  readonly step?: number | undefined;
  readonly seed?: number | undefined;
  readonly edits?: readonly Edit[] | undefined;
}

/** What every snapshot holds, beside what the widget draws. Plain data: it crosses from the worker by structured clone. */
export interface Snapshot {
  readonly step: number;
  /** the run's last step */
  readonly end: number;
  /** 16 hex digits over the bits of the weights; undefined when an edit of the link no longer fits */
  readonly fingerprint?: string | undefined;
  readonly notice?: string | undefined;
}

/** The worker's side. A run is a function of (params, step); `M` is plain data, so that a copy is a checkpoint. `k` are the
 *  kernels of this place: what does not compute on them leaves them out. */
export interface Model<P extends Params, M, S extends Snapshot> {
  /** The model at step 0. */
  create(params: P, k: Kernels): M;
  /** The run's last step. */
  end(params: P): number;
  /** One step on, in place. `step` counts from 0. */
  train(model: M, params: P, step: number, k: Kernels): void;
  /** The reader's hand, in place; false when it does not fit this model. */
  edit(model: M, params: P, edit: Edit, k: Kernels): boolean;
  /** What is drawn, without the fingerprint: that is the runtime's. */
  observe(model: M, params: P, step: number, k: Kernels): Omit<S, 'fingerprint'>;
  /** The numbers that the fingerprint is taken over, in a fixed order. */
  weights(model: M): Float64Array | Float32Array;
  /** Baked data made anew for params that the bake does not cover: yields as it goes, so that it can be left. */
  survey?(params: P, k: Kernels): Generator<undefined, unknown, void>;
  /** Bumped when the same params give other bits. */
  readonly engine: number;
  /** Bytes that checkpoints of a run may take together. */
  readonly memory: number;
  /** Steps between checkpoints. Left out: as many as 40 ms make again. Set: a step that takes longer is shown on the way there. */
  readonly spacing?: number | undefined;
}

/** What the reader did to a mark that carries `data-handle`. Positions are in the picture's px. */
export type Intent =
  | { readonly do: 'set'; readonly key: string; readonly value: number | string | undefined }
  /** drag: where the hand is, and how far it came since the last such intent of the gesture */
  | {
      readonly do: 'move';
      readonly handle: string;
      readonly x: number;
      readonly y: number;
      readonly dx: number;
      readonly dy: number;
    }
  /** keys: dx, dy in -1, 0, 1 (y up); `size` fine = Shift, page = PageUp/Down, end = Home/End */
  | {
      readonly do: 'nudge';
      readonly handle: string;
      readonly dx: number;
      readonly dy: number;
      readonly size: 'step' | 'fine' | 'page' | 'end';
    }
  | { readonly do: 'tap'; readonly handle: string };

/** What a hand does to one mark. */
export type HandIntent = Exclude<Intent, { do: 'set' }>;

/** wide: the page's plate with all panels · narrow: phones, one panel under the main one · hero: the main panel alone · slide: projector */
export type Composition = 'wide' | 'narrow' | 'hero' | 'slide';
export interface Layout {
  readonly composition: Composition;
  /** px that the plate is given */
  readonly width: number;
  /** px, for `slide` only; the other compositions choose their own */
  readonly height?: number | undefined;
  /** px that the track is given, where it is not the plate's width (the hero's track runs under the text as well) */
  readonly track?: number | undefined;
  /** the site's root, for links to other figures: `${site}figures/<name>/#<name>?<state>` */
  readonly site?: string | undefined;
  /** the symbol or handle that is pointed at */
  readonly highlighted?: string | undefined;
}

/** `track` is the picture that serves as a slider; it spans the frame's full width under the plate. */
export interface Scene {
  readonly plate: Picture;
  readonly track?: Picture | undefined;
}

/** The words that follow the state. */
export interface Text {
  /** states the claim */
  readonly title: string;
  /** one sentence: what is to be seen now */
  readonly summary: string;
  /** the question that the track asks, and its present value */
  readonly question?: string | undefined;
  readonly value?: string | undefined;
  /** how the track is used, where it is no strip of settings */
  readonly hint?: string | undefined;
  /** set when this state is worth saying aloud */
  readonly milestone?: string | undefined;
  readonly table: {
    readonly caption: string;
    readonly head: readonly string[];
    readonly rows: readonly (readonly (string | number)[])[];
  };
}

/** A param that is set in the settings panel; its range and choices come from the spec. */
interface Setting {
  readonly key: string;
  readonly label: string;
}

/** The page's side: pure functions of plain data. `data` is what was baked for the widget, undefined until it is there. */
export interface FigureView<P extends Params, S extends Snapshot, D = unknown> {
  readonly name: string;
  /** caption in the page: bold imperative first, then the rest */
  readonly caption: readonly [does: string, says: string];
  /** what model it is, its size, its data: one line */
  readonly about: string;
  /** where a step is not training: what the main button says, and what a step is called; "Train" and "step" if left out */
  readonly verb?: string | undefined;
  readonly noun?: string | undefined;
  /** the model's file, from the repository's root: printed in the source panel */
  readonly source: string;
  /** set for what computes on the kernels: what the panel prints beside the model, and says of each */
  readonly kernels?: KernelFiles | undefined;
  readonly spec: Spec;
  /** names and shapes of the weights, one after the other as a dream file holds them; left out: they are one list */
  tensors?(params: P): Readonly<Record<string, readonly number[]>>;
  /** the model's engine number: in every permalink */
  readonly engine: number;
  readonly settings: readonly Setting[];
  /** a text of the spec that is typed in a line under the picture; `hint` says what may be typed */
  readonly typed?: (Setting & { readonly hint: string }) | undefined;
  scene(params: P, snapshot: S, layout: Layout, data?: D): Scene;
  text(params: P, snapshot: S, data?: D): Text;
  /** the params after a hand on a mark with a `drag` control; the same object when it means nothing */
  drag?(params: P, snapshot: S, intent: HandIntent, layout: Layout): P;
  /** numbers of the run for a spreadsheet: head and rows */
  csv(params: P, snapshot: S): readonly (readonly (string | number)[])[];
  /** baked data: file name under public/data, and what these params need of it (undefined: not in there) */
  readonly baked?: {
    readonly file: string;
    decode(bytes: ArrayBuffer, params: P): D | undefined;
    /** params with the same key need the same data */
    key(params: P): string;
    /** the part that a page carries before the file is there; left out: all of it */
    pageSubset?(data: D): D;
    /** what answers from the data in the model's place; its code comes with the file */
    answers?(): Promise<Answers<P, S, D>>;
  };
  /** steps a second that a reader can follow; the worker may be far faster */
  readonly pace: (params: P, end: number) => number;
}

/** A figure as the registry has it: the page's side, and where its code comes from when it is first needed. */
export interface FigureDefinition<P extends Params, S extends Snapshot, D = unknown> {
  readonly view: FigureView<P, S, D>;
  /** the worker as one classic script: `() => import('./model.ts?worker-script')`, with `&kernels` for a model on the kernels */
  script(): Promise<WorkerScript>;
  /** the model itself, for pages that forbid workers */
  model(): Promise<{ readonly model: Model<P, any, S> }>;
  /** the run as a NumPy program */
  program(): Promise<{ readonly program: Program<P, S> }>;
}

/** A figure of which only the runtime's own fields are asked. */
export type AnyFigure = FigureDefinition<any, any, any>;

export interface WorkerScript {
  readonly default: string;
  /** in a standalone module: the same code as a function, for pages that forbid workers */
  readonly here?: ((port: unknown) => void) | undefined;
}

/** What answers from baked data in the model's place. */
export interface Answers<P extends Params, S extends Snapshot, D> {
  /** the snapshot of these params, when the data hold it: the same that the model would answer, fingerprint and all */
  known(params: P, data: D): S | undefined;
  /** one of the same run that is close by, to be seen while the model is on its way; its own step stands in it */
  near?(params: P, data: D): S | undefined;
}

/** A program whose pieces and state are still to be written into it (program.ts): the text of a run.py; what stands left of an = in its head, and what shall stand right of it. */
export interface Recipe {
  readonly run: string;
  readonly head: Readonly<Record<string, string | number>>;
}
/** The run as a short program in another language, for the state shown. It says itself how far its numbers may lie from the figure's. Undefined:
 *  this state is none that the program knows. */
export type Program<P extends Params, S extends Snapshot> = (
  params: P,
  snapshot: S,
  address: string,
) => Recipe | undefined;

/** Files of a figure on the kernels, from the repository's root. */
interface KernelFiles {
  /** the inner loop: the compiled set's, and the plain set's, of which one ran */
  readonly wasm: string;
  readonly plain: string;
  /** further files that ran, beside `source` */
  readonly ran?: readonly string[] | undefined;
  /** the readable reference: where it is `source` itself, that did not run. Left out: the other set is what checks */
  readonly reference?: string | undefined;
  /** how far the two may lie apart, and the test that says so */
  readonly tolerance: string;
  readonly test: string;
}

/** A sentence of the essay with the test that would find it wrong. Run by tests/claims, by bake and by the reader. */
export interface Claim {
  readonly id: string;
  readonly sentence: string;
  /** over how many seeds of ten it must hold */
  readonly atLeast: number;
  test(seed: number, k: Kernels): Verdict;
}
/** `state`: where the figure shows what the test looked at, as in an address. */
export interface Verdict {
  readonly ok: boolean;
  readonly value: number;
  readonly state?: string | undefined;
}
