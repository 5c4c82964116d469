// What is drawn of the circuit: plain data, known to the worker and to the page.

import type { Snapshot } from '../../runtime/widget.ts';

/** What is read from a net's weights and from what its channels add. */
export interface NetReadout {
  /** last weights, [class][channel][7 7] */
  readonly maps: readonly (readonly (readonly number[])[])[];
  /** [class] */
  readonly biases: readonly number[];
  /** what each channel adds to each class: [group][picture * 12 + class * 3 + channel] */
  readonly adds: readonly (readonly number[])[];
  /** the same of the car's wheels and window with their maps upside down: [group][picture * 2 + channel] */
  readonly over: readonly (readonly number[])[];
  /** means over the four named groups, [class * 3 + channel] */
  readonly means: readonly number[];
  /** what each channel adds to car beyond other, over what it adds on bare bodies; shares of the sum */
  readonly shares: readonly number[];
}

export interface CircuitSnapshot extends Snapshot, NetReadout {
  readonly seed: number;
}
