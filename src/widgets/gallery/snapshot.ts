// What is drawn of a piece: plain data, known to the worker and to the page.

import type { Vec } from '../../math/hull.ts';
import type { Found, GalleryRun } from '../../models/gallery-runs.ts';
import type { Name } from '../../models/pieces.ts';
import type { Snapshot } from '../../runtime/widget.ts';

export interface GallerySnapshot extends Snapshot, Found {
  readonly piece: Name;
  readonly grows: GalleryRun['grows'];
  /** (x right, y up, z towards the reader) of every feature, day or thing; the hypercube's fourth number is in `fourth` */
  readonly points: readonly Vec[];
  readonly fourth?: readonly number[] | undefined;
  readonly kept: readonly boolean[];
  /** cube: which corner each thing is at, a bit per neuron */
  readonly corner?: readonly number[] | undefined;
  /** wheel: eight templates, [8][11 11], -1 ... 1 */
  readonly templates?: readonly (readonly number[])[] | undefined;
  /** field: 64 filters of 12 x 12, packed (src/math/container.ts); before there are any, the newest of its pictures, 64 x 64 */
  readonly filters?: string | undefined;
  readonly picture?: string | undefined;
}
