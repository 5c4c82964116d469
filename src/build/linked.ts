// What a page is, in the words of schema.org, for search engines and reference managers.
import { absolute } from './url.ts';

const site = 'Interpretability Dreams, explorable';
const after = {
  '@type': 'ScholarlyArticle',
  name: 'Interpretability Dreams',
  author: { '@type': 'Person', name: 'Chris Olah' },
  datePublished: '2023-05-24',
  url: 'https://transformer-circuits.pub/2023/interpretability-dreams/index.html',
};
const shared = {
  '@context': 'https://schema.org',
  inLanguage: 'en',
  isAccessibleForFree: true,
  license: 'https://creativecommons.org/licenses/by/4.0/',
  author: { '@type': 'Organization', name: site, url: absolute('') },
};
const whole = { '@type': 'ScholarlyArticle', name: site, url: absolute('') };

/** What every kind of page says of itself. */
export interface Described {
  readonly title: string;
  readonly description: string;
  readonly path: string;
  readonly image: string;
  readonly published?: Date;
}
const common = ({ title, description, path, image, published }: Described): object => ({
  ...shared,
  headline: title,
  name: title,
  description,
  url: absolute(path),
  image: absolute(image),
  ...(published ? { datePublished: published.toISOString().slice(0, 10) } : {}),
});

/** A chapter: a part of the essay, after the note, with the works it cites. */
export const chapterLinked = (page: Described, position: number, citation: object[]): object => ({
  ...common(page),
  '@type': 'ScholarlyArticle',
  isPartOf: whole,
  position,
  isBasedOn: after,
  citation,
});
/** The whole essay, with its chapters. */
export const essayLinked = (page: Described, chapters: readonly string[], citation: object[]): object => ({
  ...common(page),
  '@type': 'ScholarlyArticle',
  isBasedOn: after,
  hasPart: chapters.map((path) => ({ '@type': 'ScholarlyArticle', url: absolute(path) })),
  citation,
});
/** A figure: a simulation to learn from, with its still. */
export const figureLinked = (page: Described, name: string): object => ({
  ...common(page),
  '@type': 'LearningResource',
  learningResourceType: 'interactive simulation',
  interactivityType: 'active',
  isPartOf: whole,
  encoding: [
    { '@type': 'ImageObject', contentUrl: absolute(`still/${name}.svg`), encodingFormat: 'image/svg+xml' },
  ],
});
