/** A small web server for pages of tests: files of `tests/fixtures/pages`, or pages given as text. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';

const PAGES = join(import.meta.dirname, '..', 'fixtures', 'pages');
/** Both browsers are told that this host is the machine itself. */
export const PLAIN_HOST = 'news.test';
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.css': 'text/css',
};

export interface Site {
  readonly origin: string;
  /** The same site without the trust that browsers give to addresses of the machine itself: `http`, as it was. */
  readonly plainOrigin: string;
  /** Serves `body` at `path` from now on. */
  page(path: string, body: string, headers?: Readonly<Record<string, string>>): string;
  close(): Promise<void>;
}

export async function serveSite(): Promise<Site> {
  const given = new Map<string, { body: string; headers: Readonly<Record<string, string>> }>();
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (path === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    const page = given.get(path);
    const type = TYPES[extname(path)] ?? 'text/html; charset=utf-8';
    try {
      const body = page?.body ?? (await readFile(join(PAGES, path.replaceAll('..', ''))));
      response.writeHead(200, { 'content-type': type, ...page?.headers }).end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    }
  });
  const origin = await listening(server);
  return {
    origin,
    plainOrigin: origin.replace('127.0.0.1', PLAIN_HOST),
    page: (path, body, headers = {}) => {
      given.set(path, { body, headers });
      return origin + path;
    },
    close: () => new Promise((done) => void server.close(() => done()).closeAllConnections()),
  };
}

function listening(server: Server): Promise<string> {
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      done(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
    });
  });
}
