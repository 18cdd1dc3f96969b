import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HookRequest } from '../../../ingest/adapters/webhook.ts';
import { messagesIn, unpacked } from '../../../ingest/hooks/unpack.ts';

function request(body: string | Uint8Array, headers: Record<string, string> = {}, query = ''): HookRequest {
  return {
    method: 'POST',
    url: 'https://lintel.example/api/v1/hooks/cam-1',
    path: '',
    query: new URLSearchParams(query),
    header: (name) => headers[name.toLowerCase()],
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
    now: 0,
  };
}

const texts = async (given: HookRequest, secrets: readonly string[] = []): Promise<string[]> =>
  (await messagesIn(given, secrets)).map((bytes) => new TextDecoder().decode(bytes));

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x7b, 0x0d, 0x0a]);
const alert = '<EventNotificationAlert><peopleCounting/></EventNotificationAlert>';

function multipart(parts: readonly (readonly [string, string | Buffer])[], end = '--MIME_boundary--\r\n'): Buffer {
  const pieces = parts.map(([headers, body]) =>
    Buffer.concat([Buffer.from(`--MIME_boundary\r\n${headers}\r\n\r\n`), Buffer.from(body), Buffer.from('\r\n')]),
  );
  return Buffer.concat([...pieces, Buffer.from(end)]);
}
const mixed = { 'content-type': 'multipart/form-data; boundary=MIME_boundary' };

test('of a camera’s alarm in parts the text is read, and its pictures are left out', async () => {
  const body = multipart([
    ['Content-Disposition: form-data; name="PeopleCounting"\r\nContent-Type: application/xml', alert],
    ['Content-Disposition: form-data; name="pic"; filename="p.jpg"\r\nContent-Type: image/jpeg', jpeg],
  ]);
  expect(await texts(request(body, mixed))).toEqual([alert]);
});

test('parts without a name are read, and those before the body was cut off', async () => {
  const body = multipart(
    [['Content-Type: application/json', '{"a":1}']],
    '--MIME_boundary\r\nContent-Type: x\r\n\r\n{"b":',
  );
  const headers = { 'content-type': 'multipart/mixed; boundary="MIME_boundary"' };
  expect(await texts(request(body, headers))).toEqual(['{"a":1}', '{"b":']);
});

test('a body in parts that does not say what divides them is refused with what is wrong', async () => {
  await expect(async () => messagesIn(request('x', { 'content-type': 'multipart/mixed' }), [])).rejects.toThrow(
    /divides/,
  );
});

test('whatever is called a body of parts, it is read to its end', async () => {
  const any = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string().map((text) => multipart([[text, text]], text)),
  );
  await fc.assert(
    fc.asyncProperty(any, async (body) => Array.isArray(await messagesIn(request(body, mixed), []))),
    { numRuns: 100 },
  );
  expect(await texts(request('', mixed))).toEqual([]);
});

test('a form’s field that holds a message is one; else its fields together are', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
  expect(await texts(request('payload=%7B%22a%22%3A1%7D&environment=prod', form))).toEqual(['{"a":1}']);
  expect(await texts(request('in=3&out=2', form))).toEqual(['{"in":"3","out":"2"}']);
});

test('a device that only calls an address says it in the query; the secret is no part of it', async () => {
  expect(await texts(request('', {}, 'in=3&key=s3cret'), ['s3cret'])).toEqual(['{"in":"3"}']);
  expect(await texts(request(' ', {}, 'key=s3cret'), ['s3cret'])).toEqual([]);
});

test('a body that was packed for the way is unpacked, and no further than it may grow', async () => {
  const packed = (text: string): HookRequest => request(gzipSync(text), { 'content-encoding': 'gzip' });
  expect(new TextDecoder().decode(await unpacked(packed('{"a":1}')))).toBe('{"a":1}');
  await expect(unpacked(packed(' '.repeat(9 * 1024 * 1024)))).rejects.toMatchObject({ code: 'too_large' });
  await expect(unpacked(request('plain', { 'content-encoding': 'gzip' }))).rejects.toThrow(/cannot be unpacked/);
  await expect(unpacked(request('plain', { 'content-encoding': 'zstd' }))).rejects.toThrow(/as gzip/);
});
