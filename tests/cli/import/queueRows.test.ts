import { describe, expect, it } from 'vitest';
import type { Queue } from '../../../db/vocabulary/place.ts';
import { readingOf } from '../../../server/cli/import/reading.ts';
import type { ReadRow } from '../../../server/cli/import/row.ts';
import { type ImportMapping, importMapping } from '../../../server/contracts/imports.ts';
import { makeStore } from '../../db/chain.ts';

const tills: Queue = { id: 'tills', name: 'Checkout', targetSeconds: 180, targetShare: 0.8 };
const returns: Queue = { ...tills, id: 'returns', name: 'Returns' };

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly queues?: readonly Queue[];
}

function read(table: Table, mapping: Partial<ImportMapping> = {}): ReadRow[] {
  const store = makeStore('arbat', { timezone: 'Europe/Moscow', queues: table.queues ?? [] });
  const { makeReader } = readingOf(importMapping.parse({ ...mapping, kind: 'queue' }), store, false);
  const reader = makeReader(table.header);
  return table.rows.map((row) => reader(row));
}

const items = (read: readonly ReadRow[]): unknown[] => read.map((row) => (row.kind === 'item' ? row.item : row));

describe('visits', () => {
  const header = ['Ticket', 'Issued', 'Called', 'Closed', 'Result'];
  const map = { id: 'Ticket', joinedAt: 'Issued', calledAt: 'Called', leftAt: 'Closed', outcome: 'Result' };

  it('are read with what is known of them, and words of their own', () => {
    const rows = [
      ['A1', '2026-03-01 10:00', '2026-03-01 10:05', '2026-03-01 10:09', ''],
      ['A2', '2026-03-01 10:01', '', '2026-03-01 10:04', 'No show'],
      ['A3', '2026-03-01 10:02', '', '', 'test'],
    ];
    const outcome = { 'no show': 'abandoned', test: 'skip' };
    const set = { queue: 'returns' };
    expect(items(read({ header, rows }, { map, outcome, set }))).toEqual([
      {
        ...{ id: 'A1', queue: 'returns', joinedAt: '2026-03-01T07:00:00.000Z', calledAt: '2026-03-01T07:05:00.000Z' },
        leftAt: '2026-03-01T07:09:00.000Z',
      },
      {
        ...{ id: 'A2', queue: 'returns', joinedAt: '2026-03-01T07:01:00.000Z', leftAt: '2026-03-01T07:04:00.000Z' },
        outcome: 'abandoned',
      },
      { kind: 'skipped', reason: 'outcome test' },
    ]);
  });

  it('may say how long somebody waited and was served instead of when', () => {
    const table = { header: ['id', 'joinedAt', 'wait', 'service'], rows: [['A1', '2026-03-01 10:00', '2.5', '4']] };
    expect(items(read(table, { waitUnit: 'minutes' }))).toEqual([
      {
        ...{ id: 'A1', queue: 'main', joinedAt: '2026-03-01T07:00:00.000Z', calledAt: '2026-03-01T07:02:30.000Z' },
        leftAt: '2026-03-01T07:06:30.000Z',
      },
    ]);
  });

  it('without a number are known by what stands in their line, and equal lines are as many people', () => {
    const rows = [
      ['2026-03-01 10:00', '30'],
      ['2026-03-01 10:00', '30'],
      ['2026-03-01 10:00', '40'],
    ];
    const ids = items(read({ header: ['joinedAt', 'wait'], rows })).map((item) => (item as { id: string }).id);
    expect(new Set(ids).size).toBe(3);
    expect(items(read({ header: ['joinedAt', 'wait'], rows })).map((item) => (item as { id: string }).id)).toEqual(ids);
  });

  it.each([
    [['A1', '', '', '', ''], 'no time in the column for joinedAt'],
    [['A1', 'yesterday', '', '', ''], '"yesterday" is not a time in the given format (joinedAt)'],
    [['A1', '2026-03-01 10:00', '', '', 'gone'], '"gone" is no outcome: say what it means with --outcome'],
  ])('%j is rejected: %s', (row, reason) => {
    expect(read({ header, rows: [row] }, { map })).toEqual([{ kind: 'rejected', reason }]);
  });
});

describe('samples', () => {
  it('say how many waited, at the store’s only queue or at the one of that name', () => {
    const header = ['at', 'length', 'open', 'queue'];
    const rows = [
      ['2026-03-01T10:00:00Z', '4', '2', ''],
      ['2026-03-01T10:00:00Z', '1', '', 'Returns'],
      ['2026-03-01T10:00:00Z', '-1', '', 'x'],
    ];
    expect(items(read({ header, rows, queues: [tills] }))[0]).toMatchObject({ queue: 'tills', length: 4, open: 2 });
    const [first, second, third] = items(read({ header, rows, queues: [tills, returns] }));
    expect([first, second]).toMatchObject([{ queue: 'main' }, { queue: 'returns', length: 1 }]);
    expect(third).toEqual({ kind: 'rejected', reason: '"-1" is not a whole number of people (length)' });
  });
});

describe('statistics', () => {
  const header = ['date', 'hour', 'avg', 'short', 'long'];
  const mapping: Partial<ImportMapping> = {
    map: { start: 'date+hour', meanWait: 'avg' },
    dateFormat: 'yyyy-MM-dd HHmm - HHmm',
    slotMinutes: 60,
    waitUnit: 'minutes',
    bins: { '0-900': 'short', '900-': 'long' },
  };

  it('are of the beginning of a span that is written whole; people served are those in the classes', () => {
    const rows = [
      ['2026-03-01', '2300 - 0000', '16', '30', '12'],
      ['2026-03-01', '0100 - 0200', '', '', '12'],
    ];
    expect(items(read({ header, rows }, mapping))).toEqual([
      {
        ...{ start: '2026-03-01T20:00:00.000Z', end: '2026-03-01T21:00:00.000Z', queue: 'main', served: 42 },
        ...{
          meanWaitSeconds: 960,
          waitBins: [
            [0, 900, 30],
            [900, null, 12],
          ],
        },
      },
      {
        ...{ start: '2026-02-28T22:00:00.000Z', end: '2026-02-28T23:00:00.000Z', queue: 'main', served: 12 },
        waitBins: [[900, null, 12]],
      },
    ]);
  });

  it('without anybody in a line are rejected: blank was not measured', () => {
    const rows = [['2026-03-01', '0100 - 0200', '16', '', '']];
    expect(read({ header, rows }, mapping)).toEqual([
      { kind: 'rejected', reason: 'no people in this line (blank was not measured)' },
    ]);
  });

  it.each([
    [{ slotMinutes: undefined }, '--slot-minutes'],
    [{ bins: { '900-0': 'short' } }, 'write FROM-TO=COLUMN'],
    [{ bins: { '0-900': 'shor' } }, 'did you mean "short"'],
    [{ map: { start: 'date', meanwait: 'avg' } }, 'did you mean "meanWait"'],
    [{ bins: {}, map: { start: 'date' } }, 'map joinedAt for visits'],
  ])('a mapping with %j is refused with what to do', (more, sentence) => {
    expect(() => read({ header, rows: [] }, { ...mapping, ...more } as Partial<ImportMapping>)).toThrow(sentence);
  });
});
