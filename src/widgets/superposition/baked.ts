// The phase strips as they were baked (src/bake/strip.ts), a few kilobytes: a header in JSON with where they come from,
// then for each m and n the 26 stops.

import type { Strip } from './snapshot.ts';
import type { SuperpositionParams } from './params.ts';

export const file = 'superposition-strip-667b1927.bin';

export interface Header {
  readonly figure: 'superposition';
  readonly engine: number;
  /** importance of feature f is decay^f in all strips */
  readonly decay: number;
  /** random starts per stop: seeds 1 to `starts` */
  readonly starts: number;
  /** SHA-256 over the sources of the model, first 16 digits */
  readonly sources: string;
  readonly hidden: readonly number[];
  readonly features: readonly number[];
  readonly absent: readonly number[];
  /** names of the arrangements; a stop holds its index */
  readonly geometries: readonly string[];
  /** n = 5, m = 2: of 100 single runs (seeds 1-100), how many end in the strip's arrangement, stop by stop */
  readonly agree: readonly number[];
}

const SHARE = 65535;

/** u32 length of the header, header, then per stop: f32 loss, u8 geometry, u8 kept, n x u16 share of a dimension / 65535. */
export function encode(header: Header, strips: readonly (readonly Strip['stops'][number][])[]): ArrayBuffer {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const size = strips.flat().reduce((sum, stop) => sum + 6 + 2 * stop.shares.length, 0);
  const view = new DataView(new ArrayBuffer(4 + text.length + size));
  view.setUint32(0, text.length, true);
  new Uint8Array(view.buffer, 4).set(text);
  let at = 4 + text.length;
  for (const { loss, geometry, kept, shares } of strips.flat()) {
    view.setFloat32(at, loss, true);
    view.setUint8(at + 4, header.geometries.indexOf(geometry));
    view.setUint8(at + 5, kept);
    shares.forEach((share, f) => view.setUint16(at + 6 + 2 * f, Math.round(share * SHARE), true));
    at += 6 + 2 * shares.length;
  }
  return view.buffer;
}

/** The header of a file. */
export const readHeader = (bytes: ArrayBuffer): Header =>
  JSON.parse(
    new TextDecoder().decode(new Uint8Array(bytes, 4, new DataView(bytes).getUint32(0, true))),
  ) as Header;

/** The strip of these params; undefined when it is not in the file: other importances than the bake's. */
export function decode(
  bytes: ArrayBuffer,
  { features: n, hidden, decay, last, company }: SuperpositionParams,
): Strip | undefined {
  if (company !== 'independent') return { n, stops: [] }; // no sweep was made: the track is a plain line
  const header = readHeader(bytes);
  const view = new DataView(bytes);
  if (
    decay !== header.decay ||
    last !== undefined ||
    !header.hidden.includes(hidden) ||
    !header.features.includes(n)
  ) {
    return undefined;
  }
  let at = 4 + view.getUint32(0, true);
  for (const m of header.hidden) {
    for (const f of header.features) {
      if (m === hidden && f === n) {
        return {
          n,
          stops: header.absent.map((absent, k) =>
            readStop(view, at + k * (6 + 2 * n), n, absent, header.geometries),
          ),
        };
      }
      at += header.absent.length * (6 + 2 * f);
    }
  }
  return undefined;
}

function readStop(
  view: DataView,
  at: number,
  n: number,
  absent: number,
  names: readonly string[],
): Strip['stops'][number] {
  const shares = Array.from({ length: n }, (_, f) => view.getUint16(at + 6 + 2 * f, true) / SHARE);
  return {
    absent,
    loss: view.getFloat32(at, true),
    geometry: names[view.getUint8(at + 4)],
    kept: view.getUint8(at + 5),
    shares,
  };
}
