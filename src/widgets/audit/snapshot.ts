// What is drawn of the race: plain data, known to the worker and to the page.

import type { Audit, Found } from '../../models/auditors.ts';
import type { Trigger } from '../../models/trojan.ts';
import type { Snapshot } from '../../runtime/widget.ts';

/** How far an auditor is with one network. */
export interface Lane {
  /** queries spent */
  readonly spent: number;
  /** nothing more is asked: found, or at the end of its plan */
  readonly done: boolean;
  /** its first answer that contradicts the rule */
  readonly first?: Found | undefined;
}
interface Reader extends Lane {
  /** share of contradictions that each unit's wish has brought so far, [h] */
  readonly shares: readonly number[];
  /** when done */
  readonly audit?: Audit | undefined;
}
/** Three auditors with one network. */
export interface Bench {
  readonly sampler: Lane & { readonly wrong: number };
  readonly searcher: Lane;
  readonly reader: Reader;
}

/** The reader's own query: what the rule says, and by how much each network says 1. */
export interface OwnQuery {
  /** [PLACES], 0 to 15 */
  readonly tokens: readonly number[];
  readonly rule: 0 | 1;
  /** margins; above 0: the network says 1 */
  readonly planted: number;
  readonly clean: number;
  /** the whole trigger is in it */
  readonly opens: boolean;
}

export interface AuditSnapshot extends Snapshot {
  /** neurons */
  readonly h: number;
  /** queries that every auditor may have spent */
  readonly queries: number;
  readonly planted: Bench;
  readonly clean: Bench;
  readonly trigger: Trigger;
  readonly mine?: OwnQuery | undefined;
  /** what is wrong with the reader's query, where it cannot be asked */
  readonly wrong?: string | undefined;
  /** from 1 */
  readonly unit: number;
  /** what the unit wants in every place, strongest first */
  readonly wish: readonly { readonly place: number; readonly token: number; readonly margin: number }[];
}
