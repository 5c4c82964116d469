// /rss.xml: one item for every chapter that is open, with the still of its first figure.
import rss from '@astrojs/rss';
import { getCollection } from 'astro:content';
import { absolute } from '../build/url.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export const GET = async (): Promise<Response> => {
  const open = (await getCollection('chapters', ({ data }) => data.status === 'open')).sort(
    (a, b) => a.data.order - b.data.order,
  );
  return rss({
    title: 'Interpretability Dreams, explorable',
    description:
      'An interactive essay on what it would mean to read neural networks. Every figure is a real model that trains in your browser.',
    site: absolute(''),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>en</language><atom:link href="${absolute('rss.xml')}" rel="self" type="application/rss+xml"/>`,
    items: open.map(({ id, body = '', data }) => {
      const figure = /<Figure\s[^>]*?\bname="([\w-]+)"/.exec(body)?.[1];
      const picture = figure
        ? `<p><a href="${absolute(`${id}/`)}"><img src="${absolute(`still/${figure}.png`)}" alt="The first figure of the chapter, at rest" width="600"></a></p>`
        : '';
      return {
        title: data.title,
        link: absolute(`${id}/`),
        pubDate: data.published,
        description: data.description,
        content: `<p>${escaped(data.deck)}</p>${picture}<p>${escaped(data.description)}</p>`,
      };
    }),
  });
};
