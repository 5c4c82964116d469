// An SVG of ours as pixels, by resvg with the site's typefaces.

import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import subset from 'subset-font';

// resvg reads TrueType only; the site's fonts are woff2, so they are turned once a build.
let fonts: Promise<string[]> | undefined;
async function fontFiles(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dreams-fonts-'));
  const cut = async (file: string, name: string, axes: Record<string, number>): Promise<string> => {
    const text = String.fromCodePoint(
      ...Array.from({ length: 95 }, (_, i) => 32 + i),
      ...[...'–—’“”×·½⅓⅔¼¾⅖⅗⅜₀₁₂₃₄₅₆₇₈₉ᵢⱼ−±≈°→⟋⟍Σx̂é'].map((c) => c.codePointAt(0)!),
    );
    const path = join(folder, `${name}.ttf`);
    await writeFile(
      path,
      await subset(await readFile(`node_modules/@fontsource-variable/${file}`), text, {
        targetFormat: 'truetype',
        variationAxes: axes,
      }),
    );
    return path;
  };
  return Promise.all([
    cut('atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2', 'sans', {
      wght: 400,
    }),
    cut('atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2', 'sans-bold', {
      wght: 650,
    }),
    cut('source-serif-4/files/source-serif-4-latin-opsz-normal.woff2', 'serif', { wght: 400, opsz: 30 }),
  ]);
}

/** The PNG's bytes. @param width of the PNG, px */
export async function pixels(svg: string, width: number): Promise<Uint8Array> {
  fonts ??= fontFiles();
  const hundreds = svg.replace(
    /font-weight="(\d+)"/g,
    (_, weight: string) => `font-weight="${100 * Math.round(Number(weight) / 100)}"`,
  ); // it knows no others
  const image = new Resvg(hundreds, {
    fitTo: { mode: 'width', value: width },
    font: {
      fontFiles: await fonts,
      loadSystemFonts: false,
      defaultFontFamily: 'Atkinson Hyperlegible Next',
      sansSerifFamily: 'Atkinson Hyperlegible Next',
      serifFamily: 'Source Serif 4',
    },
  });
  return image.render().asPng();
}
