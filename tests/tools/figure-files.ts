// Which files of tests read a figure: those that import it, those of the models that it imports, and those that test every figure.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const ROOMS = ['unit', 'models', 'golden', 'claims', 'stills'];
/** Files with tests for every figure, which leave out all but the one of DREAMS_FIGURE. */
const SHARED = [
  'tests/unit/contract.test.ts',
  'tests/golden/fingerprints.test.ts',
  'tests/models/programs.test.ts',
];
/** The same for those figures that their tables name. */
const TABLES = /^tests\/stills\/(bridging|desks|vision)\b/;
/** Files that read many figures for a purpose of their own. */
const OTHERS = /^tests\/unit\/(hostile|ids|lab|layers|settled-cache)\b/;

/** The test files of a figure, from the root of the project. */
export function filesOf(figure: string): string[] {
  const folder = `src/widgets/${figure}`;
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const models = new Set(
    sources.flatMap((name) =>
      [...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/\.\.\/models\/([\w.-]+)\.ts'/g)].map(
        ([, model]) => model,
      ),
    ),
  );
  const reads = (file: string): boolean => {
    if (SHARED.includes(file)) return true;
    if (OTHERS.test(file)) return false;
    if (TABLES.test(file)) {
      return new RegExp(`'${figure}'|\\b${figure}: [{[]`).test(readFileSync(file, 'utf8'));
    }
    // Tests of models by the model's name: what else imports the figure tests bakes, files or the lab.
    if (file.startsWith('tests/models/')) {
      const model = basename(file, '.test.ts');
      return model === figure || models.has(model);
    }
    return readFileSync(file, 'utf8').includes(`/widgets/${figure}/`);
  };
  return ROOMS.map((room) => `tests/${room}`)
    .filter((room) => existsSync(room))
    .flatMap((room) => readdirSync(room).map((name) => `${room}/${name}`))
    .filter((file) => file.endsWith('.test.ts') && reads(file));
}
