// /widgets/dreams.d.ts: the elements and the messages, typed, from the same tables as the elements
// themselves.
import type { APIRoute } from 'astro';
import { names, widget } from '../../build/registry.ts';
import type { Field } from '../../runtime/params.ts';

/** The TypeScript type of a param. */
function type(f: Field): string {
  if (f.kind === 'choice') return f.of.map((of) => `'${of}'`).join(' | ');
  if (f.kind === 'text') return 'string';
  return f.kind === 'edits' ? 'readonly Edit[]' : 'number';
}
const pascal = (name: string): string =>
  name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());

const common = `// Types of the dream- elements and of the messages of framed figures.
export interface Edit { readonly step: number; readonly verb: string; readonly index: number; readonly x: number; readonly y: number }
export type Status = 'resting' | 'running' | 'paused' | 'settled' | 'failed';
export interface DreamElement<State extends object> extends HTMLElement {
  /** What is left out when it is set stays as it is. */
  get state(): State;
  set state(given: Partial<State>);
  readonly snapshot: { readonly step: number; readonly end: number; readonly [key: string]: unknown } | undefined;
  readonly fingerprint: string | undefined;
  readonly status: Status;
  readonly ready: Promise<void>;
  settled(): Promise<void>;
  play(): void; pause(): void; reset(): void; undo(): void;
  advance(steps: number): void; seek(step: number): void;
  toSVG(): Promise<string>; toPNG(scale?: number): Promise<Blob>; toCSV(): Promise<string>; toJSON(): Promise<DreamFile>;
}
export interface DreamFile { readonly schema: 'dream/1'; readonly figure: string; readonly engine: string; readonly address: string; readonly params: object; readonly step: number; readonly fingerprint: string | null; readonly weights: readonly number[]; readonly [key: string]: unknown }
/** To a frame of /embed/<name>/; reveal.js's own 'slide:start' and 'slide:stop' are understood as well. */
export type ToFigure = { dream: 'play' | 'pause' | 'reset' | 'get' } | { dream: 'advance'; by: number } | { dream: 'seek'; step: number } | { dream: 'set'; state: object };
/** From a frame. */
export type FromFigure =
  | { dream: 'ready'; name: string; state: object } | { dream: 'state'; state: object; fingerprint?: string } | { dream: 'milestone'; text: string } | { dream: 'height'; px: number }
  | { dream: 'key'; key: string; code: string; shiftKey: boolean; ctrlKey: boolean; altKey: boolean; metaKey: boolean };
/** Of all.js: defines one element without waiting for its tag. */
export declare function load(name: string): Promise<unknown>;
`;

export const GET: APIRoute = async () => {
  const faces = await Promise.all(names.map(async (name) => (await widget(name)).view));
  const states = faces.map(
    ({ name, spec }) =>
      `export interface ${pascal(name)}State {\n${Object.entries(spec as Record<string, Field>)
        .map(
          ([key, f]) =>
            `  /** ${f.doc.replaceAll('*/', '* /')} */\n  ${key}${f.default === undefined ? '?' : ''}: ${type(f)};`,
        )
        .join('\n')}\n}`,
  );
  const tags = names.map((name) => `    'dream-${name}': DreamElement<${pascal(name)}State>;`);
  const events = `    'dream-ready': CustomEvent<object>; 'dream-state': CustomEvent<{ state: object; fingerprint?: string }>; 'dream-milestone': CustomEvent<{ text: string }>; 'dream-settled': CustomEvent<object>; 'dream-error': CustomEvent<{ text: string }>;`;
  return new Response(
    `${common}\n${states.join('\n')}\n\ndeclare global {\n  interface HTMLElementTagNameMap {\n${tags.join('\n')}\n  }\n  interface HTMLElementEventMap {\n${events}\n  }\n}\n`,
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  );
};
