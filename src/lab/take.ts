// What a reader takes home from the lab: a panel as SVG, PNG, CSV or JSON, all numbers, the script.

import { save, toCSV, toPNG, toSVG, type Sheet } from '../runtime/download.ts';
import { panels, type Panel, type Shown } from './panels.ts';
import { python, type Scripted } from './python.ts';
import type { State } from './view.ts';
import { compared, summary } from './words.ts';

const WIDTH = 760;

export async function take(kind: string, id: string, shown: Shown, state: State): Promise<void> {
  const panel = panels.find((p) => p.id === id);
  if (!panel) return;
  const name = `${(state.choice.tensor || 'weights').replace(/[^\w.-]+/g, '-')}-${id}`;
  if (kind === 'svg') save(`${name}.svg`, await toSVG(sheetOf(panel, shown)), 'image/svg+xml');
  if (kind === 'png') save(`${name}.png`, await toPNG(sheetOf(panel, shown), 2));
  if (kind === 'csv') save(`${name}.csv`, toCSV(panel.rows(shown)), 'text/csv');
  if (kind === 'json') {
    const [head, ...rows] = panel.rows(shown);
    save(
      `${name}.json`,
      JSON.stringify({ schema: 'lab/1', panel: id, ...source(state), columns: head, rows }),
      'application/json',
    );
  }
}

const source = ({ held, choice, with: other }: State): object => ({
  file: held[0]?.name,
  ...choice,
  ...(other ? { with: other } : {}),
});

function sheetOf(panel: Panel, shown: Shown): Sheet {
  const plate = panel.picture({ ...shown, cell: undefined }, WIDTH);
  return {
    text: { title: panel.title, summary: panel.says(shown), table: { caption: '', head: [], rows: [] } },
    scene: { plate },
    dark: false,
  };
}

export function everything(shown: Shown, state: State): void {
  const numbers = Object.fromEntries(
    panels
      .filter((p) => p.fits?.(shown) ?? true)
      .map((p) => {
        const [columns, ...rows] = p.rows(shown);
        return [p.id, { columns, rows }];
      }),
  );
  save(
    'lab.json',
    JSON.stringify({
      schema: 'lab/1',
      ...source(state),
      says: summary(shown.look),
      ...(shown.likeness ? { compared: compared(shown.likeness) } : {}),
      panels: numbers,
    }),
    'application/json',
  );
}

/** The tensors that are looked at, as a script that reads them. */
export function script({ held, choice, with: other, turnOther }: State): string {
  const one = (at: number, tensor: string, how: Scripted['choice']): Scripted => {
    const { name, catalogue } = held[at];
    return {
      file: name,
      format: catalogue.format,
      entry: catalogue.tensors.find((t) => t.name === tensor) ?? catalogue.tensors[0],
      choice: how,
    };
  };
  return python(
    one(0, choice.tensor, choice),
    other === undefined
      ? undefined
      : one(Number(other.split(':')[0]), other.slice(2), { tensor: other.slice(2), transpose: turnOther }),
  );
}
