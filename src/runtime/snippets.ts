// What goes into other people's pages, decks and notebooks: one text for each place, with the state in it. Which form a
// place takes was tried in it or read in its documentation; the /talks/ page says more about each.

import { attributeOf } from './state-input.ts';

export interface Snippet {
  readonly label: string;
  readonly code: string;
  /** one sentence: what to know there */
  readonly note?: string | undefined;
}
export interface Quoted {
  readonly name: string;
  /** state and engine, as in a permalink */
  readonly address: string;
  /** where the site lives, absolute */
  readonly base: string;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The state as attributes of an element. */
function attributes(address: string): string {
  return address
    .split('&')
    .map((pair) => pair.split('='))
    .filter(([key]) => key && key !== 'engine')
    .map(([key = '', value = '']) => ` ${attributeOf(key)}="${escaped(decodeURIComponent(value))}"`)
    .join('');
}

/** The keys are the names of the copy buttons; the first three are what most people want. */
export function snippets({ name, address, base }: Quoted): Record<string, Snippet> {
  const at = (path: string): string => new URL(path, base).href;
  const tag = `dream-${name}`;
  const attrs = attributes(address);
  const embed = at(`embed/${name}/#${address}`);
  const module = at(`widgets/${name}.js`);
  const link = at(`figures/${name}/#${name}?${address}`);
  const frame = (src: string): string =>
    `<iframe ${src} title="${name}, a living figure" width="960" height="540" allow="fullscreen" style="border:0"></iframe>`;
  const kept = frame(`data-src="${escaped(embed)}" data-preload`);
  return {
    link: { label: 'Link', code: link },
    iframe: { label: 'Frame, for pages and posts', code: frame(`src="${escaped(embed)}"`) },
    element: {
      label: 'Element, for your own page',
      code: `<script type="module" src="${module}"></script>\n<${tag}${attrs}></${tag}>`,
    },
    reveal: {
      label: 'reveal.js',
      code: `<section>${kept}</section>`,
      note: 'It plays when the slide comes and rests when it goes; the arrow keys stay the deck’s.',
    },
    slidev: {
      label: 'Slidev',
      note: 'Three files. In Slidev a frame would swallow the keys, so this is the element.',
      code: `<!-- slides.md -->\n<${tag}${attrs} context="slide" style="display:block;height:360px"></${tag}>\n\n<!-- index.html, beside slides.md -->\n<head><script type="module" src="${module}"></script></head>\n\n// vite.config.ts\nexport default { slidev: { vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('dream-') } } } } }`,
    },
    quarto: {
      label: 'Quarto',
      code: `\`\`\`{=html}\n${kept}\n\`\`\``,
      note: 'In a document, not a deck, write src for data-src.',
    },
    marp: {
      label: 'Marp',
      code: frame(`src="${escaped(embed)}"`),
      note: 'Run marp --html, else Marp prints the tags. In PDF and PPTX only a picture travels.',
    },
    jupyter: { label: 'Jupyter', code: `from IPython.display import IFrame\nIFrame("${embed}", 960, 540)` },
    observable: { label: 'Observable', code: `htl.html\`${frame(`src="${escaped(embed)}"`)}\`` },
    still: {
      label: 'Markdown: the default picture with a link',
      code: `[![${name}](${at(`still/${name}.svg`)})](${link})`,
    },
    slides: {
      label: 'PowerPoint, Keynote, Google Slides',
      code: `${at(`still/${name}.png`)}\n${link}`,
      note: 'They show no living page. Download the video (MP4 opens in all three, Google Slides wants it on Drive) or the PNG of this state, and put the link under it.',
    },
  };
}
