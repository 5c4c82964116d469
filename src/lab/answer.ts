// The worker's side of a question: opens, looks, compares, finds near rows, exports.

import type { Kernels } from '../math/kernels/kernels.ts';
import { nearestByChance } from '../models/chance.ts';
import { nearRows } from '../models/near-rows.ts';
import { look, type Look } from '../models/look.ts';
import { holdRows, type AllRows } from './analysis/all-rows.ts';
import type { Choice } from './analysis/choice.ts';
import { compareSides } from './analysis/compare.ts';
import { measureDictionary } from './analysis/measure-dictionary.ts';
import { loadMatrix, type Matrix } from './analysis/load-matrix.ts';
import { catalogueOf, labelsOf, Library, tensorOf, type OpenedFile } from './catalogue.ts';
import { isUserError, userError } from './files/user-error.ts';
import { exportDictionary } from './files/write-dictionary.ts';
import type { Answer, Catalogue, Found, LookQuestion, Nearest, NumberedFile, Question } from './protocol.ts';

/** Up to this many multiplications f64 is fast enough; above, the compiled f32 kernels. */
const MOST_EXACT = 3e7;
const NEAREST = 12;
const LOOKS_KEPT = 4;

export type KernelsFor = (exact: boolean) => Promise<Kernels>;

/** What the parts of an answer tell of their progress. */
interface Teller {
  readonly say: (what: string, share: number) => void;
  /** Also lets the next question in. @throws Superseded when there is one */
  readonly checkpoint: (what: string, share: number) => Promise<void>;
}

/** A newer question has come; nobody waits for this answer. */
class Superseded extends Error {}

/** A turn of the event loop, in which messages arrive. */
const turn = (): Promise<void> => new Promise((go) => setTimeout(go, 0));

/** Keeps what it opened and looked at between questions. */
export class Analyst {
  private readonly library = new Library();
  private readonly looks = new Map<string, { matrix: Matrix; look: Look }>();
  private latest = 0;
  private rows: { key: string; all: AllRows } | undefined;
  private readonly kernels: KernelsFor;

  constructor(kernels: KernelsFor) {
    this.kernels = kernels;
  }

  /** Answers by `tell`: progress, then one answer or `failed`; nothing when a newer question has come. */
  async answer(question: Question, tell: (answer: Answer) => void): Promise<void> {
    const { id } = question;
    this.latest = id;
    let last = -1;
    let before = '';
    const say = (what: string, share: number): void => {
      if (what === before && share - last < 0.02) return;
      before = what;
      last = share;
      tell({ id, kind: 'progress', what, share });
    };
    const checkpoint = async (what: string, share: number): Promise<void> => {
      say(what, share);
      await turn();
      if (this.latest !== id) throw new Superseded();
    };
    try {
      say('Opening', 0);
      const opened = await this.library.open(question.files, (share) => say('Opening', share));
      tell({ id, ...(await this.answerTo(question, opened, { say, checkpoint })) });
    } catch (error) {
      if (!(error instanceof Superseded)) tell({ id, kind: 'failed', says: sentence(error) });
    }
  }

  private async answerTo(question: Question, opened: readonly OpenedFile[], teller: Teller) {
    switch (question.do) {
      case 'open':
        return { kind: 'opened', catalogue: catalogueOf(question.files, opened) } as const;
      case 'look':
        return { kind: 'found', found: await this.find(question, opened, teller) } as const;
      case 'nearest':
        return { kind: 'nearest', nearest: await this.nearest(question, opened, teller) } as const;
      case 'labels':
        return { kind: 'labels', values: labelsOf(opened, question.set) ?? [] } as const;
      case 'export':
        return { kind: 'exported', ...(await exportDictionary(question, opened)) } as const;
    }
  }

  private async find(question: LookQuestion, opened: readonly OpenedFile[], teller: Teller): Promise<Found> {
    const { files, first, second, centred } = question;
    const one = await this.lookAt(files, opened, first, centred, teller);
    const about = catalogueOf(files, opened);
    const dictionary = await this.dictionaryOf(about, opened, first, teller);
    const found: Found = { look: one.look, ...(dictionary ? { dictionary } : {}) };
    if (!second) return found;
    const matrix = await this.load(opened, second, teller);
    const exact = one.matrix.n * matrix.n * one.matrix.m <= MOST_EXACT;
    const comparison = await compareSides(
      { tensor: tensorOf(opened, first.file, first.tensor), choice: first, matrix: one.matrix },
      { tensor: tensorOf(opened, second.file, second.tensor), choice: second, matrix },
      await this.kernels(exact),
      teller.checkpoint,
      teller.say,
    );
    return { ...found, comparison };
  }

  private async lookAt(
    files: readonly NumberedFile[],
    opened: readonly OpenedFile[],
    choice: Choice,
    centred: boolean,
    teller: Teller,
  ): Promise<{ matrix: Matrix; look: Look }> {
    const key = JSON.stringify([files[choice.file]?.id, choice, centred, files.length]);
    const kept = this.looks.get(key);
    if (kept) return kept;
    const matrix = await this.load(opened, choice, teller);
    const k = await this.kernels(matrix.n * matrix.n * matrix.m <= MOST_EXACT);
    const made = { matrix, look: await look(matrix, k, teller.checkpoint, centred) };
    const [oldest] = this.looks.keys();
    if (this.looks.size >= LOOKS_KEPT && oldest !== undefined) this.looks.delete(oldest);
    this.looks.set(key, made);
    return made;
  }

  private async load(opened: readonly OpenedFile[], choice: Choice, teller: Teller): Promise<Matrix> {
    await teller.checkpoint('Reading', 0);
    const tensor = tensorOf(opened, choice.file, choice.tensor);
    return loadMatrix(
      tensor,
      choice,
      (share) => teller.say('Reading', share),
      labelsOf(opened, choice.labels),
    );
  }

  /** The measures of the dictionary whose latents are looked at. */
  private async dictionaryOf(
    { dictionaries }: Catalogue,
    opened: readonly OpenedFile[],
    { file, tensor }: Choice,
    teller: Teller,
  ): Promise<Found['dictionary']> {
    const dictionary = dictionaries.find((one) => one.file === file);
    if (!dictionary || !/^W_(enc|dec)$/.test(tensor)) return undefined;
    await teller.checkpoint('Measuring the dictionary', 0);
    return { dictionary, ...(await measureDictionary(dictionary, opened)) };
  }

  private async nearest(
    question: Extract<Question, { do: 'nearest' }>,
    opened: readonly OpenedFile[],
    teller: Teller,
  ): Promise<Nearest> {
    const { first, row, files } = question;
    const tensor = tensorOf(opened, first.file, first.tensor);
    const { features: _features, labels: _labels, ...whole } = first;
    const key = JSON.stringify([files[first.file]?.id, whole]);
    if (this.rows?.key !== key) {
      const all = await holdRows(tensor, whole, (share) => teller.say('Reading all rows', share), MOST_NEAR);
      this.rows = { key, all };
    }
    return nearestRows(this.rows.all, row);
  }
}

/** Rows among which near ones are looked for. */
const MOST_NEAR = 300_000;

function nearestRows(all: AllRows, row: number): Nearest {
  const { n, m, at, norms } = all;
  const place = at.indexOf(row);
  if (place < 0 || !norms[place]) {
    throw userError(`Row ${row} has no direction among the rows that were read.`);
  }
  const rows = nearRows(all, place, NEAREST).map(({ place: f, cosine }) => ({ row: at[f] ?? f, cosine }));
  return { row, rows, chance: nearestByChance(n, m) };
}

/** A user error says itself; anything else is ours, or the machine's. */
function sentence(error: unknown): string {
  if (isUserError(error)) return error.message;
  if (error instanceof RangeError || /memory|allocat/i.test(String(error))) {
    return 'This machine’s browser has not enough memory for that. Choose fewer features.';
  }
  return `The file could not be worked through (${String(error).slice(0, 120)}).`;
}
