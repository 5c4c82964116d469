// `node src/bake/scaling-cost.ts`: the calculator's two borrowed numbers, from the baked files of `families` and `explainer`. At once.

import { readFile, writeFile } from 'node:fs/promises';
import { file as explainer, type Eight } from '../widgets/explainer/baked.ts';
import { file as families, type FamiliesFile } from '../widgets/families/baked.ts';

const OUT = 'src/widgets/scaling-cost/borrowed.ts';
const read = async <T>(name: string): Promise<T> => JSON.parse(await readFile(`public/data/${name}`, 'utf8')) as T;

export async function borrowed(): Promise<{ readonly MEMBERS: number; readonly EVALUATIONS: number }> {
  return { MEMBERS: (await read<FamiliesFile>(families)).members, EVALUATIONS: (await read<Eight>(explainer)).evaluations };
}

if (process.argv[1]?.replaceAll('\\', '/').endsWith('bake/scaling-cost.ts')) {
  let text = await readFile(OUT, 'utf8');
  for (const [name, value] of Object.entries(await borrowed())) text = text.replace(new RegExp(`(const ${name} = )[\\d.]+`), `$1${value}`);
  await writeFile(OUT, text);
}
