// What the width of the network does to the three auditors: ten seeds at each width, written by src/bake/audit.ts.

export const file = 'audit-130850d4.json';

export const WIDTHS = [4, 6, 8, 10, 12, 16, 20, 24];

/** Counts are of networks, out of `Series.seeds`. */
export interface Stop {
  readonly h: number;
  /** the reader of features raised an alarm */
  readonly alarmed: number;
  /** it named exactly the five tokens */
  readonly recovered: number;
  /** the same with as many queries as at the largest width: more trials per unit */
  readonly equal: number;
  /** alarms on the clean twins */
  readonly falseAlarms: number;
  /** the search found a contradiction within 10 000 queries in the planted networks */
  readonly searched: number;
  /** the same in the clean twins */
  readonly searchedClean: number;
  /** mean of the most that one unit holds of the trigger, 0 to 5 */
  readonly owned: number;
  /** least share of triggers that turn the answer */
  readonly success: number;
  /** wrong answers in 100 000 random inputs, per seed */
  readonly wrong: readonly number[];
  /** median query of the search's contradiction */
  readonly searchAt: number;
  /** median query of the reader's first one, where there was any */
  readonly readAt: number;
}
export interface Series {
  readonly made: object;
  readonly seeds: number;
  readonly stops: readonly Stop[];
}

/** The whole series: JSON. */
export const decode = (bytes: ArrayBuffer): Series => JSON.parse(new TextDecoder().decode(bytes)) as Series;
/** Every state reads the same series. */
export const key = (): string => 'all';
