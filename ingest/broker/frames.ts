/** MQTT packets as they lie in the bytes of a connection (MQTT 3.1.1, section 2). */

/** One whole packet, at [from, to) of `bytes`; valid during the call only. */
export interface Frame {
  readonly bytes: Buffer;
  readonly from: number;
  /** Where its content begins, after type and length. */
  readonly content: number;
  readonly to: number;
}

export interface FrameReaderParts {
  onFrame(frame: Frame): void;
  /** A packet says that its content is `length` bytes long: may it be read? */
  mayRead(length: number): boolean;
  /** What follows is no MQTT, or may not be read; nothing more is. */
  onUnreadable(): void;
}

const incomplete = 0;
const unreadable = -1;

export interface FrameReader {
  /** Takes the next bytes of the connection, in chunks of any size. */
  read(chunk: Buffer): void;
  /** Keeps what comes, until `release`. */
  hold(): void;
  release(): void;
}

/** Makes what finds whole packets; what is incomplete is kept until the rest has come. */
export function makeFrameReader({ onFrame, mayRead, onUnreadable }: FrameReaderParts): FrameReader {
  let kept: Buffer[] = [];
  let keptBytes = 0;
  let wantedBytes = 0;
  let isHeld = false;
  let isOver = false;

  /** Reads whole packets; answers where the first begins that was not read. */
  const readWhole = (bytes: Buffer): number => {
    let from = 0;
    wantedBytes = 0;
    while (from < bytes.length && !isHeld) {
      const content = contentAt(bytes, from);
      if (content === incomplete) return from;
      const length = content === unreadable ? 0 : lengthAt(bytes, from + 1);
      if (content === unreadable || !mayRead(length)) {
        isOver = true;
        onUnreadable();
        return bytes.length;
      }
      const to = content + length;
      if (to > bytes.length) {
        wantedBytes = to - from;
        return from;
      }
      onFrame({ bytes, from, content, to });
      from = to;
    }
    return from;
  };

  const readKept = (): void => {
    // A large packet comes in many chunks, which are put together once.
    if (isOver || isHeld || keptBytes === 0 || keptBytes < wantedBytes) return;
    const bytes = kept.length === 1 ? (kept[0] as Buffer) : Buffer.concat(kept, keptBytes);
    const rest = readWhole(bytes);
    kept = rest === bytes.length ? [] : [bytes.subarray(rest)];
    keptBytes = bytes.length - rest;
  };

  return {
    read(chunk) {
      kept.push(chunk);
      keptBytes += chunk.length;
      readKept();
    },
    hold() {
      isHeld = true;
    },
    release() {
      isHeld = false;
      readKept();
    },
  };
}

/** Where the content of the packet at `from` begins; or `incomplete` or `unreadable`, as its length is. */
function contentAt(bytes: Buffer, from: number): number {
  for (let at = from + 1; at <= from + 4; at += 1) {
    if (at >= bytes.length) return incomplete;
    if ((bytes[at] as number) < 0x80) return at + 1;
  }
  return unreadable;
}

function lengthAt(bytes: Buffer, from: number): number {
  let length = 0;
  for (let at = from, factor = 1; ; at += 1, factor *= 128) {
    const digit = bytes[at] ?? 0;
    length += (digit & 0x7f) * factor;
    if (digit < 0x80) return length;
  }
}
