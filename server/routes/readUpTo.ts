/** A request's body, of which no more than `mostBytes` is read: what lies beyond is left to the socket. */
export async function readUpTo(body: ReadableStream<Uint8Array> | null, mostBytes: number): Promise<Uint8Array> {
  if (body === null) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    pieces.push(piece);
    length += piece.length;
    if (length >= mostBytes) break;
  }
  return Buffer.concat(pieces).subarray(0, mostBytes);
}
