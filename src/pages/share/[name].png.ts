// /share/<name>.png: 1200 x 630, the slide composition, for link previews.
import type { APIRoute } from 'astro';
import { names } from '../../build/registry.ts';
import { pixels, shareFile } from '../../build/picture.ts';

export const getStaticPaths = () => names.map((name) => ({ params: { name } }));
export const GET: APIRoute = async ({ params }) => new Response(await pixels(await shareFile(params.name!), 1200) as BodyInit, { headers: { 'Content-Type': 'image/png' } });
