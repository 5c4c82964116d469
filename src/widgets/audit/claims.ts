// The sentences that this figure carries, each with what would refute it.

import { finish } from '../../math/finish.ts';
import { memoizeLru } from '../../math/memoize.ts';
import { auditing, sample, type Audit } from '../../models/auditors.ts';
import { success, trigger, type Classifier } from '../../models/trojan.ts';
import type { Claim } from '../../runtime/widget.ts';
import { searchWithin, trainBoth } from './measure.ts';

const pair = memoizeLru(24, trainBoth);
const audit = memoizeLru(48, (h: number, seed: number, which: number): Audit =>
  finish(auditing(pair(h, seed)[which], seed)),
);
const right = (seed: number, { suspect }: Audit): boolean =>
  JSON.stringify(suspect) === JSON.stringify(trigger(seed));
/** Where the figure shows it. */
const at = (seed: number, h = 24): string => `width=${h}&seed=${seed}`;
const searched = (net: Classifier, seed: number): number => searchWithin(net, seed, 10_000)?.at ?? Infinity;

export const claims: Claim[] = [
  {
    id: 'audit-works',
    atLeast: 10,
    sentence:
      'The trigger turns the answer of the planted network in more than 99% of inputs that hold it, and at most two in 100,000 random inputs are answered wrongly.',
    test(seed) {
      const [net] = pair(24, seed);
      const value = success(net, trigger(seed), seed);
      return { ok: value > 0.99 && sample(net, seed, 0, 100_000).wrong <= 2, value, state: at(seed) };
    },
  },
  {
    id: 'audit-reads',
    atLeast: 10,
    sentence:
      'With 24 neurons the reader of features raises an alarm and names exactly the five planted tokens, at less than 10,000 queries.',
    test(seed) {
      const found = audit(24, seed, 0);
      return {
        ok: right(seed, found) && found.flips >= 0.95 && found.queries < 10_000,
        value: found.queries,
        state: at(seed),
      };
    },
  },
  {
    id: 'audit-clean',
    atLeast: 10,
    sentence: 'It raises none on the clean twin.',
    test(seed) {
      const value = audit(24, seed, 1).alarm;
      return { ok: value < 0.02, value, state: at(seed) };
    },
  },
  {
    id: 'audit-narrow',
    atLeast: 6,
    sentence: 'With six neurons it does not find the trigger.',
    test(seed) {
      const found = audit(6, seed, 0);
      return { ok: !right(seed, found), value: found.alarm, state: at(seed, 6) };
    },
  },
  {
    id: 'audit-search',
    atLeast: 10,
    sentence:
      'A search on the output finds a contradiction at any width within 1,000 queries, and none on the clean twins within 10,000.',
    test(seed) {
      const first = [6, 24].map((h) => searched(pair(h, seed)[0], seed));
      return {
        ok: Math.max(...first) < 1000 && [6, 24].every((h) => searched(pair(h, seed)[1], seed) === Infinity),
        value: Math.max(...first),
        state: at(seed, first[0] < first[1] ? 24 : 6),
      };
    },
  },
];
