// The worker's side: each question carries all that it needs, so that a cancelled worker is simply started anew.

import type { Kernels } from '../math/kernels/kernels.ts';
import { likeness, type Likeness } from '../models/likeness.ts';
import { choose, type Choice, type Matrix } from './choose.ts';
import { fault, isFault } from './fault.ts';
import { look, type Look } from './look.ts';
import { open } from './open.ts';
import type { Entry, Opened } from './tensor.ts';

export interface Given {
  readonly blob: Blob;
  readonly name: string;
}
export type Question =
  | { readonly id: number; readonly do: 'open'; readonly file: Given }
  | {
      readonly id: number;
      readonly do: 'look';
      readonly file: Given;
      readonly choice: Choice;
      readonly other?: { readonly file: Given; readonly choice: Choice };
    };

export type Catalogue = Omit<Opened, 'tensors'> & { readonly tensors: readonly Entry[] };
export interface Found {
  readonly look: Look;
  readonly other?: Look;
  readonly likeness?: Likeness;
}
export type Answer =
  | { readonly id: number; readonly kind: 'progress'; readonly what: string; readonly share: number }
  | { readonly id: number; readonly kind: 'opened'; readonly catalogue: Catalogue }
  | { readonly id: number; readonly kind: 'found'; readonly found: Found }
  | { readonly id: number; readonly kind: 'failed'; readonly says: string };

/** Up to this many multiplications f64 is fast enough; above, the compiled f32 kernels. */
const EXACT = 3e7;

export async function answer(
  question: Question,
  kernels: (exact: boolean) => Promise<Kernels>,
  tell: (answer: Answer) => void,
): Promise<void> {
  const { id } = question;
  let last = -1;
  const progress = (what: string, share: number): void => {
    if (share === 0 || share - last >= 0.02) tell({ id, kind: 'progress', what, share: (last = share) });
  };
  try {
    if (question.do === 'open') {
      progress('Opening', 0);
      const { tensors, ...about } = await open(question.file.blob, question.file.name);
      tell({
        id,
        kind: 'opened',
        catalogue: {
          ...about,
          tensors: tensors.map(({ name, shape, dtype, fortran, columns }) => ({
            name,
            shape,
            dtype,
            fortran,
            columns,
          })),
        },
      });
      return;
    }
    const { file, choice, other } = question;
    const first = await matrix(file, choice, progress);
    const k = await kernels(first.n * first.n * first.m <= EXACT);
    const found: Found = { look: look(first, k, progress) };
    if (!other) {
      tell({ id, kind: 'found', found });
      return;
    }
    const second = await matrix(other.file, other.choice, progress);
    const fast = await kernels(false);
    progress('Comparing the two', 0);
    tell({
      id,
      kind: 'found',
      found: {
        ...found,
        other: look(second, await kernels(second.n * second.n * second.m <= EXACT)),
        likeness: likeness(first, second, first.n * second.n * first.m <= EXACT ? await kernels(true) : fast),
      },
    });
  } catch (error) {
    tell({ id, kind: 'failed', says: said(error) });
  }
}

async function matrix(
  { blob, name }: Given,
  choice: Choice,
  progress: (what: string, share: number) => void,
): Promise<Matrix> {
  progress('Reading', 0);
  const { tensors } = await open(blob, name);
  const tensor = tensors.find((t) => t.name === choice.tensor) ?? tensors[0];
  if (!tensor) throw fault(`“${name}” holds no tensor.`);
  return choose(tensor, choice, (share) => progress('Reading', share));
}

/** A fault says itself; anything else is ours, or the machine's. */
function said(error: unknown): string {
  if (isFault(error)) return error.message;
  if (error instanceof RangeError || /memory|allocat/i.test(String(error))) {
    return 'This machine’s browser has not enough memory for that. Choose fewer features.';
  }
  return `The file could not be worked through (${String(error).slice(0, 120)}).`;
}
