// The sentences that this figure carries, on 200 pictures of each kind and 1,200 of all.

import type { Claim } from '../../runtime/widget.ts';
import { measureNamed, measureUnnamed } from './measure.ts';

export const claims: readonly Claim[] = [
  {
    id: 'circuit-parts',
    atLeast: 9,
    sentence:
      'What makes a car is between 45% and 65% wheels, between 35% and 55% window, and less than 3% roof.',
    test(seed, k) {
      const [w, n, t] = measureNamed(seed, k).shares;
      return { ok: w > 0.45 && w < 0.65 && n > 0.35 && n < 0.55 && Math.abs(t) < 0.03, value: w };
    },
  },
  {
    id: 'circuit-cut',
    atLeast: 9,
    sentence:
      'With the edge from wheels to car cut, fewer than one car in five is called a car, and more than nine wagons in ten stay wagons.',
    test(seed, k) {
      const { noWheels, wagons } = measureNamed(seed, k);
      return { ok: noWheels < 0.2 && wagons > 0.9, value: noWheels };
    },
  },
  {
    id: 'circuit-known',
    atLeast: 9,
    sentence: 'Before any cut, more than nine cars in ten are called cars.',
    test(seed, k) {
      const { cars } = measureNamed(seed, k);
      return { ok: cars > 0.9, value: cars };
    },
  },
  {
    id: 'circuit-lean',
    atLeast: 10,
    sentence: 'The car’s picture for wheels leans down and that for windows leans up.',
    test(seed, k) {
      const [w, n] = measureNamed(seed, k).lean;
      return { ok: w > 0.5 && n < -0.5, value: w };
    },
  },
  {
    id: 'circuit-fails',
    atLeast: 8,
    sentence:
      'Turned upside down, the car’s pictures lose the cars, as predicted, and do not find the upside-down ones: fewer than half of these become cars.',
    test(seed, k) {
      const { turnedCars, turnedOver } = measureNamed(seed, k);
      return { ok: turnedCars < 0.1 && turnedOver < 0.5, value: turnedOver };
    },
  },
  {
    id: 'circuit-guided',
    atLeast: 7,
    sentence:
      'In the net without names, guided maps for car and for house on the same cars correlate above 0.55.',
    test(seed, k) {
      const { guided } = measureUnnamed(seed, k).row;
      return { ok: guided > 0.55, value: guided };
    },
  },
  {
    id: 'circuit-added',
    atLeast: 7,
    sentence: 'What its weights add to car and to house, place by place, correlates below zero.',
    test(seed, k) {
      const { added } = measureUnnamed(seed, k).row;
      return { ok: added < 0, value: added };
    },
  },
  {
    id: 'circuit-shuffled',
    atLeast: 6,
    sentence:
      'With its last layer shuffled, the guided map for car still correlates above 0.45 with the one before.',
    test(seed, k) {
      const { guidedShuffled } = measureUnnamed(seed, k).row;
      return { ok: guidedShuffled > 0.45, value: guidedShuffled };
    },
  },
];
