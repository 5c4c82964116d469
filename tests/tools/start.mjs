// `npm start`: builds the site when dist is missing or older than the sources, and serves it as a static host would.
// The browser tests import `serve`, so that they see what a reader sees.

import { createServer } from 'node:http';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { oldNode, root, run, tools } from './programs.mjs';

const types = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  bib: 'text/plain; charset=utf-8',
  ts: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
  bin: 'application/octet-stream',
  zip: 'application/zip',
  webmanifest: 'application/manifest+json',
};
const packed = new Set([
  'html',
  'css',
  'js',
  'mjs',
  'json',
  'xml',
  'txt',
  'bib',
  'ts',
  'svg',
  'wasm',
  'bin',
  'webmanifest',
]);
const withSlashes = (base) => `/${base}/`.replace(/\/+/g, '/');

/** Serves `dir` under `base`. @returns {Promise<{ url: string, port: number, close(): Promise<void> }>} rejects when the port is busy */
export function serve(dir, { port = 4321, base = '/', host = '127.0.0.1' } = {}) {
  const at = withSlashes(base);
  const zipped = new Map();
  const gzip = (file, body, { mtimeMs }) => {
    if (zipped.get(file)?.mtimeMs !== mtimeMs) zipped.set(file, { mtimeMs, body: gzipSync(body) });
    return zipped.get(file).body;
  };
  function find(path) {
    if (!path.startsWith(at) || path.includes('//')) return undefined;
    let file;
    try {
      file = normalize(join(dir, decodeURIComponent(path.slice(at.length))));
    } catch {
      return undefined;
    }
    if (file.includes('\0') || !(file + sep).startsWith(normalize(dir + sep))) return undefined;
    const kind = statSync(file, { throwIfNoEntry: false });
    if (kind?.isDirectory()) {
      return existsSync(join(file, 'index.html'))
        ? { file: join(file, 'index.html'), slash: !path.endsWith('/') }
        : undefined;
    }
    return kind?.isFile() && !path.endsWith('/') ? { file } : undefined;
  }
  function answer(request, reply) {
    const [path, query] = (request.url ?? '/').split(/\?(.*)/s);
    const headers = { 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff' };
    const end = (status, more = {}, body = '') => {
      reply.writeHead(status, { ...headers, ...more });
      reply.end(request.method === 'HEAD' ? '' : body);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(405, { Allow: 'GET, HEAD' });
    if (path === '/' && at !== '/') return end(302, { Location: at });
    const found = find(path);
    const lost = join(dir, '404.html');
    if (found?.slash) return end(301, { Location: `${path}/${query ? `?${query}` : ''}` });
    const file = found?.file ?? (existsSync(lost) ? lost : undefined);
    if (!file) return end(404, { 'Content-Type': types.txt }, 'Not found\n');
    const kind = statSync(file);
    const ext = extname(file).slice(1);
    const tag = `"${kind.size}-${Math.round(kind.mtimeMs)}"`;
    if (found && request.headers['if-none-match'] === tag) return end(304);
    let body = readFileSync(file);
    const more = {
      'Content-Type': types[ext] ?? 'application/octet-stream',
      ETag: tag,
      'Cache-Control': /^(_astro\/|data\/|widgets\/\d)/.test(path.slice(at.length))
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
    };
    if (packed.has(ext)) {
      more.Vary = 'Accept-Encoding';
      if (/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
        body = gzip(file, body, kind);
        more['Content-Encoding'] = 'gzip';
      }
    }
    end(found ? 200 : 404, { ...more, 'Content-Length': body.length }, body);
  }
  const server = createServer((request, reply) => {
    try {
      answer(request, reply);
    } catch (error) {
      console.error(error);
      reply.destroy();
    }
  });
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      const { port: got } = server.address();
      done({
        url: `http://localhost:${got}${at}`,
        port: got,
        close: () =>
          new Promise((go) => {
            server.close(go);
            server.closeAllConnections();
          }),
      });
    });
  });
}

const newest = (path) => {
  const kind = statSync(path, { throwIfNoEntry: false });
  if (!kind) return 0;
  if (!kind.isDirectory()) return kind.mtimeMs;
  return Math.max(kind.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

/** Missing, older than the sources, or built for another address. The travelling modules are written last: they mark a whole build. */
export function stale(dist, { SITE, BASE = '/' } = process.env) {
  const made = statSync(join(dist, 'widgets', 'all.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (
    !made ||
    ['src', 'content', 'public', 'astro.config.ts', 'package.json', 'package-lock.json'].some(
      (name) => newest(join(root, name)) > made,
    )
  ) {
    return true;
  }
  const home = /<link rel="canonical" href="([^"]*)"/.exec(
    readFileSync(join(dist, 'index.html'), 'utf8'),
  )?.[1];
  return (
    !!home &&
    (new URL(home).pathname !== withSlashes(BASE) ||
      (!!SITE && new URL(SITE).origin !== new URL(home).origin))
  );
}

async function main() {
  const dist = join(root, 'dist');
  const port = Number(process.env.PORT || 4321);
  const wrong = oldNode();
  if (wrong) {
    console.error(wrong);
    return 1;
  }
  if (!process.argv.includes('--built') && stale(dist)) {
    const code = await run(tools.astro, ['build']);
    if (code) return code;
  }
  try {
    const { url } = await serve(dist, {
      port,
      base: process.env.BASE,
      host: process.env.HOST || '127.0.0.1',
    });
    console.log(`\n  Interpretability Dreams, explorable: ${url}\n  Stop with Ctrl+C.\n`);
    return undefined;
  } catch (error) {
    console.error(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is in use by another program. Set the environment variable PORT to a free one, for example ${port + 1}, and start again.`
        : error.message,
    );
    return 1;
  }
}
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main();
