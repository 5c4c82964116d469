declare module '*?classic' {
  /** the file and its imports as one classic script */
  const script: string;
  export default script;
}
