// KaTeX, one set of options for the prose (rehype-katex) and for the equations. `\htmlClass` and `\htmlData`
// tie a symbol to the figure's marks; nothing else is trusted.
import katex, { type KatexOptions } from 'katex';

/** HTML for the eye and MathML for the ear; a formula that does not parse stops the build. */
export const katexOptions: KatexOptions = {
  output: 'htmlAndMathml',
  throwOnError: true,
  strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
  trust: ({ command }) => command === '\\htmlClass' || command === '\\htmlData',
};

/** A formula as HTML. @throws with KaTeX's words where it does not parse */
export const tex = (source: string, displayMode = false): string =>
  katex.renderToString(source, { ...katexOptions, displayMode });
