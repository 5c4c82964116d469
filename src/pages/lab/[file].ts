// /lab/pentagon.json and its like: the lab's examples.
import type { APIRoute } from 'astro';
import { files } from '../../build/lab.ts';

export const getStaticPaths = () => Object.keys(files).map((file) => ({ params: { file } }));
export const GET: APIRoute = async ({ params }) =>
  new Response(await files[params.file!](), {
    headers: {
      'Content-Type': params.file!.endsWith('.json') ? 'application/json' : 'application/octet-stream',
    },
  });
