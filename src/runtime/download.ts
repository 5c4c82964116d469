// What a reader takes home: SVG, PNG, CSV, and the dream file (JSON) that the lab reads back. Loaded at the first download.

import { hex } from '../scene/ink.ts';
import { standalone } from '../scene/print.ts';
import { embeddedFaces } from './typeface.ts';
import { exportLayout } from './export-layout.ts';
import type { FigureView, Params, Scene, Snapshot, Text } from './widget.ts';

export interface Sheet {
  readonly text: Text;
  readonly scene: Scene;
  readonly dark: boolean;
}

/** A file of its own: hex colours, no variables, the page's two typefaces inside it. */
export async function toSVG({ text, scene, dark }: Sheet): Promise<string> {
  const faces = await embeddedFaces(['Dream Sans', 'Dream Serif']);
  const drawn = standalone(exportLayout(text, scene), hex(dark ? 'dark' : 'light'), 'var(--paper)');
  return faces ? drawn.replace('<title>', `<style>${faces}</style><title>`) : drawn;
}

/** @throws when the browser cannot draw an SVG as an image */
export async function toPNG(given: Sheet, scale: number): Promise<Blob> {
  const { width, height } = exportLayout(given.text, given.scene);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await toSVG(given))}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), {
    width: Math.round(width * scale),
    height: Math.round(height * scale),
  });
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((give, fail) => {
    canvas.toBlob(
      (blob) => (blob ? give(blob) : fail(new Error('The picture could not be drawn.'))),
      'image/png',
    );
  });
}

/** A row of another length begins another table, after an empty line. */
export function toCSV(rows: readonly (readonly (string | number)[])[]): string {
  const cell = (value: string | number): string =>
    typeof value === 'string' && /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : String(value);
  return rows
    .map((row, i) => `${i && row.length !== rows[i - 1]!.length ? '\r\n' : ''}${row.map(cell).join(',')}\r\n`)
    .join('');
}

/** Schema `dream/1`: enough to make the same model again, or to read its weights without us. */
export function toDreamFile(
  view: FigureView<any, any>,
  params: Params,
  snapshot: Snapshot,
  weights: ArrayLike<number>,
  address: string,
  engine: string,
): object {
  return {
    schema: 'dream/1',
    figure: view.name,
    engine,
    address,
    params,
    step: snapshot.step,
    fingerprint: snapshot.fingerprint ?? null,
    weights: Array.from(weights),
    ...(view.tensors ? { tensors: view.tensors(params) } : {}),
    snapshot,
    model: view.about,
    licence: 'CC BY 4.0',
  };
}

/** Saves a file on the reader’s disk, by a link that is clicked. */
export function save(name: string, content: Blob | string, type = 'text/plain'): void {
  const address = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
