// The two nets trained and measured, one seed at a time: for the claims, the bake and the tests.

import { fingerprint } from '../../math/hash.ts';
import type { Kernels } from '../../math/kernels/kernels.ts';
import * as attribution from '../../models/attribution.ts';
import {
  BATCH,
  begin,
  car,
  contributions,
  data,
  MAP,
  STEPS,
  train,
  WIDE,
  type Car,
} from '../../models/car.ts';
import { SIDE } from '../../models/parts.ts';
import type { Row, Unnamed } from './baked.ts';
import { carEdges, channelAdds } from './channel-adds.ts';
import { answers, type LogitTerms } from './derive.ts';
import { BARE, CHANNELS, CLASSES, EACH, GROUPS } from './groups.ts';
import { meanAdd } from './net-readout.ts';
import { UNTOUCHED, type Surgery } from './surgery.ts';

/** Sets of held-out pictures: the groups, bare bodies, and one of all kinds. */
const CARS = 0;
const WAGONS = 2;
const UPSIDE_DOWN = 4;
const ALL = BARE + 1;
const TESTED = 1200;
const OTHER = (CLASSES.length - 1) * CHANNELS.length;
const WITHOUT_WHEELS: Surgery = { ...UNTOUCHED, cut: 1 };
const WITHOUT_WINDOW: Surgery = { ...UNTOUCHED, cut: 2 };
const TURNED: Surgery = { ...UNTOUCHED, turned: 'yes' };

const rows = new Map<number, Row>();

/** One seed of the net with named channels, trained and measured; made once. */
export function measureNamed(seed: number, k: Kernels): Row {
  const known = rows.get(seed);
  if (known) return known;
  const net = car(k, BATCH);
  const from = data.train(seed);
  begin(net, seed);
  for (let step = 0; step < STEPS; step++) train(net, from, seed, step);
  const made = measure(net, seed);
  net.tape.free();
  rows.set(seed, made);
  return made;
}

function measure(net: Car, seed: number): Row {
  const test = data.test(seed, undefined, TESTED);
  const sets = [...GROUPS.map((_, g) => data.test(seed, g)), data.test(seed, BARE), test];
  const all = sets.map((set) => contributions(net, set));
  const terms: LogitTerms = {
    biases: [...net.tape.read(net.c)],
    adds: all.map(({ adds }) => [...adds]),
    over: all.map(({ over }) => carEdges(over)),
    means: [],
  };
  /** share of a set that is given the class `n` */
  const share = (set: number, n: number, how: Surgery): number => {
    const list = answers(terms, set, how);
    return list.filter((a) => a === n).length / list.length;
  };
  const given = answers(terms, ALL, UNTOUCHED);
  const weights = Float32Array.from(net.optimiser.save().subarray(0, net.optimiser.size));
  const V = net.tape.read(net.V);
  return {
    seed,
    accuracy: given.filter((a, i) => a === test.classes[i]).length / test.count,
    cars: share(CARS, 0, UNTOUCHED),
    shares: marginShares(terms.adds),
    noWheels: share(CARS, 0, WITHOUT_WHEELS),
    noWindow: share(CARS, 0, WITHOUT_WINDOW),
    wagons: share(WAGONS, 2, WITHOUT_WHEELS),
    turnedCars: share(CARS, 0, TURNED),
    turnedOver: share(UPSIDE_DOWN, 0, TURNED),
    lean: [0, 1].map((c) => lean([...V.subarray(c * WIDE, (c + 1) * WIDE)])),
    fingerprint: fingerprint(weights),
    net: { weights, ...channelAdds(net, seed, EACH) },
  };
}

/** What each channel adds to car beyond other, over what it adds on bare bodies; shares of the sum, [channel]. */
function marginShares(adds: LogitTerms['adds']): number[] {
  const margins = CHANNELS.map(
    (_, c) =>
      meanAdd(adds[CARS], c) -
      meanAdd(adds[CARS], OTHER + c) -
      meanAdd(adds[BARE], c) +
      meanAdd(adds[BARE], OTHER + c),
  );
  const whole = margins.reduce((sum, v) => sum + v, 0);
  return margins.map((v) => v / whole);
}

/** Weights of a map [7 7] below its middle less those above, over the mean size: + looks for its part below. */
function lean(map: readonly number[]): number {
  const half = Math.floor(MAP / 2);
  const mean = (from: number, to: number): number =>
    map.slice(from * MAP, to * MAP).reduce((sum, v) => sum + v, 0) / ((to - from) * MAP);
  const size = map.reduce((sum, v) => sum + Math.abs(v), 0) / map.length;
  return (mean(MAP - half, MAP) - mean(0, half)) / (size || 1);
}

interface MeasuredUnnamed {
  readonly row: attribution.Look & { readonly seed: number };
  /** pixels of the shown car, [28 28] */
  readonly car: Float32Array;
  readonly maps: attribution.Maps;
  readonly alike: Unnamed['alike'];
  readonly weights: Float32Array;
}
const unnamed = new Map<number, MeasuredUnnamed>();

/** One seed of the net without names, trained and measured; and the maps of the car whose four correlations lie nearest to their means. */
export function measureUnnamed(seed: number, k: Kernels): MeasuredUnnamed {
  const known = unnamed.get(seed);
  if (known) return known;
  const net = attribution.trained(seed, k);
  const look = attribution.measure(net, seed);
  const cars = attribution.data.cars(seed);
  const weights = Float32Array.from(net.optimiser.save().subarray(0, net.optimiser.size));
  attribution.forward(net, cars, 0);
  const { i, maps, alike } = usualCar(attribution.state(net), seed, look);
  net.tape.free();
  const made: MeasuredUnnamed = {
    row: { seed, ...look },
    car: cars.pixels.slice(i * SIDE * SIDE, (i + 1) * SIDE * SIDE),
    maps,
    alike,
    weights,
  };
  unnamed.set(seed, made);
  return made;
}

interface MappedCar {
  readonly i: number;
  readonly maps: attribution.Maps;
  readonly alike: Unnamed['alike'];
}

function usualCar(now: attribution.State, seed: number, look: attribution.Look): MappedCar {
  const mixed = attribution.shuffled(now.V, seed);
  const alike = ([car, house, shuffled]: readonly Float64Array[]): (number | null)[] => [
    attribution.correlation(car, house) ?? null,
    attribution.correlation(car, shuffled) ?? null,
  ];
  const all = Array.from({ length: attribution.CARS }, (_, i): MappedCar => {
    const maps = attribution.maps(now, mixed, i);
    return { i, maps, alike: { guided: alike(maps.guided), added: alike(maps.added) } };
  });
  const means = [look.guided, look.guidedShuffled, look.added, look.addedShuffled];
  /** squared distance from the means; far off where a map is all zero */
  const away = ({ alike: { guided, added } }: MappedCar): number =>
    [...guided, ...added].reduce(
      (sum: number, r, j) => sum + (r === null ? 9 : (r - means[j]) * (r - means[j])),
      0,
    );
  return all.reduce((best, one) => (away(one) < away(best) ? one : best));
}
