// Where an element paints: on our own pages over the printed still in the light DOM, on strangers' in a shadow root
// (shadow-host.ts, which only their modules bring).

/** What a standalone module brings. */
export interface Standalone {
  /** the site's root, absolute */
  readonly base: string;
  /** the place on a stranger's page, in the theme that the attribute asks for */
  host(element: HTMLElement, theme: string | null): Host;
}

export interface Host {
  /** what pointers and keys are listened to on */
  readonly root: HTMLElement | ShadowRoot;
  /** the <figure> that is painted into */
  readonly figure: HTMLElement;
}

/** A figure with nothing in it. */
export const emptyFigure = (): HTMLElement =>
  Object.assign(document.createElement('figure'), { className: 'fig' });

/** The printed figure of this context, or an empty one. */
export function lightHost(element: HTMLElement, context: string): Host {
  const printed =
    element.querySelector<HTMLElement>(`figure[data-context=${context}]`) ??
    element.querySelector<HTMLElement>('figure');
  const figure = printed ?? element.appendChild(emptyFigure());
  return { root: figure, figure };
}
