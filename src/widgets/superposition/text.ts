// What the figure says: the claim, the result, the question.

import { memoizeLast } from '../../math/memoize.ts';
import type { Text } from '../../runtime/widget.ts';
import type { Strip, SuperpositionSnapshot } from './snapshot.ts';
import type { SuperpositionParams } from './params.ts';
import { nearest, pairing, strongest } from './derive.ts';
import { capital, inWords, listed, plural } from '../../scene/words.ts';
import { fixed2, grouped, percent } from '../../scene/format.ts';
import { shape } from './words.ts';

/** "Five features, two neurons" */
export const title = (n: number, m: number): string =>
  `${capital(plural(n, 'feature'))}, ${plural(m, 'neuron')}`;
/** "Five facts, two neurons", where there is little room. */
export const shortTitle = (n: number, m: number): string =>
  `${capital(plural(n, 'fact'))}, ${plural(m, 'neuron')}`;
/** What the track asks. */
export const question = ({ company }: Pick<SuperpositionParams, 'company'>): string =>
  `How often is a ${company === 'independent' ? 'feature' : 'pair'} absent?`;

/** Every sentence and number beside the picture. `data`: the baked strip. */
export const text = memoizeLast(
  (params: SuperpositionParams, snapshot: SuperpositionSnapshot, data?: Strip): Text => {
    const { n, m, norms, shares, biases, gram, kept } = snapshot;
    return {
      title: title(n, m),
      summary: summary(params, snapshot, data),
      question: question(params),
      value: percent(params.absent),
      ...(params.company === 'independent' ? {} : { hint: 'drag, or arrow keys' }),
      milestone: milestone(params, snapshot, data),
      table: {
        caption: `The features after step ${grouped(snapshot.step)}, ${params.company === 'independent' ? '' : 'a pair '}absent ${percent(params.absent)} of the time; loss ${snapshot.loss.toPrecision(3)}`,
        head: [
          'feature',
          'importance',
          'length',
          'share of a dimension',
          'bias',
          'disturbed most by',
          ...(params.company === 'independent'
            ? []
            : [params.company === 'correlated' ? 'comes with' : 'never with']),
        ],
        rows: norms.map((norm, f) => {
          const most = strongest(gram, f);
          return [
            `feature ${f + 1}${kept[f] ? '' : ' (left out)'}`,
            fixed2(snapshot.importances[f]),
            fixed2(norm),
            fixed2(shares[f]),
            fixed2(biases[f]),
            Math.abs(most.value) < 0.005 ? 'none' : `feature ${most.index + 1}, ${fixed2(most.value)}`,
            ...(params.company === 'independent' ? [] : [(f ^ 1) < n ? `feature ${(f ^ 1) + 1}` : 'none']),
          ];
        }),
      },
    };
  },
);

function summary(params: SuperpositionParams, snapshot: SuperpositionSnapshot, data?: Strip): string {
  const { step, end } = snapshot;
  const result = outcome(params, snapshot);
  if (step === 0) {
    return `Before the first step ${plural(snapshot.n, 'feature')} point in chance directions${snapshot.m === 1 ? ' along one neuron' : ''}.`;
  }
  const when = step < end ? `At step ${grouped(step)} ` : '';
  const rare = inputs(params);
  const where = plural(snapshot.m, 'neuron');
  const sentence = when
    ? `${when}${where} ${carry(snapshot.m)} ${result}.`
    : `${rare}, ${where} ${carry(snapshot.m)} ${result}.`;
  return step >= end
    ? sentence + stairs(snapshot) + stuck(params, snapshot, data) + ghostSentence(snapshot)
    : sentence;
}

const carry = (m: number): string => (m === 1 ? 'carries' : 'carry');

/** What the inputs are like. */
function inputs({ absent, company }: SuperpositionParams): string {
  const often = `absent ${percent(absent)} of the time`;
  if (company === 'correlated') {
    return absent
      ? `With features in pairs that come together, a pair ${often}`
      : 'With every feature always present';
  }
  if (company === 'anticorrelated') {
    return absent
      ? `With features in pairs that exclude each other, a pair ${often}`
      : 'With one of every two features always present, never both';
  }
  return absent === 0 ? 'With every feature always present' : `With each feature ${often}`;
}

/** Where a slow run has rested on its way down. */
function stairs({ rests = [] }: SuperpositionSnapshot): string {
  if (!rests.length) return '';
  const named = rests.map(({ name, off }) => `${name} (${off < 0 ? '−' : '+'}${percent(Math.abs(off))})`);
  return ` On its way down the loss rested at the ${rests.length === 1 ? 'level' : 'levels'} of ${listed(named)}.`;
}

const PAIRED = {
  one: ', the two of every pair on one direction',
  across: ', the two of every pair at right angles',
  opposite: ', the two of every pair opposite each other',
} as const;

/** Which features are carried, how they lie, which are left out: "four of five features as two opposite pairs; feature 5 is left out" */
function outcome({ company }: SuperpositionParams, snapshot: SuperpositionSnapshot): string {
  const { kept, geometry } = snapshot;
  const count = kept.filter(Boolean).length;
  if (count === 0) return 'nothing yet';
  const pair = company === 'independent' ? undefined : pairing(snapshot);
  const how = pair ? PAIRED[pair] : arrangement(geometry, count);
  return `${carried(kept, count)}${how}${notCarried(kept)}`;
}

/** "all five features", "feature 2 alone", "three of five features" */
function carried(kept: readonly boolean[], count: number): string {
  const n = kept.length;
  if (count === n) return n === 2 ? 'both features' : `all ${inWords(n)} features`;
  if (count === 1) return `feature ${kept.indexOf(true) + 1} alone`;
  return `${inWords(count)} of ${inWords(n)} features`;
}

/** " as a pentagon", " at right angles"; empty where there is nothing to say. */
function arrangement(geometry: string, count: number): string {
  const form = shape(geometry);
  if (!form || count === 1) return '';
  if (form === 'uneven') return ' in an uneven fan';
  const noun = /^(an? |two )/.test(form);
  return noun ? ` as ${form}` : ` ${form}`;
}

/** "; features 4 and 5 are left out" */
function notCarried(kept: readonly boolean[]): string {
  const out = kept.flatMap((k, f) => (k ? [] : [f + 1]));
  if (!out.length) return '';
  return out.length === 1 ? `; feature ${out[0]} is left out` : `; features ${listed(out)} are left out`;
}

/** Only said where the baked strip knows a better arrangement of an unedited run. */
function stuck(params: SuperpositionParams, { geometry, loss }: SuperpositionSnapshot, data?: Strip): string {
  const best = data && nearest(data, params.absent);
  if (
    !best ||
    best.geometry === geometry ||
    loss < best.loss * 1.02 ||
    Math.abs(best.absent - params.absent) > 0.012
  ) {
    return '';
  }
  const form = shape(best.geometry);
  const better =
    form && form !== 'uneven' ? `${inWords(best.kept)} kept, ${form}` : `${inWords(best.kept)} kept`;
  return params.edits.length
    ? ` The best known arrangement here is ${better}.`
    : ` This start got stuck: the best of all starts tried ends with ${better}, at a lower loss.`;
}

/** How the ghost run ends in comparison. */
function ghostSentence({ ghost, loss, geometry }: SuperpositionSnapshot): string {
  if (!ghost) return '';
  const form = shape(ghost.geometry);
  const otherwise = form ? `otherwise (${form})` : 'otherwise';
  const ending = ghost.geometry === geometry ? 'in the same arrangement' : otherwise;
  return ` The ghost, seed ${ghost.seed}, ends ${ending}, at ${compared(ghost.loss, loss)} loss.`;
}

/** A loss beside another: equal within a hundredth, lower or higher. */
function compared(loss: number, than: number): string {
  if (Math.abs(loss / than - 1) < 0.01) return 'an equal';
  return loss < than ? 'a lower' : 'a higher';
}

/** Said aloud as it happens: how many are kept while it trains, and the result. Equal sentences are said once. */
function milestone(
  params: SuperpositionParams,
  snapshot: SuperpositionSnapshot,
  data?: Strip,
): string | undefined {
  const { step, end, kept } = snapshot;
  const count = kept.filter(Boolean).length;
  if (step >= end) return summary(params, snapshot, data);
  if (snapshot.rests?.length && step - snapshot.rests.at(-1)!.to < 60) {
    return `The loss rested at the level of ${snapshot.rests.at(-1)!.name}.`;
  }
  return step > 0 && count > 0 ? `${capital(plural(count, 'feature'))} kept.` : undefined;
}
