// The figure alone in a frame: the fragment is its state, the host speaks in messages, the keys that mean nothing here
// go back to the host. What talk tools do with all this was measured; the odd lines have their reason beside them.

interface Dream extends HTMLElement {
  state: object;
  status: string;
  address: string;
  fingerprint?: string | undefined;
  ready: Promise<void>;
  play(): void;
  pause(): void;
  reset(): void;
  advance(by: number): void;
  seek(step: number): void;
  open(text: string): void;
}

const CODE: Record<string, number> = {
  PageUp: 33,
  PageDown: 34,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  ' ': 32,
  Enter: 13,
  '.': 190,
  '/': 191,
  F1: 112,
};
/** keys that make a deck leave the slide: p n h j k l, arrows, page keys */
const LEAVES = new Set([33, 34, 35, 36, 37, 38, 39, 40, 78, 80, 72, 74, 75, 76]);
const WRITE = 250; // ms between two rewrites of the address

const host = parent !== window ? parent : null;
const send = (message: object | string): void => host?.postMessage(message, '*');
const query = new URLSearchParams(location.search);
const wanted = <T extends string>(name: string, of: readonly T[]): T | undefined =>
  of.find((v) => v === query.get(name));
let reveal = false;
let active = true;
let figure: Dream;
let awake: Promise<boolean>;
let unasked: 'full' | undefined;

// The listener is installed before anything is awaited: reveal posts `slide:start` once, on the frame's load.
/** @param wake defines the element @param alone the frame around the figure when nobody frames the page */
export function start(element: Dream, name: string, wake: () => Promise<void>, alone?: 'full'): void {
  figure = element;
  unasked = host ? undefined : alone;
  addEventListener('message', hear);
  addEventListener('keydown', press);
  addEventListener('hashchange', openFragment);
  dress();
  addEventListener('resize', dress);
  awake = wake().then(
    () => true,
    () => {
      say('The figure’s code could not be loaded; the picture stays as it is.');
      return false;
    },
  );
  void awake.then((ok) => {
    keep(ok ? (figure.getAttribute('context') ?? 'inline') : 'slide');
    if (ok) {
      openFragment();
      watch(name);
    }
  });
}

function dress(): void {
  const theme = wanted('theme', ['light', 'dark']);
  const root = document.documentElement;
  if (theme) root.dataset.theme = theme;
  if (query.has('transparent')) root.dataset.transparent = '';
  if (query.has('still')) figure.setAttribute('still', '');
  // A frame in a hidden slide has no size: it is dressed when it gets one.
  const chrome = wanted('chrome', ['none', 'title', 'full']) ?? unasked ?? chromeOfWidth();
  if (chrome) figure.setAttribute('chrome', chrome);
  const context = chrome === 'full' ? 'inline' : 'slide';
  if (context === 'slide') figure.setAttribute('context', 'slide');
  else figure.removeAttribute('context');
  document.documentElement.dataset.context = context;
}

function chromeOfWidth(): string | null {
  if (innerWidth === 0) return figure.getAttribute('chrome');
  return innerWidth >= 960 ? 'none' : 'full';
}

/** Of the two that are printed, the slide and the words of the figure with its tools. */
function keep(context: string): void {
  const printed = [...figure.querySelectorAll<HTMLElement>('.fig')];
  for (const fig of printed) if (printed.length > 1 && fig.dataset.context !== context) fig.remove();
}

function openFragment(): void {
  const text = location.hash.slice(1);
  if (text && !text.startsWith('?') && text !== `${figure.address}`) figure.open(text);
}

function watch(name: string): void {
  let due = 0;
  let written = location.hash ? undefined : figure.address; // a link is completed, by its engine
  figure.addEventListener('dream-state', () => {
    if (due) return;
    due = window.setTimeout(() => {
      due = 0;
      // Sandboxed frames may refuse: the state then lives in the messages only.
      if (figure.address !== written) {
        try {
          history.replaceState(null, '', `#${(written = figure.address)}`);
        } catch {
          /* no address to write */
        }
      }
      send({ dream: 'state', state: figure.state, fingerprint: figure.fingerprint });
    }, WRITE);
  });
  figure.addEventListener('dream-milestone', (e) =>
    send({ dream: 'milestone', text: (e as CustomEvent).detail.text }),
  );
  // A slide fills its frame; below 960 px the figure is as tall as it is, whatever the frame, and a host may follow it.
  const sizes = new ResizeObserver(() => {
    const fig = figure.querySelector<HTMLElement>('.fig');
    send({
      dream: 'height',
      px: Math.ceil(fig?.dataset.context === 'inline' ? fig.offsetHeight : document.body.scrollHeight),
    });
  });
  sizes.observe(document.body);
  void figure.ready.then(() => {
    send({ dream: 'ready', name, state: figure.state });
    sizes.observe(figure.querySelector('.fig')!);
  });
}

function hear(e: MessageEvent): void {
  if (!host || e.source !== host) return;
  const said: unknown = e.data;
  if (said === 'slide:start') {
    reveal = active = true;
    return act(() => {
      if (!still()) figure.play();
    });
  }
  if (said === 'slide:stop') {
    reveal = true;
    active = false;
    act(() => figure.pause());
    if (document.hasFocus()) giveBack();
    return;
  }
  if (said === null || typeof said !== 'object' || !Object.hasOwn(said, 'dream')) return;
  const { dream, by, step, state } = said as Record<string, unknown>;
  const number = (v: unknown): v is number => typeof v === 'number' && Number.isFinite(v);
  if (dream === 'play') act(() => figure.play());
  else if (dream === 'pause') act(() => figure.pause());
  else if (dream === 'reset') act(() => figure.reset());
  else if (dream === 'advance' && number(by)) act(() => figure.advance(by));
  else if (dream === 'seek' && number(step)) act(() => figure.seek(step));
  else if (dream === 'set' && state !== null && typeof state === 'object') {
    act(() => {
      figure.state = state;
    });
  } else if (dream === 'get') {
    act(() => send({ dream: 'state', state: figure.state, fingerprint: figure.fingerprint }));
  }
}

function act(does: () => void): void {
  void awake.then(async (ok) => {
    if (ok) {
      await figure.ready;
      does();
    }
  });
}

/** `blur` alone leaves the keyboard with the frame; only `focus` on the parent hands it over. */
function giveBack(): void {
  (document.activeElement as HTMLElement | null)?.blur?.();
  host?.focus();
}

function press(e: KeyboardEvent): void {
  if ((e.defaultPrevented && active) || e.isComposing || e.key === 'Tab') return;
  const at = e.composedPath()[0] as Element;
  if (active && at instanceof Element && at.matches('input,textarea,select,summary,a')) return;
  if (e.key === 'Escape') {
    giveBack();
    send({
      dream: 'key',
      key: 'Escape',
      code: 'Escape',
      shiftKey: false,
      ctrlKey: false,
      altKey: false,
      metaKey: false,
    });
    return e.preventDefault();
  }
  if (active && at instanceof Element && at.matches('button') && (e.key === ' ' || e.key === 'Enter')) return;
  const plain = !e.ctrlKey && !e.metaKey && !e.altKey && !e.shiftKey;
  if (active && plain && !still() && own(e.key)) return e.preventDefault();
  if (host) hand(e, plain);
}

/** A still takes no keys and does not play with its slide. */
const still = (): boolean => figure.hasAttribute('still');

/** The figure's own keys; false when the key is not one of them here. */
function own(key: string): boolean {
  if (key === ' ') {
    if (figure.status === 'running') figure.pause();
    else figure.play();
    return true;
  }
  if (key === 'r' || key === 'R') {
    figure.reset();
    return true;
  }
  if (key === 'd' || key === 'D') {
    const root = document.documentElement;
    root.dataset.theme =
      getComputedStyle(root).getPropertyValue('--is-dark').trim() === '1' ? 'light' : 'dark';
    return true;
  }
  if ((key === 'f' || key === 'F') && document.fullscreenEnabled) {
    void (document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen());
    return true;
  }
  return false;
}

function hand(e: KeyboardEvent, plain: boolean): void {
  send({
    dream: 'key',
    key: e.key,
    code: e.code,
    shiftKey: e.shiftKey,
    ctrlKey: e.ctrlKey,
    altKey: e.altKey,
    metaKey: e.metaKey,
  });
  const code = plain ? (CODE[e.key] ?? (/^[a-z]$/i.test(e.key) ? e.key.toUpperCase().charCodeAt(0) : 0)) : 0;
  if (code) {
    // reveal takes the old keyCode in a JSON string, nothing else; a preloaded frame would keep the focus.
    if (reveal && LEAVES.has(code)) giveBack();
    send(JSON.stringify({ method: 'triggerKey', args: [code] }));
    e.preventDefault();
  } else if (e.shiftKey && e.key === ' ') {
    send('{"method":"prev","args":[]}');
    e.preventDefault();
  }
}

function say(text: string): void {
  const note = Object.assign(document.createElement('p'), { className: 'notice', textContent: text });
  note.setAttribute('role', 'status');
  figure.append(note);
  figure.querySelector<HTMLElement>('.fig')!.dataset.live = ''; // the still is shown after all
}
