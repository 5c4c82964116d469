// What runs beside the page: reads, analyses, answers.

import { loadBundledKernels } from '../math/kernels/bundled.ts';
import { load } from '../math/kernels/load.ts';
import type { Kernels } from '../math/kernels/kernels.ts';
import { Analyst } from './answer.ts';
import type { Answer, Question } from './protocol.ts';

const port = self as unknown as {
  onmessage: ((e: MessageEvent<Question>) => void) | null;
  postMessage(answer: Answer): void;
};
const kept = new Map<boolean, Promise<Kernels>>();
const kernels = (exact: boolean): Promise<Kernels> => {
  const made = kept.get(exact) ?? (exact ? load() : loadBundledKernels());
  kept.set(exact, made);
  return made;
};
const analyst = new Analyst(kernels);

port.onmessage = ({ data }) => {
  void analyst.answer(data, (answer) => port.postMessage(answer));
};
