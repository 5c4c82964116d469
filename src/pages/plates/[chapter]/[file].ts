// /plates/<chapter>/<id>.svg and .json: pictures and numbers of a chapter's figures after its first.
// Chapters are read as text: through the collection their styles would come along and be cut in two.
import type { APIRoute } from 'astro';
import { figures } from '../../../build/contents.ts';
import { apart, type Asked } from '../../../build/figure-plate.ts';

const chapters = import.meta.glob<string>('/content/chapters/*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export function getStaticPaths() {
  return Object.entries(chapters).flatMap(([path, text]) =>
    figures(text)
      .slice(1)
      .flatMap((asked) =>
        ['svg', 'json'].map((kind) => ({
          params: { chapter: /([\w-]+)\.mdx$/.exec(path)![1], file: `${asked.id}.${kind}` },
          props: { asked, kind },
        })),
      ),
  );
}
export const GET: APIRoute<{ asked: unknown; kind: 'svg' | 'json' }> = async ({ props: { asked, kind } }) =>
  new Response((await apart(asked as Asked))[kind], {
    headers: { 'Content-Type': kind === 'svg' ? 'image/svg+xml' : 'application/json' },
  });
