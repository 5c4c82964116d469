// /share/<name>.png: 1200 x 630 for link previews: a figure in its slide composition, a chapter by its lens.
import type { APIRoute } from 'astro';
import { getCollection, getEntry } from 'astro:content';
import { names } from '../../build/registry.ts';
import { chapterFile, pixels, shareFile } from '../../build/picture.ts';
import type { LensNumber } from '../../scene/lens.ts';

export const getStaticPaths = async () => [...names, ...(await getCollection('chapters')).map(({ id }) => id)].map((name) => ({ params: { name } }));
export const GET: APIRoute = async ({ params }) => {
  const chapter = await getEntry('chapters', params.name!);
  const svg = chapter ? chapterFile(chapter.data.lens as LensNumber, chapter.data.title, chapter.data.set) : await shareFile(params.name!);
  return new Response(await pixels(svg, 1200) as BodyInit, { headers: { 'Content-Type': 'image/png' } });
};
