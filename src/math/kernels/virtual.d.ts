declare module 'virtual:kernels' {
  /** the WebAssembly module, base64; src/build/kernels.ts */
  const base64: string;
  export default base64;
}
