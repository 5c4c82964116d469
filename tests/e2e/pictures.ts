// Pictures of the screen, as pixels.

import type { PNG } from 'pngjs';

/** Of a plate's pixels, the share that is not its ground. */
export function inked({ data, width, height }: PNG): number {
  const at = (i: number): number => (data[i] << 16) | (data[i + 1] << 8) | data[i + 2];
  const ground = at(0);
  let other = 0;
  for (let i = 0; i < data.length; i += 4) if (at(i) !== ground) other += 1;
  return other / (width * height);
}
