import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { kernels } from '../src/build/kernels.ts';

// Over the sources, or over the built pages.
const include = process.env.BUILT
  ? 'tests/built/*.test.ts'
  : 'tests/{unit,models,golden,claims,stills}/**/*.test.ts';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [kernels()],
  test: {
    include: [include],
    environment: 'node',
    maxWorkers: '100%', // one core would idle on a machine of two
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
