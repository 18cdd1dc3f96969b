import { isUtf8 } from 'node:buffer';
import type { Frame } from './frames.ts';

/** A PUBLISH of QoS 0 or 1; its payload, at [from, to) of `bytes`, is valid during the call only. */
export interface Publish {
  readonly topic: string;
  readonly bytes: Buffer;
  readonly from: number;
  readonly to: number;
  readonly qos: 0 | 1;
  /** The packet's number, by which it is acknowledged; 0 for QoS 0. */
  readonly id: number;
  readonly isRetained: boolean;
}

const publishType = 3;

/** Makes what reads a PUBLISH; null for every other packet, for QoS 2, and for what is against the rules. */
export function makePublishReader(): (frame: Frame) => Publish | null {
  // A connection mostly says the same topic again.
  let lastTopic = '';
  let lastBytes = Buffer.alloc(0);

  const topicAt = (bytes: Buffer, from: number, to: number): string => {
    if (to - from === lastBytes.length && isSame(bytes, from, lastBytes)) return lastTopic;
    lastBytes = Buffer.from(bytes.subarray(from, to));
    lastTopic = readTopic(lastBytes);
    return lastTopic;
  };

  return ({ bytes, from, content, to }) => {
    const first = bytes[from] as number;
    const qos = (first >> 1) & 3;
    if (first >> 4 !== publishType || qos > 1 || to - content < 2) return null;
    const topicFrom = content + 2;
    const topicTo = topicFrom + uint16(bytes, content);
    const payloadFrom = topicTo + 2 * qos;
    if (payloadFrom > to) return null;
    const id = qos === 0 ? 0 : uint16(bytes, topicTo);
    const topic = topicAt(bytes, topicFrom, topicTo);
    if (topic === '' || (qos === 1 && id === 0)) return null;
    return { topic, bytes, from: payloadFrom, to, qos: qos === 0 ? 0 : 1, id, isRetained: (first & 1) === 1 };
  };
}

function uint16(bytes: Buffer, at: number): number {
  return ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
}

function isSame(bytes: Buffer, from: number, other: Buffer): boolean {
  for (let place = 0; place < other.length; place += 1) if (bytes[from + place] !== other[place]) return false;
  return true;
}

/** Empty for what is no topic to publish to: wildcards, NUL, bytes that are no text. */
function readTopic(bytes: Buffer): string {
  if (!isUtf8(bytes)) return '';
  const topic = bytes.toString('utf8');
  return /[#+\0]/.test(topic) ? '' : topic;
}
