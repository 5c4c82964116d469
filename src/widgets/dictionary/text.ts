// What the figure says: the claim, the result, the question.

import type { Text } from '../../runtime/widget.ts';
import type { Strip } from './baked.ts';
import type { DictionarySnapshot } from './model.ts';
import type { DictionaryParams } from './params.ts';
import { capital } from '../../scene/words.ts';
import { grouped, percent } from '../../scene/format.ts';
import { beyond, count, three, two } from './read.ts';

type Seen = DictionarySnapshot;

export const titleOf = ({ world }: Pick<Seen, 'world'>): string =>
  world === 'clusters' ? 'A wider dictionary splits its features' : 'A dictionary finds the directions again';
export const asked = ({ world }: Pick<Seen, 'world'>, short = false): string =>
  world === 'clusters'
    ? short
      ? 'How many latents?'
      : 'How many latents may the dictionary have?'
    : short
      ? 'What does activity cost?'
      : 'What does it cost a latent to be active?';

export function text(params: DictionaryParams, s: Seen, _?: Strip): Text {
  const clusters = s.world === 'clusters';
  return {
    title: titleOf(s),
    summary: summaryOf(s),
    question: asked(s),
    value: clusters
      ? `${params.width} latents`
      : params.rule === 'top'
        ? params.keep > 1
          ? `only the ${params.keep} largest count`
          : 'only the largest counts'
        : String(params.penalty),
    milestone: milestone(s),
    table: {
      caption: `${clusters ? 'Sub-features' : 'Features'} and the nearest of ${s.D} latents after step ${grouped(s.step)}; mean cosine ${three(s.mmcs)}, of ${s.D} random directions ${three(s.chance)}; variance explained ${three(s.explained)}; ${s.dead} dead`,
      head: ['feature', 'nearest latent', 'cosine', 'latents above 0.9'],
      rows: s.best.map((best, f) => [
        clusters ? `family ${Math.floor(f / 4) + 1}, ${(f % 4) + 1}` : `feature ${f + 1}`,
        s.nearest[f] < 0 ? 'none' : `column ${s.nearest[f] + 1}`,
        three(best),
        close(s, f),
      ]),
    },
  };
}

const close = ({ truth, found, live }: Seen, f: number): number =>
  found.filter((d, j) => live[j] && truth[f].reduce((sum, x, h) => sum + x * d[h], 0) > 0.9).length;

/** One sentence or two: what is to be seen now. */
export function summaryOf(s: Seen): string {
  const when = s.step < s.end ? `At step ${grouped(s.step)} ` : '';
  return s.world === 'clusters' ? families(s, when) : toy(s, when);
}

function toy(s: Seen, when: string): string {
  const reach = beyond(s);
  const found =
    s.above === s.n
      ? `all ${s.n} features have`
      : `${s.above} of ${s.n} ${s.above === 1 ? 'feature has' : 'features have'}`;
  const first = `${when}${found} a latent within a cosine of 0.9; the mean is ${two(s.mmcs)}, where ${s.D} random directions already reach ${two(s.chance)}.`;
  const cost = `${percent(s.explained)} of the variance is explained, ${s.active.toFixed(1)} latents are on at a time where ${s.truly.toFixed(1)} features are, and ${s.dead ? `${s.dead} of ${s.D} are dead` : 'none is dead'}.`;
  const lesson =
    s.step < s.end
      ? ''
      : s.explained > 0.95 && reach < 0.6
        ? ' The reconstruction looks perfect and the features are not found.'
        : s.split
          ? ` ${count(s.split, 'feature is', 'features are')} held by two latents or more.`
          : '';
  return capital(`${first} ${cost}${lesson}`);
}

function families(s: Seen, when: string): string {
  const means = s.toMeans.filter((c) => c > 0.95).length;
  const subs = s.best.filter((c) => c > 0.95).length;
  const what =
    subs === s.n
      ? `every one of the ${s.n} sub-features has a latent of its own`
      : means === s.toMeans.length && subs < s.n / 2
        ? `each of the ${s.toMeans.length} families has one latent, at the mean of its sub-features`
        : `the latents stand for ${means} of ${s.toMeans.length} families’ means and ${subs} of ${s.n} sub-features (cosine above 0.95)`;
  return capital(
    `${when}${what}; ${s.dead ? `${s.dead} of ${s.D} latents are dead` : `none of ${s.D} latents is dead`}, ${percent(s.explained)} of the variance is explained.`,
  );
}

function milestone(s: Seen): string | undefined {
  if (s.world === 'clusters' || s.step === 0) return undefined;
  if (s.above === s.n) return `All ${s.n} features are found.`;
  return s.above >= s.n / 2 ? `Half of the ${s.n} features are found.` : undefined;
}
