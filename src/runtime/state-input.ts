// State as it comes from outside: attributes, the `state` property, messages. Each value is read by its field; what cannot
// be used becomes its default or is clamped, and is said.

import { read, type Spec, type State } from './params.ts';

/** The attribute of a key: `ghostSeed` is `ghost-seed`. */
export const attributeOf = (key: string): string => key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);

/** What the element's attributes say of the state. */
export function fromAttributes(element: Element, spec: Spec): State {
  const found = Object.entries(spec).flatMap(([key, field]) => {
    const raw = element.getAttribute(attributeOf(key));
    return raw === null ? [] : [[key, read(key, field, raw).value] as const];
  });
  return Object.fromEntries(found);
}

/** Those keys of `given` that the spec has; undefined is the default. */
export function fromObject(given: object, spec: Spec): { readonly state: State; readonly notices: string[] } {
  const state: Record<string, State[string]> = {};
  const notices: string[] = [];
  for (const [key, field] of Object.entries(spec)) {
    if (!Object.hasOwn(given, key)) continue;
    const raw = (given as Readonly<Record<string, unknown>>)[key];
    const { value, notice } =
      raw === undefined ? { value: field.default, notice: undefined } : read(key, field, raw);
    state[key] = value;
    if (notice) notices.push(notice);
  }
  return { state, notices };
}
