// What a <Figure> tag draws: its model settled, its pictures. The first figure of a page carries all of that
// in the page. Of the others the page has the words only; pictures and numbers are files beside it
// (/plates/<chapter>/<id>.svg and .json), made from the same tag, so that six figures weigh on the first load
// like one.

import { createHash } from 'node:crypto';
import { decode } from '../runtime/params.ts';
import { inert } from '../runtime/frame.ts';
import type { Layout } from '../runtime/widget.ts';
import { print } from '../scene/print.ts';
import { group } from '../scene/mark.ts';
import { widget } from './registry.ts';
import { url } from './url.ts';

export interface Asked {
  readonly name: string;
  readonly id: string;
  /** column: text 640, wide 932, full 1172 px */
  readonly width?: 'text' | 'wide' | 'full';
  /** the state it rests in, as in an address */
  readonly state?: string;
  readonly composition?: 'hero';
  readonly context?: 'slide';
}

/** The compositions that a page has room for: the first is the wide one. */
function layoutsOf({ width = 'full', composition, context }: Asked): Layout[] {
  if (composition === 'hero') {
    return [
      { composition: 'hero', width: 704, track: 1280 },
      { composition: 'hero', width: 390, track: 350 },
    ];
  }
  if (context === 'slide') return [{ composition: 'slide', width: 960, height: 540 }];
  return [
    { composition: 'wide', width: { text: 640, wide: 932, full: 1172 }[width] },
    { composition: 'narrow', width: 350 },
  ];
}

/**
 * The figure of a tag at rest: its view, params, snapshot, data and layouts, and as JSON what the live figure
 * starts from.
 * @throws when the state is not one of this figure's
 */
export async function settled(asked: Asked) {
  const { name, id, state = '' } = asked;
  const { view, settle, data: bake } = await widget(name);
  const { state: params, notices } = decode<any>(view.spec, state);
  if (notices.length) throw new Error(`Figure ${id}: ${notices.join(' ')}`);
  const snapshot = settle(params);
  const data = await bake(params);
  const json = JSON.stringify({ snapshot, data });
  return {
    view,
    params,
    snapshot,
    data,
    json,
    layouts: layoutsOf(asked).map((layout) => ({ ...layout, site: url('') })),
  };
}

/**
 * The two files beside the page, and a mark of eight digits that changes when they do. The picture holds one
 * group for every part and composition, in roles, not colours: a `<use>` of it takes the page's colours.
 */
export async function apart(asked: Asked): Promise<{ svg: string; json: string; mark: string }> {
  const { view, params, snapshot, data, layouts, json } = await settled(asked);
  const groups = layouts.flatMap((layout) =>
    Object.entries(view.scene(params, snapshot, layout, data)).map(([part, picture]) =>
      group(inert(picture!.marks), { id: `${part}-${layout.composition}` }),
    ),
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg">${print(groups)}</svg>\n`;
  return { svg, json, mark: createHash('sha256').update(svg).update(json).digest('hex').slice(0, 8) };
}
