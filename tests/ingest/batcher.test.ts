import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AppError } from '../../db/vocabulary/errors.ts';
import { type Batcher, openBatcher } from '../../ingest/batcher.ts';
import type { Outage } from '../../ingest/outage.ts';
import type { PackedFates, PackedMessages } from '../../ingest/pipeline/packed.ts';
import type { Patience } from '../../ingest/waitingLine.ts';

/** A writer that stores, refuses, or leaves every call unanswered. */
interface Writer {
  state: 'well' | 'full' | 'silent';
  readonly calls: number[];
  /** Answers what was left unanswered. */
  answer(): void;
}

interface Opened {
  readonly batcher: Batcher;
  readonly writer: Writer;
  readonly told: (Outage | null)[];
}

const allAccepted: PackedFates = { others: [], items: {}, heard: [], faults: [] };

function open(): Opened {
  let waiting: (() => void)[] = [];
  const writer: Writer = {
    state: 'well',
    calls: [],
    answer: () => {
      for (const answer of waiting) answer();
      waiting = [];
    },
  };
  const told: (Outage | null)[] = [];
  const ingest = async (_scope: unknown, { count }: PackedMessages): Promise<PackedFates> => {
    writer.calls.push(count);
    if (writer.state === 'full') throw new AppError('unavailable', 'The disk is full: free some space.');
    if (writer.state === 'silent') await new Promise<void>((resolve) => waiting.push(resolve));
    return allAccepted;
  };
  const batcher = openBatcher({
    writes: { ingest },
    onCommitted: () => undefined,
    onFault: () => undefined,
    onOutage: (outage) => told.push(outage),
  });
  return { batcher, writer, told };
}

function send(batcher: Batcher, patience: Patience): Promise<string> {
  const message = {
    topic: 'lintel/v1/arbat/cam-1/counts',
    payload: Buffer.from('{}'),
    isRetained: false,
    receivedAt: 0,
  };
  return batcher.submit(message, patience).then(
    () => 'stored',
    (error: Error) => error.message,
  );
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('while nothing can be stored, who can wait waits and who cannot is told why; then it goes on by itself', async () => {
  const { batcher, writer, told } = open();
  writer.state = 'full';
  const patient = send(batcher, 'hold');
  const impatient = send(batcher, 'refuse');
  await vi.advanceTimersByTimeAsync(10);
  expect(await impatient).toBe('The disk is full: free some space.');
  expect(await send(batcher, 'refuse')).toBe('The disk is full: free some space.');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).toMatchObject([{ sentence: 'The disk is full: free some space.' }]);
  // Tried again after a pause that grows to 3 s, not in a loop.
  expect(writer.calls.length).toBeGreaterThan(18);
  expect(writer.calls.length).toBeLessThan(26);
  writer.state = 'well';
  await vi.advanceTimersByTimeAsync(3_000);
  expect(await patient).toBe('stored');
  expect(told).toMatchObject([{ sentence: expect.any(String) }, null]);
  expect(batcher.load()).toEqual({ messages: 0, bytes: 0, outage: null });
});

test('a database that does not answer for 10 s is an outage, until it does', async () => {
  const { batcher, writer, told } = open();
  writer.state = 'silent';
  const impatient = send(batcher, 'refuse');
  await vi.advanceTimersByTimeAsync(9_900);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(told).toHaveLength(1);
  expect(await impatient).toContain('has not answered for 10 s');
  writer.state = 'well';
  writer.answer();
  await vi.advanceTimersByTimeAsync(10);
  expect(told).toHaveLength(2);
  expect(await Promise.all([send(batcher, 'refuse'), vi.advanceTimersByTimeAsync(10)])).toEqual(['stored', vi]);
});

test('what waits has a bound, with a writer that is blocked while a publisher pours', async () => {
  const { batcher, writer } = open();
  writer.state = 'silent';
  const pour = async (): Promise<void> => {
    for (let sent = 0; sent < 100_000; sent += 1) {
      if (batcher.isFull()) await batcher.room();
      void send(batcher, 'hold');
    }
  };
  const poured = pour();
  await vi.advanceTimersByTimeAsync(5_000);
  // The line, and what the writer has.
  expect(batcher.load().messages).toBeLessThanOrEqual(30_000);
  expect(await send(batcher, 'refuse')).toContain('Too much is waiting');
  writer.state = 'well';
  writer.answer();
  await vi.advanceTimersByTimeAsync(1_000);
  await poured;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(batcher.load().messages).toBe(0);
});

test('closed in an outage it refuses what waits, at once', async () => {
  const { batcher, writer } = open();
  writer.state = 'full';
  const patient = send(batcher, 'hold');
  await vi.advanceTimersByTimeAsync(10);
  const closed = batcher.close();
  await vi.advanceTimersByTimeAsync(1);
  await closed;
  expect(await patient).toContain('shutting down');
  expect(await send(batcher, 'hold')).toContain('shutting down');
});
