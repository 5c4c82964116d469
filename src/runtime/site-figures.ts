// The script of our own pages: loads a figure's code when it comes near the screen, and lets the fragment
// (#figure-id?state), from a link in the prose or from outside, set a figure.

import { loadDeferred, drawForPaper, revealStill } from './deferred-figure.ts';
import { firstPaint, firstInteraction } from './page-readiness.ts';
import { splitFragment } from './site.ts';
import { loadFigure } from '../widgets/registry.ts';

interface Dream extends HTMLElement {
  open(text: string): void;
  play(slow?: number): void;
  ready: Promise<void>;
}

const nameOf = (element: Element): string => element.localName.slice('dream-'.length);
const figures = (): Dream[] => [...document.querySelectorAll<Dream>('[data-dream]')];

/** Idempotent; a load that fails leaves the still and can be tried again. @param after what to wait for once the code is there */
async function wake(element: Dream, after?: Promise<void>): Promise<boolean> {
  const loading = loadFigure(nameOf(element));
  if (!loading) return false;
  try {
    const [{ figure }, { define }] = await Promise.all([
      loading,
      import('./element.ts'),
      loadDeferred(element),
    ]);
    await after;
    define(figure);
    element.removeAttribute('asleep');
    return true;
  } catch {
    revealStill(element);
    return false;
  }
}

async function route(): Promise<void> {
  const fragment = location.hash.slice(1);
  const all = figures();
  const split = splitFragment(fragment);
  // A page with one figure also takes its bare state, as an embed does.
  const [first] = all.length === 1 && split.id.includes('=') ? all : [];
  const { id, state } = first ? { id: first.id, state: fragment } : split;
  const element = all.find((f) => f.id === id);
  if (!element || state === undefined) return;
  if (!(await wake(element))) return;
  element.open(state);
  const box = element.getBoundingClientRect();
  if (box.bottom < 80 || box.top > innerHeight - 80) element.scrollIntoView({ block: 'center' });
}

const FITS = 0.07; // of the width it was drawn for: more, and the figure would change its size under the reader

/** The still on the screen is as large as the figure will be. */
function fits(element: Element): boolean {
  return [...element.querySelectorAll<SVGSVGElement>('.plate .pic')].some(
    (still) => Math.abs(still.getBoundingClientRect().width / still.viewBox.baseVal.width - 1) <= FITS,
  );
}

/** The hero plays unasked: once, when seen, never where motion is not wanted. */
function playOnce(element: Dream): void {
  if (location.hash.includes('?') || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  void element.ready.then(() => {
    setTimeout(() => element.play(4), 400);
  });
}

const CLICK = 100; // ms in which the browser's own click would come

/** A press on a button that was only printed is done when its figure lives. */
function keepPresses(): void {
  let pressed: { readonly element: Dream; readonly does?: string | undefined } | undefined;
  const on = (type: string, hear: (e: PointerEvent) => void): void =>
    addEventListener(type, hear as (e: Event) => void, { capture: true });
  on('pointerdown', (e) => {
    const button = document
      .elementFromPoint(e.clientX, e.clientY)
      ?.closest<HTMLElement>('.tb[data-do]:disabled');
    const element = button?.closest<Dream>('[data-dream]');
    pressed = element ? { element, does: button!.dataset.do } : undefined;
  });
  for (const end of ['pointercancel', 'click']) {
    on(end, () => {
      pressed = undefined;
    });
  }
  on('pointerup', () => {
    if (pressed) void press(pressed);
  });
  const press = async (one: NonNullable<typeof pressed>): Promise<void> => {
    if (!(await wake(one.element))) return;
    await one.element.ready;
    await new Promise((go) => {
      setTimeout(go, CLICK);
    });
    if (pressed === one) one.element.querySelector<HTMLElement>(`[data-do="${one.does}"]`)?.click();
    pressed = undefined;
  };
}

/** Starts the figures of one of our pages: each when it comes near, or at a press on it. */
export function start(): void {
  keepPresses();
  const near = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        const plays = target.hasAttribute('data-plays');
        void wake(target as Dream, plays || !fits(target) ? undefined : firstInteraction).then((awake) => {
          if (awake && plays) playOnce(target as Dream);
        });
      }
    },
    { rootMargin: '600px' },
  );
  void firstPaint.then(() => {
    for (const figure of figures()) near.observe(figure);
  });
  addEventListener('hashchange', () => void route());
  // The same link a second time changes no fragment, so there is no hashchange.
  document.addEventListener('click', (e) => {
    const href = (e.target as Element).closest?.('a')?.getAttribute('href') ?? '';
    if (href === location.hash && href) return void route();
    // A link to another figure's page stays here when that figure is on this page.
    const other = /figures\/([\w-]+)\/#\1\?(.*)$/.exec(href);
    const here = other && document.querySelector<Dream>(`dream-${other[1]}[data-dream]`);
    if (here && !e.defaultPrevented) {
      e.preventDefault();
      location.hash = `#${here.id}?${other[2]}`;
    }
  });
  addEventListener('beforeprint', () => {
    for (const figure of figures()) drawForPaper(figure);
  });
  void route();
}
