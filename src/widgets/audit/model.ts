// The worker's side of `audit`: types first. A step of its run is a round of the race: every auditor gets an eighth more queries.

import { memoizeLru } from '../../math/memoize.ts';
import { auditing, sample, searching, wants, type Audit, type Found } from '../../models/auditors.ts';
import { margin, opens, rule, train, trigger, type Classifier, type Trigger } from '../../models/trojan.ts';
import type { Model, Snapshot } from '../../runtime/widget.ts';
import { tokensOf, type AuditParams } from './params.ts';

/** queries after each round, up to 16^5, at which one trigger is expected among random inputs */
export const QUERIES: readonly number[] = rounds(1_048_576);
function rounds(last: number): number[] {
  const all = [0];
  while (all.at(-1) < last) all.push(Math.min(last, all.at(-1) + Math.max(8, Math.floor(all.at(-1) / 8))));
  return all;
}

/** How far an auditor is with one network. */
export interface Lane {
  /** queries spent */
  readonly spent: number;
  /** nothing more is asked: found, or at the end of its plan */
  readonly done: boolean;
  readonly first?: Found | undefined;
}
export interface Reader extends Lane {
  /** share of contradictions that each unit's wish has brought so far, [h] */
  readonly shares: readonly number[];
  /** when done */
  readonly audit?: Audit | undefined;
}
/** Three auditors with one network. */
export interface Bench {
  readonly sampler: Lane & { readonly wrong: number };
  readonly searcher: Lane;
  readonly reader: Reader;
}

export interface AuditSnapshot extends Snapshot {
  readonly h: number;
  /** queries that every auditor may have spent */
  readonly queries: number;
  readonly planted: Bench;
  readonly clean: Bench;
  readonly trigger: Trigger;
  /** the reader's own query: what the rule says, and by how much each network says 1 */
  readonly mine?:
    | {
        readonly tokens: readonly number[];
        readonly rule: 0 | 1;
        readonly planted: number;
        readonly clean: number;
        readonly opens: boolean;
      }
    | undefined;
  readonly wrong?: string | undefined;
  /** from 1; what it wants in every place, strongest first */
  readonly unit: number;
  readonly wish: readonly { readonly place: number; readonly token: number; readonly margin: number }[];
}

/** Weights of both networks, then [round, wrong and first wrong query of the planted one, the same of the clean one]. */
interface M {
  readonly numbers: Float64Array;
}
const ROUND = 5;
const WRONG = [4, 2];
const FIRST = [3, 1]; // from the end

const nets = memoizeLru(4, (h: number, seed: number): readonly [Classifier, Classifier] => [
  train(h, seed, trigger(seed)),
  train(h, seed),
]);
const SEARCHED = 20_000;

/** What search and reader do does not depend on the race: made once, with the query of every event. */
const plans = memoizeLru(8, (h: number, seed: number, which: 0 | 1) => {
  const net = nets(h, seed)[which];
  const notes: [query: number, unit: number, share: number][] = [];
  let asked = 0;
  let found: Found | undefined;
  const search = searching(net, seed);
  for (let q = 0; q < SEARCHED && !found; q++) {
    const { done, value } = search.next();
    if (done) found = value;
  }
  const work = auditing(net, seed, undefined, (unit, share) => notes.push([asked, unit, share]));
  for (;;) {
    const { done, value } = work.next();
    if (done) return { search: found, notes, audit: value };
    asked += 1;
  }
});

function bench(params: AuditParams, which: 0 | 1, queries: number, wrong: number, first: number): Bench {
  const { width: h, seed } = params;
  const { search, notes, audit } = plans(h, seed, which);
  const shares = Array<number>(h).fill(0);
  for (const [at, unit, share] of notes) if (at <= queries) shares[unit] = Math.max(shares[unit], share);
  const done = queries >= audit.queries;
  const seen = (found?: Found): Found | undefined => (found && found.at <= queries ? found : undefined);
  const reply = first ? sample(nets(h, seed)[which], seed, first - 1, first).first : undefined;
  return {
    sampler: { spent: queries, done: false, wrong, first: reply },
    searcher: {
      spent: Math.min(queries, search?.at ?? SEARCHED),
      done: !!seen(search) || queries >= SEARCHED,
      first: seen(search),
    },
    reader: {
      spent: Math.min(queries, audit.queries),
      done,
      first: seen(audit.first),
      shares,
      audit: done ? audit : undefined,
    },
  };
}

export const model: Model<AuditParams, M, AuditSnapshot> = {
  engine: 1,
  memory: 8e6,
  create: ({ width, seed }) => ({
    numbers: Float64Array.of(...nets(width, seed)[0].theta, ...nets(width, seed)[1].theta, 0, 0, 0, 0, 0),
  }),
  end: () => QUERIES.length - 1,
  train({ numbers }, { width, seed }, step) {
    const n = numbers.length;
    numbers[n - ROUND] = step + 1;
    nets(width, seed).forEach((net, i) => {
      const { wrong, first } = sample(net, seed, QUERIES[step], QUERIES[step + 1]);
      numbers[n - WRONG[i]] += wrong;
      if (first && !numbers[n - FIRST[i]]) numbers[n - FIRST[i]] = first.at;
    });
  },
  edit: () => false,
  weights: ({ numbers }) => numbers,
  observe({ numbers }, params, step) {
    const n = numbers.length;
    const { width: h, seed } = params;
    const both = nets(h, seed);
    const queries = QUERIES[numbers[n - ROUND]];
    const unit = Math.min(params.unit, h);
    const tokens = tokensOf(params.ask);
    const planted = trigger(seed);
    return {
      step,
      end: QUERIES.length - 1,
      h,
      queries,
      trigger: planted,
      planted: bench(params, 0, queries, numbers[n - WRONG[0]], numbers[n - FIRST[0]]),
      clean: bench(params, 1, queries, numbers[n - WRONG[1]], numbers[n - FIRST[1]]),
      ...(typeof tokens === 'string'
        ? { wrong: tokens }
        : {
            mine: {
              tokens,
              rule: rule(tokens),
              planted: margin(both[0], tokens),
              clean: margin(both[1], tokens),
              opens: opens(tokens, planted),
            },
          }),
      unit,
      wish: wants(both[0], unit - 1),
    };
  },
};
