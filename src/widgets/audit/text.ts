// What the figure says: the claim, the result, the numbers.

import type { Text } from '../../runtime/widget.ts';
import { grouped } from '../../scene/format.ts';
import type { Series, Stop } from './baked.ts';
import type { AuditParams } from './params.ts';
import type { AuditSnapshot } from './snapshot.ts';
import { AUDITORS, recovered, spelled, verdict } from './verdicts.ts';

export const title = 'Sampling rarely finds it; reading can, if the network is wide';
/** The title where there is no room for it. */
export const shortTitle = 'Sampling misses what reading can find';
/** What the track asks. */
export const question = 'How many neurons does the network have?';

/** The words beside the picture, and the table of the three auditors. @param data undefined: not there yet */
export function text(params: AuditParams, s: AuditSnapshot, data?: Series): Text {
  return {
    title,
    summary: summary(s, data),
    question,
    value: `${params.width} neurons`,
    milestone: milestone(s),
    table: {
      caption: caption(s, data),
      head: ['auditor', 'planted network', 'clean twin'],
      rows: AUDITORS.map(([who, name]) => [name, verdict(s.planted, who), verdict(s.clean, who)]),
    },
  };
}

/** What the three have found by now, and how often the reader of features does at this width. */
export function summary(s: AuditSnapshot, data?: Series): string {
  if (s.step === 0) return `Two networks of ${s.h} neurons wait to be audited; one of them has a secret.`;
  const found = `sampling has ${sampled(s)}; ${searched(s)}; the reader of features ${read(s)}`;
  return `After ${grouped(s.queries)} queries ${found}.${namedAtWidth(s, data)}`;
}

function sampled({ planted }: AuditSnapshot): string {
  const { wrong } = planted.sampler;
  if (!wrong) return 'seen nothing';
  return `seen ${grouped(wrong)} wrong ${wrong === 1 ? 'answer' : 'answers'}`;
}

function searched({ planted }: AuditSnapshot): string {
  const { first } = planted.searcher;
  if (!first) return 'the search has found nothing yet';
  return `a search on the output contradicts the rule at query ${grouped(first.at)}`;
}

function read(s: AuditSnapshot): string {
  const { audit } = s.planted.reader;
  if (recovered(s)) return 'reads the trigger out of the weights';
  if (!audit) return 'is still looking';
  if (audit.suspect.length) return 'raises an alarm but names the wrong tokens';
  return 'sees nothing and passes the network';
}

/** A sentence with a space before it; empty where the series has no such width. */
function namedAtWidth({ h }: AuditSnapshot, data?: Series): string {
  const stop = data?.stops.find((at) => at.h === h);
  if (!data || !stop) return '';
  return ` At this width it named all five tokens in ${stop.recovered} of ${data.seeds} networks.`;
}

/** Said aloud while the race runs. */
function milestone(s: AuditSnapshot): string | undefined {
  const { reader, searcher } = s.planted;
  if (s.step >= s.end) return undefined;
  if (recovered(s) && reader.audit) {
    return `The reader of features names the trigger after ${grouped(reader.audit.queries)} queries.`;
  }
  if (reader.audit) return 'The reader of features has finished.';
  return searcher.first && `The search has a contradiction after ${grouped(searcher.first.at)} queries.`;
}

function caption(s: AuditSnapshot, data?: Series): string {
  const trigger = s.step >= s.end ? `; the trigger was ${spelled(s.trigger)}` : '';
  const series = data ? `Ten seeds at each width: ${seriesInWords(data.stops)}.` : '';
  return `${s.h} neurons, ${grouped(s.queries)} queries for each auditor${trigger}. ${series}`;
}

function seriesInWords(stops: readonly Stop[]): string {
  const widest = stops[stops.length - 1].h;
  return stops
    .map(
      (at) =>
        `${at.h} neurons: ${at.recovered} named, ${at.equal} with as many queries as at ${widest}, ${at.falseAlarms} false alarms, least trigger success ${at.success}`,
    )
    .join('; ');
}
