// Every sentence that the site claims to have measured, with the figure that carries it and the line of its
// test.
import type { Claim } from '../runtime/widget.ts';
import type { Standing } from './status.ts';
import baked from '../../content/claims.json';

export interface Stated {
  readonly claim: Claim;
  readonly widget: string;
  readonly file: string;
  readonly line: number;
  /** over the seeds 1 to `of`, as baked */
  readonly rate?: Rate;
}
export interface Rate {
  readonly sentence: string;
  readonly of: number;
  readonly failed: readonly number[];
}

const files = import.meta.glob<{ claims: readonly Claim[] }>('../widgets/*/claims.ts');
const sources = import.meta.glob<string>('../widgets/*/claims.ts', { query: '?raw', import: 'default' });

async function gather(): Promise<Map<string, Stated>> {
  const all = new Map<string, Stated>();
  for (const [path, load] of Object.entries(files)) {
    const [, , widget = ''] = path.split('/');
    const file = path.replace('..', 'src');
    const source = (await sources[path]?.()) ?? '';
    for (const claim of (await load()).claims) {
      if (all.has(claim.id)) {
        throw new Error(`Two claims are called “${claim.id}”: ${all.get(claim.id)!.file} and ${file}`);
      }
      if (typeof claim.test !== 'function') throw new Error(`The claim “${claim.id}” in ${file} has no test`);
      const rate = (baked as Record<string, Rate>)[claim.id];
      all.set(claim.id, {
        claim,
        widget,
        file,
        line: lineOf(claim, source, file),
        ...(rate?.sentence === claim.sentence ? { rate } : {}),
      });
    }
  }
  return all;
}

/** The line that states the claim: by its id or, where that is put together, by its sentence. */
function lineOf({ id, sentence }: Claim, source: string, file: string): number {
  const lines = source.split('\n');
  const at = [`'${id}'`, sentence.slice(0, 40).replaceAll("'", "\\'")]
    .map((text) => lines.findIndex((line) => line.includes(text)))
    .find((i) => i >= 0);
  if (at === undefined) {
    throw new Error(
      `${file} does not spell out the claim “${id}”: its id or the start of its sentence has to stand in one line`,
    );
  }
  return at + 1;
}

let gathered: Promise<Map<string, Stated>> | undefined;
/** Every claim by its id, gathered once. */
export const claims = (): Promise<Map<string, Stated>> => (gathered ??= gather());

/**
 * The claim of this id.
 * @throws when no figure has it: a sentence that nothing tests does not call itself measured
 */
export async function stated(id: string): Promise<Stated> {
  const found = (await claims()).get(id);
  if (!found) {
    throw new Error(
      `There is no claim “${id}” in any src/widgets/*/claims.ts: what is measured here has a test`,
    );
  }
  return found;
}

/**
 * The claim that bears out a mark of standing.
 * @throws when `measured` names none, or another standing names one
 */
export async function borne(is: Standing, claim?: string): Promise<Stated | undefined> {
  if (is === 'measured' && !claim) {
    throw new Error(
      'A sentence calls itself measured here and names no claim: <Status is="measured" claim="…" />',
    );
  }
  if (claim && is !== 'measured') {
    throw new Error(`“${claim}” has a test: its standing is measured, not ${is}`);
  }
  return claim ? stated(claim) : undefined;
}
