// What the build needs of every figure: view and model of each, imported in node.
import { readFileSync } from 'node:fs';
import { loadBundledKernels } from '../math/kernels/bundled.ts';
import type { FigureView, Model, Params } from '../runtime/widget.ts';
import { compact, settle } from '../runtime/still.ts';
import { names, type WidgetName } from '../widgets/registry.ts';

const faces = import.meta.glob<{ view: FigureView<any, any, any> }>('../widgets/*/widget.ts');
const models = import.meta.glob<{ model: Model<any, any, any> }>('../widgets/*/model.ts');

/** The compiled set, as a reader's worker has it: a still and the live figure are the same bits. */
export const kernels = await loadBundledKernels();

export interface Built {
  readonly name: WidgetName;
  readonly view: FigureView<any, any, any>;
  readonly model: Model<any, any, any>;
  data(params: object): Promise<unknown>;
  settle(params: Params): any;
}

/** @throws when the registry names a widget whose files are missing */
export async function widget(name: string): Promise<Built> {
  const { view } = await faces[`../widgets/${name}/widget.ts`]();
  const { model } = await models[`../widgets/${name}/model.ts`]();
  const told = await view.baked?.answers?.();
  const bake = (params: object): any => view.baked?.decode(baked(view.baked.file), params);
  return {
    name: name as WidgetName,
    view,
    model,
    // As on the page: what the file knows is not trained again (tests make the file's states anew and compare).
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
function baked(file: string): ArrayBuffer {
  if (!files.has(file)) files.set(file, new Uint8Array(readFileSync(`public/data/${file}`)).buffer);
  return files.get(file)!;
}

export { names };
