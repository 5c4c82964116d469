// /source/models/<name>.ts and /source/widgets/<name>/claims.ts: as they stand in the repository, for the source panel and for anyone.
import type { APIRoute } from 'astro';

const files = import.meta.glob<string>(['../../models/*.ts', '../../widgets/*/claims.ts'], { query: '?raw', import: 'default', eager: true });
const byName = new Map(Object.entries(files).map(([path, text]) => [path.replace('../../', ''), text]));

export const getStaticPaths = () => [...byName.keys()].map((file) => ({ params: { file } }));
export const GET: APIRoute = ({ params }) => new Response(byName.get(params.file!), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
