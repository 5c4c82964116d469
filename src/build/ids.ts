// Ids are the author's, never made from the text: `## Why directions [#why-directions]`, and the same at the end of a
// paragraph. The mark becomes the id and a permalink. A heading or a top-level paragraph of a chapter without one stops the build.

interface Node {
  type: string;
  value?: string;
  children?: Node[];
  depth?: number;
  url?: string;
  data?: Record<string, unknown>;
}

const mark = /\s*\[#([a-z][a-z0-9-]*)\]\s*$/;

export function authorIds() {
  return (root: object, file: { path?: string; fail(message: string): never }): void => {
    if (!/content[\\/]chapters/.test(file.path ?? '')) return;
    const tree = root as Node;
    for (const node of tree.children ?? []) {
      if (node.type !== 'heading' && node.type !== 'paragraph') continue;
      if (
        node.type === 'paragraph' &&
        node.children?.every((kid) => kid.type.startsWith('mdx') || !kid.value?.trim())
      ) {
        continue;
      }
      const last = node.children?.at(-1);
      const found = last?.type === 'text' ? mark.exec(last.value!) : null;
      if (!found) return file.fail(`“${words(node).slice(0, 60)}…” has no id: end it with [#an-id]`);
      last!.value = last!.value!.slice(0, found.index);
      node.data = { ...node.data, hProperties: { id: found[1] } };
      node.children!.push(permalink(found[1], node.type === 'heading'));
    }
  };
}

/** Paragraphs have theirs for the pointer only: thirty more stops on the way of the tab key would help nobody. */
function permalink(id: string, heading: boolean): Node {
  const properties = heading
    ? { class: 'perma', ariaLabel: 'Link to this section' }
    : { class: 'perma', tabIndex: -1, ariaHidden: 'true' };
  return {
    type: 'link',
    url: `#${id}`,
    children: [{ type: 'text', value: '#' }],
    data: { hProperties: properties },
  };
}

const words = (node: Node): string => node.value ?? (node.children ?? []).map(words).join('');
