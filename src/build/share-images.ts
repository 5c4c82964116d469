// Share images of the pages that are neither a chapter nor a figure: what stands on each, beside the
// pentagon.

/** First part of a page's address -> the words on its share image. */
export const shares: Readonly<Record<string, string>> = {
  start: 'Interpretability Dreams',
  about: 'About, and how to cite',
  figures: 'All figures',
  glossary: 'Glossary',
  lab: 'The lab: bring your own weights',
  lost: 'Left out',
  marks: 'Every mark',
  'reading-figures': 'How to read the figures',
  references: 'References',
  search: 'Search',
  talks: 'For your talk',
};

/**
 * The share image of a page, a path of this site.
 * @param page first part of its address; the start has none
 */
export const shareOf = (page: string): string => `share/${page in shares ? page : 'start'}.png`;
