// What the build needs of every figure: view and model of each, imported in node.

import { readFileSync } from 'node:fs';
import { loadBundledKernels } from '../math/kernels/bundled.ts';
import type { FigureView, Model, Params } from '../runtime/widget.ts';
import { compact } from '../runtime/still.ts';
import { settle } from './settled-cache.ts';
import { names, type WidgetName } from '../widgets/registry.ts';

const views = import.meta.glob<{ view: FigureView<any, any, any> }>('../widgets/*/widget.ts');
const models = import.meta.glob<{ model: Model<any, any, any> }>('../widgets/*/model.ts');

/** The compiled set, as a reader's worker has it: a still and the live figure are the same bits. */
export const kernels = await loadBundledKernels();

export interface Built {
  readonly name: WidgetName;
  readonly view: FigureView<any, any, any>;
  readonly model: Model<any, any, any>;
  /** what the figure's page carries of its baked data */
  data(params: object): Promise<unknown>;
  /** the snapshot at the end of its run */
  settle(params: Params): any;
}

/** One figure for the build. @throws when its files are missing */
export async function widget(name: string): Promise<Built> {
  const face = await views[`../widgets/${name}/widget.ts`]?.();
  const worker = await models[`../widgets/${name}/model.ts`]?.();
  if (!face || !worker) throw new Error(`src/widgets/${name}/ lacks widget.ts or model.ts`);
  const { view } = face;
  const { model } = worker;
  const told = await view.baked?.answers?.();
  const bake = (params: object): any => view.baked?.decode(baked(view.baked.file), params);
  return {
    name: name as WidgetName,
    view,
    model,
    // As on the page: what the file knows is not trained again (tests make the file's states anew and
    // compare).
    settle(params) {
      const all = told && bake(params);
      return compact(all && told.known(params, all)) ?? settle(name, model, params, kernels);
    },
    async data(params) {
      const all = bake(params);
      return compact(all === undefined ? all : (view.baked!.pageSubset?.(all) ?? all));
    },
  };
}

const files = new Map<string, ArrayBuffer>();
/** A baked file's bytes, read once. */
function baked(file: string): ArrayBuffer {
  const bytes = files.get(file) ?? new Uint8Array(readFileSync(`public/data/${file}`)).buffer;
  files.set(file, bytes);
  return bytes;
}

export { names };
