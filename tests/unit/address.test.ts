import { expect, test } from 'vitest';
import { readState, writeState } from '../../src/runtime/address.ts';
import { splitFragment } from '../../src/runtime/site.ts';
import { spec as costs, type CostParams } from '../../src/widgets/scaling-cost/params.ts';
import { spec, type SuperpositionParams } from '../../src/widgets/superposition/params.ts';

test('a fragment is an id, or an id and a state', () => {
  expect(splitFragment('fig-plane')).toEqual({ id: 'fig-plane', state: undefined });
  expect(splitFragment('fig-plane?absent=0.8&seed=3')).toEqual({
    id: 'fig-plane',
    state: 'absent=0.8&seed=3',
  });
  expect(splitFragment('')).toEqual({ id: '', state: undefined });
});

test('a permalink carries the engine, and an older one is opened with a calm word', () => {
  expect(writeState(spec, { absent: 0.8 }, 3)).toBe('absent=0.8&engine=3');
  expect(readState<SuperpositionParams>(spec, 'absent=0.8&engine=3', '3').notices).toEqual([]);
  const old = readState<SuperpositionParams>(spec, 'absent=0.8&engine=2', '3');
  expect(old.state.absent).toBe(0.8);
  expect(old.notices[0]).toMatch(/newer engine/);
  expect(readState(spec, 'engine=3r', '3').notices[0]).toMatch(/not the one that made the link/);
});

test('where a default has moved, an older link keeps what it left out', () => {
  const wage = (link: string): number => readState<CostParams>(costs, link, '2').state.wage;
  expect(wage('engine=1')).toBe(50);
  expect(wage('engine=1r')).toBe(50);
  expect(wage('wage=70&engine=1')).toBe(70);
  for (const link of ['', 'engine=2', 'minutes=2&engine=2']) expect(wage(link)).toBe(costs.wage.default);
  expect(costs.wage.default).not.toBe(50);
});

test('what a host adds behind the state is passed over', () => {
  expect(readState<SuperpositionParams>(spec, '?secret=Ab12', '1')).toMatchObject({
    notices: [],
    state: { features: 5 },
  });
});
