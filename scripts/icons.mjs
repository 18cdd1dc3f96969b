/**
 * Draws the app's icons as PNG from the shapes of web/public/icon.svg, into web/public/icons: `node scripts/icons.mjs`.
 * Run by hand when the sign changes; the files are in the repository, since a build needs no browser.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

const folder = fileURLToPath(new URL('../web/public/icons', import.meta.url));

const petrol = [13, 92, 99, 255];
const white = [255, 255, 255, 255];
const nothing = [13, 92, 99, 0];

/** A lintel on two posts: units of the 32 × 32 ground of icon.svg. */
const stones = [
  { x: 6, y: 8, width: 20, height: 4 },
  { x: 9, y: 14, width: 3.5, height: 11 },
  { x: 19.5, y: 14, width: 3.5, height: 11 },
];

/** Corners of 7 units; a maskable icon fills its square, and its sign keeps within the middle 80 % that no mask cuts. */
function isGround(x, y, isMaskable) {
  if (isMaskable) return true;
  const radius = 7;
  const dx = Math.max(radius - x, x - (32 - radius), 0);
  const dy = Math.max(radius - y, y - (32 - radius), 0);
  return dx * dx + dy * dy <= radius * radius;
}

function colorAt(x, y, isMaskable) {
  const scale = isMaskable ? 0.72 : 1;
  const [u, v] = [(x - 16) / scale + 16, (y - 16) / scale + 16];
  const isStone = stones.some((one) => u >= one.x && u < one.x + one.width && v >= one.y && v < one.y + one.height);
  if (isStone) return white;
  return isGround(x, y, isMaskable) ? petrol : nothing;
}

const samples = 4;

/** The mean of 16 points of a pixel, so that edges are soft. */
function pixel([column, row], size, isMaskable) {
  const sum = [0, 0, 0, 0];
  for (let step = 0; step < samples * samples; step += 1) {
    const x = ((column + ((step % samples) + 0.5) / samples) * 32) / size;
    const y = ((row + (Math.floor(step / samples) + 0.5) / samples) * 32) / size;
    const color = colorAt(x, y, isMaskable);
    for (let channel = 0; channel < 4; channel += 1) sum[channel] += color[channel];
  }
  return sum.map((value) => Math.round(value / (samples * samples)));
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crcOf(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 255] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** One chunk of PNG (W3C, third edition, 5.3): length, name, data, checksum. */
function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crcOf(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

function png(size, isMaskable) {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      rows.set(pixel([column, row], size, isMaskable), row * (size * 4 + 1) + 1 + column * 4);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

mkdirSync(folder, { recursive: true });
for (const [name, size, isMaskable] of [
  ['app-192', 192, false],
  ['app-512', 512, false],
  ['maskable-512', 512, true],
  ['apple-180', 180, true],
]) {
  writeFileSync(join(folder, `${name}.png`), png(size, isMaskable));
}
