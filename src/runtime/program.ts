// A figure's run as a NumPy program: its run.py, the pieces it includes written out, and the state in its head.

import adamw from './python/adamw.py?raw';
import autoencoder from './python/autoencoder.py?raw';
import compare from './python/compare.py?raw';
import conv from './python/conv.py?raw';
import entropy from './python/entropy.py?raw';
import hidden from './python/hidden.py?raw';
import leaves from './python/leaves.py?raw';
import polytopes from './python/polytopes.py?raw';
import random from './python/random.py?raw';
import sampled from './python/sampled.py?raw';
import squares from './python/squares.py?raw';
import type { Recipe } from './widget.ts';

const pieces: Readonly<Record<string, string>> = {
  random,
  adamw,
  autoencoder,
  compare,
  conv,
  entropy,
  hidden,
  leaves,
  polytopes,
  sampled,
  squares,
};

/** @throws when a piece or a line is not there */
export function written({ run, head }: Recipe): string {
  const whole = run.replace(/^# include (\w+)\.py$/gm, (_, name: string) => {
    if (!pieces[name]) throw new Error(`There is no ${name}.py`);
    return pieces[name].trim();
  });
  return Object.entries(head).reduce((text, [name, value]) => {
    const line = new RegExp(`^${name} = \\S.*?(?=\\s{2,}#|$)`, 'm');
    if (!line.test(text)) throw new Error(`The program has no ${name}`);
    return text.replace(line, () => `${name} = ${value}`);
  }, whole);
}
