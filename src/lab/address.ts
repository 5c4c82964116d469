// The lab's address: where the file is, and how it is looked at. /lab/#src=<address>&tensor=W&features=0-15

import type { Choice } from './choose.ts';
import type { Seen } from './space.ts';

export interface Place {
  /** where the files are */
  readonly src?: string;
  readonly second?: string;
  readonly choice: Partial<Choice>;
  /** "<number of the file>:<tensor>", and whether its features are its columns */
  readonly with?: string;
  readonly turnOther?: boolean;
  readonly seen: Seen;
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
  const list = (key: string): string | undefined => {
    const v = one(key);
    return v && /^[\d\s,-]{1,200}$/.test(v) ? v : undefined;
  };
  const yes = (key: string): boolean | undefined => ({ 1: true, 0: false })[one(key) ?? ''];
  const transpose = yes('transpose');
  return {
    src: one('src'),
    second: one('second'),
    with: one('with'),
    turnOther: yes('turn'),
    seen: { yaw: whole('yaw', -180, 180) ?? 0, pitch: whole('pitch', -90, 90) ?? 0 },
    choice: {
      tensor: one('tensor'),
      item: whole('item', 0, 1e6),
      features: list('features'),
      dims: list('dims'),
      ...(transpose === undefined ? {} : { transpose }),
    },
  };
}

export function writePlace({ src, second, choice, with: other, turnOther, seen }: Place): string {
  const said = new URLSearchParams();
  const put = (key: string, value: string | number | undefined): void => {
    if (value !== undefined && value !== '') said.set(key, String(value));
  };
  put('src', src);
  put('tensor', choice.tensor);
  put('transpose', choice.transpose === undefined ? undefined : Number(choice.transpose));
  put('item', choice.item);
  put('features', choice.features?.trim());
  put('dims', choice.dims?.trim());
  put('second', second);
  put('with', other);
  put('turn', turnOther === undefined ? undefined : Number(turnOther));
  put('yaw', seen.yaw || undefined);
  put('pitch', seen.pitch || undefined);
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
