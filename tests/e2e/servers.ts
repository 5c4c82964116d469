// Servers of another origin, and what a body weighs on the way.

import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A server of another origin with the given pages. */
export async function host(pages: Record<string, string>): Promise<{ url: string; close(): Promise<void> }> {
  return listening(
    createServer((request, reply) => {
      const body = pages[(request.url ?? '/').split('?')[0]];
      reply.writeHead(body === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' });
      reply.end(body ?? '');
    }),
  );
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
/** A server of another origin over a folder; `or`: the file for what is not there, else that is 404. */
export async function folderHost(
  folder: string,
  or?: string,
): Promise<{ url: string; close(): Promise<void> }> {
  return listening(
    createServer((request, reply) => {
      const asked = join(folder, new URL(request.url!, 'http://x').pathname);
      const file = existsSync(asked) && extname(asked) ? asked : or && join(folder, or);
      reply.writeHead(file ? 200 : 404, { 'Content-Type': TYPES[extname(file ?? '')] ?? 'text/plain' });
      reply.end(file && readFileSync(file));
    }),
  );
}

async function listening(server: Server): Promise<{ url: string; close(): Promise<void> }> {
  await new Promise<void>((go) => {
    server.listen(0, '127.0.0.1', go);
  });
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((go) => {
        server.close(() => go());
        server.closeAllConnections();
      }),
  };
}

/** Bytes over the wire, gzipped as a host would; pictures and fonts are as they are. */
export const weight = (body: Buffer, address: string): number =>
  /\.(woff2|png|jpg|webp|zip)(\?|$)/.test(address) ? body.length : gzipSync(body).length;
