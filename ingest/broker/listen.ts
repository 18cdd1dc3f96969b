import { readFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { AppError } from '../../db/vocabulary/errors.ts';

/** An address to listen on; with a certificate and its key (PEM files) over TLS. */
export interface ListenAddress {
  readonly host: string;
  readonly port: number;
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
}

function serverFor({ tls }: ListenAddress, onSocket: (socket: Socket) => void): Server {
  if (tls === null) return createServer({ noDelay: true }, onSocket);
  return createTlsServer({ cert: readPem(tls.certFile), key: readPem(tls.keyFile) }, (socket) => {
    socket.setNoDelay(true);
    onSocket(socket);
  });
}

function readPem(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new AppError('invalid', `The file ${file} cannot be read: check TLS_CERT and TLS_KEY.`, { cause: error });
  }
}

/**
 * Opens one listener of the embedded broker.
 * @throws AppError `unavailable` with a sentence that says what to do when the port cannot be had
 */
export function listen(address: ListenAddress, onSocket: (socket: Socket) => void): Promise<Server> {
  const { host, port } = address;
  const setting = address.tls === null ? 'MQTT_PORT' : 'MQTT_TLS_PORT';
  return new Promise((resolve, reject) => {
    const server = serverFor(address, onSocket);
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is already taken' : `cannot be opened (${error.code})`;
      reject(
        new AppError('unavailable', `Port ${port} for MQTT ${why}: set ${setting} to a free one.`, { cause: error }),
      );
    });
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      // A socket that fails while it is taken must not end the process.
      server.on('error', () => undefined);
      resolve(server);
    });
  });
}

export function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Takes no more connections; those that are open stay. */
export function stopListening(server: Server): void {
  server.close();
}
