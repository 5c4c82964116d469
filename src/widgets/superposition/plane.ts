// The plane of the neurons with everything that stands in it.

import { at, type Mark } from '../../scene/mark.ts';
import { oneNeuron } from './one-neuron.ts';
import type { PlaneView } from './plane-view.ts';
import { twoNeurons } from './two-neurons.ts';

/** The plane of two neurons, or the axis of one, as a group around its origin. */
export function drawPlane(view: PlaneView): Mark {
  const { snapshot, plane, pen } = view;
  return at(
    plane.cx,
    plane.cy,
    snapshot.m === 1 ? oneNeuron(view) : twoNeurons(view),
    { 'stroke-linecap': undefined, 'font-size': pen.label },
    'plane',
  );
}
