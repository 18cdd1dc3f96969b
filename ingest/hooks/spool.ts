import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../db/vocabulary/errors.ts';
import type { RawMessage } from '../pipeline/message.ts';

/*
 * Messages that were answered before they could be stored: files that are on the disk when the answer goes out and are deleted after
 * the commit. One file a request: a line of JSON that says what follows, and the bodies one after the other.
 */

export interface Spool {
  /**
   * Puts messages on the disk; settles when they would survive a power cut. Answers the file's name.
   * @throws AppError `unavailable` where as much waits as may, or the disk does not take it
   */
  keep(messages: readonly RawMessage[]): Promise<string>;
  /** What is in a file; null: it is gone, or was damaged and was put aside. */
  read(name: string): Promise<readonly RawMessage[] | null>;
  remove(name: string): Promise<void>;
  /** Names in the order the messages came. */
  names(): Promise<readonly string[]>;
  /** What waits. */
  load(): { readonly files: number; readonly bytes: number };
}

export interface SpoolBounds {
  readonly files: number;
  readonly bytes: number;
}

/** Some days of a large chain's tills; on the disk, not in memory. */
const usualBounds: SpoolBounds = { files: 50_000, bytes: 512 * 1024 * 1024 };
const ending = '.spool';
/** A file of another process that is being written is younger. */
const abandonedMs = 3600_000;

/** Opens the folder, which is made where there is none, and counts what is in it. */
export async function openSpool(folder: string, bounds: SpoolBounds = usualBounds): Promise<Spool> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const sizes = new Map<string, number>();
  let bytes = 0;
  let number = 0;
  const noted = (name: string, size: number | null): void => {
    bytes += (size ?? 0) - (sizes.get(name) ?? 0);
    if (size === null) sizes.delete(name);
    else sizes.set(name, size);
  };
  for (const [name, size] of await present(folder)) noted(name, size);
  return {
    async keep(messages) {
      const content = written(messages);
      if (sizes.size >= bounds.files || bytes + content.length > bounds.bytes)
        throw new AppError('unavailable', 'Too much waits on the disk to be stored; send it again later.');
      number = (number + 1) % 1e6;
      const name = `${Date.now()}-${String(number).padStart(6, '0')}-${randomBytes(4).toString('hex')}${ending}`;
      noted(name, content.length);
      try {
        await writeSafely(folder, name, content);
      } catch (error) {
        noted(name, null);
        await rm(join(folder, `${name}.new`), { force: true }).catch(() => undefined);
        const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
        const sentence = `The folder spool in DATA_DIR cannot be written${code}: free space there, or let Lintel write to it.`;
        throw new AppError('unavailable', sentence, { cause: error });
      }
      return name;
    },
    async read(name) {
      const content = await readFile(join(folder, name)).catch(absent);
      const messages = content === null ? null : messagesOf(content);
      if (messages !== null) return messages;
      noted(name, null);
      if (content !== null) await rename(join(folder, name), join(folder, `${name}.damaged`));
      return null;
    },
    async remove(name) {
      await rm(join(folder, name), { force: true });
      noted(name, null);
    },
    names: async () => (await present(folder)).map(([name]) => name),
    load: () => ({ files: sizes.size, bytes }),
  };
}

/** Files with their sizes, in the order of their names; what was never finished was never answered, and goes. */
async function present(folder: string): Promise<[string, number][]> {
  const found: [string, number][] = [];
  for (const name of (await readdir(folder)).sort()) {
    const about = await stat(join(folder, name)).catch(absent);
    if (about === null) continue;
    if (name.endsWith(ending)) found.push([name, about.size]);
    else if (name.endsWith('.new') && Date.now() - about.mtimeMs > abandonedMs)
      await rm(join(folder, name), { force: true });
  }
  return found;
}

function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}

/** Under another name until all of it is on the disk; the folder too, or the name may be lost (fsync(2)). */
async function writeSafely(folder: string, name: string, content: Uint8Array): Promise<void> {
  const file = join(folder, `${name}.new`);
  const written = await open(file, 'wx', 0o600);
  try {
    await written.writeFile(content);
    await written.sync();
  } finally {
    await written.close();
  }
  await rename(file, join(folder, name));
  await synced(await open(folder, 'r'));
}

async function synced(folder: FileHandle): Promise<void> {
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

interface Line {
  readonly topic: string;
  readonly receivedAt: number;
  readonly length: number;
}

function written(messages: readonly RawMessage[]): Buffer {
  const lines = messages.map(({ topic, receivedAt, payload }): Line => ({ topic, receivedAt, length: payload.length }));
  return Buffer.concat([Buffer.from(`${JSON.stringify(lines)}\n`), ...messages.map(({ payload }) => payload)]);
}

function messagesOf(content: Buffer): RawMessage[] | null {
  const end = content.indexOf(0x0a);
  const lines = end < 0 ? null : linesOf(content.toString('utf8', 0, end));
  if (lines === null) return null;
  let from = end + 1;
  const messages = lines.map(({ topic, receivedAt, length }): RawMessage => {
    const payload = content.subarray(from, from + length);
    from += length;
    return { topic, receivedAt, payload, isRetained: false };
  });
  return from === content.length ? messages : null;
}

function linesOf(text: string): Line[] | null {
  try {
    const lines: unknown = JSON.parse(text);
    return Array.isArray(lines) && lines.every(isLine) ? lines : null;
  } catch {
    return null;
  }
}

function isLine(line: unknown): line is Line {
  if (typeof line !== 'object' || line === null) return false;
  const { topic, receivedAt, length } = line as Partial<Record<keyof Line, unknown>>;
  return typeof topic === 'string' && typeof receivedAt === 'number' && Number.isInteger(length);
}
