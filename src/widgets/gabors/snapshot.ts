// What is drawn of the filters: plain data, known to the worker and to the page.

import type { Snapshot } from '../../runtime/widget.ts';
import type { GaborsParams } from './params.ts';

export interface GaborsSnapshot extends Snapshot {
  readonly world: GaborsParams['world'];
  /** pictures drawn so far, of 40 */
  readonly pictures: number;
  /** the newest, [64][64], packed */
  readonly picture: string;
  /** 64 filters of 12 x 12, packed (src/math/container.ts); empty before there are any */
  readonly filters: string;
  /** at the end, of each filter: the share that a Gabor function explains */
  readonly R2: readonly number[];
  /** its direction, radians */
  readonly turn: readonly number[];
  /** its frequency, cycles per px */
  readonly frequency: readonly number[];
}
