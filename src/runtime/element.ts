// The custom element around a player: attributes and address in, frame out. Its parts stand beside it: the host it paints
// into, its layout, its paint queue, the state that comes from outside, the toolbar.

import { paint } from '../scene/paint.ts';
import { readState, writeState } from './address.ts';
import { createLayout } from './element-layout.ts';
import { isDark, lightHost, setTheme, shadowHost, type Host, type Standalone } from './element-host.ts';
import { frame, type FrameView, type Status } from './frame.ts';
import { listen, type Hands, type Phase } from './interaction.ts';
import { createPaintQueue } from './paint-queue.ts';
import { defaults, ghostKey, type State } from './params.ts';
import { createPlayer, type How, type Player } from './player.ts';
import { siteBase } from './site.ts';
import { attributeOf, fromAttributes, fromObject } from './state-input.ts';
import { press, reducedMotion, type OpenPanel, type ToolbarHost } from './toolbar.ts';
import { controlAt, update, withChange } from './update.ts';
import { watchVisibility } from './visibility.ts';
import type { FigureDefinition, Intent, Params, Scene, Snapshot, Text } from './widget.ts';

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const task = (): Promise<void> =>
  new Promise((go) => {
    setTimeout(go);
  });

/** Defines `<dream-name>`; again is nothing. */
export function define<P extends Params, S extends Snapshot, D>(
  definition: FigureDefinition<P, S, D>,
  standalone?: Standalone,
): void {
  const tag = `dream-${definition.view.name}`;
  if (!customElements.get(tag)) customElements.define(tag, elementOf(definition, standalone));
}

function elementOf<P extends Params, S extends Snapshot, D>(
  definition: FigureDefinition<P, S, D>,
  standalone?: Standalone,
): CustomElementConstructor {
  const { view } = definition;
  const { spec } = view;
  const keys = Object.keys(spec);
  const ghost = ghostKey(spec);

  return class Dream extends HTMLElement {
    static observedAttributes = [...keys.map(attributeOf), 'theme', 'context', 'still', 'controls', 'asleep'];
    readonly #base = standalone?.base ?? siteBase();
    readonly #layoutOf = createLayout();
    readonly #queue = createPaintQueue(
      () => this.#paint(),
      () => this.status === 'running',
    );
    #player: Player<P, S, D> | undefined;
    #host: Host | undefined;
    #gone = new AbortController();
    #width = 0; // px of the plate
    #height = 0; // px of the slide
    #highlighted: string | undefined;
    #panel: OpenPanel | undefined;
    #said = '';
    /** the last scene, and the params and snapshot that it was drawn from */
    #drawn: { readonly params: P; readonly snapshot: S; readonly scene: Scene } | undefined;
    #pausedUnseen = false;
    #resolveReady!: () => void;
    #resolveSettled: (() => void)[] = [];
    readonly ready = new Promise<void>((go) => {
      this.#resolveReady = go;
    });

    connectedCallback(): void {
      // The numbers of a deferred figure are not in the page: whoever brings them takes `asleep` away.
      if (this.#player || this.hasAttribute('asleep')) return;
      this.#gone = new AbortController();
      const { signal } = this.#gone;
      const { root } = this.#dress();
      const params = { ...defaults<P>(spec), ...fromAttributes(this, spec) };
      this.#player = createPlayer(
        definition,
        { ...this.#printed(), params, base: this.#base },
        {
          changed: () => this.#queue.request(),
          settled: () => {
            this.#fire('dream-settled');
            for (const go of this.#resolveSettled.splice(0)) go();
          },
          failed: (message) => this.#fire('dream-error', { text: message }),
        },
      );
      if (!this.hasAttribute('still')) listen(root, this.#hands, signal);
      document.addEventListener('dream-light', this.#showHighlight, { signal });
      watchVisibility(this, (seen) => this.#pauseUnseen(seen), signal);
      if (!this.#player.snapshot) this.#player.wake();
      void this.#begin(this.#player);
    }

    /** The first picture in tasks of its own: code that has never run is slow, and a phone counts what blocks it. */
    async #begin(player: Player<P, S, D>): Promise<void> {
      await task();
      if (player !== this.#player) return;
      this.#measure();
      const first = this.#draw();
      await task();
      if (player !== this.#player) return;
      if (first && first.pictures[0]?.scene === this.#drawn?.scene) this.#show(first);
      const watch = new ResizeObserver(() => {
        if (this.#measure()) this.#queue.paint();
      });
      watch.observe(this.#host!.figure);
      this.#gone.signal.addEventListener('abort', () => watch.disconnect());
      await player.arrived();
      this.#resolveReady();
      this.#fire('dream-ready');
    }

    disconnectedCallback(): void {
      // A moved element is connected again before the microtask runs.
      queueMicrotask(() => {
        if (this.isConnected) return;
        this.#gone.abort();
        this.#player?.close();
        this.#player = undefined;
      });
    }

    attributeChangedCallback(name: string, before: string | null, after: string | null): void {
      if (name === 'asleep' && after === null && this.isConnected) return this.connectedCallback();
      if (!this.#player || before === after) return;
      if (name === 'theme') {
        this.#dress();
        return;
      }
      const key = keys.find((k) => attributeOf(k) === name);
      if (key) this.#take({ [key]: after ?? undefined });
      else this.#queue.request();
    }

    // ---- the contract ----
    get state(): State {
      return { ...this.#player?.params } as State;
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
      return writeState(spec, this.#player?.params ?? {}, this.#player?.engine ?? view.engine);
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
      if (this.status !== 'running' && this.status !== 'paused') {
        return this.#player?.arrived() ?? Promise.resolve();
      }
      return new Promise((go) => {
        this.#resolveSettled.push(go);
      });
    }
    /** The state of a link's text; what cannot be used is said in a notice. */
    open(text: string): void {
      const engine = this.#player?.engine ?? String(view.engine);
      const { state, notices } = readState<P>(spec, text, engine);
      this.#player?.set(state, { notices });
      this.#said = 'The figure was set from a link.';
    }
    async toSVG(): Promise<string> {
      const { toSVG } = await import('./download.ts');
      return toSVG(this.#sheet());
    }
    async toPNG(scale = 2): Promise<Blob> {
      const { toPNG } = await import('./download.ts');
      return toPNG(this.#sheet(), scale);
    }
    async toJSON(): Promise<object> {
      const { toDreamFile } = await import('./download.ts');
      const { params, snapshot, engine } = this.#player!;
      return toDreamFile(view, params, snapshot!, await this.#player!.weights(), this.address, engine);
    }
    async toCSV(): Promise<string> {
      const { toCSV } = await import('./download.ts');
      const { params, snapshot } = this.#player!;
      return toCSV(view.csv(params, snapshot!));
    }

    // ---- state in ----
    /** Snapshot and data that the page brings; nothing where it brings none. */
    #printed(): { snapshot?: S | undefined; data?: D | undefined } {
      try {
        const text = this.querySelector('script[type="application/json"]')?.textContent ?? '{}';
        return JSON.parse(text) as { snapshot?: S | undefined; data?: D | undefined };
      } catch {
        return {};
      }
    }

    #take(given: unknown, how: How = {}): void {
      if (given === null || typeof given !== 'object') return;
      const { state, notices } = fromObject(given, spec);
      this.#player?.set({ ...this.#player.params, ...state } as P, { ...how, notices });
    }

    // ---- hands ----
    readonly #hands: Hands = {
      grip: (handle) => {
        const control = this.#drawn && controlAt(this.#drawn.scene, handle);
        return control && 'grip' in control ? control.grip : undefined;
      },
      intent: (intent, phase) => this.#intent(intent, phase),
      press: (does) => press(does, this.#toolbarHost()),
      highlight: (what) => {
        if (what !== this.#highlighted) {
          document.dispatchEvent(new CustomEvent('dream-light', { detail: what }));
        }
      },
    };

    #intent(intent: Intent, phase: Phase): void {
      const player = this.#player!;
      const { params, snapshot } = player;
      if (!snapshot) return;
      const gesture = phase === 'more' ? 'more' : undefined;
      if (intent.do === 'set') {
        const { state, notices } = fromObject({ [intent.key]: intent.value }, spec);
        return player.set(withChange(spec, params, state), { gesture, notices });
      }
      const layout = this.#layout();
      const scene = this.#sceneOf(params, snapshot);
      const next = update(view, params, snapshot, intent, layout, scene, player.data);
      player.set(next, { gesture: intent.do === 'move' && phase !== 'start' ? 'more' : undefined });
      // The hand has let go of the weights: training repairs what it did.
      const control = controlAt(scene, intent.handle);
      const released = phase === 'end' && intent.do === 'move' && control?.kind === 'drag' && control.trains;
      if (released && player.params.edits?.length && !reducedMotion()) player.play();
    }

    /** The scene that a hand reaches into: of the present params, though the last picture may be of those before. */
    #sceneOf(params: P, snapshot: S): Scene {
      const last = this.#drawn;
      if (last?.params === params && last.snapshot === snapshot) return last.scene;
      return view.scene(params, snapshot, this.#layout(), this.#player!.data);
    }

    #showHighlight = (e: Event): void => {
      this.#highlighted = (e as CustomEvent<string | undefined>).detail ?? undefined;
      this.#queue.request();
    };

    /** A run pauses while nobody can see it, and goes on when it comes back. */
    #pauseUnseen(seen: boolean): void {
      if (!seen && this.status === 'running') {
        this.#pausedUnseen = true;
        this.pause();
      } else if (seen && this.#pausedUnseen) {
        this.#pausedUnseen = false;
        if (this.status === 'paused') this.play();
      }
    }

    #toolbarHost(): ToolbarHost<P, S, D> {
      const element = this;
      return {
        definition,
        player: this.#player!,
        element,
        hero: this.#hero,
        base: this.#base,
        address: this.address,
        permalink: this.#permalink(),
        isDark: () => isDark(element.#host!.figure, element.getAttribute('theme')),
        get panel() {
          return element.#panel;
        },
        set panel(open) {
          element.#panel = open;
          element.#queue.request();
        },
        say(text) {
          element.#said = text;
          element.#queue.request();
        },
      };
    }

    // ---- picture out ----
    get #hero(): boolean {
      return this.getAttribute('composition') === 'hero';
    }
    get #context(): 'inline' | 'slide' {
      return this.getAttribute('context') === 'slide' ? 'slide' : 'inline';
    }

    #dress(): Host {
      if (!standalone) return (this.#host ??= lightHost(this, this.#context));
      this.#host = shadowHost(this, standalone);
      setTheme(this.#host, this.getAttribute('theme'));
      return this.#host;
    }

    #layout() {
      const { figure } = this.#host!;
      const track = this.#hero ? figure.querySelector('.track')?.clientWidth || undefined : undefined;
      const room = {
        context: this.#context,
        hero: this.#hero,
        width: this.#width,
        height: this.#height,
        track,
      };
      return this.#layoutOf(room, this.#highlighted, this.#base);
    }

    /** @returns whether a picture is due */
    #measure(): boolean {
      const { figure } = this.#host!;
      figure.dataset.context = this.#context; // it decides on paddings, so before the width is read
      const plate = figure.querySelector<HTMLElement>('.plate') ?? figure;
      const width = plate.clientWidth;
      const height = this.#context === 'slide' ? this.clientHeight : 0;
      if (width === this.#width && height === this.#height && this.#drawn) return false;
      this.#width = width;
      this.#height = height;
      return true;
    }

    #paint(): boolean {
      const drawn = this.#draw();
      if (drawn) this.#show(drawn);
      return !!drawn;
    }

    #draw(): FrameView | undefined {
      const player = this.#player;
      if (!player?.snapshot || !this.#host) return undefined;
      const { snapshot, params, data, status } = player;
      const text = view.text(params, snapshot, data);
      const layout = this.#layout();
      const scene = view.scene(params, snapshot, layout, data);
      this.#drawn = { params, snapshot, scene };
      this.#announce(text, status);
      const values = params as Readonly<Record<string, unknown>>;
      return {
        view,
        text,
        status,
        step: snapshot.step,
        end: snapshot.end,
        seed: params.seed,
        pictures: [{ layout, scene }],
        compared: ghost ? !!values[ghost] : undefined,
        canUndo: player.canUndo,
        notices: player.notices,
        typed: view.typed && String(values[view.typed.key] ?? ''),
        said: this.#said,
        number: this.getAttribute('number') ?? undefined,
        address: this.#permalink(),
        live: !this.hasAttribute('still'),
        chrome: this.#chrome(),
        panel: this.#panel,
      };
    }

    #show(drawn: FrameView): void {
      const { figure } = this.#host!;
      paint(figure, frame(drawn));
      figure.dataset.live = '';
      this.#fire('dream-state', { state: this.state, fingerprint: this.fingerprint });
    }

    #chrome(): FrameView['chrome'] {
      if (this.#hero) return 'hero';
      const asked = this.getAttribute('chrome');
      if (asked === 'none' || asked === 'title' || asked === 'full') return asked;
      return this.#context === 'slide' || this.getAttribute('controls') === 'none' ? 'none' : 'full';
    }

    /** Says a milestone of a run, and its result, once. */
    #announce({ milestone, summary }: Text, status: Status): void {
      const results: Partial<Record<Status, string | undefined>> = { running: milestone, settled: summary };
      const text = results[status];
      if (!text || text === this.#said) return;
      this.#said = text;
      this.#fire('dream-milestone', { text });
    }

    #sheet(): { text: Text; scene: Scene; dark: boolean } {
      const { params, snapshot, data } = this.#player!;
      return {
        text: view.text(params, snapshot!, data),
        scene: view.scene(params, snapshot!, { composition: 'wide', width: 1172 }, data),
        dark: isDark(this.#host!.figure, this.getAttribute('theme')),
      };
    }

    #permalink(): string {
      return `${this.#base}figures/${view.name}/#${view.name}?${this.address}`;
    }

    #fire(name: string, detail: object = {}): void {
      this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
    }
  };
}
