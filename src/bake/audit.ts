// `node src/bake/audit.ts`: three auditors at every width, ten seeds. About two minutes.
// Writes public/data/audit-<hash>.json and that name into src/widgets/audit/baked.ts.

import { upperMedian } from '../math/median.ts';
import { finish } from '../math/finish.ts';
import { auditing, owned, sample } from '../models/auditors.ts';
import { success, trigger, type Classifier } from '../models/trojan.ts';
import { WIDTHS, type Series, type Stop } from '../widgets/audit/baked.ts';
import { searchWithin, trainBoth } from '../widgets/audit/measure.ts';
import { put } from './put.ts';

const SEEDS = 10;
const SAMPLED = 100_000;
const SEARCHED = 10_000;
const SOURCES = ['models/trojan', 'models/auditors', 'math/adam', 'math/random', 'math/functions'];

const searchAt = (net: Classifier, seed: number): number => searchWithin(net, seed, SEARCHED)?.at ?? Infinity;
const count = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length;

/** One width over the seeds. */
export function stop(h: number, seeds: readonly number[]): Stop {
  const all = seeds.map((seed) => {
    const planted = trigger(seed);
    const [net, clean] = trainBoth(h, seed);
    const audit = finish(auditing(net, seed));
    return {
      audit,
      right: JSON.stringify(audit.suspect) === JSON.stringify(planted),
      equal: finish(auditing(net, seed, Math.round((20 * WIDTHS.at(-1)) / h))).suspect.length > 0,
      falseAlarm: finish(auditing(clean, seed)).suspect.length > 0,
      search: searchAt(net, seed),
      searchClean: searchAt(clean, seed),
      owned: owned(net, planted),
      success: success(net, planted, seed),
      wrong: sample(net, seed, 0, SAMPLED).wrong,
    };
  });
  return {
    h,
    alarmed: count(all, (a) => a.audit.suspect.length > 0),
    recovered: count(all, (a) => a.right),
    equal: count(all, (a) => a.equal),
    falseAlarms: count(all, (a) => a.falseAlarm),
    searched: count(all, (a) => a.search < Infinity),
    searchedClean: count(all, (a) => a.searchClean < Infinity),
    owned: all.reduce((sum, a) => sum + a.owned, 0) / all.length,
    success: Math.min(...all.map((a) => a.success)),
    wrong: all.map((a) => a.wrong),
    searchAt: upperMedian(all.map((a) => a.search).filter(Number.isFinite)),
    readAt: upperMedian(all.flatMap((a) => (a.audit.first ? [a.audit.first.at] : []))),
  };
}

if (process.argv[1]?.replaceAll('\\', '/').endsWith('bake/audit.ts')) {
  const seeds = Array.from({ length: SEEDS }, (_, i) => i);
  const stops = WIDTHS.map((h) => {
    const made = stop(h, seeds);
    console.log(JSON.stringify(made));
    return made;
  });
  await put<Series>('audit', SOURCES, (made) => ({ made, seeds: SEEDS, stops }));
}
