// /oembed/<name>.json: oEmbed 1.0 "rich". One iframe with width and height attributes, no fragment, no style:
// what WordPress lets through.
import type { APIRoute } from 'astro';
import { names, widget } from '../../build/registry.ts';
import { absolute } from '../../build/url.ts';
import { defaults } from '../../runtime/params.ts';

export const getStaticPaths = () => names.map((name) => ({ params: { name } }));
export const GET: APIRoute = async ({ params: { name } }) => {
  const { view, settle, data } = await widget(name!);
  const params = defaults<any>(view.spec);
  const { title } = view.text(params, settle(params), await data(params));
  return new Response(
    JSON.stringify({
      version: '1.0',
      type: 'rich',
      title,
      provider_name: 'Interpretability Dreams, explorable',
      provider_url: absolute(''),
      html: `<iframe src="${absolute(`embed/${name}/`)}" width="960" height="540" frameborder="0" scrolling="no" title="${title}"></iframe>`,
      width: 960,
      height: 540,
      thumbnail_url: absolute(`share/${name}.png`),
      thumbnail_width: 1200,
      thumbnail_height: 630,
    }),
    { headers: { 'Content-Type': 'application/json' } },
  );
};
