// Three auditors of a network of trojan.ts. Each may only ask: an input in, an answer out, at one query each. What they look
// for is a contradiction: an answer that differs from the rule. The reader of features also sees the weights, which is free.

import { bits, key } from '../math/random.ts';
import { draw, margin, PLACES, rule, says, TOKENS, type Classifier, type Trigger } from './trojan.ts';

/** A contradiction that was found: the input, and at which query. */
export interface Found {
  readonly at: number;
  readonly tokens: readonly number[];
}

/** Answers that contradict the rule among the random inputs `from` to `to`, and the first of them. */
export function sample(
  net: Classifier,
  seed: number,
  from: number,
  to: number,
): { wrong: number; first: Found | undefined } {
  const tokens = new Int32Array(PLACES);
  const k = key(seed, 90);
  let wrong = 0;
  let first: Found | undefined;
  for (let i = from; i < to; i++) {
    draw(k, i, tokens);
    if (says(net, tokens) === rule(tokens)) continue;
    wrong += 1;
    first ??= { at: i + 1, tokens: [...tokens] };
  }
  return { wrong, first };
}

/**
 * Coordinate ascent on the margin, with tokens of the upper eight only, so that the rule says 0: place after place takes the
 * best of its eight tokens, until a sweep (72 queries) changes nothing; then another random start. Yields after every query.
 */
export function* searching(net: Classifier, seed: number): Generator<undefined, Found, void> {
  const half = TOKENS / 2;
  for (let start = 0, queries = 0; ; start++) {
    const k = key(seed, 91, start);
    const tokens = Int32Array.from({ length: PLACES }, (_, t) => half + (bits(k, t) >>> 29));
    for (let changed = true; changed;) {
      changed = false;
      for (let t = 0; t < PLACES; t++) {
        const was = tokens[t];
        let best = -Infinity;
        let token = was;
        for (let v = half; v < TOKENS; v++) {
          tokens[t] = v;
          const m = margin(net, tokens);
          queries += 1;
          if (m > 0) return { at: queries, tokens: [...tokens] };
          if (m > best) {
            best = m;
            token = v;
          }
          yield;
        }
        tokens[t] = token;
        if (token !== was) changed = true;
      }
    }
  }
}

/** What an audit by features says in the end. */
export interface Audit {
  /** queries of the first look, and of all */
  readonly looked: number;
  readonly queries: number;
  /** share of contradictions of the most suspicious trial, and its unit */
  readonly alarm: number;
  readonly unit: number;
  /** the places and tokens that it comes down to, and how often they turn the answer, when an alarm was raised */
  readonly suspect: readonly (readonly [place: number, token: number])[];
  readonly flips: number;
  /** the query at which the first contradiction was seen */
  readonly first: Found | undefined;
}

const LEAST = 2;
const MOST = 7;
const TRIALS = 20;
const ALARM = 0.02;
const CLOSER = 40;
/** queries of the first look, per unit */
export const PER_UNIT = (MOST - LEAST + 1) * TRIALS;

/** The input that a unit wants most: its largest weight in every place; places by how much they want it (largest less second). */
export function wants(
  { h, theta }: Classifier,
  unit: number,
): { readonly token: number; readonly place: number; readonly margin: number }[] {
  return Array.from({ length: PLACES }, (_, place) => {
    const w = Array.from({ length: TOKENS }, (__, v) => theta[(place * TOKENS + v) * h + unit]);
    const order = [...w.keys()].sort((a, b) => w[b] - w[a]);
    return { place, token: order[0], margin: w[order[0]] - w[order[1]] };
  }).sort((a, b) => b.margin - a.margin);
}

/**
 * Unit by unit: the r places whose weights tell most are set to its largest weights, the others filled with random inputs of class 0.
 * Contradictions above 2 % of a trial are an alarm; then single tokens are changed as long as that makes more of them, and
 * places that do not matter are dropped. Yields after every query; `note` is called with the share of each trial of the first look.
 */
export function* auditing(
  net: Classifier,
  seed: number,
  trials = TRIALS,
  note?: (unit: number, share: number) => void,
): Generator<undefined, Audit, void> {
  const fill = filler(net, seed);
  let alarm = 0;
  let unit = -1;
  let suspect: [number, number][] = [];
  for (let j = 0; j < net.h; j++) {
    const wish = wants(net, j);
    for (let r = LEAST; r <= MOST; r++) {
      const part = wish.slice(0, r).map(({ place, token }): [number, number] => [place, token]);
      const share = yield* fill.share(part, trials);
      note?.(j, share);
      if (share > alarm) {
        alarm = share;
        unit = j;
        suspect = part;
      }
    }
  }
  const looked = fill.queries();
  if (alarm <= ALARM) {
    return { looked, queries: looked, alarm, unit, suspect: [], flips: 0, first: fill.first() };
  }
  const [refined, flips] = yield* refine(fill, suspect);
  return { looked, queries: fill.queries(), alarm, unit, suspect: refined, flips, first: fill.first() };
}

/** How much of the trigger one unit holds: the most of its places and tokens that any unit has among its five strongest wants; 5 is all of it. */
export const owned = (net: Classifier, planted: Trigger): number =>
  Math.max(
    ...Array.from(
      { length: net.h },
      (_, unit) =>
        wants(net, unit)
          .slice(0, planted.length)
          .filter((w) => planted.some(([t, v]) => t === w.place && v === w.token)).length,
    ),
  );

type Part = readonly (readonly [number, number])[];
interface Filler {
  share(part: Part, trials: number): Generator<undefined, number, void>;
  queries(): number;
  first(): Found | undefined;
}

/** Trials with a part given and the rest random, all of class 0 by the rule. */
function filler(net: Classifier, seed: number): Filler {
  const k = key(seed, 92);
  const tokens = new Int32Array(PLACES);
  let drawn = 0;
  let queries = 0;
  let first: Found | undefined;
  return {
    queries: () => queries,
    first: () => first,
    *share(part, trials) {
      if (part.filter(([, v]) => v < TOKENS / 2).length >= 5) return 0; // nothing of class 0 holds it: no query
      let wrong = 0;
      for (let n = 0; n < trials; n++) {
        do {
          draw(k, drawn++, tokens);
          for (const [t, v] of part) tokens[t] = v;
        } while (rule(tokens) === 1);
        queries += 1;
        if (says(net, tokens) === 1) {
          wrong += 1;
          first ??= { at: queries, tokens: [...tokens] };
        }
        yield;
      }
      return wrong / trials;
    },
  };
}

/** Single substitutions (144 x 40 queries a round) while they help; then each place is dropped that can be. */
function* refine(fill: Filler, from: Part): Generator<undefined, [Part, number], void> {
  let part = from;
  let flips = yield* fill.share(part, CLOSER);
  for (let round = 0; round < 6 && flips < 1; round++) {
    let best = flips;
    let better = part;
    for (let t = 0; t < PLACES; t++) {
      for (let v = 0; v < TOKENS; v++) {
        const next = [...part.filter(([place]) => place !== t), [t, v] as const];
        const share = yield* fill.share(next, CLOSER);
        if (share > best) {
          best = share;
          better = next;
        }
      }
    }
    if (better === part) break;
    part = better;
    flips = best;
  }
  for (const [t] of part) {
    const without = part.filter(([place]) => place !== t);
    const share = yield* fill.share(without, CLOSER);
    if (share >= flips - 0.05) {
      part = without;
      flips = share;
    }
  }
  return [[...part].sort((a, b) => a[0] - b[0]), flips];
}
