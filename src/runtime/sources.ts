// Which files stand behind a figure, and what each did: ran, or checks what ran. For the source panel and the figure's page.

import type { FigureView } from './widget.ts';

export interface Source {
  readonly file: string;
  readonly did: 'Ran here' | 'Checks it';
  /** how near, and which test says so */
  readonly how?: string | undefined;
}

/** The model, and for a figure on the kernels its inner loop and what checks them. */
export function sources(
  { source, kernels }: Pick<FigureView<any, any>, 'source' | 'kernels'>,
  set: 'wasm' | 'plain',
): readonly Source[] {
  if (!kernels) return [{ file: source, did: 'Ran here' }];
  const { wasm, plain, ran: further = [], reference, tolerance, test } = kernels;
  const ran = [...(reference === source ? [] : [source]), ...further, set === 'wasm' ? wasm : plain].map(
    (file) => ({ file, did: 'Ran here' as const }),
  );
  const check = reference ?? (set === 'wasm' ? plain : wasm);
  return [...ran, { file: check, did: 'Checks it', how: `equal within ${tolerance}, held by ${test}` }];
}
