// What was found in words, and beside each sentence what chance would show. Each number is from the look.

import { FRACTIONS, sharesAt } from '../models/arrangement-null.ts';
import type { Likeness } from '../models/likeness.ts';
import type { Look } from '../models/look.ts';
import { grouped } from '../scene/format.ts';
import { listed } from '../scene/words.ts';
import type { DictionaryFound } from './protocol.ts';

/** "1 row", "4,096 rows" */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${grouped(n)} ${n === 1 ? one : many}`;

/** Four digits or so, with a true minus. */
export function four(value: number): string {
  const extreme = Math.abs(value) >= 1000 || (value !== 0 && Math.abs(value) < 0.001);
  if (extreme) return value.toExponential(2).replaceAll('-', '−');
  return value.toFixed(Math.abs(value) < 10 ? 3 : 1).replace(/^-/, '−');
}

/** Sum of a list. */
export const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((all, v) => all + v, 0);

/** "8 pairs" */
function groupsInWords(name: string, times: number): string {
  if (name === '1 alone') return `${grouped(times)} alone`;
  if (name === '1 pair') return count(times, 'pair');
  if (name === 'uneven') return count(times, 'group without a name', 'groups without a name');
  return count(times, name, /x$/.test(name) ? `${name}es` : `${name}s`);
}

/** "8 pairs and 1 pentagon" */
export const arrangement = ({ counts }: Look['groups']): string =>
  listed(counts.map(([name, times]) => groupsInWords(name, times)));

/** Whether the rows show more order than random rows do: in their interference, their shares, or their groups. */
function ordered(look: Look): boolean {
  const { kept, chance, groups } = look;
  const shares = sharesAt(look.shares).some((hits, i) => hits > (chance.shares.most[i] ?? 0));
  const most = new Map(chance.groups ?? []);
  const named = groups.counts.some(([name, times]) => name !== 'uneven' && times > (most.get(name) ?? 0));
  return kept.ratio < chance.ratio[0] || shares || (!!chance.groups && named);
}

/** What there is, one sentence to a thought. */
export function summary(look: Look): string[] {
  return [rightAngles(look), ...dust(look), shares(look), groupsFound(look), interference(look)];
}

function rightAngles(look: Look): string {
  const { n, m, norms, kept } = look;
  const zero = norms.filter((v) => v === 0).length;
  const features = `${count(n, 'feature')} of ${count(m, 'number')} each${zero ? `, ${grouped(zero)} of them zero` : ''}.`;
  const long = `${grouped(kept.count)} ${kept.count === 1 ? 'is' : 'are'} longer than half the usual length`;
  if (kept.count <= m) {
    return `${features} ${long}, and ${count(m, 'dimension')} would hold them all at right angles.`;
  }
  const why = `${long}, in ${count(m, 'dimension')}: they cannot all be at right angles, and neither could random rows.`;
  return `${features} ${why}${ordered(look) ? ' What follows is more order than chance has: superposition.' : ''}`;
}

/** Rows so short that they look like nothing still have a direction. */
function dust({ norms }: Look): string[] {
  const longest = norms.reduce((most, v) => Math.max(most, v), 0);
  const short = norms.filter((v) => v > 0 && v < 1e-6 * longest).length;
  if (!short) return [];
  return [
    `${count(short, 'feature is', 'features are')} shorter than a millionth of the longest; their directions count like every other’s.`,
  ];
}

/** Fractions are named only where more shares stand there than in 99 of 100 random sets. */
function shares({ shares: list, m, chance }: Look): string {
  const beyond = sharesAt(list).flatMap((hits, i) => {
    const most = chance.shares.most[i] ?? 0;
    const [, sign, name] = FRACTIONS[i] ?? [0, '', ''];
    return hits > most
      ? [`${grouped(hits)} stand at ${sign}, as in ${name} (by chance at most ${grouped(most)})`]
      : [];
  });
  const named = beyond.length ? `; ${beyond.join(', ')}` : '';
  return `Their shares of a dimension add up to ${four(sum(list))} of ${m} (random directions: ${four(chance.shares.sum)})${named}.`;
}

function groupsFound({ groups, kept, chance }: Look): string {
  if (!kept.count) return 'No feature is long enough to stand in a group.';
  const [only] = groups.counts;
  if (groups.counts.length === 1 && only?.[0] === 'uneven' && groups.lists[0]?.length === kept.count) {
    return 'They hear one another across the whole set: it does not fall apart into groups that have a name.';
  }
  if (!chance.groups) {
    return `Features that hear each other form ${count(groups.lists.length, 'group')}; at this size the lab does not know what chance would form.`;
  }
  const most = new Map(chance.groups);
  const random = groups.counts.map(([name]) => groupsInWords(name, most.get(name) ?? 0));
  return `Features that hear each other form ${arrangement(groups)} (the most in 99 random sets: ${listed(random)}).`;
}

function interference({ kept, n, chance }: Look): string {
  if (kept.count < 2) return 'There is nobody to interfere with.';
  const [low, high] = chance.ratio;
  const digits = high - low < 0.02 ? 4 : 2;
  const range = `99% of random sets: ${low.toFixed(digits)} to ${high.toFixed(digits)}`;
  return `Interference on ${kept.count < n ? 'these' : 'them'} is ${kept.ratio.toFixed(2)} times that of random directions of the same lengths (${range}); the median of their largest cosines is ${kept.nearest.toFixed(2)}, by chance ${kept.chance.toFixed(2)}.`;
}

/** One measure of a comparison, in full precision. */
export interface Measure {
  readonly what: string;
  readonly value: number;
  readonly chance: number;
  readonly note: string;
}

/** What is compared, its value, what chance gives, what it means. */
export function measures({ there, back, matching, procrustes, cka }: Likeness): Measure[] {
  const found: Measure[] = [];
  const add = (what: string, beside: { value: number; chance: number } | undefined, note: string): void => {
    if (beside) found.push({ what, value: beside.value, chance: beside.chance, note });
  };
  add(
    'MMCS, first found in second',
    there,
    'mean over the rows of the first of their best cosine in the second',
  );
  add('MMCS, second found in first', back, 'the same, the other way');
  if (matching) {
    const exact = matching.kind === 'exact';
    const pairs = count(matching.count, 'pair');
    add(
      exact ? 'Matched cosine' : 'Cosine of mutual nearest neighbours',
      matching,
      exact
        ? `one partner each, none twice, by the Hungarian method; ${pairs}`
        : `above 1,024 rows no exact matching is made; ${pairs} are each other’s nearest`,
    );
  }
  add(
    'Procrustes likeness',
    procrustes,
    'after the best turn and mirror, rows paired by number; 1 is the same shape',
  );
  add('Linear CKA', cka, 'rows taken as the same samples in both; chance: rows in random order');
  return found;
}

/** What the comparison comes to, each sentence with its chance. */
export function verdict({ there, dictionary, procrustes, cka }: Likeness): string[] {
  const says: string[] = [];
  if (there) {
    const beyond = there.value > (there.most ?? there.chance);
    const numbers = `mean best cosine ${four(there.value)}; 99% of random sets stay below ${four(there.most ?? there.chance)}`;
    says.push(
      beyond
        ? `The two share directions beyond chance: ${numbers}.`
        : `Their directions match no better than chance would: ${numbers}. In another basis of the same space they still may (see Procrustes).`,
    );
  }
  if (dictionary) {
    const { found, split, lost, dead, stray, chance } = dictionary;
    const second = `${count(dead, 'row of it is', 'rows of it are')} dead, without any direction`;
    const near = stray === undefined ? '' : `; ${count(stray, 'is', 'are')} near no row of the first`;
    says.push(
      `As a dictionary for the first, the second finds ${grouped(found)} of its rows once, splits ${grouped(split)} over several and loses ${grouped(lost)}, at cosines above 0.7 (random directions would find ${four(chance)}). ${second}${near}.`,
    );
  }
  if (!there && !procrustes && !cka) {
    says.push('The two have neither rows of one length nor equally many rows: there is nothing to compare.');
  }
  return says;
}

/** What the weights of a dictionary alone suggest. */
export function dictionaryInWords(found: DictionaryFound): string[] {
  const { dictionary, cosines, unaligned, onAtZero, zero, chance, relative } = found;
  const { kind, latents, width, sources, config, has } = dictionary;
  const writes = sources > 1 ? `${sources} sources of ${grouped(width / sources)}` : grouped(width);
  const says = [
    `${kind === 'autoencoder' ? 'A sparse autoencoder' : `A ${kind}`}: ${count(latents, 'latent')}, each writes to ${writes} numbers; it has ${listed(has)}.${config.length ? ` Its configuration says ${listed(config)}.` : ''}`,
  ];
  if (zero) says.push(`${count(zero, 'latent has', 'latents have')} no decoder direction.`);
  if (cosines && unaligned !== undefined) {
    says.push(
      `Proxy for dead latents: ${grouped(unaligned)} read another direction than they write (cosine of encoder and decoder at most ${chance.toFixed(3)}, below which 99% of random directions lie, that is ${grouped(Math.round(0.99 * latents))} by chance). Only data can tell.`,
    );
  }
  if (onAtZero !== undefined) {
    says.push(
      `Proxy for dense latents: ${grouped(onAtZero)} have an encoder bias above their threshold, so they are active for an input of zero. Only data can tell.`,
    );
  }
  if (relative) {
    const own = relative.filter((v) => v < 0.1 || v > 0.9).length;
    says.push(`${grouped(own)} latents write to one source nearly alone (less than a tenth to the other).`);
  }
  return says;
}
