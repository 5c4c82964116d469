// The files that a figure's source panel names exist, and none says that it ran when it did not.
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sources } from '../../src/runtime/sources.ts';
import type { Face } from '../../src/runtime/widget.ts';
import { names } from '../../src/widgets/registry.ts';

test.each(names)('%s', async (name) => {
  const { face } = (await import(`../../src/widgets/${name}/widget.ts`)) as { face: Face<any, any> };
  for (const set of ['wasm', 'plain'] as const) {
    const files = sources(face, set);
    for (const { file } of files) expect(existsSync(file), file).toBe(true);
    expect(new Set(files.map(({ file }) => file)).size).toBe(files.length);
    if (face.kernels) {
      expect(files.filter(({ did }) => did === 'Checks it')).toHaveLength(1);
      expect(existsSync(face.kernels.test), face.kernels.test).toBe(true);
    }
  }
});
