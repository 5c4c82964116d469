// Ids are the author's, never made from the text: `## Why directions [#why-directions]`, and the same at the
// end of a paragraph. The mark becomes the id and a permalink. A heading or a top-level paragraph of a
// chapter without one stops the build.

import type { RemarkPlugin } from '@astrojs/markdown-remark';

/** What is read and written of a node of the Markdown tree. */
interface Node {
  type: string;
  value?: string;
  children?: Node[];
  depth?: number;
  url?: string;
  data?: object | undefined;
}

const mark = /\s*\[#([a-z][a-z0-9-]*)\]\s*$/;

/** The remark plugin. It fails the file in which a heading or a paragraph has no id. */
export const authorIds: RemarkPlugin<[]> = () => (root, file) => {
  if (!/content[\\/]chapters/.test(file.path ?? '')) return;
  const tree: Node = root;
  for (const node of tree.children ?? []) {
    if (node.type !== 'heading' && node.type !== 'paragraph') continue;
    if (
      node.type === 'paragraph' &&
      node.children?.every((kid) => kid.type.startsWith('mdx') || !kid.value?.trim())
    ) {
      continue;
    }
    const last = node.children?.at(-1);
    const text = last?.type === 'text' ? (last.value ?? '') : '';
    const id = mark.exec(text)?.[1];
    if (!last || !id) return file.fail(`“${words(node).slice(0, 60)}…” has no id: end it with [#an-id]`);
    last.value = text.replace(mark, '');
    node.data = { ...node.data, hProperties: { id } };
    node.children?.push(permalink(id, node.type === 'heading'));
  }
};

/**
 * Paragraphs have theirs for the pointer only: thirty more stops on the way of the tab key would help nobody.
 */
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
