// Where an element paints: on our own pages over the printed still in the light DOM, on strangers' in a shadow root with
// styles of its own, so that neither page's sheet reaches into the other.

/** What a standalone module brings. */
export interface Standalone {
  readonly styles: string;
  /** the site's root, absolute */
  readonly base: string;
}

export interface Host {
  /** what pointers and keys are listened to on */
  readonly root: HTMLElement | ShadowRoot;
  /** the <figure> that is painted into */
  readonly figure: HTMLElement;
}

/** The printed figure of this context, or an empty one. */
export function lightHost(element: HTMLElement, context: string): Host {
  const printed =
    element.querySelector<HTMLElement>(`figure[data-context=${context}]`) ??
    element.querySelector<HTMLElement>('figure');
  const figure = printed ?? element.appendChild(emptyFigure());
  return { root: figure, figure };
}

/** A shadow root with the figure's styles; the same one when it is asked for again. */
export function shadowHost(element: HTMLElement, { styles }: Standalone): Host {
  const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
  const known = root.querySelector<HTMLElement>('.dream > figure');
  if (known) return { root, figure: known };
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const house = root.appendChild(Object.assign(document.createElement('div'), { className: 'dream' }));
  return { root, figure: house.appendChild(emptyFigure()) };
}

const emptyFigure = (): HTMLElement => Object.assign(document.createElement('figure'), { className: 'fig' });

/** Light, dark, or the system's choice when the attribute says neither. */
export function setTheme({ figure }: Host, theme: string | null): void {
  const house = figure.parentElement!;
  if (theme === 'light' || theme === 'dark') house.dataset.theme = theme;
  else delete house.dataset.theme;
}

/** Whether the figure is shown in darkfield. */
export function isDark(figure: HTMLElement, theme: string | null): boolean {
  const scheme = getComputedStyle(figure).colorScheme;
  if (scheme === 'dark') return true;
  const asked = theme === 'light' || document.documentElement.dataset.theme === 'light';
  return scheme.includes('dark') && !asked && matchMedia('(prefers-color-scheme: dark)').matches;
}
