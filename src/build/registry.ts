// The build's view of the widgets: face and model of each, imported in node.
import { readFile } from 'node:fs/promises';
import type { Face, Model } from '../runtime/widget.ts';
import { compact } from '../runtime/still.ts';
import { names, type WidgetName } from '../widgets/registry.ts';

const faces = import.meta.glob<{ face: Face<any, any, any> }>('../widgets/*/widget.ts');
const models = import.meta.glob<{ model: Model<any, any, any> }>('../widgets/*/model.ts');

export interface Built { readonly name: WidgetName; readonly face: Face<any, any, any>; readonly model: Model<any, any, any>; data(params: object): Promise<unknown> }

/** @throws when the registry names a widget whose files are missing */
export async function widget(name: string): Promise<Built> {
  const { face } = await faces[`../widgets/${name}/widget.ts`]();
  const { model } = await models[`../widgets/${name}/model.ts`]();
  return {
    name: name as WidgetName, face, model,
    async data(params) {
      if (!face.baked) return undefined;
      const bytes = await readFile(`public/data/${face.baked.file}`);
      return compact(face.baked.decode(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer, params));
    },
  };
}

export { names };
