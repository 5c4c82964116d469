// The worker's side of `audit`. A step of its run is a round of the race: every auditor gets an eighth more queries.

import { memoizeLru } from '../../math/memoize.ts';
import { auditing, sample, wants, type Found } from '../../models/auditors.ts';
import { margin, opens, rule, trigger } from '../../models/trojan.ts';
import type { Model } from '../../runtime/widget.ts';
import { searchWithin, trainBoth } from './measure.ts';
import { tokensOf, type AuditParams } from './params.ts';
import type { AuditSnapshot, Bench, OwnQuery } from './snapshot.ts';

/** queries after each round, up to 16^5, at which one trigger is expected among random inputs */
const QUERIES: readonly number[] = rounds(1_048_576);
function rounds(last: number): number[] {
  const all = [0];
  while (all.at(-1) < last) all.push(Math.min(last, all.at(-1) + Math.max(8, Math.floor(all.at(-1) / 8))));
  return all;
}

/** Weights of both networks, then [round, wrong and first wrong query of the planted one, the same of the clean one]. */
interface M {
  readonly numbers: Float64Array;
}
// Places from the end; of the planted network, of the clean one.
const ROUND = 5;
const WRONG = [4, 2];
const FIRST = [3, 1];

const nets = memoizeLru(4, trainBoth);
/** Queries after which the search gives up. */
const SEARCHED = 20_000;

/** What search and reader do does not depend on the race: made once, with the query of every event. */
const plans = memoizeLru(8, (h: number, seed: number, which: 0 | 1) => {
  const net = nets(h, seed)[which];
  const notes: [query: number, unit: number, share: number][] = [];
  let asked = 0;
  const search = searchWithin(net, seed, SEARCHED);
  const work = auditing(net, seed, undefined, (unit, share) => notes.push([asked, unit, share]));
  for (;;) {
    const { done, value } = work.next();
    if (done) return { search, notes, audit: value };
    asked += 1;
  }
});

/** The three auditors with one network after so many queries. @param wrong answers that sampling has seen @param first its first wrong query, from 1; 0: none */
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
    const queries = QUERIES[numbers[n - ROUND]];
    const unit = Math.min(params.unit, h);
    return {
      step,
      end: QUERIES.length - 1,
      h,
      queries,
      trigger: trigger(seed),
      planted: bench(params, 0, queries, numbers[n - WRONG[0]], numbers[n - FIRST[0]]),
      clean: bench(params, 1, queries, numbers[n - WRONG[1]], numbers[n - FIRST[1]]),
      ...asked(params),
      unit,
      wish: wants(nets(h, seed)[0], unit - 1),
    };
  },
};

/** The answers to the reader's own query, or what is wrong with it. */
function asked({ ask, width, seed }: AuditParams): { mine: OwnQuery } | { wrong: string } {
  const tokens = tokensOf(ask);
  if (typeof tokens === 'string') return { wrong: tokens };
  const [planted, clean] = nets(width, seed);
  return {
    mine: {
      tokens,
      rule: rule(tokens),
      planted: margin(planted, tokens),
      clean: margin(clean, tokens),
      opens: opens(tokens, trigger(seed)),
    },
  };
}
