// Five hundred seeded hostile addresses for every figure: nothing throws, every state is one that the figure can draw, and
// what was wrong is said.

import { describe, expect, test } from 'vitest';
import { random } from './hostile.ts';
import { decode, defaults } from '../../src/runtime/params.ts';
import type { FigureView } from '../../src/runtime/widget.ts';
import { names } from '../../src/widgets/registry.ts';

const OF = 500;

describe.each(names)('%s', async (name) => {
  const { view } = (await import(`../../src/widgets/${name}/widget.ts`)) as {
    view: FigureView<any, any, any>;
  };
  test(`${OF} hostile addresses`, () => {
    const next = random(name);
    const whole = Object.keys(defaults<object>(view.spec)).sort();
    for (let i = 0; i < OF; i++) {
      const text = next(view.spec);
      const { state, notices } = decode<Record<string, unknown>>(view.spec, text);
      expect(Object.keys(state).sort(), text).toEqual(whole);
      for (const [key, field] of Object.entries(view.spec)) {
        const value = state[key];
        if ((field.kind === 'int' || field.kind === 'real') && value !== undefined) {
          expect(Number.isFinite(value), `${key} of ${text}`).toBe(true);
          expect(value as number).toBeGreaterThanOrEqual(field.min);
          expect(value as number).toBeLessThanOrEqual(field.max);
        }
        if (field.kind === 'choice') expect(field.of, text).toContain(value);
      }
      expect(decode<object>(view.spec, text), 'the same link, the same state').toEqual({ state, notices });
    }
  });
});
