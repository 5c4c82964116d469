// The sentences that this figure carries, on 200 pictures of each kind and 1,200 of all.

import type { Kernels } from '../../math/kernels/kernels.ts';
import {
  CARS,
  correlation,
  data as other,
  forward,
  maps,
  measure,
  shuffled,
  state,
  trained,
  type Look,
  type Maps,
} from '../../models/attribution.ts';
import { SIDE } from '../../models/parts.ts';
import { fingerprint } from '../../math/hash.ts';
import { BATCH, begin, car, contributions, data, STEPS, train, WIDE } from '../../models/car.ts';
import type { Claim } from '../../runtime/widget.ts';
import type { Row, Unnamed } from './baked.ts';
import { EACH } from './groups.ts';
import { measured } from './measured.ts';
import type { CircuitSnapshot } from './model.ts';
import { answers, lean, UNTOUCHED, type Surgery } from './read.ts';

const rows = new Map<number, Row>();

/** One seed, trained and measured. */
export function row(seed: number, k: Kernels): Row {
  const known = rows.get(seed);
  if (known) return known;
  const net = car(k, BATCH);
  const from = data.train(seed);
  begin(net, seed);
  for (let step = 0; step < STEPS; step++) train(net, from, seed, step);
  const test = data.test(seed, undefined, 1200);
  const sets = [0, 1, 2, 3, 4, 5].map((only) => data.test(seed, only));
  const all = [...sets, test];
  const both = all.map((set) => contributions(net, set));
  const adds = both.map((b) => [...b.adds]);
  const over = both.map(({ over: C }) =>
    Array.from({ length: C.length / 6 }, (_, i) => C[Math.floor(i / 2) * 12 + (i % 2)]),
  );
  const weights = Float32Array.from(net.optimiser.save().subarray(0, net.optimiser.size));
  const V = net.tape.read(net.V);
  const s = { biases: [...net.tape.read(net.c)], adds, over, means: [] } as unknown as CircuitSnapshot;
  const share = (g: number, name: number, how: Surgery = UNTOUCHED): number => {
    const list = answers(s, g, how);
    return list.filter((a) => a === name).length / list.length;
  };
  const mean = (g: number, e: number): number =>
    adds[g].reduce((sum, v, i) => sum + (i % 12 === e ? v : 0), 0) / (adds[g].length / 12);
  const margins = [0, 1, 2].map((c) => mean(0, c) - mean(0, 9 + c) - mean(5, c) + mean(5, 9 + c));
  const whole = margins.reduce((sum, v) => sum + v, 0);
  const given = answers(s, 6, UNTOUCHED);
  const made: Row = {
    seed,
    accuracy: given.filter((a, i) => a === test.classes[i]).length / test.count,
    cars: share(0, 0),
    shares: margins.map((v) => v / whole),
    noWheels: share(0, 0, { ...UNTOUCHED, cut: 1 }),
    noWindow: share(0, 0, { ...UNTOUCHED, cut: 2 }),
    wagons: share(2, 2, { ...UNTOUCHED, cut: 1 }),
    turnedCars: share(0, 0, { ...UNTOUCHED, turned: 'yes' }),
    turnedOver: share(4, 0, { ...UNTOUCHED, turned: 'yes' }),
    lean: [0, 1].map((c) => lean([...V.subarray(c * WIDE, (c + 1) * WIDE)])),
    fingerprint: fingerprint(weights),
    net: { weights, ...measured(net, seed, EACH) },
  };
  net.tape.free();
  rows.set(seed, made);
  return made;
}

interface Second {
  readonly row: Look & { readonly seed: number };
  readonly car: Float32Array;
  readonly maps: Maps;
  readonly alike: Unnamed['alike'];
  readonly weights: Float32Array;
}
const seconds = new Map<number, Second>();

/** One seed of the net without names, trained and measured; and the maps of the car whose four correlations lie nearest to their means. */
export function unnamed(seed: number, k: Kernels): Second {
  const known = seconds.get(seed);
  if (known) return known;
  const net = trained(seed, k);
  const look = measure(net, seed);
  const cars = other.cars(seed);
  const weights = Float32Array.from(net.optimiser.save().subarray(0, net.optimiser.size));
  forward(net, cars, 0);
  const now = state(net);
  const mixed = shuffled(now.V, seed);
  const alike = ([car, house, other]: readonly Float64Array[]) => [
    correlation(car, house) ?? null,
    correlation(car, other) ?? null,
  ];
  const all = Array.from({ length: CARS }, (_, i) => {
    const shown = maps(now, mixed, i);
    return { i, maps: shown, alike: { guided: alike(shown.guided), added: alike(shown.added) } };
  });
  const means = [look.guided, look.guidedShuffled, look.added, look.addedShuffled];
  const away = ({ alike: { guided, added } }: (typeof all)[number]): number =>
    [...guided, ...added].reduce(
      (sum: number, r, j) => sum + (r === null ? 9 : (r - means[j]) * (r - means[j])),
      0,
    );
  const usual = all.reduce((best, one) => (away(one) < away(best) ? one : best));
  net.tape.free();
  const made: Second = {
    row: { seed, ...look },
    car: cars.pixels.slice(usual.i * SIDE * SIDE, (usual.i + 1) * SIDE * SIDE),
    maps: usual.maps,
    alike: usual.alike,
    weights,
  };
  seconds.set(seed, made);
  return made;
}

export const claims: readonly Claim[] = [
  {
    id: 'circuit-parts',
    atLeast: 9,
    sentence:
      'What makes a car is between 45% and 65% wheels, between 35% and 55% window, and less than 3% roof.',
    test(seed, k) {
      const [w, n, t] = row(seed, k).shares;
      return { ok: w > 0.45 && w < 0.65 && n > 0.35 && n < 0.55 && Math.abs(t) < 0.03, value: w };
    },
  },
  {
    id: 'circuit-cut',
    atLeast: 9,
    sentence:
      'With the edge from wheels to car cut, fewer than one car in five is called a car, and more than nine wagons in ten stay wagons.',
    test(seed, k) {
      const { noWheels, wagons } = row(seed, k);
      return { ok: noWheels < 0.2 && wagons > 0.9, value: noWheels };
    },
  },
  {
    id: 'circuit-known',
    atLeast: 9,
    sentence: 'Before any cut, more than nine cars in ten are called cars.',
    test(seed, k) {
      const { cars } = row(seed, k);
      return { ok: cars > 0.9, value: cars };
    },
  },
  {
    id: 'circuit-lean',
    atLeast: 10,
    sentence: 'The car’s picture for wheels leans down and that for windows leans up.',
    test(seed, k) {
      const [w, n] = row(seed, k).lean;
      return { ok: w > 0.5 && n < -0.5, value: w };
    },
  },
  {
    id: 'circuit-fails',
    atLeast: 8,
    sentence:
      'Turned upside down, the car’s pictures lose the cars, as predicted, and do not find the upside-down ones: fewer than half of these become cars.',
    test(seed, k) {
      const { turnedCars, turnedOver } = row(seed, k);
      return { ok: turnedCars < 0.1 && turnedOver < 0.5, value: turnedOver };
    },
  },
  {
    id: 'circuit-guided',
    atLeast: 7,
    sentence:
      'In the net without names, guided maps for car and for house on the same cars correlate above 0.55.',
    test(seed, k) {
      const { guided } = unnamed(seed, k).row;
      return { ok: guided > 0.55, value: guided };
    },
  },
  {
    id: 'circuit-added',
    atLeast: 7,
    sentence: 'What its weights add to car and to house, place by place, correlates below zero.',
    test(seed, k) {
      const { added } = unnamed(seed, k).row;
      return { ok: added < 0, value: added };
    },
  },
  {
    id: 'circuit-shuffled',
    atLeast: 6,
    sentence:
      'With its last layer shuffled, the guided map for car still correlates above 0.45 with the one before.',
    test(seed, k) {
      const { guidedShuffled } = unnamed(seed, k).row;
      return { ok: guidedShuffled > 0.45, value: guidedShuffled };
    },
  },
];
