// What the figure says: the claim, the result, the question.

import type { Text } from '../../runtime/widget.ts';
import type { Strip, SuperpositionSnapshot } from './model.ts';
import type { SuperpositionParams } from './params.ts';
import { nearest, strongest } from './read.ts';
import { capital, inWords, listed, percent, plural } from '../../scene/words.ts';
import { shape } from './words.ts';

export const title = (n: number, m: number): string => `${capital(plural(n, 'feature'))}, ${plural(m, 'neuron')}`;
export const shortTitle = (n: number, m: number): string => `${capital(plural(n, 'fact'))}, ${plural(m, 'neuron')}`;
export const question = 'How often is a feature absent?';

export function text(params: SuperpositionParams, snapshot: SuperpositionSnapshot, data?: Strip): Text {
  const { n, m, norms, shares, biases, gram, kept } = snapshot;
  return {
    title: title(n, m), summary: summary(params, snapshot, data), question, value: percent(params.absent), milestone: milestone(params, snapshot, data),
    table: {
      caption: `The features after step ${snapshot.step.toLocaleString('en')}, absent ${percent(params.absent)} of the time; loss ${snapshot.loss.toPrecision(3)}`,
      head: ['feature', 'importance', 'length', 'share of a dimension', 'bias', 'disturbed most by'],
      rows: norms.map((norm, f) => {
        const most = strongest(gram, f);
        return [`feature ${f + 1}${kept[f] ? '' : ' (left out)'}`, fixed(snapshot.importances[f]), fixed(norm), fixed(shares[f]), fixed(biases[f]),
          Math.abs(most.value) < 0.005 ? 'none' : `feature ${most.index + 1}, ${fixed(most.value)}`];
      }),
    },
  };
}

const fixed = (value: number): string => value.toFixed(2).replace(/^-(?=0\.00$)/, '').replace('-', '−');

function summary(params: SuperpositionParams, snapshot: SuperpositionSnapshot, data?: Strip): string {
  const { step, end } = snapshot;
  const result = outcome(snapshot);
  if (step === 0) return `Before the first step ${plural(snapshot.n, 'feature')} point in chance directions${snapshot.m === 1 ? ' along one neuron' : ''}.`;
  const when = step < end ? `At step ${step.toLocaleString('en')} ` : '';
  const rare = params.absent === 0 ? 'With every feature always present' : `With each feature absent ${percent(params.absent)} of the time`;
  const where = plural(snapshot.m, 'neuron');
  const sentence = when ? `${when}${where} ${carry(snapshot.m)} ${result}.` : `${rare}, ${where} ${carry(snapshot.m)} ${result}.`;
  return step >= end ? sentence + stuck(params, snapshot, data) + beside(snapshot) : sentence;
}

const carry = (m: number): string => (m === 1 ? 'carries' : 'carry');

function outcome({ n, kept, geometry }: SuperpositionSnapshot): string {
  const count = kept.filter(Boolean).length, out = kept.flatMap((k, f) => (k ? [] : [f + 1])), form = shape(geometry);
  if (count === 0) return 'nothing yet';
  const who = count === n ? (n === 2 ? 'both features' : `all ${inWords(n)} features`) : count === 1 ? `feature ${kept.indexOf(true) + 1} alone` : `${inWords(count)} of ${inWords(n)} features`;
  const how = !form || count === 1 ? '' : form === 'uneven' ? ' in an uneven fan' : form.startsWith('a') && !form.startsWith('at') && !form.startsWith('all') ? ` as ${form}` : form.startsWith('two') ? ` as ${form}` : ` ${form}`;
  const lost = out.length ? `; ${out.length === 1 ? 'feature' : 'features'} ${listed(out)} ${out.length === 1 ? 'is' : 'are'} left out` : '';
  return `${who}${how}${lost}`;
}

/** Only said where the baked strip knows a better arrangement of an unedited run. */
function stuck(params: SuperpositionParams, { geometry, loss }: SuperpositionSnapshot, data?: Strip): string {
  const best = data && nearest(data, params.absent);
  if (!best || best.geometry === geometry || loss < best.loss * 1.02 || Math.abs(best.absent - params.absent) > 0.012) return '';
  const form = shape(best.geometry), better = form && form !== 'uneven' ? `${inWords(best.kept)} kept, ${form}` : `${inWords(best.kept)} kept`;
  return params.edits.length ? ` The best known arrangement here is ${better}.` : ` This start got stuck: the best of all starts tried ends with ${better}, at a lower loss.`;
}

function beside({ ghost, loss, geometry }: SuperpositionSnapshot): string {
  if (!ghost) return '';
  const same = ghost.geometry === geometry;
  return ` The ghost, seed ${ghost.seed}, ends ${same ? 'in the same arrangement' : `otherwise${shape(ghost.geometry) ? ` (${shape(ghost.geometry)})` : ''}`}, at ${Math.abs(ghost.loss / loss - 1) < 0.01 ? 'an equal' : ghost.loss < loss ? 'a lower' : 'a higher'} loss.`;
}

/** Said aloud as it happens: how many are kept while it trains, and the result. Equal sentences are said once. */
function milestone(params: SuperpositionParams, snapshot: SuperpositionSnapshot, data?: Strip): string | undefined {
  const { step, end, kept } = snapshot, count = kept.filter(Boolean).length;
  if (step >= end) return summary(params, snapshot, data);
  return step > 0 && count > 0 ? `${capital(plural(count, 'feature'))} kept.` : undefined;
}
