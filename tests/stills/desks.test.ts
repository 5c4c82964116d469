// Golden pictures of `dictionary` and `neuron-reading`, drawn from snapshots that are kept beside them: the pictures change
// when the drawing does, not when the arithmetic does. UPDATE_GOLDEN=1 writes both anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/runtime/params.ts';
import { settle } from '../../src/build/settled-cache.ts';
import type { FigureView, Intent, Layout, Model } from '../../src/runtime/widget.ts';
import { kernels } from '../engine.ts';
import { chosen } from '../figures.ts';
import { hand } from '../hand.ts';
import { checkMarks, compare, smallestOf, stacked } from './compare.ts';

const golden = join(import.meta.dirname, '../golden/stills');
const wide: Layout = { composition: 'wide', width: 1172 };
const middling: Layout = { composition: 'wide', width: 640 };
const narrow: Layout = { composition: 'narrow', width: 350 };
const slide: Layout = { composition: 'slide', width: 1920, height: 1080 };
const upright: Layout = { composition: 'slide', width: 320, height: 568 };

const cases: Record<string, [string, string, Layout][]> = {
  dictionary: [
    ['wide', '', wide],
    ['middling', '', middling],
    ['narrow', '', narrow],
    ['slide', '', slide],
    ['slide-tall', '', upright],
    ['lost', 'penalty=0.02', wide],
    ['families', 'world=clusters&width=5', wide],
    ['split', 'world=clusters&width=40', { ...wide, highlighted: 'f3' }],
    ['no-strip', 'width=17', wide],
  ],
  'neuron-reading': [
    ['wide', '', wide],
    ['middling', 'pick=3', middling],
    ['narrow', 'panel=feature&guess=8', narrow],
    ['slide', 'pick=17', slide],
    ['slide-tall', 'step=0', upright],
    ['reading', 'step=0&guess=8', wide],
    ['direction', 'kind=direction&step=300', wide],
  ],
};

describe.each(chosen(Object.keys(cases)))('%s', async (widget) => {
  const pictures = cases[widget];
  const { view } = (await import(`../../src/widgets/${widget}/widget.ts`)) as {
    view: FigureView<any, any, any>;
  };
  const kept = join(golden, `${widget}.json`);
  const update = !!process.env.UPDATE_GOLDEN;
  const snapshots: Record<string, any> = update
    ? await snapshotsOf(widget, view)
    : JSON.parse(readFileSync(kept, 'utf8'));
  if (update) writeFileSync(kept, `${JSON.stringify(snapshots).replaceAll('},"', '},\n"')}\n`);
  const bytes = view.baked && new Uint8Array(readFileSync(`public/data/${view.baked.file}`)).buffer;

  test.each(pictures)('%s', (name, address, layout) => {
    const params = decode<any>(view.spec, address).state;
    const data = bytes && view.baked.decode(bytes, params);
    const { plate, track } = view.scene(params, snapshots[address], layout, data);
    compare(`${widget}-${name}`, stacked(plate, track));
    for (const picture of [plate, track]) {
      if (picture) checkMarks(picture.marks, smallestOf(layout));
    }
  });

  test('a hand changes the state, and a key as well', () => {
    const params = decode<any>(view.spec, '').state;
    const s = snapshots[''];
    const data = bytes && view.baked?.decode(bytes, params);
    const does = (intent: Intent, from = params) => hand(view, from, s, intent, wide, data);
    if (widget === 'dictionary') {
      expect(does({ do: 'move', handle: 'track', x: 0, y: 0, dx: 0, dy: 0 }).penalty).toBe(0.01);
      expect(does({ do: 'nudge', handle: 'track', dx: 1, dy: 0, size: 'step' }).penalty).toBe(0.6);
      expect(
        does({ do: 'nudge', handle: 'track', dx: -1, dy: 0, size: 'end' }, { ...params, world: 'clusters' })
          .width,
      ).toBe(2);
    } else {
      expect(does({ do: 'nudge', handle: 'track-pick', dx: 1, dy: 0, size: 'step' }).pick).toBe(1);
      expect(does({ do: 'move', handle: 'track-guess', x: 1150, y: 0, dx: 0, dy: 0 }).guess).toBe(20);
      expect(does({ do: 'tap', handle: 'act-read' })).toMatchObject({ step: 0, unit: 6, feature: 8 });
      expect(does({ do: 'tap', handle: 'act-swap' })).toMatchObject({ kind: 'direction', step: undefined });
      const read = { ...params, pick: 3, step: 0 };
      const reading = snapshots['step=0'];
      const reads = (intent: Intent) => hand(view, read, reading, intent, upright);
      expect(reads({ do: 'tap', handle: 'act-swap' })).toMatchObject({ kind: 'direction', step: 0 });
      expect(reads({ do: 'tap', handle: 'act-swap' }).pick).toBeUndefined();
      expect(reads({ do: 'tap', handle: 'act-test' }).step).toBeUndefined();
      expect(reads({ do: 'tap', handle: 'tab-feature' })).toEqual({ ...read, panel: 'feature' });
      expect(reads({ do: 'nudge', handle: 'track-pick', dx: 1, dy: 0, size: 'page' }).pick).toBe(8);
    }
    expect(does({ do: 'tap', handle: 'nothing' })).toBe(params);
  });
});

async function snapshotsOf(
  widget: string,
  view: FigureView<any, any, any>,
): Promise<Record<string, unknown>> {
  const { model } = (await import(`../../src/widgets/${widget}/model.ts`)) as { model: Model<any, any, any> };
  return Object.fromEntries(
    [...new Set(cases[widget].map(([, address]) => address)), ''].map((address) => [
      address,
      settle(widget, model, decode<any>(view.spec, address).state, kernels),
    ]),
  );
}
