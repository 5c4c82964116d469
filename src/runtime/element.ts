// The custom element around a player: attributes and address in, frame out. On our own pages it paints over the printed
// still in the light DOM; abroad (`travels`) it attaches a shadow root and brings its styles.

import { memoizeLast } from '../math/memoize.ts';
import { paint } from '../scene/paint.ts';
import { frame, type FrameView, type Status } from './frame.ts';
import { listen } from './interaction.ts';
import { defaults, read, type State } from './params.ts';
import { readState, writeState } from './address.ts';
import { siteBase } from './site.ts';
import { watchVisibility } from './visibility.ts';
import { now } from './clock.ts';
import { createPlayer, type FigureDefinition, type Player } from './player.ts';
import type { Composition, Intent, Layout, Params, Scene, Snapshot, Text } from './widget.ts';
import type { Mark } from '../scene/mark.ts';

export interface Abroad {
  readonly styles: string;
  readonly base: string;
}

const NARROW = 620; // px of plate below which the phone's composition is drawn
// A slide is drawn at least so large (px), at most so wide (of its height) and so high (of its width); in an odder frame it is scaled and has margins.
const LEAST = [320, 360];
const LONG = 2.5;
const TALL = 2;
const REST = 4; // times as long as a drawing took
const reduced = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const task = (): Promise<void> =>
  new Promise((go) => {
    setTimeout(go);
  });
const kebab = (key: string): string => key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

/** Defines `<dream-name>`. Twice is once. */
export function define<P extends Params, S extends Snapshot, D>(
  kind: FigureDefinition<P, S, D>,
  abroad?: Abroad,
): void {
  const tag = `dream-${kind.view.name}`;
  if (!customElements.get(tag)) customElements.define(tag, elementOf(kind, abroad));
}

function elementOf<P extends Params, S extends Snapshot, D>(
  kind: FigureDefinition<P, S, D>,
  abroad?: Abroad,
): CustomElementConstructor {
  const { view } = kind;
  const own = Object.keys(view.spec);
  const asksOnly = (key: string): boolean => view.views.includes(key) || !!view.observeKeys?.includes(key);

  return class Dream extends HTMLElement {
    static observedAttributes = [...own.map(kebab), 'theme', 'context', 'still', 'controls', 'asleep'];
    #player: Player<P, S, D> | undefined;
    #paper: HTMLElement | undefined; // the <figure> that is painted into
    #gone = new AbortController();
    #lit: string | undefined;
    #open: { name: string; marks: readonly Mark[] } | undefined;
    #said = '';
    #scene: Scene | undefined;
    #queued = false;
    #turn: ReturnType<typeof setTimeout> | undefined; // of a picture that waits, while it trains
    #free = 0; // ms: when a run may be drawn again
    #width = 0;
    readonly #base = abroad?.base ?? siteBase();
    #height = 0;
    #halted = false; // paused because nobody sees it
    #ready!: () => void;
    #settled: (() => void)[] = [];
    readonly ready = new Promise<void>((go) => {
      this.#ready = go;
    });

    connectedCallback(): void {
      // Its numbers are not in the page: whoever brings them takes `asleep` away.
      if (this.#player || this.hasAttribute('asleep')) return;
      this.#gone = new AbortController();
      const root = this.#house();
      this.#player = createPlayer(
        kind,
        {
          ...this.#printed(),
          params: { ...defaults<P>(view.spec), ...this.#attributes() },
          base: this.#base,
        },
        {
          changed: () => this.#later(),
          settled: () => {
            this.#fire('dream-settled');
            for (const go of this.#settled.splice(0)) go();
          },
          failed: (message) => this.#fire('dream-error', { text: message }),
        },
      );
      if (!this.hasAttribute('still')) {
        listen(root, { intent: this.#intent, act: this.#act, lit: this.#light }, this.#gone.signal);
      }
      document.addEventListener(
        'dream-light',
        (e) => {
          this.#lit = (e as CustomEvent).detail ?? undefined;
          this.#later();
        },
        { signal: this.#gone.signal },
      );
      watchVisibility(this, (yes) => this.#see(yes), this.#gone.signal);
      if (!this.#player.snapshot) this.#player.wake();
      void this.#begin(this.#player);
    }

    /** The first picture in tasks of its own: code that never ran is slow, and a phone counts what blocks it. */
    async #begin(player: Player<P, S, D>): Promise<void> {
      await task();
      if (player !== this.#player) return;
      this.#measure();
      const drawn = this.#draw();
      await task();
      if (player !== this.#player) return;
      if (drawn && drawn.pictures[0].scene === this.#scene) this.#show(drawn);
      const watch = new ResizeObserver(() => {
        if (this.#measure()) this.#paint();
      });
      watch.observe(this.#paper!);
      this.#gone.signal.addEventListener('abort', () => watch.disconnect());
      await player.arrived();
      this.#ready();
      this.#fire('dream-ready');
    }

    disconnectedCallback(): void {
      queueMicrotask(() => {
        if (!this.isConnected) {
          this.#gone.abort();
          this.#player?.close();
          this.#player = undefined;
        }
      });
    }

    attributeChangedCallback(name: string, before: string | null, after: string | null): void {
      if (name === 'asleep' && after === null && this.isConnected) return this.connectedCallback();
      if (!this.#player || before === after) return;
      if (name === 'theme') return this.#house() && undefined;
      const key = own.find((k) => kebab(k) === name);
      if (key) this.#take({ [key]: after ?? undefined });
      else this.#later();
    }

    // ---- the contract ----
    get state(): State {
      return { ...this.#player?.params };
    }
    set state(given: State) {
      this.#take(given);
    }
    get snapshot(): S | undefined {
      return this.#player?.snapshot && structuredClone(this.#player.snapshot);
    }
    /** Undefined until the model has answered the present state. */
    get fingerprint(): string | undefined {
      return this.#player?.answered ? this.#player.snapshot?.fingerprint : undefined;
    }
    get status(): Status {
      return this.#player?.status ?? 'resting';
    }
    get address(): string {
      return writeState(view.spec, this.#player?.params ?? {}, this.#player?.engine ?? view.engine);
    }
    play(slow?: number): void {
      this.#player?.play(isNumber(slow) ? slow : 1);
    }
    pause(): void {
      this.#player?.pause();
    }
    advance(steps: number): void {
      if (isNumber(steps)) this.#player?.advance(Math.round(steps));
    }
    reset(): void {
      this.#player?.reset();
    }
    undo(): void {
      this.#player?.undo();
    }
    seek(step: number): void {
      if (isNumber(step)) this.#player?.seek(Math.max(0, Math.round(step)));
    }
    /** Resolves when a run reaches its last step; at once when it rests there. */
    settled(): Promise<void> {
      return this.status === 'running' || this.status === 'paused'
        ? new Promise((go) => {
            this.#settled.push(go);
          })
        : (this.#player?.arrived() ?? Promise.resolve());
    }
    /** The state of a link's text; what cannot be used is said in a notice. */
    open(text: string): void {
      const { state, notices } = readState<P>(view.spec, text, this.#player?.engine ?? String(view.engine));
      this.#player?.set(state, { notices });
      this.#said = 'The figure was set from a link.';
    }
    async toSVG(): Promise<string> {
      const out = await import('./download.ts');
      return out.toSVG(this.#sheet());
    }
    async toPNG(scale = 2): Promise<Blob> {
      const out = await import('./download.ts');
      return out.toPNG(this.#sheet(), scale);
    }
    async toJSON(): Promise<object> {
      const out = await import('./download.ts');
      return out.toDreamFile(
        view,
        this.#player!.params,
        this.#player!.snapshot!,
        await this.#player!.weights(),
        this.address,
        this.#player!.engine,
      );
    }
    async toCSV(): Promise<string> {
      const out = await import('./download.ts');
      return out.toCSV(view.csv(this.#player!.params, this.#player!.snapshot!));
    }

    #permalink(): string {
      return `${this.#base}figures/${view.name}/#${view.name}?${this.address}`;
    }

    // ---- in ----
    #printed(): { snapshot?: S; data?: D } {
      try {
        return JSON.parse(this.querySelector('script[type="application/json"]')?.textContent ?? '{}') as {
          snapshot?: S;
          data?: D;
        };
      } catch {
        return {};
      }
    }

    #attributes(): Partial<P> | undefined {
      const found = own.flatMap((key) => {
        const raw = this.getAttribute(kebab(key));
        return raw === null ? [] : [[key, read(key, view.spec[key], raw).value] as const];
      });
      return found.length ? (Object.fromEntries(found) as Partial<P>) : undefined;
    }

    #take(given: unknown, more = false): void {
      if (given === null || typeof given !== 'object') return;
      const next: Record<string, unknown> = { ...this.#player?.params };
      const notices: string[] = [];
      for (const key of own) {
        if (!Object.hasOwn(given, key)) continue;
        const raw = (given as Record<string, unknown>)[key];
        const { value, notice } =
          raw === undefined
            ? { value: view.spec[key].default, notice: undefined }
            : read(key, view.spec[key], raw);
        next[key] = value;
        if (notice) notices.push(notice);
      }
      this.#player?.set(next as unknown as P, { notices, gesture: more ? 'more' : undefined });
    }

    #intent = (intent: Intent, at: 'plate' | 'track', phase: 'start' | 'more' | 'end' | 'key'): void => {
      const player = this.#player!;
      if (!player.snapshot) return;
      if (intent.do === 'set') {
        return this.#take(
          {
            [intent.key]: intent.value,
            ...(asksOnly(intent.key) ? {} : { step: undefined, edits: undefined }),
          },
          phase === 'more',
        );
      }
      const before = player.params;
      const next = view.respond(before, player.snapshot, intent, this.#layout(), player.data);
      player.set(next, { gesture: intent.do === 'move' && phase !== 'start' ? 'more' : undefined });
      // The hand has let go of the weights: training repairs what it did.
      if (
        phase === 'end' &&
        intent.do === 'move' &&
        player.params.edits?.length &&
        /^ring/.test(intent.handle) &&
        !reduced()
      ) {
        player.play();
      }
    };

    #act = (does: string): void => {
      const player = this.#player!;
      if (does === 'play') this.#train();
      else if (does === 'step') player.advance(1);
      else if (does === 'reset') {
        player.reset();
        if (this.getAttribute('composition') === 'hero') this.#train();
      } else if (does === 'undo') player.undo();
      else if (does === 'compare') this.#compare();
      else {
        void import('./panels.ts')
          .then(async ({ panel }) => {
            if (does === 'close' || this.#open?.name === does) {
              this.#open = undefined;
              return this.#later();
            }
            const opened = await panel(does, {
              view,
              params: player.params as Readonly<Record<string, unknown>>,
              address: this.address,
              kernels: player.kernels,
              base: this.#base,
              element: this,
              program: async () =>
                (await kind.program()).program(player.params, player.snapshot!, this.#permalink()),
              shoot:
                player.snapshot && player.snapshot.end > 1
                  ? async (of) =>
                      (await import('./video-export.ts')).exportVideo({
                        kind,
                        params: player.params,
                        data: player.data,
                        base: this.#base,
                        dark: this.#sheet().dark,
                        end: player.snapshot!.end,
                        ...of,
                      })
                  : undefined,
              show: (shown) => {
                this.#open = shown;
                this.#later();
              },
              say: (text) => {
                this.#said = text;
                this.#later();
              },
            });
            if (opened) {
              this.#open = opened;
              this.#later();
            }
          })
          .catch(() => {
            this.#said = 'This part of the page could not be loaded; try again when the connection is back.';
            this.#later();
          });
      }
    };

    /** Reduced motion: a tenth of the run for every press, no motion in between. */
    #train(): void {
      const player = this.#player!;
      if (player.status === 'running') return player.pause();
      if (!reduced()) return player.play();
      const end = player.snapshot?.end ?? 0;
      const here = player.params.step ?? end;
      if (here >= end) player.reset();
      else player.seek(Math.min(end, here + Math.ceil(end / 10)));
    }

    #see(yes: boolean): void {
      if (!yes && this.status === 'running') {
        this.#halted = true;
        this.pause();
      } else if (yes && this.#halted) {
        this.#halted = false;
        if (this.status === 'paused') this.play();
      }
    }

    #compare(): void {
      const player = this.#player!;
      const { ghost, seed = 1 } = player.params as { ghost?: number; seed?: number };
      if (!('ghost' in view.spec)) return;
      player.set({
        ...player.params,
        ...(ghost ? { ghost: 0 } : { ghost: seed, seed: seed + 1, step: undefined, edits: [] }),
      });
      if (!ghost && !reduced()) player.play();
    }

    #light = (what: string | undefined): void => {
      if (what === this.#lit) return;
      document.dispatchEvent(new CustomEvent('dream-light', { detail: what }));
    };

    // ---- out ----
    #house(): HTMLElement | ShadowRoot {
      const theme = this.getAttribute('theme');
      if (!abroad) {
        this.#paper ??=
          this.querySelector<HTMLElement>(`figure[data-context=${this.#context()}]`) ??
          this.querySelector<HTMLElement>('figure') ??
          this.appendChild(Object.assign(document.createElement('figure'), { className: 'fig' }));
        return this.#paper;
      }
      let root = this.shadowRoot;
      if (!root) {
        root = this.attachShadow({ mode: 'open' });
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(abroad.styles);
        root.adoptedStyleSheets = [sheet];
        const house = root.appendChild(document.createElement('div'));
        house.className = 'dream';
        this.#paper = house.appendChild(document.createElement('figure'));
        this.#paper.className = 'fig';
      }
      const house = root.firstElementChild as HTMLElement;
      if (theme === 'light' || theme === 'dark') house.dataset.theme = theme;
      else delete house.dataset.theme;
      return root;
    }

    #context(): 'inline' | 'slide' {
      return this.getAttribute('context') === 'slide' ? 'slide' : 'inline';
    }

    #laid = memoizeLast(
      (
        composition: Composition,
        width: number,
        height: number | undefined,
        track: number | undefined,
        lit: string | undefined,
      ): Layout => ({ composition, width, height, track, highlighted: lit, site: this.#base }),
    );
    #layout(): Layout {
      const width = Math.max(280, this.#width || 640);
      if (this.#context() === 'slide') {
        const height = this.#height || (width * 9) / 16;
        const k = Math.max(1, LEAST[0] / width, LEAST[1] / height);
        const wide = k * width;
        const high = k * height;
        return this.#laid(
          'slide',
          Math.min(wide, LONG * high),
          Math.min(high, TALL * wide),
          undefined,
          this.#lit,
        );
      }
      const hero = this.getAttribute('composition') === 'hero';
      const track = hero ? this.#paper?.querySelector('.track')?.clientWidth : undefined;
      return this.#laid(
        hero ? 'hero' : width < NARROW ? 'narrow' : 'wide',
        width,
        undefined,
        track || undefined,
        this.#lit,
      );
    }

    /** @returns whether a picture is due */
    #measure(): boolean {
      this.#paper!.dataset.context = this.#context(); // it decides on paddings, so before the width is read
      const plate = this.#paper?.querySelector<HTMLElement>('.plate') ?? this.#paper!;
      const width = plate.clientWidth;
      const height = this.#context() === 'slide' ? this.clientHeight : 0;
      if (width === this.#width && height === this.#height && this.#scene) return false;
      this.#width = width;
      this.#height = height;
      return true;
    }

    #later(): void {
      const wait = this.status === 'running' ? this.#free - now() : 0;
      if (this.#queued && (this.#turn === undefined || wait > 0)) return;
      clearTimeout(this.#turn); // a picture that waited for its turn: the run has ended, and it is due
      this.#turn = undefined;
      this.#queued = true;
      const go = (): void => {
        this.#queued = false;
        this.#paint();
      };
      const frame = (): void => {
        this.#turn = undefined;
        requestAnimationFrame(go);
      };
      if (document.visibilityState === 'hidden') setTimeout(go);
      else if (wait > 0) this.#turn = setTimeout(frame, wait);
      else frame();
    }

    #paint(): void {
      const from = now();
      const drawn = this.#draw();
      if (!drawn) return;
      this.#show(drawn);
      // What takes long to draw is drawn less often while it trains, so that the page keeps most of its frames for the reader.
      const done = now();
      this.#free = done + REST * (done - from);
    }

    #draw(): FrameView | undefined {
      const player = this.#player;
      if (!player?.snapshot || !this.#paper) return undefined;
      const { snapshot, params, data } = player;
      const text = view.text(params, snapshot, data);
      const layout = this.#layout();
      this.#scene = view.scene(params, snapshot, layout, data);
      this.#announce(text, player.status);
      return {
        view,
        text,
        status: player.status,
        step: snapshot.step,
        end: snapshot.end,
        seed: params.seed,
        pictures: [{ layout, scene: this.#scene }],
        compared: 'ghost' in view.spec ? !!(params as { ghost?: number }).ghost : undefined,
        canUndo: player.canUndo,
        notices: player.notices,
        typed: view.typed && String((params as Readonly<Record<string, unknown>>)[view.typed.key] ?? ''),
        said: this.#said,
        number: this.getAttribute('number') ?? undefined,
        address: this.#permalink(),
        live: !this.hasAttribute('still'),
        chrome: this.#chrome(),
        panel: this.#open,
      };
    }

    #show(drawn: FrameView): void {
      paint(this.#paper!, frame(drawn));
      this.#paper!.dataset.live = '';
      this.#fire('dream-state', { state: this.state, fingerprint: this.fingerprint });
    }

    #chrome(): FrameView['chrome'] {
      const asked = this.getAttribute('chrome');
      if (this.getAttribute('composition') === 'hero') return 'hero';
      if (asked === 'none' || asked === 'title' || asked === 'full') return asked;
      return this.#context() === 'slide' || this.getAttribute('controls') === 'none' ? 'none' : 'full';
    }

    #announce({ milestone, summary }: Text, status: Status): void {
      const text = status === 'running' ? milestone : status === 'settled' ? summary : undefined;
      if (!text || text === this.#said) return;
      this.#said = text;
      this.#fire('dream-milestone', { text });
    }

    #sheet(): { text: Text; scene: Scene; dark: boolean } {
      const { params, snapshot, data } = this.#player!;
      const dark =
        getComputedStyle(this.#paper!).colorScheme === 'dark' ||
        (getComputedStyle(this.#paper!).colorScheme.includes('dark') &&
          this.getAttribute('theme') !== 'light' &&
          matchMedia('(prefers-color-scheme: dark)').matches &&
          document.documentElement.dataset.theme !== 'light');
      return {
        text: view.text(params, snapshot!, data),
        scene: view.scene(params, snapshot!, { composition: 'wide', width: 1172 }, data),
        dark,
      };
    }

    #fire(name: string, detail: object = {}): void {
      this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
    }
  };
}
