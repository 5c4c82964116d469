// Golden pictures of `dictionary` and `neuron-reading`, drawn from snapshots that are kept beside them: the pictures change
// when the drawing does, not when the arithmetic does. UPDATE_GOLDEN=1 writes both anew.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/runtime/params.ts';
import { settle } from '../../src/runtime/still.ts';
import type { FigureView, Intent, Layout, Model } from '../../src/runtime/widget.ts';
import { hex } from '../../src/scene/ink.ts';
import { at, type Mark, type Picture } from '../../src/scene/mark.ts';
import { standalone } from '../../src/scene/print.ts';
import { kernels } from '../engine.ts';
import { hand } from '../hand.ts';

const golden = join(import.meta.dirname, '../golden/stills');
const results = join(import.meta.dirname, '../results');
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

const flat = (marks: readonly Mark[]): Mark[] => marks.flatMap((m) => [m, ...flat(m.kids ?? [])]);
const twins = (marks: readonly Mark[]): string[] => {
  const keys = marks.map((m, i) => m.key ?? `${m.tag}:${i}`);
  return [...keys.filter((k, i) => keys.indexOf(k) !== i), ...marks.flatMap((m) => twins(m.kids ?? []))];
};

describe.each(Object.entries(cases))('%s', async (widget, pictures) => {
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
    const parts = [plate, ...(track ? [track] : [])];
    const whole: Picture = {
      width: plate.width,
      height: plate.height + (track ? 24 + track.height : 0),
      label: plate.label,
      marks: [...plate.marks, ...(track ? [at(0, plate.height + 24, track.marks)] : [])],
    };
    const file = `${widget}-${name}.svg`;
    const now = standalone(whole, hex('light'), 'var(--paper)').replaceAll('><g', '>\n<g');
    if (update) writeFileSync(join(golden, file), now);
    let before = '';
    try {
      before = readFileSync(join(golden, file), 'utf8');
    } catch {
      /* a new picture: the comparison says so */
    }
    if (now !== before) {
      mkdirSync(results, { recursive: true });
      writeFileSync(join(results, file), now);
    }
    expect(now === before, `${file} changed: compare tests/results with tests/golden/stills`).toBe(true);
    for (const { marks } of parts) {
      expect(twins(marks)).toEqual([]);
      for (const m of flat(marks)) {
        expect(JSON.stringify(m.attrs)).not.toMatch(/NaN|Infinity|class|"id"|#[0-9a-f]{6}/i);
        const size = m.attrs['font-size'];
        if (size !== undefined) {
          expect(Number(size), m.text).toBeGreaterThanOrEqual(
            layout.composition === 'slide' && layout.width > layout.height!
              ? Math.max(12, 0.028 * layout.height!)
              : 12,
          );
        }
        if (m.attrs.role === 'slider') {
          expect(Number(m.attrs['aria-valuenow'])).toBeGreaterThanOrEqual(Number(m.attrs['aria-valuemin']));
        }
      }
    }
  });

  test('a hand changes the state, and a key as well', () => {
    const params = decode<any>(view.spec, '').state;
    const s = snapshots[''];
    const does = (intent: Intent, from = params) =>
      hand(view, from, s, intent, wide, bytes && view.baked?.decode(bytes, from));
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
