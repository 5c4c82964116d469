/// <reference types="astro/client" />
declare module '*?classic' {
  /** the file and its imports as one classic script */
  const script: string;
  export default script;
}
declare module 'subset-font' {
  export default function subset(
    font: Uint8Array,
    text: string,
    options?: {
      targetFormat?: 'truetype' | 'woff2';
      variationAxes?: Record<string, number | { min: number; max: number }>;
      noHinting?: boolean;
      keepFeatures?: string[];
      dropTables?: string[];
    },
  ): Promise<Uint8Array>;
}
declare module 'pngjs' {
  export class PNG {
    width: number;
    height: number;
    data: Buffer;
    constructor(options?: { width: number; height: number });
    static sync: { read(bytes: Buffer): PNG; write(png: PNG): Buffer };
  }
}
declare module 'gifenc' {
  type Palette = number[][];
  export function quantize(rgba: Uint8ClampedArray, colours: number): Palette;
  export function applyPalette(rgba: Uint8ClampedArray, palette: Palette): Uint8Array;
  export function GIFEncoder(): {
    writeFrame(
      index: Uint8Array,
      width: number,
      height: number,
      options: { palette?: Palette | undefined; delay?: number },
    ): void;
    finish(): void;
    bytes(): Uint8Array;
  };
}
/** A worker that serves the file's model (src/build/classic.ts). */
declare module '*?worker-script' {
  const script: string;
  export default script;
  export const here: ((port: unknown) => void) | undefined;
}
declare module '*?worker-script&kernels' {
  const script: string;
  export default script;
  export const here: ((port: unknown) => void) | undefined;
}
