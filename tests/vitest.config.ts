import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { kernels } from '../src/build/kernels.ts';
import { filesOf } from './tools/figure-files.ts';

const { BUILT, DREAMS_FIGURE } = process.env;

/** Over the built pages, over the files that read one figure, or over all sources. */
function include(): string[] {
  if (BUILT) return ['tests/built/*.test.ts'];
  if (DREAMS_FIGURE) return filesOf(DREAMS_FIGURE);
  return ['tests/{unit,models,golden,claims,stills}/**/*.test.ts'];
}

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [kernels()],
  test: {
    include: include(),
    environment: 'node',
    maxWorkers: '100%', // one core would idle on a machine of two
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
