// Files of the site that a figure asks for later: its baked data, the sources. A figure that was downloaded has them in it.

const inside = new Map<string, string>();

/** @param files path under the site's root -> data: address */
export function registerAssets(files: Readonly<Record<string, string>>): void {
  for (const [path, address] of Object.entries(files)) inside.set(path, address);
}

/** Where to ask for a file. */
export const assetUrl = (path: string, base: string): string => inside.get(path) ?? new URL(path, base).href;
