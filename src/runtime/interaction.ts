// Hands: pointer and keys on marks with `data-handle`, and the toolbar's `data-do`. Pointer events, not d3-drag: that
// one prevents every touchmove, so a swipe that begins on the strip could not scroll the page; here `touch-action`
// decides (the style sheet: rings none, strips pan-y).

import type { Intent } from './widget.ts';

export interface Hands {
  intent(intent: Intent, part: 'plate' | 'track', phase: 'start' | 'more' | 'end' | 'key'): void;
  act(does: string): void;
  lit(what: string | undefined): void;
}

/** Listens on `root` until `signal` aborts. */
export function listen(root: HTMLElement | ShadowRoot, hands: Hands, signal: AbortSignal): void {
  let held:
    | {
        id: number;
        handle: string;
        svg: SVGSVGElement;
        offset: [number, number];
        last: [number, number];
        moved: boolean;
      }
    | undefined;
  const on = (type: string, hear: (e: any) => void, options: AddEventListenerOptions = {}): void =>
    root.addEventListener(type, hear, { signal, ...options });

  const move = (e: PointerEvent, phase: 'start' | 'more' | 'end'): void => {
    const [px, py] = position(held!.svg, e);
    const [x, y] = [px + held!.offset[0], py + held!.offset[1]];
    const [dx, dy] = [x - held!.last[0], y - held!.last[1]];
    // A ring that is only pressed stays where it is; a track jumps to the finger.
    if (phase === 'start' && held!.offset !== jump) return;
    if (!held!.moved && phase !== 'start' && held!.offset !== jump && Math.hypot(dx, dy) < 2) return;
    const first = !held!.moved;
    Object.assign(held!, { last: [x, y], moved: true });
    hands.intent(
      { do: 'move', handle: held!.handle, x, y, dx, dy },
      part(held!.svg),
      first && phase === 'more' ? 'start' : phase,
    );
  };
  on('pointerdown', (e: PointerEvent) => {
    const grip = handleOf(e);
    if (!grip || held || (e.pointerType === 'mouse' && e.button !== 0)) return;
    const handle = grip.dataset.handle!;
    const svg = grip.closest('svg[data-part]') as SVGSVGElement;
    if (grip.getAttribute('role') !== 'slider') return;
    const at = position(svg, e);
    const knob = /^(track|scrub)/.test(handle) ? null : grip.querySelector('circle');
    const centre = knob ? middle(svg, knob) : undefined;
    held = {
      id: e.pointerId,
      handle,
      svg,
      moved: false,
      last: centre ?? at,
      offset: centre ? [centre[0] - at[0], centre[1] - at[1]] : jump,
    };
    svg.setPointerCapture(e.pointerId);
    grip.focus({ preventScroll: true });
    if (e.pointerType === 'mouse') e.preventDefault();
    move(e, 'start');
  });
  on('pointermove', (e: PointerEvent) => {
    if (held?.id === e.pointerId) move(e, 'more');
    else hands.lit(litOf(e));
  });
  on('pointerup', (e: PointerEvent) => {
    if (held?.id !== e.pointerId) return;
    // A knob that was pressed and not moved was tapped.
    if (!held.moved && held.offset !== jump) {
      hands.intent({ do: 'tap', handle: held.handle }, part(held.svg), 'end');
    } else move(e, 'end');
    held = undefined;
  });
  // The browser took the gesture away: it ends where the hand was last, so that what was pulled is let go.
  on('pointercancel', (e: PointerEvent) => {
    if (held?.id !== e.pointerId) return;
    const {
      handle,
      svg,
      moved,
      last: [x, y],
    } = held;
    held = undefined;
    if (moved) hands.intent({ do: 'move', handle, x, y, dx: 0, dy: 0 }, part(svg), 'end');
  });
  on('pointerleave', () => hands.lit(undefined));
  on('click', (e: MouseEvent) => {
    const button = target(e)?.closest<HTMLElement>('[data-do]');
    if (button) {
      if (button.getAttribute('aria-disabled') !== 'true') hands.act(button.dataset.do!);
      return;
    }
    const grip = handleOf(e);
    if (grip && grip.getAttribute('role') !== 'slider') {
      hands.intent({ do: 'tap', handle: grip.dataset.handle! }, part(grip.closest('svg')!), 'end');
    }
  });
  on('change', (e: Event) => {
    const field = target(e)?.closest<HTMLInputElement>('[data-set]');
    if (field) {
      hands.intent(
        {
          do: 'set',
          key: field.dataset.set!,
          value:
            field.type === 'text'
              ? field.value
              : field.value === ''
                ? undefined
                : field.type === 'number' || field.type === 'range'
                  ? Number(field.value)
                  : field.value,
        },
        'plate',
        'end',
      );
    }
  });
  // Typing is one gesture from the first letter until the reader does something else.
  let typing: HTMLInputElement | undefined;
  on('input', (e: Event) => {
    const field = target(e)?.closest<HTMLInputElement>('[data-type]');
    if (!field) return;
    hands.intent(
      { do: 'set', key: field.dataset.type!, value: field.value },
      'plate',
      typing === field ? 'more' : 'start',
    );
    typing = field;
  });
  on('focusout', () => {
    typing = undefined;
  });
  on('keydown', (e: KeyboardEvent) => press(e, hands));
}

const jump: [number, number] = [0, 0];

function middle(svg: SVGSVGElement, mark: Element): [number, number] {
  const box = mark.getBoundingClientRect();
  return position(svg, { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 });
}

const arrows: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

function press(e: KeyboardEvent, hands: Hands): void {
  const grip = handleOf(e);
  if (!grip || e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.key === 'Escape' && grip.closest('[data-context=slide]')) return grip.blur(); // the deck has its keys again
  const handle = grip.dataset.handle!;
  const at = part(grip.closest('svg')!);
  const use = (intent: Intent): void => {
    e.preventDefault();
    e.stopPropagation();
    hands.intent(intent, at, 'key');
  };
  if (grip.getAttribute('role') !== 'slider') {
    if (e.key === 'Enter' || e.key === ' ') use({ do: 'tap', handle });
    else if (grip.getAttribute('role') === 'tab' && arrows[e.key]) {
      const tabs = [...grip.parentElement!.querySelectorAll<HTMLElement>('[role=tab]')];
      tabs[
        (tabs.indexOf(grip) + (arrows[e.key][0] || -arrows[e.key][1]) + tabs.length) % tabs.length
      ].focus();
      use({ do: 'nudge', handle, dx: arrows[e.key][0], dy: arrows[e.key][1], size: 'step' });
    }
    return;
  }
  const arrow = arrows[e.key];
  if (arrow) use({ do: 'nudge', handle, dx: arrow[0], dy: arrow[1], size: e.shiftKey ? 'fine' : 'step' });
  else if (e.key === 'PageUp' || e.key === 'PageDown') {
    use({ do: 'nudge', handle, dx: e.key === 'PageUp' ? 1 : -1, dy: 0, size: 'page' });
  } else if (e.key === 'Home' || e.key === 'End') {
    use({ do: 'nudge', handle, dx: e.key === 'End' ? 1 : -1, dy: 0, size: 'end' });
  }
}

/** Pointer to picture px. From the rectangle on screen: screen matrices are wrong under CSS transforms in WebKit and zoom in Firefox. */
export function position(svg: SVGSVGElement, e: { clientX: number; clientY: number }): [number, number] {
  const box = svg.getBoundingClientRect();
  const [, , width, height] = svg.getAttribute('viewBox')!.split(' ').map(Number);
  const k = Math.min(box.width / width, box.height / height) || 1;
  return [
    (e.clientX - box.left - box.width / 2) / k + width / 2,
    (e.clientY - box.top - box.height / 2) / k + height / 2,
  ];
}

const target = (e: Event): Element | null =>
  e.composedPath()[0] instanceof Element ? (e.composedPath()[0] as Element) : null;
const handleOf = (e: Event): HTMLElement | undefined =>
  target(e)?.closest<HTMLElement>('[data-handle]') ?? undefined;
const litOf = (e: Event): string | undefined => target(e)?.closest<HTMLElement>('[data-lit]')?.dataset.lit;
const part = (svg: Element): 'plate' | 'track' =>
  svg.getAttribute('data-part') === 'track' ? 'track' : 'plate';
