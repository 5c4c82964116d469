/** A path of this site under its base path, whichever way the base is written. */
export function url(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
}
/** The same, absolute. */
export const absolute = (path: string): string =>
  new URL(url(path), import.meta.env.SITE ?? 'http://localhost:4321').href;
