// The files that a figure's source panel names exist, and none says that it ran when it did not.
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sources } from '../../src/runtime/sources.ts';
import type { FigureView } from '../../src/runtime/widget.ts';
import { names } from '../../src/widgets/registry.ts';

test.each(names)('%s', async (name) => {
  const { view } = (await import(`../../src/widgets/${name}/widget.ts`)) as { view: FigureView<any, any> };
  for (const set of ['wasm', 'plain'] as const) {
    const files = sources(view, set);
    for (const { file } of files) expect(existsSync(file), file).toBe(true);
    expect(new Set(files.map(({ file }) => file)).size).toBe(files.length);
    if (view.kernels) {
      expect(files.filter(({ did }) => did === 'Checks it')).toHaveLength(1);
      expect(existsSync(view.kernels.test), view.kernels.test).toBe(true);
    }
  }
});
