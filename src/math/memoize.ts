// Answers kept for the next time they are asked for.

/** A pure function with a memory of its last few answers. It changes when an answer is there, never what it is. */
export function memoizeLru<A extends readonly (string | number | undefined)[], R>(
  size: number,
  make: (...args: A) => R,
): (...args: A) => R {
  const known = new Map<string, R>();
  return (...args) => {
    const name = args.join(' ');
    const answer = known.has(name) ? known.get(name)! : make(...args);
    known.delete(name);
    known.set(name, answer);
    if (known.size > size) known.delete(known.keys().next().value!);
    return answer;
  };
}

/** A pure function that keeps its last answer: asked again with the very same arguments, it gives the very same object. Who compares by identity, as src/scene/paint.ts, has nothing to do then. */
export function memoizeLast<A extends readonly unknown[], R>(make: (...args: A) => R): (...args: A) => R {
  let last: { readonly args: A; readonly answer: R } | undefined;
  return (...args) => {
    if (last?.args.length !== args.length || args.some((a, i) => a !== last!.args[i])) {
      last = { args, answer: make(...args) };
    }
    return last.answer;
  };
}
