// Memory: one arena that grows upwards. An address is the index of an f32, in both kernel sets; a byte address only in here.

let top: usize = (__heap_base + 63) & ~63;

/** Byte address of the i-th float. */
// @ts-ignore: decorator
@inline export function at(i: i32): usize { return <usize>i << 2; }

/**
 * Room for `count` floats, rounded up to cache lines. Contents undefined, but for the rounding, which is 0 and stays so:
 * loops over whole arrays run on to the next vector. Grows the memory by whole pages when it must.
 */
export function alloc(count: i32): i32 {
  const start = top;
  top = (top + at(count) + 63) & ~63;
  const have = <usize>memory.size() << 16;
  if (top > have) {
    const pages = <i32>((top - have + 0xffff) >> 16);
    if (memory.grow(pages) < 0) unreachable();
  }
  if (top > start) memory.fill(top - 64, 0, 64);
  return <i32>(start >> 2);
}

export function mark(): i32 { return <i32>(top >> 2); }

/** Everything allocated since `mark` is free again. */
export function reset(to: i32): void { top = at(to); }

/** Scratch for kernels: bytes, freed with `release`. */
export function take(bytes: usize): usize { return at(alloc(<i32>((bytes + 3) >> 2))); }
export function release(to: usize): void { top = to; }
