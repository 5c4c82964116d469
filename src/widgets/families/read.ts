// What the weights say of turning: cosines of a template, turned, with another.

import { family as measured, fit, KINDS, type Family } from '../../models/template-families.ts';
import type { FamiliesSnapshot } from './model.ts';
import type { FamiliesParams } from './params.ts';

export { fit, KINDS, SIDE } from '../../models/template-families.ts';
export { median } from '../../math/median.ts';
type Templates = readonly (readonly number[])[];

export const shown = (s: FamiliesSnapshot, { weights }: Pick<FamiliesParams, 'weights'>): Templates =>
  s[weights];
/** The neighbour's angle: what the turn should be if the family is one. */
export const due = ({ pick, onto }: Pick<FamiliesParams, 'pick' | 'onto'>): number =>
  ((onto - pick + KINDS) % KINDS) * 45;

const kept = new WeakMap<Templates, Map<string, readonly number[]>>();
/** At every third degree, 0 ... 360. */
export function curve(E: Templates, pick: number, onto: number): readonly number[] {
  const known = kept.get(E) ?? new Map<string, readonly number[]>();
  const name = `${pick} ${onto}`;
  if (!kept.has(E)) kept.set(E, known);
  if (!known.has(name)) {
    known.set(
      name,
      Array.from({ length: 121 }, (_, i) => fit(E, pick, onto, i * 3)),
    );
  }
  return known.get(name)!;
}
/** Where the curve is highest, degrees. */
export const peak = (list: readonly number[]): number => (list.indexOf(Math.max(...list)) * 3) % 360;

const families = new WeakMap<Templates, Family>();
export function family(E: Templates): Family {
  const known = families.get(E) ?? measured(E);
  families.set(E, known);
  return known;
}

export const two = (v: number): string =>
  v
    .toFixed(2)
    .replace(/^-(0\.00)$/, '$1')
    .replace('-', '−');
export const degrees = (kind: number): string => `${kind * 45}°`;
