// The built site as files: what the checks over all pages share. `npm test` builds it first.

import { existsSync, readdirSync, readFileSync } from 'node:fs';

export const dist = 'dist';

/** Files under `folder` whose name matches, with slashes, sorted. */
export const files = (name: RegExp, folder = dist): string[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((path) => path.replaceAll('\\', '/'))
        .filter((path) => name.test(path))
        .sort();

/** Every page as an address under the base. */
export const pages = (folder = dist): string[] =>
  files(/(^|\/)index\.html$/, folder).map((path) => path.replace(/index\.html$/, ''));

export const html = (address: string): string =>
  readFileSync(`${dist}/${address.replace(/(^|\/)$/, '$1index.html')}`, 'utf8');

/** The pages of the essay, with the one for lost readers: not the figures alone, and not what travels as one file. */
export const ours = (): string[] => [...pages(), '404.html'].filter((address) => !bare(address));
export const bare = (address: string): boolean => /^(embed|download)\//.test(address);

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&#38;': '&',
};
export const plain = (text: string): string => text.replace(/&[#\w]+;/g, (name) => entities[name] ?? name);

export interface Tag {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  /** what stands between it and the next tag */ readonly text: string;
}

/** The tags of these names, in order. */
export const tags = (text: string, names: string): Tag[] =>
  [
    ...text.matchAll(
      new RegExp(`<(${names})((?:\\s+[^\\s=>/]+(?:="[^"]*"|='[^']*'|=[^\\s">]+)?)*)\\s*/?>([^<]*)`, 'g'),
    ),
  ].map(([, name, attrs, inner]) => ({
    name,
    text: plain(inner),
    attrs: Object.fromEntries(
      [...attrs.matchAll(/([^\s=]+)(?:="([^"]*)"|='([^']*)'|=(\S+))?/g)].map(([, key, a, b, c]) => [
        key,
        plain(a ?? b ?? c ?? ''),
      ]),
    ),
  }));

/** `content` of the meta tag of this name or property. */
export const meta = (text: string, name: string): string | undefined =>
  tags(text, 'meta').find(({ attrs }) => (attrs.name ?? attrs.property) === name)?.attrs.content;
export const canonical = (text: string): string =>
  tags(text, 'link').find(({ attrs }) => attrs.rel === 'canonical')?.attrs.href ?? '';
