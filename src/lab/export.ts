// What a reader takes home from the lab: a panel as SVG, PNG, CSV or JSON, all numbers, the script, a dictionary.

import { save, toCSV, toPNG, toSVG, type Sheet } from '../runtime/download.ts';
import { pythonScript, type Scripted } from './export-python.ts';
import type { Choice } from './analysis/choice.ts';
import type { Panel, Shown } from './pictures/panel.ts';
import { panels, panelsOf } from './pictures/panels.ts';
import { dictionaryInWords, measures, summary } from './sentences.ts';
import type { State } from './view/state.ts';

const WIDTH = 760;

/** Saves one panel. @param kind svg, png, csv or json */
export async function savePanel(kind: string, id: string, shown: Shown, state: State): Promise<void> {
  const panel = panels.find((p) => p.id === id);
  if (!panel) return;
  const name = `${(state.first?.tensor || 'weights').replace(/[^\w.-]+/g, '-')}-${id}`;
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

/** Which file and which part of it; `with` as in the address. */
const source = ({ catalogue, first, second }: State): object => ({
  file: catalogue?.files[first?.file ?? 0]?.name,
  ...first,
  ...(second ? { with: `${second.file}:${second.tensor}`, second } : {}),
});

function sheetOf(panel: Panel, shown: Shown): Sheet {
  const { cell: _cell, ...still } = shown;
  return {
    text: { title: panel.title, summary: panel.says(shown), table: { caption: '', head: [], rows: [] } },
    scene: { plate: panel.picture(still, WIDTH) },
    dark: false,
  };
}

/** Saves the numbers of all panels, the measures of the comparison in full precision, and what is said of them. */
export function saveEverything(shown: Shown, state: State): void {
  const numbers = panelsOf(shown).map((p) => {
    const [columns, ...rows] = p.rows(shown);
    return [p.id, { columns, rows }] as const;
  });
  const { comparison, dictionary } = shown;
  save(
    'lab.json',
    JSON.stringify({
      schema: 'lab/1',
      ...source(state),
      says: summary(shown.look),
      ...(comparison
        ? {
            compared: measures(comparison.likeness),
            dictionary: comparison.likeness.dictionary,
            notes: comparison.notes,
          }
        : {}),
      ...(dictionary ? { latents: dictionaryInWords(dictionary) } : {}),
      panels: Object.fromEntries(numbers),
    }),
    'application/json',
  );
}

/** The tensors that are looked at, as a script that reads them. */
export function script({ catalogue, first, second }: State): string {
  const side = (choice: Choice | undefined): Scripted | undefined => {
    if (!choice) return undefined;
    const file = catalogue?.files[choice.file];
    const entry = file?.tensors.find(({ name }) => name === choice.tensor);
    return file && entry && { file: file.name, gzip: file.format.endsWith(', gzip'), entry, choice };
  };
  const one = side(first);
  return one ? pythonScript(one, side(second)) : '';
}
