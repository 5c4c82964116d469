// Heights and widths read from a TrueType file, and the fallback face that matches them: the local font is scaled until
// ordinary English is as wide, and told the same ascent and descent. Local metrics are those of the fonts' own files.

export interface Metrics {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly gap: number;
  readonly width: number;
}

/** Letters by their frequency in English: what "as wide" means. */
const ENGLISH: Record<string, number> = {
  ' ': 180,
  e: 102,
  t: 75,
  a: 65,
  o: 62,
  i: 57,
  n: 57,
  s: 53,
  r: 50,
  h: 50,
  d: 33,
  l: 33,
  u: 23,
  c: 22,
  m: 20,
  f: 18,
  w: 17,
  g: 16,
  y: 14,
  p: 15,
  b: 12,
  v: 8,
  k: 6,
  x: 1,
  j: 1,
  q: 1,
  z: 1,
};

/** Fonts that readers have, by full name: mean advance of English letters in em, from the fonts' own tables. */
export const LOCAL: Readonly<Record<string, number>> = {
  'Times New Roman': 0.3988,
  'DejaVu Serif': 0.5108,
  Arial: 0.4401,
  Roboto: 0.4435,
  'DejaVu Sans': 0.5053,
  'Courier New': 0.6,
  'DejaVu Sans Mono': 0.6021,
};

/** Where each table of a TrueType file begins. */
function open(font: Uint8Array): { view: DataView; tables: Map<string, number> } {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = new Map<string, number>();
  for (let i = 0, at = 12; i < view.getUint16(4); i++, at += 16) {
    tables.set(String.fromCharCode(...font.subarray(at, at + 4)), view.getUint32(at + 8));
  }
  return { view, tables };
}

/** Those characters of a text for which a TrueType font has no glyph. */
export function lacks(font: Uint8Array, text: string): string[] {
  const { view, tables } = open(font);
  const glyph = glyphs(view, tables.get('cmap')!);
  return [...text].filter((c) => !glyph(c.codePointAt(0)!));
}

/** A font file's measures in its own units (OpenType head, hhea, hmtx, cmap); `width`: the mean advance of English text, in em. */
export function facesOf(font: Uint8Array): Metrics {
  const { view, tables } = open(font);
  const unitsPerEm = view.getUint16(tables.get('head')! + 18);
  const hhea = tables.get('hhea')!;
  const long = view.getUint16(hhea + 34);
  const glyph = glyphs(view, tables.get('cmap')!);
  const advance = (g: number): number => view.getUint16(tables.get('hmtx')! + 4 * Math.min(g, long - 1));
  let sum = 0;
  let count = 0;
  for (const [letter, weight] of Object.entries(ENGLISH)) {
    const g = glyph(letter.codePointAt(0)!);
    if (g) {
      sum += weight * advance(g);
      count += weight;
    }
  }
  return {
    unitsPerEm,
    ascent: view.getInt16(hhea + 4),
    descent: view.getInt16(hhea + 6),
    gap: view.getInt16(hhea + 8),
    width: sum / count / unitsPerEm,
  };
}

/** Unicode to glyph from a format 4 cmap. */
function glyphs(view: DataView, cmap: number): (code: number) => number {
  let table = 0;
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const at = cmap + view.getUint32(cmap + 4 + 8 * i + 4);
    if (view.getUint16(at) === 4) table = at;
  }
  if (!table) throw new Error('no format 4 cmap');
  const twice = view.getUint16(table + 6);
  const ends = table + 14;
  const starts = ends + twice + 2;
  const deltas = starts + twice;
  const offsets = deltas + twice;
  return (code) => {
    for (let i = 0; i < twice; i += 2) {
      if (view.getUint16(ends + i) < code) continue;
      const first = view.getUint16(starts + i);
      const offset = view.getUint16(offsets + i);
      if (first > code) return 0;
      return offset
        ? view.getUint16(offsets + i + offset + 2 * (code - first))
        : (code + view.getInt16(deltas + i)) & 0xffff;
    }
    return 0;
  };
}

const percent = (value: number): string => `${Math.round(value * 1e4) / 100}%`;

/** The @font-face rule of a local face that takes the room of the web font, so that nothing moves when that one comes. */
export function fallback(
  face: { family: string; weight: string; style: string; local: string },
  { unitsPerEm, ascent, descent, gap, width }: Metrics,
): string {
  const size = width / LOCAL[face.local];
  const em = unitsPerEm * size;
  return (
    `@font-face{font-family:"${face.family}";font-weight:${face.weight};font-style:${face.style};src:local("${face.local}");` +
    `size-adjust:${percent(size)};ascent-override:${percent(ascent / em)};descent-override:${percent(-descent / em)};line-gap-override:${percent(gap / em)}}\n`
  );
}
