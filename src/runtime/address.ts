// The address of a state: its text behind the #, and how it is read.

import { decode, encode, type Decoded, type Spec } from './params.ts';

/** State, and a calm word when the link was made by another version of the arithmetic than `engine`, '2' or '2r'. */
export function readState<P>(spec: Spec, text: string, engine: string): Decoded<P> {
  const [, number, plain = ''] = /(?:^|&)engine=(\d{1,6})(r?)(?:&|$)/.exec(text) ?? [];
  const decoded = decode<P>(number ? asOf(spec, Number(number)) : spec, text);
  if (!number || number + plain === engine) return decoded;
  const word =
    Number(number) < Number.parseInt(engine, 10)
      ? 'Recomputed with a newer engine: digits far behind the point may differ from the link’s.'
      : 'Recomputed with this page’s engine, which is not the one that made the link: digits far behind the point may differ.';
  return { state: decoded.state, notices: [...decoded.notices, word] };
}

/** The fields as engine `made` knew them: what its links left out is the default of then. */
const asOf = (spec: Spec, made: number): Spec =>
  Object.fromEntries(
    Object.entries(spec).map(([key, field]) => [
      key,
      'was' in field && field.was && made < field.was.until
        ? { ...field, default: field.was.default }
        : field,
    ]),
  );

/** What a permalink carries: the state and the engine, a number, with an r where the plain kernels computed. */
export function writeState(spec: Spec, state: object, engine: number | string): string {
  const text = encode(spec, state);
  return `${text}${text ? '&' : ''}engine=${engine}`;
}
