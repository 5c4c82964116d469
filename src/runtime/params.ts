// A figure's state is its params. One table per widget says which there are; the address, the controls, the
// element's attributes, the documentation and the tests are all read from it.

import type { KeySteps } from '../scene/control.ts';
import { round4 } from '../math/rounding.ts';
import { grouped } from '../scene/format.ts';

/** What a param changes: only how the picture is drawn (`view`), what the model is asked without a new run (`observe`), or the run itself. */
export type Affects = 'view' | 'observe' | 'run';

interface Common {
  /** one line for the table of the figure's page */
  readonly doc: string;
  /** `run` if left out */
  readonly affects?: Affects | undefined;
}

interface NumberField extends Common {
  readonly kind: 'int' | 'real';
  /** undefined: left to the model */
  readonly default: number | undefined;
  /** the default of links that were made before engine `until`, which keep what they meant */
  readonly was?: { readonly default: number; readonly until: number } | undefined;
  readonly min: number;
  readonly max: number;
  /** of the settings panel's field */
  readonly step?: number | undefined;
  /** what the keys of its slider do */
  readonly keys?: KeySteps | undefined;
  /** the seed of a second run that is shown behind the first; 0: none */
  readonly role?: 'ghost' | undefined;
}
interface ChoiceField extends Common {
  readonly kind: 'choice';
  readonly default: string;
  readonly of: readonly string[];
}
/** What the reader typed: `max` characters, no line breaks, any script. */
interface TextField extends Common {
  readonly kind: 'text';
  readonly default: string;
  readonly max: number;
}
/** What hands did to the weights, each at its step. */
interface EditsField extends Common {
  readonly kind: 'edits';
  readonly default: readonly Edit[];
  readonly verbs: readonly string[];
}
export type Field = NumberField | ChoiceField | TextField | EditsField;

type ValueOf<F> = F extends { readonly kind: 'choice'; readonly of: readonly (infer V)[] }
  ? V
  : F extends { readonly kind: 'text' }
    ? string
    : F extends { readonly kind: 'edits' }
      ? readonly Edit[]
      : F extends { readonly default: number }
        ? number
        : number | undefined;

/** The params that a spec describes: keys that may be left to the model are optional. */
export type ParamsOf<S extends Spec> = {
  readonly [K in keyof S as undefined extends ValueOf<S[K]> ? never : K]: ValueOf<S[K]>;
} & { readonly [K in keyof S as undefined extends ValueOf<S[K]> ? K : never]?: ValueOf<S[K]> };

/** A hand on the weights: at `step`, `verb` was done to item `index` with the two numbers (4 decimals). */
export interface Edit {
  readonly step: number;
  readonly verb: string;
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

export type Spec = Readonly<Record<string, Field>>;
/** `undefined` for a number means "left to the model" (for `step`: the last one). */
export type State = Readonly<Record<string, number | string | readonly Edit[] | undefined>>;

export interface Decoded<P> {
  readonly state: P;
  readonly notices: readonly string[];
}

/** The keys of a spec that change no more than this. */
export const keysThat = (affects: Affects, spec: Spec): string[] =>
  Object.keys(spec).filter((key) => spec[key]!.affects === affects);

/** The key that holds the seed of a second run, shown behind the first; undefined: this figure has none. */
export const ghostKey = (spec: Spec): string | undefined =>
  Object.keys(spec).find((key) => {
    const field = spec[key]!;
    return 'role' in field && field.role === 'ghost';
  });

/** What makes two params the same run: all but the place in it, the edits, and keys that change only what is drawn or observed. */
export function runKey(state: object, ignored: readonly string[] = []): string {
  const { step: _, edits: __, ...rest } = state as State;
  return JSON.stringify(Object.entries(rest).filter(([key]) => !ignored.includes(key)));
}

export const MAX_EDITS = 16;
const MAX_TEXT = 4096;

/** The params of an empty address. */
export function defaults<P>(spec: Spec): P {
  return Object.fromEntries(Object.entries(spec).map(([key, field]) => [key, field.default])) as P;
}

/** State to text: spec's order, defaults left out, numbers in their shortest exact form. */
export function encode(spec: Spec, state: object): string {
  const values = state as State;
  return Object.entries(spec)
    .flatMap(([key, field]) => {
      const value = values[key];
      if (field.kind === 'edits') {
        const edits = (value ?? []) as readonly Edit[];
        return edits.length
          ? [`${key}=${edits.map((e) => [e.step, e.verb, e.index, e.x, e.y].join(':')).join(',')}`]
          : [];
      }
      return value === undefined || value === field.default
        ? []
        : [`${key}=${field.kind === 'text' ? encodeURIComponent(whole(String(value))) : value}`];
    })
    .join('&');
}

/** Text to state. Never throws: what cannot be used is replaced by its default or clamped, and said. */
export function decode<P>(spec: Spec, text: string): Decoded<P> {
  const state: Record<string, State[string]> = { ...defaults<State>(spec) };
  const notices: string[] = [];
  if (text.length > MAX_TEXT) {
    return {
      state: state as P,
      notices: [
        `The link is ${grouped(text.length)} characters long; at most ${grouped(MAX_TEXT)} are read, so the figure shows its default.`,
      ],
    };
  }
  for (const pair of text.split('&')) {
    if (!pair) continue;
    const cut = pair.indexOf('=');
    const key = plain(cut < 0 ? pair : pair.slice(0, cut));
    const raw = plain(cut < 0 ? '' : pair.slice(cut + 1));
    if (key.startsWith('?') || key === 'engine') continue; // hosts add "?secret=…"; `engine` is read by the runtime
    const field = Object.hasOwn(spec, key) ? spec[key] : undefined;
    if (!field) {
      notices.push(`The link names “${clip(key)}”, which this figure does not have; it was left out.`);
      continue;
    }
    const { value, notice } = read(key, field, raw);
    state[key] = value;
    if (notice) notices.push(notice);
  }
  return { state: state as P, notices: notices.slice(0, 4) };
}

/** One value, from an address, an attribute or a message. */
export function read(
  key: string,
  field: Field,
  raw: unknown,
): { value: State[string]; notice?: string | undefined } {
  if (field.kind === 'choice') {
    if (typeof raw === 'string' && field.of.includes(raw)) return { value: raw };
    return {
      value: field.default,
      notice: `“${clip(String(raw))}” is not a ${key}; ${key} is ${field.default}.`,
    };
  }
  if (field.kind === 'edits') return readEdits(key, field, raw);
  if (field.kind === 'text') return readText(key, field, raw);
  const number = typeof raw === 'string' ? fromText(raw) : raw;
  if (!isNumber(number)) {
    return {
      value: field.default,
      notice: `“${clip(String(raw))}” is not a number; ${key} is ${field.default ?? 'left to the model'}.`,
    };
  }
  const rounded = field.kind === 'int' ? Math.round(number) : number;
  const value = Math.min(field.max, Math.max(field.min, rounded)) || 0;
  return value === number
    ? { value }
    : {
        value,
        notice: `${key}=${clip(String(raw))} was changed to ${value}: it lies between ${field.min} and ${field.max}${field.kind === 'int' ? ' and is whole' : ''}.`,
      };
}

/** Line breaks and control characters become spaces; what is too long is cut between characters, never inside one. */
function readText(
  key: string,
  field: Field & { kind: 'text' },
  raw: unknown,
): { value: State[string]; notice?: string | undefined } {
  if (typeof raw !== 'string' && typeof raw !== 'number') {
    return { value: field.default, notice: `${key} is not a text, so it is left as it was.` };
  }
  const characters = [...whole(String(raw)).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')];
  if (characters.length <= field.max) return { value: characters.join('') };
  return {
    value: characters.slice(0, field.max).join(''),
    notice: `The text has ${grouped(characters.length)} characters; the first ${field.max} are read.`,
  };
}

/** Half a surrogate pair is no character, and encodeURIComponent throws at it. */
const whole = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');

const fromText = (text: string): number => (text.trim() === '' ? NaN : Number(text));
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function readEdits(
  key: string,
  field: EditsField,
  raw: unknown,
): { value: State[string]; notice?: string | undefined } {
  const parts = editParts(raw);
  const edits: Edit[] = [];
  for (const part of parts.slice(0, MAX_EDITS)) {
    const edit = readEdit(part, field);
    if (!edit || edit.step < (edits.at(-1)?.step ?? 0)) {
      const notice = `The moves in ${key} could not be read, so this is the run without them.`;
      return { value: field.default, notice };
    }
    edits.push(edit);
  }
  const dropped = parts.length > MAX_EDITS;
  const notice = dropped ? `Only the first ${MAX_EDITS} moves of the link were kept.` : undefined;
  return { value: edits, notice };
}

function editParts(raw: unknown): readonly unknown[] {
  if (typeof raw === 'string') return raw.split(',').filter(Boolean);
  return Array.isArray(raw) ? raw : [];
}

/** `step:verb:index:x:y`, or an object with these keys; undefined where it is neither, or out of bounds. */
function readEdit(part: unknown, { verbs }: EditsField): Edit | undefined {
  const one = (part ?? {}) as Readonly<Record<string, unknown>>;
  const [step, verb, index, x, y] =
    typeof part === 'string' ? part.split(':') : [one.step, one.verb, one.index, one.x, one.y];
  if (typeof verb !== 'string' || !verbs.includes(verb)) return undefined;
  const number = (value: unknown): number =>
    value === '' || value === null || value === undefined ? NaN : Number(value);
  const edit = { step: number(step), verb, index: number(index), x: number(x), y: number(y) };
  const counts = isCount(edit.step, 1e6) && isCount(edit.index, 4096);
  if (!counts || !(Math.abs(edit.x) < 1e4) || !(Math.abs(edit.y) < 1e4)) return undefined;
  return { ...edit, x: round4(edit.x), y: round4(edit.y) };
}

const isCount = (value: number, below: number): boolean =>
  Number.isInteger(value) && value >= 0 && value < below;

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
const clip = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Keys whose values differ. */
export function changes(a: object, b: object): string[] {
  const x = a as Readonly<Record<string, unknown>>;
  const y = b as Readonly<Record<string, unknown>>;
  return Object.keys({ ...a, ...b }).filter((key) => JSON.stringify(x[key]) !== JSON.stringify(y[key]));
}
