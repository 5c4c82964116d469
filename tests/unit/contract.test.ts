// What every registered widget owes, tested by being registered.
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { inert } from '../../src/runtime/frame.ts';
import { decode, defaults, encode, type Field } from '../../src/runtime/params.ts';
import { look, open, seek } from '../../src/runtime/run.ts';
import { settle } from '../../src/build/settled-cache.ts';
import { still } from '../../src/runtime/still.ts';
import { controlAt } from '../../src/runtime/update.ts';
import { print } from '../../src/scene/print.ts';
import type { Mark } from '../../src/scene/mark.ts';
import type { Claim, FigureView, Layout, Model } from '../../src/runtime/widget.ts';
import { kernels } from '../engine.ts';
import { figures } from '../figures.ts';
import { withoutAddresses } from '../without-addresses.ts';

const layouts: Layout[] = [
  { composition: 'wide', width: 1172 },
  { composition: 'wide', width: 640 },
  { composition: 'narrow', width: 390 },
  { composition: 'narrow', width: 320 },
  { composition: 'slide', width: 1920, height: 1080 },
  { composition: 'slide', width: 320, height: 568 },
  { composition: 'slide', width: 1024, height: 768 },
];

const every = (marks: readonly Mark[]): Mark[] => marks.flatMap((m) => [m, ...every(m.kids ?? [])]);

/** A value of a field that is not its default, hard to write into an address. */
function unusual(field: Field): unknown {
  switch (field.kind) {
    case 'choice':
      return field.of.at(-1);
    case 'edits':
      return [{ step: 3, verb: field.verbs[0], index: 0, x: 0.5, y: -0.25 }];
    case 'text':
      return 'a&b=c#%?"<é 日本 🙂'.slice(0, field.max);
    default:
      return field.max;
  }
}

/** The ends of a field's range, or all it can be. */
function corners(field: Field): readonly unknown[] {
  switch (field.kind) {
    case 'choice':
      return field.of;
    case 'edits':
      return [];
    case 'text':
      return ['', '🙂'.repeat(field.max)];
    default:
      return [field.min, field.max];
  }
}

describe.each(figures)('%s', async (name) => {
  const { view } = (await import(`../../src/widgets/${name}/widget.ts`)) as {
    view: FigureView<any, any, any>;
  };
  const { model } = (await import(`../../src/widgets/${name}/model.ts`)) as { model: Model<any, any, any> };
  const { claims } = (await import(`../../src/widgets/${name}/claims.ts`)) as { claims: Claim[] };
  const params = defaults<any>(view.spec);
  const snapshot = settle(name, model, params, kernels);
  const bytes = view.baked && (await readFile(`public/data/${view.baked.file}`));
  const data = view.baked?.decode(new Uint8Array(bytes!).buffer, params);

  test('is called by its name, and says what it is', () => {
    expect(view.name).toBe(name);
    // What to do and what is seen then; what was trained, and how.
    for (const text of [view.caption.join(' '), view.about]) {
      expect(text).toMatch(/^[A-Z\d“].*[.?”)]$/s);
      expect(text.split(/[.?:]\s/).length, text).toBeGreaterThan(1);
    }
    expect(view.engine).toBe(model.engine);
    expect(claims.length).toBeGreaterThan(0);
  });

  test('its default state is an empty address, and every state survives the way there and back', () => {
    expect(encode(view.spec, params)).toBe('');
    for (const [key, field] of Object.entries(view.spec)) {
      const value = unusual(field);
      const text = encode(view.spec, { ...params, [key]: value });
      expect(decode<any>(view.spec, text)).toEqual({ state: { ...params, [key]: value }, notices: [] });
    }
  });

  test.each(layouts)('draws itself: $composition $width', (layout) => {
    const { plate, track } = view.scene(params, snapshot, layout, data);
    for (const picture of [plate, ...(track ? [track] : [])]) {
      const marks = every(picture.marks);
      const text = withoutAddresses(print(picture.marks));
      expect(picture.label.length).toBeGreaterThan(10);
      expect(text).not.toMatch(/NaN|Infinity|undefined/);
      expect(text, 'no ids: two pictures on a page would share them').not.toMatch(/ id="/);
      for (const m of marks) {
        if (m.tag === 'text') expect(Number(m.attrs['font-size'] ?? 12)).toBeGreaterThanOrEqual(12);
        if (m.attrs['data-handle']) {
          expect(m.attrs.tabindex).toBeDefined();
          expect(m.attrs['aria-label']).toBeTruthy();
        }
        if (m.attrs.role === 'slider') expect(m.attrs['aria-valuetext']).toBeTruthy();
      }
    }
  });

  test.each(layouts)('says what a touch does, at every handle: $composition $width', (layout) => {
    const scene = view.scene(params, snapshot, layout, data);
    const handles = [...scene.plate.marks, ...(scene.track?.marks ?? [])]
      .flatMap((m) => every([m]))
      .flatMap(({ attrs }) => (typeof attrs['data-handle'] === 'string' ? [attrs['data-handle']] : []));
    expect(handles.filter((handle) => !controlAt(scene, handle))).toEqual([]);
  });

  test('survives every corner of its params', () => {
    for (const [key, field] of Object.entries(view.spec)) {
      if (key === 'step') continue;
      for (const value of corners(field)) {
        const corner = { ...params, [key]: value, step: 2 };
        const seen = settle(name, model, corner, kernels);
        expect(withoutAddresses(print(view.scene(corner, seen, layouts[0]).plate.marks))).not.toMatch(
          /NaN|undefined/,
        );
        expect(view.text(corner, seen).summary.length).toBeGreaterThan(10);
      }
    }
  });

  test('the still can be neither touched nor focused', () => {
    const html = still(view, params, snapshot, data, { layouts: layouts.slice(0, 1), chrome: 'full' });
    expect(html).not.toMatch(/data-handle|role="slider"/);
    expect(print(inert(view.scene(params, snapshot, layouts[0], data).plate.marks))).not.toMatch(/tabindex/);
  });

  test('is one run: copied halfway it gives the same bits', () => {
    const end = Math.min(model.end(params), 60);
    const run = open(model, params, kernels);
    const half = open(model, params, kernels);
    seek(run, end);
    seek(half, end >> 1);
    half.model = structuredClone(half.model);
    seek(half, end);
    expect(look(half).fingerprint).toBe(look(run).fingerprint);
  });

  test('text and table follow the state', () => {
    const text = view.text(params, snapshot, data);
    for (const part of [text.title, text.summary, text.table.caption]) expect(part).toBeTruthy();
    for (const row of text.table.rows) expect(row.length).toBe(text.table.head.length);
    expect(print([{ tag: 'p', attrs: {}, text: text.summary }])).not.toMatch(/NaN|undefined/);
  });
});
