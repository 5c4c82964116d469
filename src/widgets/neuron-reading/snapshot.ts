// What is drawn of two units and of all readings: plain data, known to the worker and to the page.

import type { Kind } from '../../models/reading-experiment.ts';
import type { Snapshot } from '../../runtime/widget.ts';

/** One unit, its examples and how every feature would do as the hypothesis about it. Features count from 0. */
export interface Sheet {
  readonly kind: Kind;
  /** from 1, and how many there are */
  readonly index: number;
  readonly of: number;
  /** the ten examples read: activation over the largest, and the active features with their values */
  readonly rows: readonly {
    readonly level: number;
    readonly on: readonly (readonly [feature: number, value: number])[];
  }[];
  /** the machine's hypothesis */
  readonly machine: number;
  /** fresh examples at which it fired, up to this step */
  readonly fired: number;
  /** the last hundred of them at most: bit f is set where feature f was active */
  readonly firings: readonly number[];
  /** of every feature as the hypothesis, [n] */
  readonly precision: readonly number[];
  readonly recall: readonly number[];
  readonly r2: readonly number[];
}

export interface ReadingSnapshot extends Snapshot {
  readonly n: number;
  readonly left: Sheet;
  readonly right: Sheet;
  /** the machine's readings of all units of a kind */
  readonly all: readonly {
    readonly kind: Kind;
    readonly precision: readonly number[];
    readonly r2: readonly number[];
  }[];
}
