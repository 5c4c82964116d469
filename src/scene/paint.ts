// Marks to DOM by d3's keyed join. The last mark of every node is remembered and compared: reading attributes
// back from the DOM cost twice the time. Nodes printed by the build have no last mark: the first paint replaces
// them by equal ones.

import { select } from 'd3-selection';
import type { Mark, Value } from './mark.ts';

const drawn = new WeakMap<Element, Mark>();
const SVG = 'http://www.w3.org/2000/svg';

const shown = (value: Value): value is string | number | true =>
  value !== undefined && value !== null && value !== false;
// A key names a place; another kind of element in the same place is another node.
const keyOf = (m: Mark, i: number): string => `${m.tag}:${m.key ?? i}`;

/** Makes the children of `parent` be `marks`. Nodes keep their identity (and focus) as long as their key stays. */
export function paint(parent: Element, marks: readonly Mark[]): void {
  if (!stands(parent, marks)) join(parent, marks);
  let node = parent.firstElementChild;
  for (const m of marks) {
    update(node!, m);
    node = node!.nextElementSibling;
  }
}

/** The nodes are there already, in this order: so it is in nearly every frame of a run, and a join would cost more than all else. */
function stands(parent: Element, marks: readonly Mark[]): boolean {
  if (parent.childElementCount !== marks.length) return false;
  let node = parent.firstElementChild;
  return marks.every((m, i) => {
    const old = drawn.get(node!);
    node = node!.nextElementSibling;
    return !!old && keyOf(old, i) === keyOf(m, i);
  });
}

function join(parent: Element, marks: readonly Mark[]): void {
  select(parent)
    .selectChildren<Element, Mark>()
    .data(marks, function (m, i) {
      if (this !== parent) {
        const old = drawn.get(this);
        return old ? keyOf(old, i) : `printed:${i}`;
      }
      return keyOf(m, i);
    })
    .join((enter) => enter.append((m) => make(parent, m)))
    .order();
}

/** SVG inside SVG, so that a link can stand in a picture as well. */
function make(parent: Element, m: Mark): Element {
  return m.tag === 'svg' || parent.namespaceURI === SVG
    ? document.createElementNS(SVG, m.tag)
    : document.createElement(m.tag);
}

function update(node: Element, m: Mark): void {
  const old = drawn.get(node);
  if (old === m) return;
  drawn.set(node, m);
  for (const name in old?.attrs) {
    if (!shown(m.attrs[name]) && shown(old.attrs[name])) node.removeAttribute(name);
  }
  for (const name in m.attrs) {
    const value = m.attrs[name];
    if (shown(value) && value !== old?.attrs[name]) write(node, name, value === true ? '' : String(value));
  }
  if (m.text !== undefined) {
    if (m.text !== old?.text) node.textContent = m.text;
  } else if (m.kids || old?.kids) {
    if (old?.text !== undefined) node.textContent = '';
    paint(node, m.kids ?? []);
  }
}

// `style=""` in markup needs 'unsafe-inline'; the same declaration through the object model does not.
function write(node: Element, name: string, value: string): void {
  if (name === 'style') (node as HTMLElement).style.cssText = value;
  else node.setAttribute(name, value);
  if (name === 'value' && 'value' in node) (node as HTMLInputElement).value = value;
}
