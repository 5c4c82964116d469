import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: '..',
  plugins: [],
  test: {
    include: ['tests/{unit,models,golden,claims,stills}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
