// JSON.parse keeps the last of two equal keys and says nothing; formats that forbid doubles need the text itself.

/** The first key of the outermost object that stands there twice. @param text valid JSON whose root is an object */
export function doubleKey(text: string): string | undefined {
  const seen = new Set<string>();
  let depth = 0;
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;
  let last: string | undefined;
  for (const [part] of text.matchAll(token)) {
    if (part === '{' || part === '[') depth += 1;
    else if (part === '}' || part === ']') depth -= 1;
    else if (part === ':' && depth === 1 && last !== undefined) {
      const key = JSON.parse(last) as string;
      if (seen.has(key)) return key;
      seen.add(key);
    }
    last = part.startsWith('"') ? part : undefined;
  }
  return undefined;
}
