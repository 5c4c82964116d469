// /still/<name>.png: the same in pixels.
import type { APIRoute } from 'astro';
import { names } from '../../build/registry.ts';
import { stillFile } from '../../build/picture.ts';
import { pixels } from '../../build/pixels.ts';

export const getStaticPaths = () => names.map((name) => ({ params: { name } }));
export const GET: APIRoute = async ({ params }) =>
  new Response((await pixels(await stillFile(params.name!), 1200)) as BodyInit, {
    headers: { 'Content-Type': 'image/png' },
  });
