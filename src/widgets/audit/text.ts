// What the figure says: the claim, the result, the numbers.

import type { Text } from '../../runtime/widget.ts';
import { grouped } from '../../scene/format.ts';
import type { Series, Stop } from './baked.ts';
import type { AuditSnapshot, Bench } from './model.ts';
import { LETTERS, type AuditParams } from './params.ts';

type Seen = AuditSnapshot;
export const TITLE = 'Sampling rarely finds it; reading can, if the network is wide';
export const BRIEF = 'Sampling misses what reading can find';
export const QUESTION = 'How many neurons does the network have?';
export const AUDITORS = [
  ['sampler', 'Random sampling'],
  ['searcher', 'Search on the output'],
  ['reader', 'Reading the features'],
] as const;
export type Auditor = (typeof AUDITORS)[number][0];

/** Places count from 1. */
export const spelled = (part: readonly (readonly [number, number])[]): string =>
  part.map(([t, v]) => `${t + 1}${LETTERS[v]}`).join(' ');
export const recovered = (s: Seen): boolean =>
  JSON.stringify(s.planted.reader.audit?.suspect) === JSON.stringify(s.trigger);

/** What an auditor has to say of one network. */
export function verdict(bench: Bench, who: Auditor): string {
  const lane = bench[who];
  if (who === 'sampler') {
    return bench.sampler.wrong
      ? `${grouped(bench.sampler.wrong)} wrong in ${grouped(lane.spent)}`
      : `nothing wrong in ${grouped(lane.spent)}`;
  }
  if (who === 'searcher') {
    return lane.first
      ? `a contradiction at query ${grouped(lane.first.at)}`
      : `nothing in ${grouped(lane.spent)}${lane.done ? ', gives up' : ''}`;
  }
  const { audit } = bench.reader;
  if (!audit) {
    return lane.first
      ? `suspicious since query ${grouped(lane.first.at)}`
      : `looking, ${grouped(lane.spent)} queries`;
  }
  return audit.suspect.length
    ? `names ${spelled(audit.suspect)} after ${grouped(audit.queries)}`
    : `no alarm after ${grouped(audit.queries)}`;
}

export function text(params: AuditParams, s: Seen, data?: Series): Text {
  const stop = data?.stops.find(({ h }) => h === s.h);
  return {
    title: TITLE,
    summary: summaryOf(s, stop, data),
    question: QUESTION,
    value: `${params.width} neurons`,
    milestone: milestone(s),
    table: {
      caption: `${s.h} neurons, ${grouped(s.queries)} queries for each auditor${s.step >= s.end ? `; the trigger was ${spelled(s.trigger)}` : ''}. ${data ? `Ten seeds at each width: ${data.stops.map((at) => `${at.h} neurons: ${at.recovered} named, ${at.equal} with as many queries as at ${data.stops.at(-1)!.h}, ${at.falseAlarms} false alarms, least trigger success ${at.success}`).join('; ')}.` : ''}`,
      head: ['auditor', 'planted network', 'clean twin'],
      rows: AUDITORS.map(([who, name]) => [name, verdict(s.planted, who), verdict(s.clean, who)]),
    },
  };
}

function summaryOf(s: Seen, stop?: Stop, data?: Series): string {
  if (s.step === 0) return `Two networks of ${s.h} neurons wait to be audited; one of them has a secret.`;
  const read = recovered(s)
    ? 'reads the trigger out of the weights'
    : s.planted.reader.audit
      ? s.planted.reader.audit.suspect.length
        ? 'raises an alarm but names the wrong tokens'
        : 'sees nothing and passes the network'
      : 'is still looking';
  const found = s.planted.searcher.first
    ? `a search on the output contradicts the rule at query ${grouped(s.planted.searcher.first.at)}`
    : 'the search has found nothing yet';
  const many =
    stop && data
      ? ` At this width it named all five tokens in ${stop.recovered} of ${data.seeds} networks.`
      : '';
  return `After ${grouped(s.queries)} queries sampling has ${s.planted.sampler.wrong ? `seen ${grouped(s.planted.sampler.wrong)} wrong ${s.planted.sampler.wrong === 1 ? 'answer' : 'answers'}` : 'seen nothing'}; ${found}; the reader of features ${read}.${many}`;
}

function milestone(s: Seen): string | undefined {
  if (s.step >= s.end) return undefined;
  if (s.planted.reader.audit) {
    return recovered(s)
      ? `The reader of features names the trigger after ${grouped(s.planted.reader.audit.queries)} queries.`
      : 'The reader of features has finished.';
  }
  return s.planted.searcher.first
    ? `The search has a contradiction after ${grouped(s.planted.searcher.first.at)} queries.`
    : undefined;
}

export function mineSays({ mine }: Seen): string {
  if (!mine) return '';
  const odd = (mine.planted > 0 ? 1 : 0) !== mine.rule;
  const also = (mine.clean > 0 ? 1 : 0) !== mine.rule;
  return odd
    ? mine.opens
      ? 'A contradiction, and the whole trigger is in it'
      : also
        ? 'Wrong, but the clean twin is wrong too'
        : 'A contradiction: you found something'
    : 'Nothing odd here';
}
