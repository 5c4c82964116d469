// The place that an element paints into on a stranger's page: a shadow root with styles of its own, so that neither page's
// sheet reaches into the other.

import { emptyFigure, type Host, type Standalone } from './element-host.ts';

/** Hosts with these styles; the same one when an element asks again. */
export function shadowHost(styles: string): Standalone['host'] {
  return (element, theme) => {
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const host = { root, figure: figureIn(root, styles) };
    setTheme(host, theme);
    return host;
  };
}

function figureIn(root: ShadowRoot, styles: string): HTMLElement {
  const known = root.querySelector<HTMLElement>('.dream > figure');
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const house = root.appendChild(Object.assign(document.createElement('div'), { className: 'dream' }));
  return house.appendChild(emptyFigure());
}

/** Light, dark, or the system's choice when the attribute says neither. */
function setTheme({ figure }: Host, theme: string | null): void {
  const house = figure.parentElement!;
  if (theme === 'light' || theme === 'dark') house.dataset.theme = theme;
  else delete house.dataset.theme;
}
