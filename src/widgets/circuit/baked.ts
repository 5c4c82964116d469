// The circuit in five seeds: how it fares, its last weights, and what its channels add on the figure's pictures. Written by
// src/bake/circuit.ts. And a second net, without names, in eight seeds: how its maps agree, and those of one car.

import { readContainer } from '../../math/container.ts';
import type { Look } from '../../models/attribution.ts';
import { EACH, EDGES, GROUPS } from './groups.ts';

export const file = 'circuit-3ed6bcb5.bin';
export const SEEDS = [0, 1, 2, 3, 4];
export const UNNAMED_SEEDS = [0, 1, 2, 3, 4, 5, 6, 7];

export interface Row {
  readonly seed: number;
  readonly accuracy: number;
  readonly cars: number;
  /** of the car's margin: wheels, window, roof */
  readonly shares: readonly number[];
  /** cars that are still called cars without the car's wheels, without its window; wagons that stay wagons without the car's wheels */
  readonly noWheels: number;
  readonly noWindow: number;
  readonly wagons: number;
  /** with the car's maps upside down: cars, and upside-down cars, that are called cars */
  readonly turnedCars: number;
  readonly turnedOver: number;
  /** lean of the car's wheel and window maps */
  readonly lean: readonly number[];
  readonly fingerprint: string;
  /** once the file is there */
  readonly net?: Net | undefined;
}
/** W1, b1, W2, b2, V, c, s; and in hundredths what channels add in the groups and on bare bodies, then in the groups with the car's maps upside down */
interface Net {
  readonly weights: Float32Array;
  readonly adds: readonly (readonly number[])[];
  readonly over: readonly (readonly number[])[];
}
/** The net without names. Maps and picture are packed (src/math/container.ts): the car [28 28]; three maps each, for car, for house, and for car with the last layer shuffled. */
export interface Unnamed {
  readonly made: object;
  readonly rows: readonly (Look & { readonly seed: number })[];
  /** whose maps are shown: their seed; correlations of this one car's maps, with house and with the shuffled, null where a map is all zero */
  readonly seed: number;
  readonly car: string;
  readonly guided: string;
  readonly added: string;
  readonly alike: { readonly guided: readonly (number | null)[]; readonly added: readonly (number | null)[] };
  /** W1, b1, W2, b2, V, c; once the file is there */
  readonly weights?: Float32Array | undefined;
}
/** `weights`: numbers a net. After the head, of each seed: weights, f32, then adds and over as hundredths, i16; at the end the weights of the net without names */
export interface CircuitFile {
  readonly made: object;
  readonly weights: number;
  readonly rows: readonly Row[];
  readonly unnamed: Unnamed;
}
/** The file as the page holds it. */
export interface BakedCircuit {
  readonly rows: readonly Row[];
  readonly unnamed: Unnamed;
}

/** numbers a group and seed */
const ADDS = EACH * EDGES;
const OVER = EACH * 2;

/** The file's rows and the second net, for all params. */
export function decode(bytes: ArrayBuffer): BakedCircuit {
  const {
    head: { rows, weights, unnamed },
    at,
  } = readContainer<CircuitFile>(bytes);
  const whole = 4 * weights + 2 * (ADDS * (GROUPS.length + 1) + OVER * GROUPS.length);
  const all = rows.map((row, i) => {
    let from = at + i * whole + 4 * weights;
    const next = (count: number): number[] => {
      const list = Array.from(new Int16Array(bytes, from, count), (v) => v / 100);
      from += 2 * count;
      return list;
    };
    return {
      ...row,
      net: {
        weights: new Float32Array(bytes, at + i * whole, weights),
        adds: Array.from({ length: GROUPS.length + 1 }, () => next(ADDS)),
        over: GROUPS.map(() => next(OVER)),
      },
    };
  });
  return { rows: all, unnamed: { ...unnamed, weights: new Float32Array(bytes, at + rows.length * whole) } };
}
/** What the page carries before the file is there. */
export function pageSubset({ rows, unnamed: { weights: _, ...unnamed } }: BakedCircuit): BakedCircuit {
  return { rows: rows.map(({ net: __, ...row }) => row), unnamed };
}
/** All params need the same data. */
export const key = (): string => '';
