import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openSql } from '../../../db/sql/open.ts';
import { type Database, type DatabaseOptions, openDatabase } from '../../../db/threads/database.ts';
import { transferring } from '../../../db/threads/remote.ts';
import { owner, smallChain } from '../chain.ts';
import { type FreshPlace, freshPlace } from '../dialects.ts';
import { bundleThreads, type ThreadBundles } from './bundles.ts';
import type { TestReader } from './reader.ts';
import type { TestWriter } from './writer.ts';

type Crash = Parameters<DatabaseOptions['onCrash']>[0];

let bundles: ThreadBundles;
beforeAll(async () => {
  bundles = await bundleThreads();
});
afterAll(() => bundles.remove());

describe.each(['sqlite', 'postgres'] as const)('the database on its threads (%s)', (dialect) => {
  let fresh: FreshPlace;
  let database: Database<TestWriter, TestReader>;
  const crashes: Crash[] = [];
  const events: unknown[] = [];

  async function open(): Promise<void> {
    fresh = await freshPlace(dialect);
    database = await openDatabase<TestWriter, TestReader>({
      ...fresh.place,
      writerScript: bundles.writer,
      readerScript: bundles.reader,
      onCrash: (crash) => crashes.push(crash),
      onEvent: (event) => events.push(event),
    });
  }

  afterEach(async () => {
    await database.close();
    await fresh.remove();
    crashes.length = 0;
    events.length = 0;
  });

  it('writes on one thread what it reads on another', async () => {
    await open();
    await database.writes.applySettings(owner, smallChain());
    const settings = await database.reads.readSettingsSince(owner, { version: -1 });
    expect(settings?.stores.get('nevsky')?.areaM2).toBe(240.5);
  });

  it('knows changed settings at once, and otherwise answers the same object', async () => {
    await open();
    expect((await database.settings()).stores.size).toBe(0);
    await database.writes.applySettings(owner, smallChain());
    const settings = await database.settings();
    expect(settings.stores.size).toBe(3);
    expect(await database.settings()).toBe(settings);
  });

  it('carries an AppError with its code, and a bug with its text and place', async () => {
    await open();
    await expect(database.writes.refuse(owner)).rejects.toMatchObject({
      name: 'AppError',
      code: 'conflict',
      message: 'Not for test.',
    });
    const bug = await database.writes.stumble(owner).catch((error: Error) => error);
    expect(bug).toMatchObject({ name: 'Error', message: 'a bug' });
    expect((bug as Error).cause).toMatchObject({ message: expect.stringContaining('stumble') });
  });

  it('hands buffers over without copying them', async () => {
    await open();
    const body = new Uint8Array(1000);
    expect(await database.writes.measure(owner, transferring({ body }, [body.buffer]))).toBe(1000);
    expect(body.byteLength).toBe(0);
  });

  it('tells what the writer says by itself', async () => {
    await open();
    await database.writes.announce(owner);
    expect(events).toEqual([{ touched: ['arbat'] }]);
  });

  it('ends only when what was under way is written', async () => {
    await open();
    const slow = database.writes.writeSlowly(owner);
    await database.close();
    expect(await slow).toBe('done');
    const after = openSql(fresh.place);
    expect(await after.values("select value from meta where key = 'slow'")).toEqual([['done']]);
    await after.close();
    await expect(database.writes.measure(owner, { body: new Uint8Array() })).rejects.toMatchObject({
      code: 'unavailable',
    });
  });

  it('starts a crashed reader again, after its calls were rejected', async () => {
    await open();
    await expect(database.reads.crashReading(owner)).rejects.toMatchObject({ code: 'unavailable' });
    await expect
      .poll(() => crashes)
      .toMatchObject([{ thread: 'reader', isFatal: false, error: { message: 'a reader fell over' } }]);
    const answers = await Promise.all([1, 2, 3, 4].map(() => database.reads.readMeta(owner)));
    expect(answers).toEqual([[], [], [], []]);
  });

  it('starts a crashed writer again, after what was under way was refused', async () => {
    await open();
    await expect(database.writes.crash(owner)).rejects.toMatchObject({ code: 'unavailable' });
    await expect
      .poll(() => crashes)
      .toMatchObject([{ thread: 'writer', isFatal: false, error: { message: 'out of nowhere' } }]);
    expect(await database.writes.writeSlowly(owner)).toBe('done');
  });

  it('gives up a writer that crashes over and over', async () => {
    await open();
    for (let crash = 0; crash < 4; crash += 1) {
      await expect(database.writes.crash(owner)).rejects.toMatchObject({ code: 'unavailable' });
      await expect.poll(() => crashes).toHaveLength(crash + 1);
    }
    expect(crashes.map(({ isFatal }) => isFatal)).toEqual([false, false, false, true]);
    await expect(database.writes.measure(owner, { body: new Uint8Array() })).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});

it('a database that cannot be opened says why', async () => {
  const options = {
    databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing',
    dataDir: '/nowhere',
    onCrash: () => undefined,
  };
  const opening = openDatabase({ ...options, writerScript: bundles.writer, readerScript: bundles.reader });
  await expect(opening).rejects.toThrow('The database does not answer');
});
