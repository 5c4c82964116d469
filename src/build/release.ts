// Released versions of the widgets. `npm run release` writes a folder under public/widgets/ once; it is
// committed and never changes again, so that a page may pin its bytes by hash. Ordinary builds write the
// short addresses only, which follow the site.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the released folders stand in the repository; in the built site they are under `widgets/`. */
export const RELEASES = 'public/widgets';
/** The list of hashes in each of them. */
export const MANIFEST = 'manifest.json';

export interface Manifest {
  readonly version: string;
  /** path in the version's folder -> its hash, as `integrity` takes it */
  readonly files: Readonly<Record<string, string>>;
}

/** The hash of a file as the `integrity` attribute of a script takes it. */
export const integrity = (bytes: Uint8Array | string): string =>
  `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

/** Every file under `folder` with its hash, the manifest itself left out. */
export function hashes(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => path !== MANIFEST)
    .sort();
  return Object.fromEntries(paths.map((path) => [path, integrity(readFileSync(join(folder, path)))]));
}

/** The manifest in a version's folder. @throws where there is none */
const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as Manifest;

/**
 * What in a version's folder is not as its manifest says: one line for each file that is missing, new or
 * changed.
 */
export function differences(folder: string): string[] {
  const { files } = manifestOf(folder);
  const found = hashes(folder);
  const reason = (path: string): string | undefined => {
    if (!(path in found)) return 'is missing';
    if (!(path in files)) return 'is not in the manifest';
    return found[path] === files[path] ? undefined : 'has changed';
  };
  return [...new Set([...Object.keys(files), ...Object.keys(found)])].sort().flatMap((path) => {
    const said = reason(path);
    return said ? [`${path} ${said}`] : [];
  });
}

const parts = (version: string): number[] => version.split('.').map(Number);
function byVersion(a: string, b: string): number {
  const [x, y] = [parts(a), parts(b)];
  const at = x.findIndex((part, i) => part !== y[i]);
  return at < 0 ? 0 : (x[at] ?? 0) - (y[at] ?? 0);
}

/** The released versions, the newest last. */
export function released(root = RELEASES): Manifest[] {
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .filter((name) => /^\d+\.\d+\.\d+$/.test(name))
    .sort(byVersion)
    .map((version) => manifestOf(join(root, version)));
}

/** The rule for `_headers` that lets a host keep a version's files for ever. */
export const headersRule = (version: string): string =>
  `/widgets/${version}/*\n  Cache-Control: public, max-age=31536000, immutable\n`;
