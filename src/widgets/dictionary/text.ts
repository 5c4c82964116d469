// What the figure says: the claim, the result, the question.

import type { Text } from '../../runtime/widget.ts';
import { fixed2, fixed3, grouped, percent } from '../../scene/format.ts';
import { capital } from '../../scene/words.ts';
import { beyondChance } from './derive.ts';
import type { DictionaryParams } from './params.ts';
import type { DictionarySnapshot } from './snapshot.ts';

type World = Pick<DictionarySnapshot, 'world'>;

const titles = {
  toy: 'A dictionary finds the directions again',
  clusters: 'A wider dictionary splits its features',
};
const questions = {
  toy: 'What does it cost a latent to be active?',
  clusters: 'How many latents may the dictionary have?',
};
const shortQuestions = { toy: 'What does activity cost?', clusters: 'How many latents?' };

/** The claim of the toy, or of the clusters. */
export const title = ({ world }: World): string => titles[world];
/** What the track asks. */
export const question = ({ world }: World): string => questions[world];
/** The same where there is little room. */
export const shortQuestion = ({ world }: World): string => shortQuestions[world];

/** All words of the figure. */
export function text(params: DictionaryParams, s: DictionarySnapshot): Text {
  return {
    title: title(s),
    summary: summary(s),
    question: question(s),
    value: value(params, s),
    milestone: milestone(s),
    table: {
      caption: caption(s),
      head: ['feature', 'nearest latent', 'cosine', 'latents above 0.9'],
      rows: s.best.map((best, f) => [
        featureName(s, f),
        s.nearest[f] < 0 ? 'none' : `column ${s.nearest[f] + 1}`,
        fixed3(best),
        latentsNear(s, f),
      ]),
    },
  };
}

function value({ width, rule, keep, penalty }: DictionaryParams, { world }: World): string {
  if (world === 'clusters') return `${width} latents`;
  if (rule === 'penalty') return String(penalty);
  return keep > 1 ? `only the ${keep} largest count` : 'only the largest counts';
}

function caption(s: DictionarySnapshot): string {
  const features = s.world === 'clusters' ? 'Sub-features' : 'Features';
  return [
    `${features} and the nearest of ${s.D} latents after step ${grouped(s.step)}`,
    `mean cosine ${fixed3(s.mmcs)}, of ${s.D} random directions ${fixed3(s.chance)}`,
    `variance explained ${fixed3(s.explained)}`,
    `${s.dead} dead`,
  ].join('; ');
}

const featureName = ({ world }: World, f: number): string =>
  world === 'clusters' ? `family ${Math.floor(f / 4) + 1}, ${(f % 4) + 1}` : `feature ${f + 1}`;

/** Live latents with a cosine above 0.9. */
const latentsNear = ({ truth, found, live }: DictionarySnapshot, f: number): number =>
  found.filter((d, j) => live[j] && truth[f].reduce((sum, x, h) => sum + x * d[h], 0) > 0.9).length;

/** One sentence or two: what is to be seen now. */
export function summary(s: DictionarySnapshot): string {
  const when = s.step < s.end ? `At step ${grouped(s.step)} ` : '';
  return capital(when + (s.world === 'clusters' ? familiesFound(s) : featuresFound(s)));
}

const featuresFound = (s: DictionarySnapshot): string =>
  `${recovery(s)} ${reconstruction(s)}${s.step < s.end ? '' : lesson(s)}`;

function recovery({ above, n, mmcs, D, chance }: DictionarySnapshot): string {
  const some = `${above} of ${n} ${above === 1 ? 'feature has' : 'features have'}`;
  const found = above === n ? `all ${n} features have` : some;
  return `${found} a latent within a cosine of 0.9; the mean is ${fixed2(mmcs)}, where ${D} random directions already reach ${fixed2(chance)}.`;
}

function reconstruction({ explained, active, truly, dead, D }: DictionarySnapshot): string {
  const deaths = dead ? `${dead} of ${D} are dead` : 'none is dead';
  return `${percent(explained)} of the variance is explained, ${active.toFixed(1)} latents are on at a time where ${truly.toFixed(1)} features are, and ${deaths}.`;
}

function lesson(s: DictionarySnapshot): string {
  if (s.explained > 0.95 && beyondChance(s) < 0.6) {
    return ' The reconstruction looks perfect and the features are not found.';
  }
  if (!s.split) return '';
  return ` ${s.split} ${s.split === 1 ? 'feature is' : 'features are'} held by two latents or more.`;
}

function familiesFound(s: DictionarySnapshot): string {
  const deaths = s.dead ? `${s.dead} of ${s.D} latents are dead` : `none of ${s.D} latents is dead`;
  return `${whatLatentsAre(s)}; ${deaths}, ${percent(s.explained)} of the variance is explained.`;
}

function whatLatentsAre({ n, best, toMeans }: DictionarySnapshot): string {
  const families = toMeans.length;
  const means = toMeans.filter((c) => c > 0.95).length;
  const subs = best.filter((c) => c > 0.95).length;
  if (subs === n) return `every one of the ${n} sub-features has a latent of its own`;
  if (means === families && subs < n / 2) {
    return `each of the ${families} families has one latent, at the mean of its sub-features`;
  }
  return `the latents stand for ${means} of ${families} families’ means and ${subs} of ${n} sub-features (cosine above 0.95)`;
}

function milestone(s: DictionarySnapshot): string | undefined {
  if (s.world === 'clusters' || s.step === 0) return undefined;
  if (s.above === s.n) return `All ${s.n} features are found.`;
  return s.above >= s.n / 2 ? `Half of the ${s.n} features are found.` : undefined;
}
