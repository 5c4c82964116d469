// /share/<name>.png: 1200 x 630 for link previews: a figure in its slide composition, a chapter by its lens,
// other pages by their title.
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
async function drawn(name: string): Promise<string> {
  const chapter = (await getCollection('chapters')).find(({ id }) => id === name)?.data;
  if (chapter) {
    return titleFile(chapter.lens as LensNumber, chapter.title, `Lens ${chapter.lens} of 7: ${chapter.set}`);
  }
  const title = shares[name];
  return title ? titleFile(1, title, 'An interactive essay') : shareFile(name);
}
export const GET: APIRoute = async ({ params }) => {
  const svg = await drawn(params.name!);
  return new Response((await pixels(svg, 1200)) as BodyInit, { headers: { 'Content-Type': 'image/png' } });
};
