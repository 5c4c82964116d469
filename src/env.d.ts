/// <reference types="astro/client" />
declare module '*?classic' {
  /** the file and its imports as one classic script */
  const script: string;
  export default script;
}
declare module 'subset-font' {
  export default function subset(font: Uint8Array, text: string, options?: { targetFormat?: 'truetype' | 'woff2'; variationAxes?: Record<string, number | { min: number; max: number }>; noHinting?: boolean; keepFeatures?: string[]; dropTables?: string[] }): Promise<Uint8Array>;
}
declare module 'pngjs' {
  export class PNG { width: number; height: number; data: Buffer; constructor(options?: { width: number; height: number }); static sync: { read(bytes: Buffer): PNG; write(png: PNG): Buffer } }
}
