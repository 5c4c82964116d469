// Controls as data. The mark that takes a touch carries what the touch does: which param, on which scale, by which keys.
// One reducer (src/runtime/update.ts) answers every pointer and key from that; print and paint ignore it.

import type { Scale } from './scale.ts';

type Point = readonly [x: number, y: number];

/** How far a key goes. */
export type KeyStep =
  /** in the param's own units */
  | number
  /** a share of the control's length */
  | { readonly track: number }
  /** by factors of ten */
  | { readonly decades: number }
  /** to the next multiple */
  | { readonly multiples: number }
  /** to the n-th of `stops` on from here */
  | { readonly stops: number }
  /** to the next of `stops`, or to the end */
  | 'next stop'
  /** anything else: the value that follows. @param by 1 or -1 */
  | ((now: number, by: number) => number);

export interface KeySteps {
  /** arrows */
  readonly step: KeyStep;
  /** arrows with Shift; `step` if left out */
  readonly fine?: KeyStep | undefined;
  /** Page up and Page down; `step` if left out */
  readonly page?: KeyStep | undefined;
}

/** Params to be set, in the figure's own keys. */
export type Change = Readonly<Record<string, unknown>>;

/** One number along a line. */
export interface SliderControl {
  readonly kind: 'slider';
  /** the param that is set */
  readonly key: string;
  /** where it stands; undefined: nowhere yet */
  readonly value: number | undefined;
  /** places the value in px and inverts the pointer's px */
  readonly scale: Scale;
  /** how far each key goes, from the param's spec */
  readonly keys: KeySteps;
  /** places that keys go to, ascending */
  readonly stops?: readonly number[] | undefined;
  /** what Home and End set, where it is not the ends of the scale */
  readonly ends?: readonly [number, number] | undefined;
  /** to a value that can be read aloud; whole numbers for whole params if left out */
  readonly round?: ((value: number, hand: 'pointer' | 'key') => number) | undefined;
  /** what else is set with another value */
  readonly also?: Change | undefined;
  /** what is set at every touch: the setting under which the param counts at all */
  readonly always?: Change | undefined;
}

/** An angle in whole degrees, 0 to 359, set by pointing from a middle: 0 is up, clockwise. */
export interface DialControl {
  readonly kind: 'dial';
  /** the param that is set */
  readonly key: string;
  readonly value: number;
  /** px */
  readonly middle: Point;
  readonly keys: KeySteps;
  /** what Home and End set */
  readonly ends: readonly [number, number];
  /** where the knob stands: a press on it does not move it */
  readonly grip?: Point | undefined;
}

/** A body turned like a globe: `yaw` and `pitch` in whole degrees. */
export interface OrbitControl {
  readonly kind: 'orbit';
  readonly yaw: number;
  readonly pitch: number;
  /** px: a finger on the rim turns it by 60 degrees a radius */
  readonly radius: number;
}

/** A cell of a field: columns to the right, rows upwards. */
export interface GridControl {
  readonly kind: 'grid';
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
  /** the cell at a px of the picture; undefined: none */
  cellAt(x: number, y: number): { readonly column: number; readonly row: number } | undefined;
  /** what choosing a cell sets */
  change(column: number, row: number): Change;
  /** cells that Page up and Page down go; 5 if left out */
  readonly page?: number | undefined;
  /** where the knob stands, px: a press on it does not move it */
  readonly grip?: Point | undefined;
}

/** One of many items that stand in rows, in reading order: `key` holds its index. */
export interface SequenceControl {
  readonly kind: 'sequence';
  readonly key: string;
  readonly value: number;
  readonly count: number;
  readonly perRow: number;
  /** the item at a px of the picture */
  indexAt(x: number, y: number): number;
}

/** A press: a word, a cell, a tab. What it sets is known when it is drawn. */
interface PressControl {
  readonly kind: 'press';
  readonly set: Change;
}

/** A hand on the model itself: the figure's own `drag` answers. */
interface DragControl {
  readonly kind: 'drag';
  /** the middle of what is held, px */
  readonly grip: Point;
  /** when it is let go the run goes on from there */
  readonly trains?: boolean | undefined;
}

export type Control =
  SliderControl | DialControl | OrbitControl | GridControl | SequenceControl | PressControl | DragControl;
