// What the buttons of the toolbar do. Panels and their code come at the first press of one that opens something.

import { isDark } from './darkfield.ts';
import { reducedMotion } from './motion.ts';
import type { Mark } from '../scene/mark.ts';
import { ghostKey } from './params.ts';
import type { Player } from './player.ts';
import type { FigureDefinition, Params, Snapshot } from './widget.ts';

export interface OpenPanel {
  readonly name: string;
  readonly marks: readonly Mark[];
}

/** The element as its toolbar knows it. */
export interface ToolbarHost<P extends Params, S extends Snapshot, D> {
  readonly definition: FigureDefinition<P, S, D>;
  readonly player: Player<P, S, D>;
  readonly element: HTMLElement & {
    toSVG(): Promise<string>;
    toPNG(scale?: number): Promise<Blob>;
    toCSV(): Promise<string>;
    toJSON(): Promise<object>;
  };
  /** what it shows: the open panel, what is said, whether it is dark, whether it is the landing's hero */
  readonly painter: {
    panel: OpenPanel | undefined;
    say(text: string): void;
    readonly figure: HTMLElement;
    isHero(): boolean;
  };
  readonly base: string;
  readonly address: string;
  readonly permalink: string;
}

const NOT_LOADED = 'This part of the page could not be loaded; try again when the connection is back.';

/** Whether the reader asked the system for less motion. */

/** Does what a button with `data-do` says. */
export function press<P extends Params, S extends Snapshot, D>(
  does: string,
  host: ToolbarHost<P, S, D>,
): void {
  const { player } = host;
  switch (does) {
    case 'play':
      return train(player);
    case 'step':
      return player.advance(1);
    case 'reset':
      player.reset();
      if (host.painter.isHero()) train(player);
      return;
    case 'undo':
      return player.undo();
    case 'compare':
      return compare(host);
    default:
      openPanel(does, host).catch(() => host.painter.say(NOT_LOADED));
  }
}

/** Plays or pauses. Reduced motion: a tenth of the run for every press, no motion in between. */
function train<P extends Params, S extends Snapshot, D>(player: Player<P, S, D>): void {
  if (player.status === 'running') return player.pause();
  if (!reducedMotion()) return player.play();
  const end = player.snapshot?.end ?? 0;
  const here = player.params.step ?? end;
  if (here >= end) player.reset();
  else player.seek(Math.min(end, here + Math.ceil(end / 10)));
}

/** The present run stays as a ghost and another seed is trained; pressed again, the ghost goes. */
function compare<P extends Params, S extends Snapshot, D>({
  definition,
  player,
}: ToolbarHost<P, S, D>): void {
  const key = ghostKey(definition.view.spec);
  if (!key) return;
  const shown = (player.params as Readonly<Record<string, unknown>>)[key];
  const { seed = 1 } = player.params;
  if (shown) return player.set({ ...player.params, [key]: 0 });
  player.set({ ...player.params, [key]: seed, seed: seed + 1, step: undefined, edits: [] });
  if (!reducedMotion()) player.play();
}

async function openPanel<P extends Params, S extends Snapshot, D>(
  does: string,
  host: ToolbarHost<P, S, D>,
): Promise<void> {
  const { definition, player, element, painter, base, address, permalink } = host;
  const { panel } = await import('./panels.ts');
  if (does === 'close' || painter.panel?.name === does) {
    painter.panel = undefined;
    return;
  }
  const snapshot = player.snapshot!;
  const opened = await panel(does, {
    view: definition.view,
    params: player.params as Readonly<Record<string, unknown>>,
    address,
    kernels: player.kernels,
    base,
    element,
    program: async () => (await definition.program()).program(player.params, snapshot, permalink),
    shoot:
      snapshot.end > 1
        ? async (options) => {
            const { exportVideo } = await import('./video-export.ts');
            const { params, data } = player;
            return exportVideo({
              definition,
              params,
              data,
              base,
              dark: isDark(painter.figure, element.getAttribute('theme')),
              end: snapshot.end,
              ...options,
            });
          }
        : undefined,
    show: (shown) => {
      painter.panel = shown;
    },
    say: (text) => painter.say(text),
  });
  if (opened) painter.panel = opened;
}
