// /source/<path>: the models, the kernels and the claims as they stand in the repository, for the source
// panel and for anyone.
import type { APIRoute } from 'astro';

const files = import.meta.glob<string>(
  ['../../models/*.ts', '../../math/**/*.ts', '../../widgets/*/claims.ts'],
  { query: '?raw', import: 'default', eager: true },
);
const byName = new Map(Object.entries(files).map(([path, text]) => [path.replace('../../', ''), text]));

export const getStaticPaths = () => [...byName.keys()].map((file) => ({ params: { file } }));
export const GET: APIRoute = ({ params }) =>
  new Response(byName.get(params.file!), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
