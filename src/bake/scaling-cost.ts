// `node src/bake/scaling-cost.ts`: the calculator's two borrowed numbers, from the baked files of `families` and `explainer`. At once.

import { readFile, writeFile } from 'node:fs/promises';
import { readContainer } from '../math/container.ts';
import { file as explainer, type Eight } from '../widgets/explainer/baked.ts';
import { file as families, type FamiliesFile } from '../widgets/families/baked.ts';

const OUT = 'src/widgets/scaling-cost/borrowed.ts';
const bytes = async (name: string): Promise<ArrayBuffer> =>
  new Uint8Array(await readFile(`public/data/${name}`)).buffer;

/** The two numbers that the calculator takes from other figures' baked files. */
export async function borrowed(): Promise<{ readonly MEMBERS: number; readonly EVALUATIONS: number }> {
  return {
    MEMBERS: readContainer<FamiliesFile>(await bytes(families)).head.members,
    EVALUATIONS: (JSON.parse(new TextDecoder().decode(await bytes(explainer))) as Eight).evaluations,
  };
}

if (process.argv[1]?.replaceAll('\\', '/').endsWith('bake/scaling-cost.ts')) {
  let text = await readFile(OUT, 'utf8');
  for (const [name, value] of Object.entries(await borrowed())) {
    text = text.replace(new RegExp(`(const ${name} = )[\\d.]+`), `$1${value}`);
  }
  await writeFile(OUT, text);
}
