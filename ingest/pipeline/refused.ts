import { createHash } from 'node:crypto';
import type { Device } from '../../db/vocabulary/place.ts';
import type { QuarantineReason } from '../../db/vocabulary/quality.ts';
import type { Refusal } from '../adapters/decoded.ts';
import { unreadText } from '../adapters/redact.ts';
import { sortedJson } from './sortedJson.ts';

/** Something refused, ready for quarantine. */
export interface RefusedItem {
  readonly kind: 'refused';
  /** Of a vendor's message: whose it is; absent: as the topic says. */
  readonly device?: Device;
  /** Of a vendor's message that nobody claims: what it is known by, its address or its topic. */
  readonly address?: string;
  readonly reason: QuarantineReason;
  readonly detail: string;
  /** Sorted JSON without personal data, or the first 4 KiB of what is no JSON or too large. */
  readonly body: string;
  /** Hex SHA-256 of the content: equal contents are one row. */
  readonly digest: string;
  /** Bytes of the whole body. */
  readonly length: number;
}

export function refusedItem(item: unknown, refusal: Refusal): RefusedItem {
  return refusedText(sortedJson(item), refusal);
}

/** Refused with a body that is kept as it is: a text without personal data. */
export function refusedText(body: string, { reason, detail }: Refusal): RefusedItem {
  const digest = createHash('sha256').update(body).digest('hex');
  return { kind: 'refused', reason, detail, body, digest, length: Buffer.byteLength(body) };
}

const keptBytes = 4096;

/** Of a vendor's, refused without being readable: nothing tells what of it is personal, so that only its form is kept. */
export function refusedUnread(payload: Uint8Array, refusal: Refusal): RefusedItem {
  const refused = refusedBytes(payload, refusal);
  return { ...refused, body: unreadText(refused.body) };
}

/** Refused without being readable: only its beginning is kept. */
export function refusedBytes(payload: Uint8Array, { reason, detail }: Refusal): RefusedItem {
  const digest = createHash('sha256').update(payload).digest('hex');
  // What is no text is kept as far as it can be shown; NUL cannot be stored everywhere.
  const body = new TextDecoder().decode(payload.subarray(0, keptBytes)).replaceAll('\0', '\uFFFD');
  return { kind: 'refused', reason, detail, body, digest, length: payload.length };
}
