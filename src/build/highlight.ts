// Shiki, one highlighter for the whole build, with our own variables as colours.
import { createCssVariablesTheme, createHighlighter } from 'shiki';

const theme = createCssVariablesTheme({ name: 'dreams', variablePrefix: '--sk-', fontStyle: false });
const made = createHighlighter({ themes: [theme], langs: ['typescript', 'json', 'html'] });

/** The grammar for a file, by its ending; TypeScript where there is none for it. */
function languageOf(file: string): 'json' | 'html' | 'typescript' {
  if (file.endsWith('.json')) return 'json';
  return file.endsWith('.html') ? 'html' : 'typescript';
}

/**
 * Code as HTML.
 * @param file its name decides the grammar
 * @param stress lines that contain this text are marked
 */
export async function highlight(code: string, file: string, stress?: string): Promise<string> {
  const lines = code.split('\n');
  return (await made).codeToHtml(code, {
    lang: languageOf(file),
    theme: 'dreams',
    transformers: [
      {
        line(node, n) {
          if (stress && lines[n - 1]?.includes(stress)) this.addClassToHast(node, 'hl');
        },
      },
    ],
  });
}

/**
 * What stands between `// region: name` and `// endregion`, or the exported function of that name with its
 * doc line.
 * @throws when there is neither
 */
export function region(source: string, name: string, file: string): string {
  const lines = source.split('\n');
  const from = lines.findIndex((line) => line.trim() === `// region: ${name}`);
  const to = lines.findIndex((line, i) => i > from && line.trim() === '// endregion');
  if (from >= 0 && to >= 0) {
    return lines
      .slice(from + 1, to)
      .join('\n')
      .trim();
  }
  let first = lines.findIndex((line) => line.startsWith(`export function ${name}(`));
  const last = lines.findIndex((line, i) => i > first && line === '}');
  if (first < 0 || last < 0) throw new Error(`${file} has no region and no function “${name}”`);
  while (/^(\/\*\*| \*|\/\/)/.test(lines[first - 1] ?? '')) first -= 1;
  return lines.slice(first, last + 1).join('\n');
}
