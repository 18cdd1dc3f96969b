const base64 = /^[A-Za-z0-9+/_-]*={0,2}$/;
const hex = /^(?:[0-9A-Fa-f]{2})*$/;
/** LoRaWAN carries 242 bytes at most; what is much longer is no telegram. */
const longestText = 1024;

/** Bytes of a telegram as The Things Stack and ChirpStack send them; null: there are none. */
export function bytesOfBase64(value: unknown): Uint8Array | null {
  if (typeof value !== 'string' || value === '' || value.length > longestText || !base64.test(value)) return null;
  return Buffer.from(value, 'base64');
}

/** Bytes of a telegram as LORIOT and platforms of NB-IoT send them; null: there are none. */
export function bytesOfHex(value: unknown): Uint8Array | null {
  if (typeof value !== 'string' || value === '' || value.length > longestText || !hex.test(value)) return null;
  return Buffer.from(value, 'hex');
}

/** 0 beyond the end: lengths are checked before. */
export function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

/** Little-endian. */
export function u16le(bytes: Uint8Array, at: number): number {
  return byteAt(bytes, at) + byteAt(bytes, at + 1) * 0x100;
}

/** Little-endian. */
export function u32le(bytes: Uint8Array, at: number): number {
  return u16le(bytes, at) + u16le(bytes, at + 2) * 0x1_0000;
}

/** Big-endian. */
export function u16be(bytes: Uint8Array, at: number): number {
  return byteAt(bytes, at) * 0x100 + byteAt(bytes, at + 1);
}
