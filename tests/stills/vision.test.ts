// Golden pictures of the figures of chapters 2 to 4, drawn from snapshots that are kept beside them: the pictures change when
// the drawing does, not when the arithmetic does. UPDATE_GOLDEN=1 writes both anew.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decode, defaults, encode, keysThat } from '../../src/runtime/params.ts';
import { settle } from '../../src/build/settled-cache.ts';
import type { FigureView, Intent, Layout, Model } from '../../src/runtime/widget.ts';
import { checkMarks, compare, smallestOf, stacked } from './compare.ts';
import { kernels } from '../engine.ts';
import { chosen } from '../figures.ts';
import { hand } from '../hand.ts';

const wide: Layout = { composition: 'wide', width: 1172 };
const middling: Layout = { composition: 'wide', width: 640 };
const narrow: Layout = { composition: 'narrow', width: 350 };
const slide: Layout = { composition: 'slide', width: 1920, height: 1080 };
const upright: Layout = { composition: 'slide', width: 320, height: 568 };

const nudge = (handle: string, dx: number, size: 'step' | 'end' = 'step'): Intent => ({
  do: 'nudge',
  handle,
  dx,
  dy: 0,
  size,
});
const tap = (handle: string): Intent => ({ do: 'tap', handle });

interface Case {
  readonly pictures: readonly (readonly [name: string, address: string, layout: Layout])[];
  /** what a hand does, what comes of it, and the address that it is done at */
  readonly hands: readonly (readonly [Intent, after: object, address?: string])[];
}

const cases: Record<string, Case> = {
  'same-shape': {
    pictures: [
      ['wide', '', wide],
      ['middling', 'turn=60', middling],
      ['narrow', 'turn=100', narrow],
      ['slide', '', slide],
      ['slide-tall', 'turn=100', upright],
      ['random', 'others=random&turn=100', wide],
      ['space', 'size=octahedron&turn=100&seed=1', wide],
    ],
    hands: [
      [nudge('track', 1), { turn: 5 }],
      [nudge('track', 1, 'end'), { turn: 100 }],
      [{ do: 'move', handle: 'track', x: 586, y: 0, dx: 0, dy: 0 }, { turn: 50 }],
      [tap('others-random'), { others: 'random' }],
    ],
  },
  circuit: {
    pictures: [
      ['wide', '', wide],
      ['middling', 'cut=1&shown=no&guess=1', middling],
      ['narrow', 'cut=1&guess=3', narrow],
      ['slide', 'turned=yes&guess=17', slide],
      ['slide-tall', '', upright],
      ['blank', 'blank=4&cut=6', wide],
    ],
    hands: [
      [tap('edge-0'), { cut: 1, shown: 'no', guess: 0 }],
      [tap('blank-2'), { blank: 4, shown: 'no' }],
      [tap('turned-yes'), { turned: 'yes', shown: 'no' }],
      [tap('guess-4'), { guess: 16 }, 'cut=1&shown=no'],
      [tap('show'), { cut: 1, shown: 'yes' }, 'cut=1&shown=no'],
    ],
  },
  families: {
    pictures: [
      ['wide', '', wide],
      ['middling', 'angle=135', middling],
      ['narrow', 'pick=2&onto=5', narrow],
      ['slide', 'angle=135', slide],
      ['slide-tall', '', upright],
      ['untrained', 'weights=untrained&angle=135', wide],
    ],
    hands: [
      [nudge('track', 1), { angle: 65 }],
      [nudge('hub', 1, 'end'), { angle: 135 }],
      [tap('template-6'), { onto: 6, pick: 0 }],
      [tap('tap-pick'), { tap: 'pick' }],
      [tap('weights-untrained'), { weights: 'untrained' }],
      [{ do: 'move', handle: 'track', x: 586, y: 0, dx: 0, dy: 0 }, { angle: 180 }],
    ],
  },
  branches: {
    pictures: [
      ['wide', '', wide],
      ['middling', 'lesion=second', middling],
      ['narrow', '', narrow],
      ['slide', 'lesion=second', slide],
      ['slide-tall', 'lesion=none', upright],
      ['undivided', 'net=undivided', wide],
    ],
    hands: [
      [tap('lesion-second'), { lesion: 'second' }],
      [nudge('track', 1), { seed: 6 }],
      [nudge('track', -1, 'end'), { seed: 0 }],
      [{ do: 'move', handle: 'track', x: 1160, y: 0, dx: 0, dy: 0 }, { seed: 9 }],
    ],
  },
  gabors: {
    pictures: [
      ['wide', '', wide],
      ['middling', 'pick=40', middling],
      ['narrow', 'partner=k-means', narrow],
      ['slide', '', slide],
      ['slide-tall', 'partner=random', upright],
      ['drawing', 'step=12', wide],
      ['scrambled', 'world=scrambled', wide],
    ],
    hands: [
      [nudge('track', 1), { pick: 5 }],
      [nudge('track', 1, 'end'), { pick: 64 }],
      [tap('world-scrambled'), { world: 'scrambled' }],
      [{ do: 'move', handle: 'track', x: 1170, y: 0, dx: 0, dy: 0 }, { pick: 64 }],
    ],
  },
};

describe.each(chosen(Object.keys(cases)))('%s', async (widget) => {
  const { pictures, hands } = cases[widget];
  const { view } = (await import(`../../src/widgets/${widget}/widget.ts`)) as {
    view: FigureView<any, any, any>;
  };
  const kept = join(import.meta.dirname, `../golden/stills/${widget}.json`);
  const update = !!process.env.UPDATE_GOLDEN;
  const snapshots: Record<string, any> = update
    ? await snapshotsOf(
        widget,
        view,
        pictures.map(([, address]) => address),
      )
    : JSON.parse(readFileSync(kept, 'utf8'));
  if (update) writeFileSync(kept, `${JSON.stringify(snapshots).replaceAll('},"', '},\n"')}\n`);
  const bytes = view.baked && new Uint8Array(readFileSync(`public/data/${view.baked.file}`)).buffer;

  test.each(pictures)('%s', (name, address, layout) => {
    const params = decode<any>(view.spec, address).state;
    const data = bytes && view.baked.decode(bytes, params);
    const { plate, track } = view.scene(params, snapshots[runOf(view, address)], layout, data);
    compare(`${widget}-${name}`, stacked(plate, track));
    for (const picture of [plate, track]) {
      if (picture) checkMarks(picture.marks, smallestOf(layout));
    }
  });

  test('a hand changes the state, and a key as well', () => {
    const usual = decode<any>(view.spec, '').state;
    const data = bytes && view.baked?.decode(bytes, usual);
    const does = (intent: Intent, params = usual) => hand(view, params, snapshots[''], intent, wide, data);
    for (const [intent, after, address = ''] of hands) {
      const params = decode<any>(view.spec, address).state;
      expect(does(intent, params), JSON.stringify(intent)).toMatchObject(after);
    }
    expect(does(tap('nothing'))).toBe(usual);
  });
});

/** The address without what only the view reads: pictures of one run share its snapshot. */
function runOf({ spec }: FigureView<any, any, any>, address: string): string {
  const usual = defaults<Record<string, unknown>>(spec);
  const params = decode<Record<string, unknown>>(spec, address).state;
  return encode(spec, {
    ...params,
    ...Object.fromEntries(keysThat('view', spec).map((key) => [key, usual[key]])),
  });
}

async function snapshotsOf(
  widget: string,
  view: FigureView<any, any, any>,
  addresses: readonly string[],
): Promise<Record<string, unknown>> {
  const { model } = (await import(`../../src/widgets/${widget}/model.ts`)) as { model: Model<any, any, any> };
  return Object.fromEntries(
    [...new Set(['', ...addresses.map((address) => runOf(view, address))])].map((run) => [
      run,
      settle(widget, model, decode<any>(view.spec, run).state, kernels),
    ]),
  );
}
