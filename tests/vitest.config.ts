import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { kernels } from '../src/build/kernels.ts';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [kernels()],
  test: {
    include: ['tests/{unit,models,golden,claims,stills}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
