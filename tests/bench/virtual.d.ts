declare module 'virtual:peak' {
  const base64: string;
  export default base64;
}
