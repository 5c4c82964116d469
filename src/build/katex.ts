// KaTeX, one set of options for the prose (rehype-katex) and for the equations. `\htmlClass` and `\htmlData` tie a symbol
// to the figure's marks; nothing else is trusted.
import katex, { type KatexOptions } from 'katex';

export const katexOptions: KatexOptions = {
  output: 'htmlAndMathml',
  throwOnError: true,
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  trust: ({ command }) => command === '\\htmlClass' || command === '\\htmlData',
};

export const tex = (source: string, displayMode = false): string =>
  katex.renderToString(source, { ...katexOptions, displayMode });
