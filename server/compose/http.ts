import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { AppError } from '../../db/vocabulary/errors.ts';
import type { ApiEnv } from '../routes/contract.ts';

export interface HttpServer {
  readonly port: number;
  /** Takes no more requests, and ends once those under way are answered, at the latest after `graceMs`. */
  close(graceMs: number): Promise<void>;
}

/** Node's own words for a port that cannot be had, in ours. */
export function portError(error: NodeJS.ErrnoException, variable: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new AppError('unavailable', `Port ${port} is already taken: set ${variable} to a free one.`);
  if (error.code === 'EACCES')
    return new AppError(
      'unavailable',
      `Port ${port} may not be opened by this user: set ${variable} to one above 1023.`,
    );
  if (error.code === 'EADDRNOTAVAIL')
    return new AppError('unavailable', 'This machine has no such address: check HOST.');
  return error;
}

/** Listens; rejects with one clear sentence where the port is taken. */
export function listen(app: Hono<ApiEnv>, { host, port }: { host: string; port: number }): Promise<HttpServer> {
  return new Promise((resolve, reject) => {
    const options = { fetch: app.fetch, hostname: host, port, serverOptions: { requestTimeout: 60_000 } };
    const server = serve(options, (info: AddressInfo) => {
      server.removeAllListeners('error');
      resolve({ port: info.port, close: (graceMs) => closeServer(server as Server, graceMs) });
    });
    server.once('error', (error) => reject(portError(error, 'PORT', port)));
  });
}

function closeServer(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMs);
    // A connection whose last answer goes out later stays open for its client's next request, which is not to come.
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    server.close(() => {
      clearTimeout(force);
      clearInterval(idle);
      resolve();
    });
  });
}
