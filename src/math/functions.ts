// exp, log, sin and cos from + - * / alone. The engines of the browsers round their own ones differently, and a run that
// forks in the last bit forks for good. Relative error below 1e-14 where the result is not itself a cancellation.

export const PI = 3.141592653589793;

const LN2_HIGH = 0.6931471803691238; // its last 21 bits are zero: k * LN2_HIGH is exact for |k| < 2^20
const LN2_LOW = 1.9082149292705877e-10;
const HALF_PI = [1.5707963267341256, 6.077100506303966e-11, 2.0222662487959506e-21]; // the first two with 33 bits each

const float = new Float64Array(1);
const word = new Uint32Array(float.buffer); // little-endian, as every machine with a browser

/** 2^k for whole k in -1022 ... 1023. */
function power2(k: number): number {
  word[0] = 0;
  word[1] = (k + 1023) << 20;
  return float[0];
}

/** e^x = 2^k e^r with |r| <= ln 2 / 2; Taylor to r^13. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  const k = Math.round(x / 0.6931471805599453);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = 1;
  for (let i = 13; i > 0; i--) sum = 1 + (r / i) * sum;
  const half = Math.floor(k / 2);
  return sum * power2(half) * power2(k - half); // in two factors: k reaches 1024 and -1075
}

/** ln x = k ln 2 + 2 artanh(s), x = 2^k f with sqrt(1/2) <= f < sqrt 2 and s = (f - 1)/(f + 1); series to s^21. */
export function log(x: number): number {
  if (!(x >= 0)) return NaN;
  if (x === 0) return -Infinity;
  if (x === Infinity) return Infinity;
  let k = 0;
  if (x < 2.2250738585072014e-308) {
    x *= 4 * 4503599627370496;
    k = -54;
  } // subnormal: lift by 2^54
  float[0] = x;
  k += (word[1] >>> 20) - 1023;
  word[1] = (word[1] & 0xfffff) | 0x3ff00000;
  let f = float[0];
  if (f > 1.4142135623730951) {
    f /= 2;
    k += 1;
  }
  const s = (f - 1) / (f + 1);
  const square = s * s;
  let sum = 0;
  for (let i = 21; i > 0; i -= 2) sum = 1 / i + square * sum;
  return k * LN2_HIGH + (2 * s * sum + k * LN2_LOW);
}

/** sin x, |x| < 1e6; NaN beyond. */
export const sin = (x: number): number => circle(x, 0);
/** cos x, |x| < 1e6; NaN beyond. */
export const cos = (x: number): number => circle(x, 1);

/** sin(x + turns * pi/2), |x| < 1e6 (NaN beyond): the nearest multiple of pi/2 is taken off in three parts, then Taylor. */
function circle(x: number, turns: number): number {
  if (!(Math.abs(x) < 1e6)) return NaN;
  const k = Math.round(x / HALF_PI[0]);
  const r = x - k * HALF_PI[0] - k * HALF_PI[1] - k * HALF_PI[2];
  const quarter = (((k + turns) % 4) + 4) % 4;
  const square = r * r;
  let sum = 1;
  if (quarter % 2 === 0) {
    for (let i = 18; i > 0; i -= 2) sum = 1 - (square / (i * (i + 1))) * sum;
    sum *= r;
  } else {
    for (let i = 17; i > 0; i -= 2) sum = 1 - (square / (i * (i + 1))) * sum;
  }
  return quarter < 2 ? sum : -sum;
}
