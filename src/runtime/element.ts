// The custom element around a player: attributes and address in, hands to params, frame out. Its painter draws, its player
// knows the state; here is what the page and the reader meet.

import { readState, writeState } from './address.ts';
import type { Standalone } from './element-host.ts';
import { createPainter, type Painter } from './element-painter.ts';
import type { Status } from './frame-view.ts';
import { listen, type Hands, type Phase } from './interaction.ts';
import { defaults, type State } from './params.ts';
import { createPlayer, type How, type Player } from './player.ts';
import { siteBase } from './site.ts';
import { attributeOf, fromAttributes, fromObject } from './state-input.ts';
import { reducedMotion } from './motion.ts';
import type { ToolbarHost } from './toolbar.ts';
import { controlAt, update, withChange } from './update.ts';
import { watchVisibility } from './visibility.ts';
import type { FigureDefinition, Intent, Params, Snapshot } from './widget.ts';

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

  return class Dream extends HTMLElement {
    static observedAttributes = [...keys.map(attributeOf), 'theme', 'context', 'still', 'controls', 'asleep'];
    readonly #base = standalone?.base ?? siteBase();
    readonly #painter: Painter<P, S, D> = createPainter<P, S, D>({
      element: this,
      definition,
      standalone,
      base: this.#base,
      player: () => this.#player,
      permalink: () => this.#permalink(),
      announced: (text) => this.#fire('dream-milestone', { text }),
      shown: () => this.#fire('dream-state', { state: this.state, fingerprint: this.fingerprint }),
    });
    #player: Player<P, S, D> | undefined;
    #gone = new AbortController();
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
      const { root } = this.#painter.dress();
      const params = { ...defaults<P>(spec), ...fromAttributes(this, spec) };
      this.#player = createPlayer(
        definition,
        { ...this.#printed(), params, base: this.#base },
        {
          changed: () => this.#painter.request(),
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
      const painter = this.#painter;
      painter.measure();
      const first = painter.draw();
      await task();
      if (player !== this.#player) return;
      if (first && painter.isLatest(first)) painter.show(first);
      const watch = new ResizeObserver(() => {
        if (painter.measure()) painter.paint();
      });
      watch.observe(painter.dress().figure);
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
        this.#painter.dress();
        return;
      }
      const key = keys.find((k) => attributeOf(k) === name);
      if (key) this.#take({ [key]: after ?? undefined });
      else this.#painter.request();
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
      this.#painter.say('The figure was set from a link.');
    }
    async toSVG(): Promise<string> {
      const { toSVG } = await import('./download.ts');
      return toSVG(await this.#sheet());
    }
    async toPNG(scale = 2): Promise<Blob> {
      const { toPNG } = await import('./download.ts');
      return toPNG(await this.#sheet(), scale);
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
        const scene = this.#painter.lastScene;
        const control = scene && controlAt(scene, handle);
        return control && 'grip' in control ? control.grip : undefined;
      },
      intent: (intent, phase) => this.#intent(intent, phase),
      press: (does) => void this.#press(does),
      highlight: (what) => {
        if (what !== this.#painter.highlighted) {
          document.dispatchEvent(new CustomEvent('dream-light', { detail: what }));
        }
      },
    };

    /** The toolbar's code comes with the first press of one of its buttons. */
    async #press(does: string): Promise<void> {
      try {
        const { press } = await import('./toolbar.ts');
        if (this.#player) press(does, this.#toolbarHost());
      } catch {
        this.#player?.notify('This could not be loaded.');
      }
    }

    #intent(intent: Intent, phase: Phase): void {
      const player = this.#player!;
      const { params, snapshot } = player;
      if (!snapshot) return;
      const gesture = phase === 'more' ? 'more' : undefined;
      if (intent.do === 'set') {
        const { state, notices } = fromObject({ [intent.key]: intent.value }, spec);
        return player.set(withChange(spec, params, state), { gesture, notices });
      }
      const layout = this.#painter.layout();
      const scene = this.#painter.sceneOf(params, snapshot);
      const next = update(view, params, snapshot, intent, layout, scene);
      player.set(next, { gesture: intent.do === 'move' && phase !== 'start' ? 'more' : undefined });
      // The hand has let go of the weights: training repairs what it did.
      const control = controlAt(scene, intent.handle);
      const released = phase === 'end' && intent.do === 'move' && control?.kind === 'drag' && control.trains;
      if (released && player.params.edits?.length && !reducedMotion()) player.play();
    }

    #showHighlight = (e: Event): void => {
      this.#painter.highlight((e as CustomEvent<string | undefined>).detail ?? undefined);
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
      return {
        definition,
        player: this.#player!,
        element: this,
        painter: this.#painter,
        base: this.#base,
        address: this.address,
        permalink: this.#permalink(),
      };
    }

    /** What a download draws. */
    async #sheet() {
      const { isDark } = await import('./darkfield.ts');
      return { ...this.#painter.sheet(), dark: isDark(this.#painter.figure, this.getAttribute('theme')) };
    }

    #permalink(): string {
      return `${this.#base}figures/${view.name}/#${view.name}?${this.address}`;
    }

    #fire(name: string, detail: object = {}): void {
      this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
    }
  };
}
