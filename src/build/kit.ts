// /talk-kit.zip: every figure as an offline file, its still in lines and pixels, and a reveal.js deck that
// shows them.

import { readFile } from 'node:fs/promises';
import { zipSync } from 'fflate';

const README = `The figures of "Interpretability Dreams, explorable", for your talk. Nothing here asks the network.

deck.html   a reveal.js deck with one slide for each figure: open it, delete what you do not need
<name>.html the figure alone; what stands behind # is its state, as in the site's links
stills/     the default state of each as SVG and PNG, for PowerPoint, Keynote, Google Slides and paper
reveal/     reveal.js (MIT licence, reveal/LICENSE)

Keys in a figure: Space plays, R resets, D switches the illumination, Escape gives the keys back to the deck.
To print the deck: open deck.html?view=print and print; the stills take the figures' places.
Licence: CC BY 4.0. Say where they are from.
`;

/** One slide: the living figure, and its still for paper. */
const slide = (name: string, title: string): string =>
  [
    `<section><h2>${title}</h2>`,
    `<iframe data-src="${name}.html?chrome=none" data-preload title="${title}"`,
    ' width="960" height="540" allow="fullscreen"></iframe>',
    `<img class="paper" src="stills/${name}.svg" alt=""></section>`,
  ].join('');

/** A reveal.js deck with a title and a slide for each figure. */
const deck = (figures: readonly (readonly [name: string, title: string])[]): string => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Interpretability Dreams</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="reveal/reset.css"><link rel="stylesheet" href="reveal/reveal.css">
<style>
body{background:#F6F8F8;color:#16222B;font-family:Georgia,serif}
.reveal h1,.reveal h2{font-weight:400;margin:0 0 16px;text-align:left}.reveal h1{font-size:56px}.reveal h2{font-size:30px}.reveal p{font-size:24px;text-align:left}
.reveal iframe{border:0;display:block}
.paper{display:none;max-width:960px;max-height:560px}
.reveal-print iframe{display:none}.reveal-print .paper{display:block}
@media print{.reveal iframe{display:none!important}.paper{display:block!important}}
.reveal.overview iframe{pointer-events:none}
</style></head>
<body><div class="reveal"><div class="slides">
<section><h1>Interpretability Dreams, explorable</h1><p>Every figure trains while you show it. Space plays it, the arrow keys turn the slides.</p></section>
${figures.map(([name, title]) => slide(name, title)).join('\n')}
</div></div>
<script src="reveal/reveal.js"></script>
<script>Reveal.initialize({ width: 1100, height: 700, hash: true, center: false });</script>
</body></html>
`;

/** @throws where a page has no title */
function titleOf(page: string): string {
  const title = /<title>([^<]*)/.exec(page)?.[1];
  if (title === undefined) throw new Error('A page without a title');
  return title;
}

/**
 * The archive's bytes, the same for the same site.
 * @param dist the built site's folder, with a slash at its end
 */
export async function kit(dist: string, names: readonly string[]): Promise<Uint8Array> {
  const text = (file: string): Promise<string> => readFile(file, 'utf8');
  const bytes = async (file: string): Promise<Uint8Array> => new Uint8Array(await readFile(file));
  const files: Record<string, Uint8Array> = {};
  const titles: [string, string][] = [];
  const put = (name: string, body: string): void => {
    files[name] = new TextEncoder().encode(body);
  };
  for (const name of names) {
    const page = await text(`${dist}download/${name}.html`);
    titles.push([name, titleOf(page)]);
    put(`${name}.html`, page);
    for (const kind of ['svg', 'png']) {
      files[`stills/${name}.${kind}`] = await bytes(`${dist}still/${name}.${kind}`);
    }
  }
  for (const name of ['reset.css', 'reveal.css', 'reveal.js']) {
    files[`reveal/${name}`] = await bytes(`node_modules/reveal.js/dist/${name}`);
  }
  files['reveal/LICENSE'] = await bytes('node_modules/reveal.js/LICENSE');
  put('deck.html', deck(titles));
  put('README.txt', README);
  return zipSync({ 'talk-kit': files }, { level: 6, mtime: '1980-01-01T00:00:00' });
}
