// The circuit in five seeds: how it fares, its last weights, and what its channels add on the figure's pictures. Written by
// src/bake/circuit.ts.

import { opened } from '../../math/bytes.ts';
import { CLASSES, EACH, GROUPS } from './groups.ts';

export const file = 'circuit-34670a2f.bin';
export const SEEDS = [0, 1, 2, 3, 4];

export interface Row {
  readonly seed: number; readonly accuracy: number; readonly cars: number;
  /** of the car's margin: wheels, window, roof */
  readonly shares: readonly number[];
  /** cars that are still called cars without the car's wheels, without its window; wagons that stay wagons without the car's wheels */
  readonly noWheels: number; readonly noWindow: number; readonly wagons: number;
  /** with the car's maps upside down: cars, and upside-down cars, that are called cars */
  readonly turnedCars: number; readonly turnedOver: number;
  /** lean of the car's wheel and window maps */
  readonly lean: readonly number[];
  readonly fingerprint: string;
  /** once the file is there */
  readonly net?: Net;
}
/** W1, b1, W2, b2, V, c, s; and in hundredths what channels add in the groups and on bare bodies, then in the groups with the car's maps upside down */
export interface Net { readonly weights: Float32Array; readonly adds: readonly (readonly number[])[]; readonly over: readonly (readonly number[])[] }
/** `weights`: numbers a net. After the head, of each seed: weights, f32, then adds and over as hundredths, i16 */
export interface CircuitFile { readonly made: object; readonly weights: number; readonly rows: readonly Row[] }

const ADDS = EACH * CLASSES.length * 3, OVER = EACH * 2;

export function decode(bytes: ArrayBuffer): readonly Row[] {
  const { head: { rows, weights }, at } = opened<CircuitFile>(bytes), whole = 4 * weights + 2 * (ADDS * (GROUPS.length + 1) + OVER * GROUPS.length);
  return rows.map((row, i) => {
    let from = at + i * whole + 4 * weights;
    const next = (count: number): number[] => { const list = Array.from(new Int16Array(bytes, from, count), (v) => v / 100); from += 2 * count; return list; };
    return { ...row, net: { weights: new Float32Array(bytes, at + i * whole, weights), adds: Array.from({ length: GROUPS.length + 1 }, () => next(ADDS)), over: GROUPS.map(() => next(OVER)) } };
  });
}
/** What the page carries before the file is there. */
export const carried = (rows: readonly Row[]): readonly Row[] => rows.map(({ net: _, ...row }) => row);
export const key = (): string => '';
