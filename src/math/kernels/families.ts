// Which file holds which kernels, in both sets. Bundles that leave a kernel out are written from these tables.

/** The files under `as/` and what each exports. The compiled module's entry is written from this table. */
export const compiledFiles = {
  arena: ['alloc', 'mark', 'reset'],
  gemm: ['gemm'],
  attention: ['attend', 'attendBack'],
  elementwise: [
    'add',
    'scaled',
    'times',
    'relu',
    'gate',
    'bias',
    'biasBack',
    'rows',
    'rowsBack',
    'unitRows',
    'topk',
    'adamw',
  ],
  losses: [
    'crossEntropy',
    'crossEntropyBack',
    'squaredError',
    'squaredErrorBack',
    'absolute',
    'absoluteBack',
  ],
  images: ['meanPool'],
  convolve: ['convolve', 'convolveBack'],
  dictionary: ['dictionaryStep', 'dictionaryEncode'],
  draw: ['draw'],
  toy: ['toy'],
  sparse: ['sparse'],
  sweep: ['sweep'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Memory: in every module, whatever else it leaves out. */
const ALWAYS: readonly string[] = compiledFiles.arena;

/** The families of the plain set that a bundle may leave out: file `plain-<file>.ts`, its export, and a kernel of it each bundle would call. */
const plainFamilies = {
  attention: { file: 'plain-attention.ts', kernels: ['attend', 'attendBack'] },
  elementwise: { file: 'plain-elementwise.ts', kernels: 'all' },
  dictionaries: { file: 'plain-dictionary.ts', kernels: ['dictionaryStep', 'dictionaryEncode'] },
  pictures: { file: 'plain-pictures.ts', kernels: ['convolve', 'convolveBack', 'meanPool'] },
  toys: { file: 'plain-toy.ts', kernels: ['draw', 'toy', 'sparse', 'sweep'] },
} as const satisfies Readonly<
  Record<string, { readonly file: string; readonly kernels: readonly string[] | 'all' }>
>;

const names = (code: string, kernel: string): boolean => new RegExp(`\\.${kernel}\\b`).test(code);

/** The compiled module's entry, in AssemblyScript. @param code keeps those kernels only that this code names; left out: all */
export function compiledEntry(code?: string): string {
  return Object.entries(compiledFiles)
    .map(([file, kernels]) => {
      const kept = kernels.filter(
        (kernel) => code === undefined || ALWAYS.includes(kernel) || names(code, kernel),
      );
      return kept.length ? `export { ${kept.join(', ')} } from "./as/${file}";\n` : '';
    })
    .join('');
}

/** A module that stands for `plain.ts` in a bundle, with those families only that `code` names. */
export function plainEntry(code: string): string {
  const kept = Object.entries(plainFamilies).filter(
    ([, { kernels }]) => kernels === 'all' || kernels.some((kernel) => names(code, kernel)),
  );
  return [
    "import { assemble } from './plain-set.ts';",
    ...kept.map(([family, { file }]) => `import { ${family} } from './${file}';`),
    `export const plain = () => assemble([${kept.map(([family]) => family).join(', ')}]);`,
    '',
  ].join('\n');
}
