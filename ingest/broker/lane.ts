import { Duplex } from 'node:stream';
import { type Frame, makeFrameReader } from './frames.ts';
import { makePublishReader, type Publish } from './publishFrame.ts';

export interface LaneParts {
  /** A PUBLISH of QoS 0 or 1. Its bytes are valid during the call only. */
  onPublish(publish: Publish): void;
  /** A packet says that its content is `length` bytes long: may it be read? Where not, the connection ends. */
  mayRead(length: number): boolean;
  /** Too much is waiting: no more is read until `room`. */
  isFull(): boolean;
  room(): Promise<void>;
}

/** A connection whose publishes are read here, past the library, and all else by the library. */
export interface Lane {
  /** What the library reads and writes instead of the connection. */
  readonly stream: Duplex;
  /** What follows the first packet waits until `open`. */
  holdAfterFirst(): void;
  open(): void;
  /** Sends a PUBACK, together with the others of this turn of the event loop; nothing, once the connection is gone. */
  acknowledge(id: number): void;
  /** Ends the connection. */
  cut(): void;
  /** Epoch ms at which something came last; the present while nothing is read. */
  heardAt(): number;
}

/**
 * Puts a lane between a connection and the library. mqtt.js and aedes read any stream, and what they do for each PUBLISH (objects,
 * events, promises, several writes) costs more than to store it (docs/adr/0015).
 */
export function openLane(connection: Duplex, { onPublish, mayRead, isFull, room }: LaneParts): Lane {
  const readPublish = makePublishReader();
  const flow = makeFlow(connection);
  const stream = streamOver(connection, () => flow.resume('unread'));
  let isFirst = false;
  let heardAt = Date.now();

  const onFrame = (frame: Frame): void => {
    const publish = readPublish(frame);
    if (publish !== null) onPublish(publish);
    // Copied, because the library may keep it for longer than the chunk shall live.
    else if (!stream.push(Buffer.from(frame.bytes.subarray(frame.from, frame.to)))) flow.pause('unread');
    if (!isFirst) return;
    isFirst = false;
    reader.hold();
    flow.pause('unknown');
  };
  const reader = makeFrameReader({ onFrame, mayRead, onUnreadable: () => void stream.destroy() });

  connection.on('data', (chunk: Buffer) => {
    heardAt = Date.now();
    reader.read(chunk);
    if (!isFull()) return;
    flow.pause('full');
    void room().then(() => flow.resume('full'));
  });

  return {
    stream,
    holdAfterFirst() {
      isFirst = true;
    },
    open() {
      reader.release();
      flow.resume('unknown');
    },
    acknowledge: acknowledger(stream),
    cut: () => void stream.destroy(),
    heardAt: () => (flow.isPaused() ? Date.now() : heardAt),
  };
}

type Reason = 'unknown' | 'unread' | 'full';

/** Stops a connection while there is any reason to. */
interface Flow {
  pause(reason: Reason): void;
  resume(reason: Reason): void;
  isPaused(): boolean;
}

function makeFlow(connection: Duplex): Flow {
  const reasons = new Set<Reason>();
  return {
    isPaused: () => reasons.size > 0,
    pause(reason) {
      reasons.add(reason);
      connection.pause();
    },
    resume(reason) {
      if (reasons.delete(reason) && reasons.size === 0) connection.resume();
    },
  };
}

function streamOver(connection: Duplex, read: () => void): Duplex {
  const write = (bytes: Uint8Array, done: () => void): void => {
    if (connection.write(bytes)) done();
    else connection.once('drain', done);
  };
  const stream = new Duplex({
    read,
    write: (chunk: Buffer, _encoding, done) => write(chunk, done),
    writev: (chunks, done) => write(Buffer.concat(chunks.map(({ chunk }) => chunk as Buffer)), done),
    final: (done) => void connection.end(done),
    destroy: (error, done) => {
      connection.destroy();
      done(error);
    },
  });
  connection.once('end', () => stream.push(null));
  // What came before the end is read first.
  connection.once('close', () => setImmediate(() => stream.destroy()));
  connection.on('error', (error) => stream.destroy(error));
  return stream;
}

const pubackBytes = 4;

/** PUBACKs of one turn go out in one write. */
function acknowledger(stream: Duplex): (id: number) => void {
  let ids: number[] = [];
  const send = (): void => {
    const bytes = Buffer.allocUnsafe(ids.length * pubackBytes);
    let at = 0;
    for (const id of ids) {
      at = bytes.writeUInt16BE(0x4002, at);
      at = bytes.writeUInt16BE(id, at);
    }
    ids = [];
    if (!stream.destroyed) stream.write(bytes);
  };
  return (id) => {
    if (ids.push(id) === 1) process.nextTick(send);
  };
}
