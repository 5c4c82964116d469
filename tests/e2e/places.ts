// Every page and every figure, read from the built site, for the sweeps: what is new is swept by being there. The gate takes
// one of each kind, `npm run test:all` takes all.

import { html, pages, tags } from '../built/site.ts';
import { names } from '../../src/widgets/registry.ts';

export { names };

/** One figure for each class of model. */
export const classes = {
  toy: 'superposition',
  autoencoder: 'dictionary',
  'conv net': 'circuit',
  transformer: 'induction',
  audit: 'explainer',
} as const;
const representatives: readonly string[] = Object.values(classes);
export const represents = (name: string): boolean => representatives.includes(name);

export const figurePages = names.map((name) => `figures/${name}/`);
export const embeds = names.map((name) => `embed/${name}/`);
/** The essay's pages, from the landing on, without figures alone and files that travel. */
export const reading = pages().filter((address) => !/^(figures\/.|embed|download)/.test(address));

/** A figure where it is read. */
export interface Placed {
  readonly chapter: string;
  readonly id: string;
  readonly name: string;
}
export const placed: readonly Placed[] = reading.flatMap((chapter) =>
  tags(html(chapter), names.map((name) => `dream-${name}`).join('|')).flatMap(({ name, attrs: { id } }) =>
    id ? [{ chapter, id, name: name.slice(6) }] : [],
  ),
);
/** The chapters: pages with figures that have ids of their own. */
export const chapters = [...new Set(placed.map(({ chapter }) => chapter))];
