// A hand on a figure, as the element moves it: the control of the scene that the hand reaches into, answered by the one reducer.

import { update } from '../src/runtime/update.ts';
import type { FigureView, Intent, Layout, Params, Snapshot } from '../src/runtime/widget.ts';

/** The params after `intent` on the picture of these params; the same object where it means nothing. */
export function hand<P extends Params, S extends Snapshot, D>(
  view: FigureView<P, S, D>,
  params: P,
  snapshot: S,
  intent: Intent,
  layout: Layout,
  data?: D,
): P {
  return update(view, params, snapshot, intent, layout, view.scene(params, snapshot, layout, data));
}
