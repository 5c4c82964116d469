// /share/<name>.png: 1200 x 630 for link previews: a figure in its slide composition, a chapter by its lens, other pages by their title.
import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import { names } from '../../build/registry.ts';
import { shareFile, titleFile } from '../../build/picture.ts';
import { pixels } from '../../build/pixels.ts';
import { shares } from '../../build/share-images.ts';
import type { LensNumber } from '../../page-art/lens.ts';

export const getStaticPaths = async () =>
  [...names, ...Object.keys(shares), ...(await getCollection('chapters')).map(({ id }) => id)].map(
    (name) => ({ params: { name } }),
  );
export const GET: APIRoute = async ({ params }) => {
  const name = params.name!;
  const chapter = (await getCollection('chapters')).find(({ id }) => id === name)?.data;
  const svg = chapter
    ? titleFile(chapter.lens as LensNumber, chapter.title, `Lens ${chapter.lens} of 7: ${chapter.set}`)
    : name in shares
      ? titleFile(1, shares[name], 'An interactive essay')
      : await shareFile(name);
  return new Response((await pixels(svg, 1200)) as BodyInit, { headers: { 'Content-Type': 'image/png' } });
};
