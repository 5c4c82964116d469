// Which of KaTeX's classes, characters and faces a set of pages uses. Shared by the bake and by the test that checks it.

export interface Rule {
  readonly selector: string;
  readonly body: string;
}
export interface Used {
  readonly classes: ReadonlySet<string>;
  readonly characters: ReadonlySet<string>;
  readonly faces: ReadonlySet<string>;
}

/** Faces by the classes that choose them; the rest of a formula is Main. */
const FACE: Readonly<Record<string, string>> = {
  mathnormal: 'KaTeX_Math normal italic',
  mathit: 'KaTeX_Main normal italic',
  mathbf: 'KaTeX_Main bold normal',
  boldsymbol: 'KaTeX_Math bold italic',
  amsrm: 'KaTeX_AMS normal normal',
  mathbb: 'KaTeX_AMS normal normal',
  mathcal: 'KaTeX_Caligraphic normal normal',
  mathfrak: 'KaTeX_Fraktur normal normal',
  mathscr: 'KaTeX_Script normal normal',
  mathtt: 'KaTeX_Typewriter normal normal',
  mathsf: 'KaTeX_SansSerif normal normal',
  'small-op': 'KaTeX_Size1 normal normal',
  'large-op': 'KaTeX_Size2 normal normal',
};

/** The classes, characters and font faces of all formulas of these pages (HTML). */
export function usedIn(pages: readonly string[]): Used {
  const classes = new Set<string>();
  const characters = new Set<string>();
  const faces = new Set<string>();
  for (const page of pages) {
    for (const formula of formulas(page)) {
      faces.add('KaTeX_Main normal normal');
      for (const [, list] of formula.matchAll(/class="([^"]*)"/g)) {
        const names = list.split(/\s+/).filter(Boolean);
        for (const name of names) {
          classes.add(name);
          if (FACE[name]) faces.add(FACE[name]);
        }
        if (names.includes('delimsizing')) {
          for (const n of [1, 2, 3, 4]) {
            if (names.includes(`size${n}`)) faces.add(`KaTeX_Size${n} normal normal`);
          }
        }
        if (names.includes('mult')) {
          for (const n of [1, 4]) {
            if (formula.includes(`delim-size${n}`)) faces.add(`KaTeX_Size${n} normal normal`);
          }
        }
      }
      for (const c of text(formula)) characters.add(c);
    }
  }
  return { classes, characters, faces };
}

/** From `<span class="katex…` to where its spans are balanced. */
function formulas(page: string): string[] {
  const found: string[] = [];
  for (let at = page.indexOf('<span class="katex'); at >= 0; at = page.indexOf('<span class="katex', at)) {
    let depth = 0;
    let end = at;
    for (const tag of page.slice(at).matchAll(/<(\/?)span\b[^>]*>/g)) {
      depth += tag[1] ? -1 : 1;
      if (depth === 0) {
        end = at + tag.index + tag[0].length;
        break;
      }
    }
    found.push(page.slice(at, end));
    at = Math.max(end, at + 1);
  }
  return found;
}

/** What is set in KaTeX's fonts: not the MathML that stands beside it. */
const text = (formula: string): string =>
  formula
    .replace(/<math[\s\S]*?<\/math>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&(amp|lt|gt);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name]!);

/** The rules of a style sheet without comments, at-rules included; nested braces are not known. */
export const rulesOf = (css: string): Rule[] =>
  [...css.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector, body]) => ({
    selector: selector.trim(),
    body: body.trim(),
  }));

/** The rule with those of its selectors whose classes are all in use; none: nothing. */
export function keep({ selector, body }: Rule, classes: ReadonlySet<string>): Rule[] {
  if (selector.startsWith('@')) return [];
  const live = selector
    .split(',')
    .map((s) => s.trim())
    .filter(
      (s) =>
        [...s.replace(/:not\([^)]*\)/g, '').matchAll(/\.([\w-]+)/g)].every(([, name]) => classes.has(name)) &&
        /\./.test(s),
    );
  return live.length ? [{ selector: live.join(','), body }] : [];
}
