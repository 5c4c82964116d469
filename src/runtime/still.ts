// The build's side: the real model run to the asked step in node, and the frame printed from it.

import { frame } from './frame.ts';
import type { FrameView } from './frame-view.ts';
import type { Kernels } from '../math/kernels/kernels.ts';
import { print } from '../scene/print.ts';
import { look, open, seek } from './run.ts';
import type { FigureView, Layout, Model, Params, Snapshot } from './widget.ts';

const done = new Map<string, Snapshot>();

/** The snapshot at `params` (its last step when `step` is left out), with five significant digits: what the page carries and draws. */
export function settle<P extends Params, S extends Snapshot>(
  name: string,
  model: Model<P, any, S>,
  params: P,
  k?: Kernels,
): S {
  const key = name + (k?.engine ?? '') + JSON.stringify(params);
  if (!done.has(key)) {
    const run = open(model, params, k);
    seek(run, params.step ?? model.end(params));
    done.set(key, compact(look(run)));
  }
  return done.get(key) as S;
}

/** Plain data with five significant digits: what a page carries, and what its still is drawn from. */
export const compact = <T>(data: T): T =>
  (data === undefined
    ? data
    : JSON.parse(
        JSON.stringify(data, (_, v) =>
          typeof v === 'number' && !Number.isInteger(v) ? Number(v.toPrecision(5)) : v,
        ),
      )) as T;

export interface StillOptions {
  readonly layouts: readonly Layout[];
  readonly number?: string | undefined;
  readonly address?: string | undefined;
  readonly chrome: FrameView['chrome'];
  readonly apart?: string | undefined;
}

/** The inside of the <figure>, as text. */
export function still<P extends Params, S extends Snapshot, D>(
  view: FigureView<P, S, D>,
  params: P,
  snapshot: S,
  data: D | undefined,
  options: StillOptions,
): string {
  const text = view.text(params, snapshot, data);
  const pictures = options.layouts.map((layout) => ({
    layout,
    scene: view.scene(params, snapshot, layout, data),
  }));
  return print(
    frame({
      view,
      text,
      pictures,
      status: 'resting',
      step: snapshot.step,
      end: snapshot.end,
      seed: params.seed,
      compared: 'ghost' in view.spec ? !!(params as { ghost?: number | undefined }).ghost : undefined,
      canUndo: false,
      notices: [],
      said: '',
      typed: view.typed && String((params as Readonly<Record<string, unknown>>)[view.typed.key] ?? ''),
      number: options.number,
      address: options.address,
      live: false,
      chrome: options.chrome,
      apart: options.apart,
    }),
  );
}
