import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a vendor's API answers to one question. */
export interface Said {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, or text as it is. */
  readonly body?: unknown;
  readonly afterMs?: number;
}

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A vendor's API on a free port of 127.0.0.1 that answers as the test says. */
export interface StandIn {
  readonly url: string;
  readonly asked: Asked[];
  /** From now on. */
  answer(say: (asked: Asked) => Said): void;
  close(): Promise<void>;
}

export function startStandIn(): Promise<StandIn> {
  const asked: Asked[] = [];
  let say: (question: Asked) => Said = () => ({ status: 404 });
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const question = { method, path: url, headers, body: Buffer.concat(chunks).toString() };
      asked.push(question);
      const { status = 200, headers: own = {}, body = {}, afterMs = 0 } = say(question);
      setTimeout(() => {
        response.writeHead(status, { 'content-type': 'application/json', ...own });
        response.end(typeof body === 'string' ? body : JSON.stringify(body));
      }, afterMs);
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      // Sound: it listens on a TCP port.
      const { port } = server.address() as AddressInfo;
      resolve({
        url: `http://127.0.0.1:${port}`,
        asked,
        answer: (next) => {
          say = next;
        },
        close: () =>
          new Promise((done) => {
            server.closeAllConnections();
            server.close(() => done());
          }),
      });
    });
  });
}
