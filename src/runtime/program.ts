// A figure's run as a NumPy program: its run.py, the pieces it includes written out, and the state in its head.

import adamw from '../math/adamw.py?raw';
import compare from '../math/compare.py?raw';
import random from '../math/random.py?raw';

const PIECES: Readonly<Record<string, string>> = { random, adamw, compare };

/**
 * `head`: what stands left of an = in the program, and what shall stand right of it; `more`: pieces that few programs include.
 * @throws when a piece or a line is not there
 */
export function written(run: string, head: Readonly<Record<string, string | number>>, more: Readonly<Record<string, string>> = {}): string {
  const pieces = { ...PIECES, ...more };
  const whole = run.replace(/^# include (\w+)\.py$/gm, (_, name: string) => { if (!pieces[name]) throw new Error(`There is no ${name}.py`); return pieces[name].trim(); });
  return Object.entries(head).reduce((text, [name, value]) => {
    const line = new RegExp(`^${name} = \\S.*?(?=\\s{2,}#|$)`, 'm');
    if (!line.test(text)) throw new Error(`The program has no ${name}`);
    return text.replace(line, () => `${name} = ${value}`);
  }, whole);
}
