// /references.json: the bibliography as CSL JSON, without what its editors noted for themselves.
import { references } from '../build/citation-index.ts';
import { preprint } from '../build/people.ts';
export const GET = async (): Promise<Response> => {
  const all = (await references()).map(({ note, ...ref }) => ({
    ...ref,
    verified: undefined,
    ...(preprint({ ...ref, note }) ? { note: preprint({ ...ref, note }) } : {}),
  }));
  return new Response(`${JSON.stringify(all, null, 1)}\n`, {
    headers: { 'Content-Type': 'application/json' },
  });
};
