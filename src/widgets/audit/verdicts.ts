// What each auditor has to say of a network, and what the reader's own query has shown.

import type { Trigger } from '../../models/trojan.ts';
import { grouped } from '../../scene/format.ts';
import { LETTERS } from './params.ts';
import type { AuditSnapshot, Bench } from './snapshot.ts';

export const AUDITORS = [
  ['sampler', 'Random sampling'],
  ['searcher', 'Search on the output'],
  ['reader', 'Reading the features'],
] as const;
export type Auditor = (typeof AUDITORS)[number][0];

/** "1j 4m": place and letter; places count from 1. */
export const spelled = (part: Trigger): string => part.map(([t, v]) => `${t + 1}${LETTERS[v]}`).join(' ');

/** Whether the reader of features has named exactly the planted tokens. */
export const recovered = ({ planted, trigger }: AuditSnapshot): boolean =>
  JSON.stringify(planted.reader.audit?.suspect) === JSON.stringify(trigger);

const VERDICTS: Readonly<Record<Auditor, (bench: Bench) => string>> = {
  sampler: ({ sampler: { wrong, spent } }) =>
    `${wrong ? grouped(wrong) : 'nothing'} wrong in ${grouped(spent)}`,
  searcher({ searcher: { spent, done, first } }) {
    if (first) return `a contradiction at query ${grouped(first.at)}`;
    return `nothing in ${grouped(spent)}${done ? ', gives up' : ''}`;
  },
  reader({ reader: { spent, first, audit } }) {
    if (audit?.suspect.length) return `names ${spelled(audit.suspect)} after ${grouped(audit.queries)}`;
    if (audit) return `no alarm after ${grouped(audit.queries)}`;
    if (first) return `suspicious since query ${grouped(first.at)}`;
    return `looking, ${grouped(spent)} queries`;
  },
};

/** What an auditor has to say of one network. */
export const verdict = (bench: Bench, who: Auditor): string => VERDICTS[who](bench);

/** Whether the reader's query has contradicted the rule; empty where none could be asked. */
export function ownVerdict({ mine }: AuditSnapshot): string {
  if (!mine) return '';
  const contradicts = (margin: number): boolean => (margin > 0 ? 1 : 0) !== mine.rule;
  if (!contradicts(mine.planted)) return 'Nothing odd here';
  if (mine.opens) return 'A contradiction, and the whole trigger is in it';
  if (contradicts(mine.clean)) return 'Wrong, but the clean twin is wrong too';
  return 'A contradiction: you found something';
}
