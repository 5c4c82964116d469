// What an element shows and when: host, layout, the last scene, the open panel, what is said. The state is the player's.

import { paint } from '../scene/paint.ts';
import { lightHost, type Host, type Standalone } from './element-host.ts';
import { createLayout } from './element-layout.ts';
import { frame } from './frame.ts';
import type { FrameView, Status } from './frame-view.ts';
import { createPaintQueue } from './paint-queue.ts';
import { ghostKey } from './params.ts';
import type { Player } from './player.ts';
import type { OpenPanel } from './toolbar.ts';
import type { FigureDefinition, Layout, Params, Scene, Snapshot, Text } from './widget.ts';

export interface PainterOptions<P extends Params, S extends Snapshot, D> {
  readonly element: HTMLElement;
  readonly definition: FigureDefinition<P, S, D>;
  readonly standalone: Standalone | undefined;
  /** the site's root */
  readonly base: string;
  player(): Player<P, S, D> | undefined;
  /** the address of the present state */
  permalink(): string;
  /** a milestone or a result, once */
  announced(text: string): void;
  /** a picture is on the page */
  shown(): void;
}

export type Painter<P extends Params, S extends Snapshot, D> = ReturnType<typeof createPainter<P, S, D>>;

/** A painter for one element; it paints nothing before `dress`. */
export function createPainter<P extends Params, S extends Snapshot, D>({
  element,
  definition: { view },
  standalone,
  base,
  player,
  permalink,
  announced,
  shown,
}: PainterOptions<P, S, D>) {
  const ghost = ghostKey(view.spec);
  const layoutOf = createLayout();
  const queue = createPaintQueue(
    () => paintNow(),
    () => player()?.status === 'running',
  );
  let host: Host | undefined;
  let width = 0; // px of the plate
  let height = 0; // px of the slide
  let highlighted: string | undefined;
  let panel: OpenPanel | undefined;
  let said = '';
  /** the last scene, and the params and snapshot that it was drawn from */
  let drawn: { readonly params: P; readonly snapshot: S; readonly scene: Scene } | undefined;

  const isHero = (): boolean => element.getAttribute('composition') === 'hero';
  const context = (): 'inline' | 'slide' =>
    element.getAttribute('context') === 'slide' ? 'slide' : 'inline';
  const theme = (): string | null => element.getAttribute('theme');

  /** Finds or makes the place that is painted into, in the theme that is asked for. */
  function dress(): Host {
    host = standalone?.host(element, theme()) ?? host ?? lightHost(element, context());
    return host;
  }

  function layout(): Layout {
    const hero = isHero();
    const track = hero ? dress().figure.querySelector('.track')?.clientWidth || undefined : undefined;
    return layoutOf({ context: context(), hero, width, height, track }, highlighted, base);
  }

  /** @returns whether a picture is due */
  function measure(): boolean {
    const { figure } = dress();
    figure.dataset.context = context(); // it decides on paddings, so before the width is read
    const plate = figure.querySelector<HTMLElement>('.plate') ?? figure;
    const wide = plate.clientWidth;
    const high = context() === 'slide' ? element.clientHeight : 0;
    if (wide === width && high === height && drawn) return false;
    width = wide;
    height = high;
    return true;
  }

  /** The frame of the present state; undefined before there is a snapshot. */
  function draw(): FrameView | undefined {
    const now = player();
    if (!now?.snapshot || !host) return undefined;
    const { snapshot, params, data, status } = now;
    const text = view.text(params, snapshot, data);
    const shape = layout();
    const scene = view.scene(params, snapshot, shape, data);
    drawn = { params, snapshot, scene };
    announce(text, status);
    const values = params as Readonly<Record<string, unknown>>;
    return {
      view,
      text,
      status,
      step: snapshot.step,
      end: snapshot.end,
      seed: params.seed,
      pictures: [{ layout: shape, scene }],
      compared: ghost ? !!values[ghost] : undefined,
      canUndo: now.canUndo,
      notices: now.notices,
      typed: view.typed && String(values[view.typed.key] ?? ''),
      said,
      number: element.getAttribute('number') ?? undefined,
      address: permalink(),
      live: !element.hasAttribute('still'),
      chrome: chrome(),
      panel,
    };
  }

  function show(given: FrameView): void {
    const { figure } = dress();
    paint(figure, frame(given));
    figure.dataset.live = '';
    shown();
  }

  function paintNow(): boolean {
    const given = draw();
    if (given) show(given);
    return !!given;
  }

  function chrome(): FrameView['chrome'] {
    if (isHero()) return 'hero';
    const asked = element.getAttribute('chrome');
    if (asked === 'none' || asked === 'title' || asked === 'full') return asked;
    return context() === 'slide' || element.getAttribute('controls') === 'none' ? 'none' : 'full';
  }

  function announce({ milestone, summary }: Text, status: Status): void {
    const results: Partial<Record<Status, string | undefined>> = { running: milestone, settled: summary };
    const text = results[status];
    if (!text || text === said) return;
    said = text;
    announced(text);
  }

  return {
    dress,
    layout,
    measure,
    draw,
    show,
    request: queue.request,
    paint: queue.paint,
    isHero,
    get figure() {
      return dress().figure;
    },
    /** whether this frame's scene is still the last one that was drawn */
    isLatest: (given: FrameView) => given.pictures[0]?.scene === drawn?.scene,
    /** The scene that a hand reaches into: of the present params, though the last picture may be of those before. */
    sceneOf(params: P, snapshot: S): Scene {
      if (drawn?.params === params && drawn.snapshot === snapshot) return drawn.scene;
      return view.scene(params, snapshot, layout(), player()?.data);
    },
    get lastScene() {
      return drawn?.scene;
    },
    get highlighted() {
      return highlighted;
    },
    highlight(what: string | undefined) {
      highlighted = what;
      queue.request();
    },
    get panel() {
      return panel;
    },
    set panel(open) {
      panel = open;
      queue.request();
    },
    say(text: string) {
      said = text;
      queue.request();
    },
    /** The figure as one picture of its own, for downloads. */
    sheet(): { text: Text; scene: Scene } {
      const { params, snapshot, data } = player()!;
      return {
        text: view.text(params, snapshot!, data),
        scene: view.scene(params, snapshot!, { composition: 'wide', width: 1172 }, data),
      };
    },
  };
}
