// The lab's address: where the files are, and how they are looked at. /lab/#src=<address>&tensor=W&features=0-15

import type { Choice } from './analysis/choice.ts';
import type { Seen } from './pictures/space.ts';

/** A choice without the file it is of, which the address gives by its place. */
type PlacedChoice = Partial<Omit<Choice, 'file'>>;

export interface Place {
  /** where the files are */
  readonly src?: string;
  readonly second?: string;
  readonly choice: PlacedChoice;
  /** "<number of the file>:<tensor>" that it is compared with, and how that lies */
  readonly with?: string;
  readonly other: PlacedChoice;
  readonly seen: Seen;
  /** the selected feature's number in the file */
  readonly row?: number;
  readonly centred?: boolean;
  readonly coloured?: boolean;
}

const LONGEST = 4096;
export const FRONT: Seen = { yaw: 0, pitch: 0 };

/** Tolerates every kind of garbage: what cannot be used is left out. */
export function readPlace(fragment: string): Place {
  const said = new URLSearchParams(fragment.length > LONGEST ? '' : fragment);
  const one = (key: string): string | undefined => said.get(key)?.slice(0, 2000) || undefined;
  const whole = (key: string, low: number, high: number): number | undefined => {
    const v = Number(one(key) ?? NaN);
    return Number.isInteger(v) && v >= low && v <= high ? v : undefined;
  };
  const matching = (key: string, form: RegExp): string | undefined => {
    const v = one(key);
    return v && form.test(v) ? v : undefined;
  };
  const yes = (key: string): boolean | undefined =>
    new Map([
      ['1', true],
      ['0', false],
    ]).get(one(key) ?? '');
  const item = whole('item', 0, 1e6); // as addresses before 0.2 had it
  const choiceOf = (end: string, turn: string): PlacedChoice =>
    present({
      slice:
        matching(`slice${end}`, /^[\d\s:,-]{1,60}$/) ??
        (item === undefined || end ? undefined : String(item)),
      axis: whole(`axis${end}`, 0, 7),
      features: matching(`features${end}`, /^[\d\s,-]{1,200}$/),
      dims: matching(`dims${end}`, /^[\d\s,-]{1,200}$/),
      transpose: yes(turn),
      omit: yes(`omit${end}`),
    });
  return present({
    src: one('src'),
    second: one('second'),
    with: one('with'),
    choice: present({ tensor: one('tensor'), ...choiceOf('', 'transpose'), labels: one('labels') }),
    other: choiceOf('2', 'turn'),
    seen: { yaw: whole('yaw', -180, 180) ?? 0, pitch: whole('pitch', -90, 90) ?? 0 },
    row: whole('row', 0, 1e9),
    centred: yes('centred'),
    coloured: yes('coloured'),
  });
}

/** The same table without what is undefined. */
function present<T extends object>(table: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const kept = Object.entries(table).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]: Exclude<T[K], undefined> };
}

/** The fragment of a place; defaults are left out. */
export function writePlace(place: Place): string {
  const { src, second, choice, with: compared, other, seen } = place;
  const said = new URLSearchParams();
  const put = (key: string, value: string | number | boolean | undefined): void => {
    if (value !== undefined && value !== '') {
      said.set(key, String(typeof value === 'boolean' ? Number(value) : value));
    }
  };
  put('src', src);
  put('tensor', choice.tensor);
  put('transpose', choice.transpose);
  put('slice', choice.slice?.trim());
  put('axis', choice.axis);
  put('features', choice.features?.trim());
  put('dims', choice.dims?.trim());
  put('omit', choice.omit || undefined);
  put('labels', choice.labels);
  put('second', second);
  put('with', compared);
  put('turn', other.transpose);
  put('slice2', other.slice?.trim());
  put('axis2', other.axis);
  put('features2', other.features?.trim());
  put('dims2', other.dims?.trim());
  put('omit2', other.omit || undefined);
  put('yaw', seen.yaw || undefined);
  put('pitch', seen.pitch || undefined);
  put('row', place.row);
  put('centred', place.centred || undefined);
  put('coloured', place.coloured || undefined);
  return said.toString();
}

/** An address that the lab may ask: https, or the site itself; own: one of the lab's files. A reason when it may not. @param base the lab's own address */
export function askable(src: string, base: string): { url: URL; own: boolean } | string {
  let url: URL;
  try {
    url = new URL(src, base);
  } catch {
    return `“${src.slice(0, 80)}” is not an address.`;
  }
  const own = url.origin === new URL(base).origin;
  if (!own && url.protocol !== 'https:') return 'The lab asks https addresses only.';
  if (url.username || url.password) {
    return 'The address carries a name or a password, which would be sent along; take it out.';
  }
  return { url, own: own && url.href.startsWith(base) };
}
