// Scales: a value to px, and back by the same object, so that the hand and the picture cannot disagree. They feed the
// state (a dragged value becomes a param), so exp and log are our own (src/math/functions.ts), equal in every browser.

import { exp, log } from '../math/functions.ts';

export interface Scale {
  /** px of a value; values beyond the domain are placed at its ends */
  (value: number): number;
  readonly domain: readonly [low: number, high: number];
  readonly range: readonly [from: number, to: number];
  /** the value at a px, inside the domain */
  invert(px: number): number;
  /** the value that lies `share` of the range further on; negative: back */
  along(value: number, share: number): number;
}

const clamp = (u: number): number => Math.max(0, Math.min(1, u));

/** A scale from a pair of functions: value to its share of the domain, 0 to 1, and back. */
export function scaleBy(
  domain: readonly [number, number],
  range: readonly [number, number],
  share: (value: number) => number,
  value: (share: number) => number,
): Scale {
  const [from, to] = range;
  return Object.assign((v: number): number => from + (to - from) * clamp(share(v)), {
    domain,
    range,
    invert: (px: number): number => value(clamp((px - from) / (to - from))),
    along: (v: number, by: number): number => value(clamp(share(v) + by)),
  });
}

/** Equal px for equal differences. */
export function linear(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [low, high] = domain;
  return scaleBy(
    domain,
    range,
    (v) => (v - low) / (high - low),
    (u) => low + (high - low) * u,
  );
}

/** Equal px for equal factors; both ends above 0. */
export function logarithmic(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [low, high] = domain;
  const whole = log(high / low);
  return scaleBy(
    domain,
    range,
    (v) => log(v / low) / whole,
    (u) => (u >= 1 ? high : low * exp(u * whole)),
  );
}
