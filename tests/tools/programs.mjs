// The programs that our scripts start: the Node that came with `npm ci` where there is one, and the tools by their own
// files (names in node_modules/.bin are shell scripts on Windows).

import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const inside = (...parts) => join(root, 'node_modules', ...parts);

const brought = [`node-linux-${process.arch}/bin/node`, `node-win-${process.arch}/bin/node.exe`]
  .map((p) => inside(p))
  .find(existsSync);
export const node = brought ?? process.execPath;

export const tools = {
  astro: inside('astro', 'bin', 'astro.mjs'),
  vitest: inside('vitest', 'vitest.mjs'),
  playwright: inside('@playwright', 'test', 'cli.js'),
  eslint: inside('eslint', 'bin', 'eslint.js'),
  knip: inside('knip', 'bin', 'knip.js'),
  lighthouse: inside('lighthouse', 'cli', 'index.js'),
};

/** One sentence when no Node that Astro accepts is to be had, undefined when all is well. */
export function oldNode() {
  const version = brought ? '24' : process.versions.node;
  const [major, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 12)
    ? undefined
    : `This project needs Node 22.12 or newer on ${process.platform} ${process.arch}; this is Node ${version}. (On Linux and Windows, x64, \`npm ci\` brings a newer one along.)`;
}

const quiet = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', FORCE_COLOR: process.env.FORCE_COLOR ?? '0' };

/**
 * Runs `node file args`; resolves to the exit code.
 * @param say takes the output when the program has ended, for programs that run beside another; without it the output is ours
 */
export function run(file, args = [], env = {}, say = undefined) {
  return new Promise((done) => {
    const child = spawn(node, [file, ...args], {
      cwd: root,
      stdio: ['ignore', say ? 'pipe' : 'inherit', say ? 'pipe' : 'inherit'],
      env: { ...quiet, ...env },
    });
    const heard = [];
    child.stdout?.on('data', (bytes) => heard.push(bytes));
    child.stderr?.on('data', (bytes) => heard.push(bytes));
    child.on('error', (error) => {
      console.error(error.message);
      done(1);
    });
    child.on('close', (code, signal) => {
      say?.(Buffer.concat(heard).toString());
      done(code ?? (signal ? 1 : 0));
    });
  });
}

/** Runs `work` on each item, two at a time, begun in their order; resolves to the results in that order. */
export async function inPairs(items, work) {
  const results = [];
  const waiting = [...items.entries()];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, item] = next;
      results[at] = await work(item);
    }
  };
  await Promise.all([lane(), lane()]);
  return results;
}

/** Runs a program to its end, quietly; never throws. */
export function ask(program, args, options = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  return { ok: status === 0, out: stdout ?? '', err: stderr || error?.message || '' };
}
