import type { Client } from 'aedes';

/** The largest packet that is read at all: enough that a body of some megabytes still ends in quarantine as too large. */
const mostBytes = 8 * 1024 * 1024;
/** What a client may send before it has said who it is. */
const mostBytesUnknown = 64 * 1024;

/** What of an aedes client's parser is used here (aedes 1.2, lib/client.js; mqtt-packet, parser.js). */
interface Internals {
  readonly _parser: { parse(bytes: Buffer): number; readonly packet: { readonly length: number } };
}

/**
 * Ends a connection whose packet says it is larger than can be read, as soon as its length is known: the parser itself would keep up
 * to 256 MB. aedes has no setting for it, so its parser is watched.
 */
export function limitPackets(client: Client, onTooLarge: (length: number) => void): void {
  // Sound for the pinned version; tests/ingest/broker pins the behaviour.
  const parser = (client as unknown as Internals)._parser;
  const parse = parser.parse.bind(parser);
  parser.parse = (bytes) => {
    const left = parse(bytes);
    const { length } = parser.packet;
    if (length > (client.connected ? mostBytes : mostBytesUnknown)) {
      onTooLarge(length);
      client.conn.destroy();
    }
    return left;
  };
}
