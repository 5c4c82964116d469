// How a colour looks to an eye that lacks one kind of cone: Machado, Oliveira and Fernandes 2009, severity 1,
// in linear RGB.

export type Sight = 'full colour' | 'protanopia' | 'deuteranopia' | 'tritanopia';
/** Three rows of a matrix each, from linear RGB to linear RGB. */
export const sights: Readonly<Record<Sight, readonly (readonly number[])[]>> = {
  'full colour': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const toLinear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const toGamma = (v: number): number => {
  const c = Math.min(1, Math.max(0, v));
  return c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055;
};

/** The colour as this eye sees it, "#RRGGBB". @param hex the same for an eye with all its cones */
export function simulateSight(sight: Sight, hex: string): string {
  const linear = [1, 3, 5].map((i) => toLinear(parseInt(hex.slice(i, i + 2), 16) / 255));
  const channels = sights[sight].map((row) => {
    const sum = row.reduce((all, weight, i) => all + weight * (linear[i] ?? 0), 0);
    return Math.round(255 * toGamma(sum))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('').toUpperCase()}`;
}
