// Golden pictures of `audit`. UPDATE_GOLDEN=1 writes them anew.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaults } from '../../src/runtime/params.ts';
import { settle } from '../../src/build/settled-cache.ts';
import { compact } from '../../src/runtime/still.ts';
import type { Layout } from '../../src/runtime/widget.ts';
import { decode, file } from '../../src/widgets/audit/baked.ts';
import { model } from '../../src/widgets/audit/model.ts';
import { spec, type AuditParams } from '../../src/widgets/audit/params.ts';
import { scene } from '../../src/widgets/audit/scene.ts';
import { compare, twins } from './compare.ts';

const bytes = readFileSync(`public/data/${file}`);
const data = compact(decode(new Uint8Array(bytes).buffer));
const cases: [string, Partial<AuditParams>, Layout][] = [
  ['wide', {}, { composition: 'wide', width: 1172 }],
  ['middling', { width: 6, ask: 'jlmjnkooi', unit: 3 }, { composition: 'wide', width: 640 }],
  ['racing', { step: 45, unit: 19, ask: 'jlmjnkool' }, { composition: 'wide', width: 932 }],
  ['narrow', { ask: 'abc', width: 10 }, { composition: 'narrow', width: 350 }],
  ['slide', {}, { composition: 'slide', width: 1920, height: 1080 }],
  ['slide-tall', {}, { composition: 'slide', width: 320, height: 568 }],
];

test.each(cases)('%s', (name, given, layout) => {
  const params = { ...defaults<AuditParams>(spec), ...given };
  const { plate, track } = scene(params, settle('audit', model, params), layout, data);
  compare(`audit-${name}`, plate);
  if (track) compare(`audit-${name}-track`, track);
  expect(twins([...plate.marks, ...(track?.marks ?? [])])).toEqual([]);
});
