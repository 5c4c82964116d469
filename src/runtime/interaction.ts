// Pointer and keys on marks with `data-handle`, and the buttons with `data-do`. Pointer events, not d3-drag: that one prevents
// every touchmove, so a swipe that begins on the strip could not scroll the page; here `touch-action` decides (the style
// sheet: rings none, strips pan-y).

import type { Point } from '../scene/mark.ts';
import type { HandIntent, Intent } from './widget.ts';

/** start, more, end: of a pointer's gesture or of typing */
export type Phase = 'start' | 'more' | 'end' | 'key';

/** What is told of hands. */
export interface Hands {
  intent(intent: Intent, phase: Phase): void;
  /** a button of the toolbar or of a panel */
  press(does: string): void;
  /** the symbol that is pointed at */
  highlight(what: string | undefined): void;
  /** where the knob of a handle stands, px of its picture; undefined: the handle jumps to the finger */
  grip(handle: string): Point | undefined;
}

/** A handle that a pointer holds. */
interface Held {
  readonly pointer: number;
  readonly handle: string;
  readonly svg: SVGSVGElement;
  /** px from the finger to the middle of the knob; undefined: the handle jumps to the finger */
  readonly offset: Point | undefined;
  last: Point;
  moved: boolean;
}

const STILL = 2; // px that a knob may be moved and is pressed all the same
const MAIN_BUTTON = 0;

/** Listens on `root` until `signal` aborts. */
export function listen(root: HTMLElement | ShadowRoot, hands: Hands, signal: AbortSignal): void {
  const on = <E extends Event>(type: string, hear: (event: E) => void): void =>
    root.addEventListener(type, hear as (event: Event) => void, { signal });

  listenToPointers(on, hands);
  listenToFields(on, hands);
  on('click', (e: MouseEvent) => {
    const button = target(e)?.closest<HTMLElement>('[data-do]');
    if (button) {
      if (button.getAttribute('aria-disabled') !== 'true') hands.press(button.dataset.do!);
      return;
    }
    const mark = handleOf(e);
    if (mark && !isSlider(mark)) hands.intent({ do: 'tap', handle: mark.dataset.handle! }, 'end');
  });
  on('keydown', (e: KeyboardEvent) => onKey(e, hands));
}

type On = <E extends Event>(type: string, hear: (event: E) => void) => void;

function listenToPointers(on: On, hands: Hands): void {
  let held: Held | undefined;

  function move(now: Held, e: PointerEvent, phase: 'start' | 'more' | 'end'): void {
    const [px, py] = position(now.svg, e);
    const [ox, oy] = now.offset ?? [0, 0];
    const [x, y] = [px + ox, py + oy];
    const [dx, dy] = [x - now.last[0], y - now.last[1]];
    // A knob that is only pressed stays where it is; a track jumps to the finger.
    if (now.offset && (phase === 'start' || (!now.moved && Math.hypot(dx, dy) < STILL))) return;
    const first = !now.moved;
    now.last = [x, y];
    now.moved = true;
    const intent: HandIntent = { do: 'move', handle: now.handle, x, y, dx, dy };
    hands.intent(intent, first && phase === 'more' ? 'start' : phase);
  }

  on('pointerdown', (e: PointerEvent) => {
    const mark = handleOf(e);
    if (!mark || held || !isSlider(mark) || (e.pointerType === 'mouse' && e.button !== MAIN_BUTTON)) return;
    const handle = mark.dataset.handle!;
    const svg = mark.closest<SVGSVGElement>('svg[data-part]')!;
    const at = position(svg, e);
    const grip = hands.grip(handle);
    const offset: Point | undefined = grip && [grip[0] - at[0], grip[1] - at[1]];
    held = { pointer: e.pointerId, handle, svg, offset, last: grip ?? at, moved: false };
    svg.setPointerCapture(e.pointerId);
    mark.focus({ preventScroll: true });
    if (e.pointerType === 'mouse') e.preventDefault();
    move(held, e, 'start');
  });
  on('pointermove', (e: PointerEvent) => {
    if (held?.pointer === e.pointerId) move(held, e, 'more');
    else hands.highlight(symbolOf(e));
  });
  on('pointerup', (e: PointerEvent) => {
    if (held?.pointer !== e.pointerId) return;
    if (held.offset && !held.moved) hands.intent({ do: 'tap', handle: held.handle }, 'end');
    else move(held, e, 'end');
    held = undefined;
  });
  // The browser took the gesture away: it ends where the hand was last, so that what was pulled is let go.
  on('pointercancel', (e: PointerEvent) => {
    if (held?.pointer !== e.pointerId) return;
    const { handle, moved, last } = held;
    held = undefined;
    if (moved) hands.intent({ do: 'move', handle, x: last[0], y: last[1], dx: 0, dy: 0 }, 'end');
  });
  on('pointerleave', () => hands.highlight(undefined));
}

function listenToFields(on: On, hands: Hands): void {
  on('change', (e: Event) => {
    const field = target(e)?.closest<HTMLInputElement>('[data-set]');
    if (field) hands.intent({ do: 'set', key: field.dataset.set!, value: valueOf(field) }, 'end');
  });
  // Typing is one gesture from the first letter until the reader does something else.
  let typing: HTMLInputElement | undefined;
  on('input', (e: Event) => {
    const field = target(e)?.closest<HTMLInputElement>('[data-type]');
    if (!field) return;
    const phase = typing === field ? 'more' : 'start';
    hands.intent({ do: 'set', key: field.dataset.type!, value: field.value }, phase);
    typing = field;
  });
  on('focusout', () => {
    typing = undefined;
  });
}

/** An empty field leaves the param to the model. */
function valueOf({ type, value }: HTMLInputElement): string | number | undefined {
  if (type === 'text') return value;
  if (value === '') return undefined;
  return type === 'number' || type === 'range' ? Number(value) : value;
}

const arrows: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
const jumps: Readonly<Record<string, readonly [by: number, size: 'page' | 'end']>> = {
  PageUp: [1, 'page'],
  PageDown: [-1, 'page'],
  End: [1, 'end'],
  Home: [-1, 'end'],
};

function onKey(e: KeyboardEvent, hands: Hands): void {
  const mark = handleOf(e);
  if (!mark || e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.key === 'Escape' && mark.closest('[data-context=slide]')) return mark.blur(); // the deck has its keys again
  const intent = isSlider(mark) ? sliderKey(e, mark) : pressKey(e, mark);
  if (!intent) return;
  e.preventDefault();
  e.stopPropagation();
  hands.intent(intent, 'key');
}

function sliderKey({ key, shiftKey }: KeyboardEvent, mark: HTMLElement): HandIntent | undefined {
  const handle = mark.dataset.handle!;
  const arrow = arrows[key];
  if (arrow) return { do: 'nudge', handle, dx: arrow[0], dy: arrow[1], size: shiftKey ? 'fine' : 'step' };
  const jump = jumps[key];
  return jump && { do: 'nudge', handle, dx: jump[0], dy: 0, size: jump[1] };
}

/** Enter and Space press; among tabs an arrow goes to the next and presses it. */
function pressKey({ key }: KeyboardEvent, mark: HTMLElement): HandIntent | undefined {
  if (key === 'Enter' || key === ' ') return { do: 'tap', handle: mark.dataset.handle! };
  const arrow = arrows[key];
  if (!arrow || mark.getAttribute('role') !== 'tab') return undefined;
  const tabs = [...mark.parentElement!.querySelectorAll<HTMLElement>('[role=tab]')];
  const on = arrow[0] || -arrow[1];
  const next = tabs[(tabs.indexOf(mark) + on + tabs.length) % tabs.length]!;
  next.focus();
  return { do: 'tap', handle: next.dataset.handle! };
}

/** Pointer to picture px. From the rectangle on screen: screen matrices are wrong under CSS transforms in WebKit and zoom in Firefox. */
function position(svg: SVGSVGElement, e: { clientX: number; clientY: number }): Point {
  const box = svg.getBoundingClientRect();
  const { width, height } = svg.viewBox.baseVal;
  const k = Math.min(box.width / width, box.height / height) || 1;
  return [
    (e.clientX - box.left - box.width / 2) / k + width / 2,
    (e.clientY - box.top - box.height / 2) / k + height / 2,
  ];
}

const isSlider = (mark: Element): boolean => mark.getAttribute('role') === 'slider';
const target = (e: Event): Element | undefined => {
  const [first] = e.composedPath();
  return first instanceof Element ? first : undefined;
};
const handleOf = (e: Event): HTMLElement | undefined =>
  target(e)?.closest<HTMLElement>('[data-handle]') ?? undefined;
const symbolOf = (e: Event): string | undefined => target(e)?.closest<HTMLElement>('[data-lit]')?.dataset.lit;
