// All that the page knows; the view is a function of it.

import { FRONT } from '../address.ts';
import type { Choice } from '../analysis/choice.ts';
import { colouringOf } from '../pictures/colouring.ts';
import type { Shown } from '../pictures/panel.ts';
import type { Seen } from '../pictures/space.ts';
import type { Catalogue, Found, Nearest } from '../protocol.ts';

export interface State {
  readonly catalogue?: Catalogue | undefined;
  readonly first?: Choice | undefined;
  readonly second?: Choice | undefined;
  readonly centred: boolean;
  /** features in the colours of their names */
  readonly coloured: boolean;
  /** the selected feature's number in the file */
  readonly row?: number | undefined;
  readonly nearest?: Nearest | undefined;
  /** what is typed into the searches */
  readonly tensorSearch: string;
  readonly rowSearch: string;
  /** names of all features of the file */
  readonly rowNames?: readonly string[] | undefined;
  /** a feature under the pointer, as a place in the look */
  readonly hovered?: number | undefined;
  readonly seen: Seen;
  readonly cell?: number | undefined;
  readonly busy?: { readonly what: string; readonly share: number } | undefined;
  /** the sentence that says what is wrong */
  readonly problem?: string | undefined;
  /** an address that waits for the reader's word */
  readonly asking?: { readonly src: string; readonly host: string; readonly slot: number } | undefined;
  readonly found?: Found | undefined;
  readonly script?: string | undefined;
  readonly said: string;
  readonly width: number;
  readonly site: string;
}

/** Before anything was brought. */
export const empty = (site: string, width = 540): State => ({
  centred: false,
  coloured: false,
  tensorSearch: '',
  rowSearch: '',
  seen: FRONT,
  said: '',
  width,
  site,
});

/** What the panels draw; `undefined` while there is nothing to look at. */
export function shownOf(state: State): Shown | undefined {
  const { found, seen, cell, row, coloured } = state;
  if (!found) return undefined;
  const selected = row === undefined ? -1 : found.look.at.indexOf(row);
  const colouring = coloured ? colouringOf(found.look.names) : undefined;
  return {
    look: found.look,
    seen,
    ...(found.comparison ? { comparison: found.comparison } : {}),
    ...(found.dictionary ? { dictionary: found.dictionary } : {}),
    ...(cell === undefined ? {} : { cell }),
    ...(selected < 0 ? {} : { selected }),
    ...(colouring ? { colouring } : {}),
  };
}
