import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { Dicer } from '@fastify/busboy';
import { AppError } from '../../db/vocabulary/errors.ts';
import type { HookRequest } from '../adapters/webhook.ts';

/** A body may not grow beyond this when it is unpacked. */
const mostBytes = 8 * 1024 * 1024;
const mostMessages = 1000;

const unpackings = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
};

/**
 * The body as it was before it was packed for the way (`Content-Encoding`).
 * @throws AppError `invalid` where it cannot be unpacked or says a packing that is not known, `too_large`
 */
export async function unpacked(request: HookRequest): Promise<Uint8Array> {
  const encoding = (request.header('content-encoding') ?? '').trim().toLowerCase();
  if (encoding === '' || encoding === 'identity') return request.body;
  const unpack = Object.hasOwn(unpackings, encoding) ? unpackings[encoding as keyof typeof unpackings] : undefined;
  if (unpack === undefined)
    throw new AppError('invalid', `The body is packed as ${encoding.slice(0, 20)}: send it as it is, or as gzip.`);
  try {
    return await unpack(request.body, { maxOutputLength: mostBytes });
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    if (isTooLarge) throw new AppError('too_large', 'The body is larger than 8 MiB when it is unpacked.');
    throw new AppError('invalid', 'The body cannot be unpacked: it is not what its Content-Encoding says.');
  }
}

/** The messages in a body, whatever it was wrapped in: parts, form fields, the address itself. Images are left out. */
export async function messagesIn(request: HookRequest, secrets: readonly string[]): Promise<readonly Uint8Array[]> {
  const type = request.header('content-type') ?? '';
  const kind = type.split(';')[0]?.trim().toLowerCase() ?? '';
  if (kind.startsWith('multipart/')) return partsOf(request.body, boundaryIn(type));
  if (kind === 'application/x-www-form-urlencoded') return fieldsOf(new URLSearchParams(text(request.body)), secrets);
  if (!isBlank(request.body)) return [request.body];
  // Some devices can only call an address: what they say stands in its query.
  return fieldsOf(request.query, secrets);
}

function isBlank(body: Uint8Array): boolean {
  return body.every((byte) => byte <= 0x20);
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** A field that holds a message is one; where none does, the fields together are one. */
function fieldsOf(fields: URLSearchParams, secrets: readonly string[]): readonly Uint8Array[] {
  const told = [...fields].filter(([, value]) => !secrets.includes(value)).slice(0, mostMessages);
  const messages = told.map(([, value]) => value).filter((value) => /^\s*[{[<]/.test(value));
  if (messages.length > 0) return messages.map((one) => new TextEncoder().encode(one));
  return told.length === 0 ? [] : [new TextEncoder().encode(JSON.stringify(Object.fromEntries(told)))];
}

function boundaryIn(type: string): string {
  const found = /boundary=(?:"([^"]{1,200})"|([^;\s]{1,200}))/i.exec(type);
  const boundary = found?.[1] ?? found?.[2];
  if (boundary === undefined)
    throw new AppError('invalid', 'The body has several parts, and its Content-Type does not say what divides them.');
  return boundary;
}

/**
 * Parts that are text. Not by form-data's rules alone: cameras send `multipart/mixed`, parts without a name, and sometimes end without
 * the last boundary (Hikvision ISAPI, "alarm event in multipart").
 */
function partsOf(body: Uint8Array, boundary: string): Promise<readonly Uint8Array[]> {
  return new Promise((resolve) => {
    const parts: Uint8Array[] = [];
    const dicer = new Dicer({ boundary, maxHeaderPairs: 50 });
    dicer.on('part', (part) => {
      const chunks: Buffer[] = [];
      part.on('data', (chunk) => chunks.push(Buffer.from(chunk)));
      // A part that was cut off is what came of it: it is found wanting when it is read.
      part.on('error', () => undefined);
      part.on('end', () => {
        const bytes = Buffer.concat(chunks);
        if (isText(bytes) && parts.length < mostMessages) parts.push(bytes);
      });
    });
    dicer.on('error', () => undefined);
    dicer.on('finish', () => setImmediate(() => resolve(parts)));
    dicer.end(Buffer.from(body));
  });
}

/** JSON or XML: what images are they do not begin with. */
function isText(bytes: Uint8Array): boolean {
  const first = bytes.findIndex((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
  return first >= 0 && '{[<'.includes(String.fromCharCode(bytes[first] as number));
}
