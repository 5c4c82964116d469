// /still/<name>.svg: the default state as a picture of its own, brightfield, 1200 wide.
import type { APIRoute } from 'astro';
import { names } from '../../build/registry.ts';
import { stillFile } from '../../build/picture.ts';

export const getStaticPaths = () => names.map((name) => ({ params: { name } }));
export const GET: APIRoute = async ({ params }) =>
  new Response(await stillFile(params.name!), { headers: { 'Content-Type': 'image/svg+xml' } });
