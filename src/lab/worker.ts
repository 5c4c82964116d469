// What runs beside the page: reads, analyses, answers.

import { loadBundledKernels } from '../math/kernels/bundled.ts';
import { load } from '../math/kernels/load.ts';
import type { Kernels } from '../math/kernels/kernels.ts';
import { answer, type Answer, type Question } from './work.ts';

const port = self as unknown as {
  onmessage: ((e: MessageEvent<Question>) => void) | null;
  postMessage(answer: Answer): void;
};
const kept = new Map<boolean, Promise<Kernels>>();
const kernels = (exact: boolean): Promise<Kernels> => {
  if (!kept.has(exact)) kept.set(exact, exact ? load() : loadBundledKernels());
  return kept.get(exact)!;
};

port.onmessage = ({ data }) => {
  void answer(data, kernels, (a) => port.postMessage(a));
};
