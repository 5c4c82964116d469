// What the weights say of turning: cosines of a template, turned, with another.

import { family, fit, KINDS, type Family } from '../../models/template-families.ts';
import type { FamiliesParams } from './params.ts';
import type { FamiliesSnapshot } from './snapshot.ts';

type Templates = readonly (readonly number[])[];
/** degrees from one direction to the next */
const APART = 360 / KINDS;
/** degrees from one point of the curve to the next */
export const EVERY = 3;

/** The templates that are drawn, [8][11 11]. */
export const shownTemplates = (
  s: FamiliesSnapshot,
  { weights }: Pick<FamiliesParams, 'weights'>,
): Templates => s[weights];

/** Degrees from the turned template's direction to the other's: what the turn should be if the family is one. */
export const dueAngle = ({ pick, onto }: Pick<FamiliesParams, 'pick' | 'onto'>): number =>
  ((onto - pick + KINDS) % KINDS) * APART;

/** "135°". @param kind 0 to 7 */
export const degrees = (kind: number): string => `${kind * APART}°`;

const curves = new WeakMap<Templates, Map<string, readonly number[]>>();

/** Cosine with the other at every third degree of the turn, 0 to 360: [121]. */
export function cosineCurve(E: Templates, pick: number, onto: number): readonly number[] {
  const kept = curves.get(E) ?? new Map<string, readonly number[]>();
  curves.set(E, kept);
  const name = `${pick} ${onto}`;
  const known = kept.get(name);
  if (known) return known;
  const made = Array.from({ length: 360 / EVERY + 1 }, (_, i) => fit(E, pick, onto, i * EVERY));
  kept.set(name, made);
  return made;
}

/** Where a curve is highest, degrees below 360. */
export const peak = (curve: readonly number[]): number => (curve.indexOf(Math.max(...curve)) * EVERY) % 360;

const families = new WeakMap<Templates, Family>();

/** What the templates are to each other; measured once. */
export function familyOf(E: Templates): Family {
  const known = families.get(E) ?? family(E);
  families.set(E, known);
  return known;
}
