import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Keeping, keepMessages } from '../../../ingest/hooks/keeping.ts';
import { openSpool } from '../../../ingest/hooks/spool.ts';
import { acceptedOnce, type MessageFate, type RawMessage } from '../../../ingest/pipeline/message.ts';
import { until } from '../broker/fakes.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'lintel-spool-'));
  folders.push(made);
  return made;
}

const message = (body: string): RawMessage => ({
  topic: '$hook/till-1/',
  payload: Buffer.from(body),
  isRetained: false,
  receivedAt: 1_700_000_000_000,
});
const how = { withinMs: 20, forDisk: (one: RawMessage): RawMessage => one };

/** A database that stores what it is told to, when it is told to. */
interface Base {
  readonly keeping: Keeping;
  readonly stored: string[];
  readonly base: { isHeldUp: boolean; isStuck: boolean; isClosing: boolean };
  /** Stores what waits. */
  goOn(): void;
}

async function open(at: string): Promise<Base> {
  const stored: string[] = [];
  const waiting: (() => void)[] = [];
  const base = { isHeldUp: false, isStuck: false, isClosing: false };
  const spool = await openSpool(at, { files: 5, bytes: 10_000 });
  const keeping = keepMessages({
    spool,
    submit: ({ payload }) =>
      new Promise<MessageFate>((resolve, reject) => {
        const store = (): void => {
          stored.push(Buffer.from(payload).toString());
          resolve(acceptedOnce);
        };
        if (base.isClosing) reject(new Error('closing'));
        else if (base.isStuck) waiting.push(store);
        else store();
      }),
    isHeldUp: () => base.isHeldUp,
    room: () => until(() => !base.isHeldUp),
    onTrouble: () => undefined,
  });
  const goOn = (): void => {
    base.isStuck = false;
    for (const store of waiting.splice(0)) store();
  };
  return { keeping, stored, base, goOn };
}

test('what is stored in time never touches the disk', async () => {
  const at = folder();
  const { keeping, stored } = await open(at);
  expect(await keeping.store([message('a'), message('b')], how)).toEqual({
    kind: 'stored',
    fates: [acceptedOnce, acceptedOnce],
  });
  expect([stored, readdirSync(at)]).toEqual([['a', 'b'], []]);
});

test('what takes too long is on the disk when it is answered, and not any more when it is stored', async () => {
  const at = folder();
  const { keeping, stored, base, goOn } = await open(at);
  base.isStuck = true;
  expect(await keeping.store([message('a')], how)).toEqual({ kind: 'spooled' });
  const [name = ''] = readdirSync(at);
  expect(readFileSync(join(at, name), 'utf8')).toMatch(/^\[\{"topic":"\$hook\/till-1\/".*\]\na$/);
  goOn();
  await until(() => readdirSync(at).length === 0);
  expect(stored).toEqual(['a']);
});

test('while nothing can be stored messages wait on the disk, and are stored in their order', async () => {
  const at = folder();
  const { keeping, stored, base } = await open(at);
  base.isHeldUp = true;
  for (const body of ['a', 'b', 'c']) expect(await keeping.store([message(body)], how)).toEqual({ kind: 'spooled' });
  base.isHeldUp = false;
  // Behind those that came before it.
  await keeping.store([message('d')], how);
  await until(() => readdirSync(at).length === 0);
  expect(stored).toEqual(['a', 'b', 'c', 'd']);
});

test('what the last run left is stored by the next; what is damaged is put aside and keeps nothing else', async () => {
  const at = folder();
  const before = await open(at);
  before.base.isClosing = true;
  await before.keeping.store([message('a'), message('')], how);
  await before.keeping.store([message('b')], how);
  before.keeping.close();
  writeFileSync(join(at, '0-damaged.spool'), '[{"topic":"x","receivedAt":1,"length":99}]\nshort');
  writeFileSync(join(at, 'never-answered.spool.new'), 'half');
  const after = await open(at);
  await after.keeping.resume();
  await until(() => after.stored.length === 3);
  expect(after.stored).toEqual(['a', '', 'b']);
  await until(() => readdirSync(at).length === 2);
  expect(readdirSync(at).sort()).toEqual(['0-damaged.spool.damaged', 'never-answered.spool.new']);
});

test('where the disk has as much as it may have it is not answered as if it were kept', async () => {
  const { keeping, base } = await open(folder());
  base.isHeldUp = true;
  for (let i = 0; i < 5; i += 1) await keeping.store([message('a')], how);
  await expect(keeping.store([message('a')], how)).rejects.toMatchObject({ code: 'unavailable' });
});

test('where the disk does not take it the sender hears that it was not kept, and why', async () => {
  const at = folder();
  const { keeping, base } = await open(at);
  base.isHeldUp = true;
  rmSync(at, { recursive: true });
  await expect(keeping.store([message('a')], how)).rejects.toThrow(/spool in DATA_DIR cannot be written \(ENOENT\)/);
});

test('on the disk a message is as it may be there', async () => {
  const at = folder();
  const { keeping, base } = await open(at);
  base.isHeldUp = true;
  await keeping.store([message('Anna')], { ...how, forDisk: (one) => ({ ...one, payload: Buffer.from('-') }) });
  const [name = ''] = readdirSync(at);
  expect(readFileSync(join(at, name), 'utf8')).not.toContain('Anna');
});
