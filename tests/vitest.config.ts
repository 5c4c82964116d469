import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { kernels } from '../src/build/kernels.ts';

/** The longest file first: begun last it runs two minutes alone, while the other core idles. */
class LongestFirst extends BaseSequencer {
  async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const long = (f: TestSpecification): boolean => f.moduleId.endsWith('/claims/claims.test.ts');
    return [...sorted.filter(long), ...sorted.filter((f) => !long(f))];
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [kernels()],
  test: {
    include: [
      process.env.BUILT ? 'tests/built/*.test.ts' : 'tests/{unit,models,golden,claims,stills}/**/*.test.ts',
    ], // over the sources, or over dist
    environment: 'node',
    maxWorkers: '100%', // one core would idle on a machine of two
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
