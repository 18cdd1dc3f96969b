import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../server/cli/import/reading.ts';
import type { ReadRow } from '../../../server/cli/import/row.ts';
import { type ImportMapping, importMapping } from '../../../server/contracts/imports.ts';
import { makeStore } from '../../db/chain.ts';

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function read({ header, rows }: Table, mapping: Partial<ImportMapping> = {}): ReadRow[] {
  const store = makeStore('arbat', { timezone: 'Europe/Moscow' });
  const { makeReader } = readingOf(importMapping.parse({ ...mapping, kind: 'service' }), store, false);
  const reader = makeReader(header);
  return rows.map((row) => reader(row));
}

const items = (read: readonly ReadRow[]): unknown[] => read.map((row) => (row.kind === 'item' ? row.item : row));

describe('answers', () => {
  const header = ['no', 'day', 'recommend'];
  const mapping = { map: { id: 'no', at: 'day', score: 'recommend' }, set: { survey: 'nps' }, skipScores: ['11'] };

  it('leave out the scores that mean no answer, and blank ones', () => {
    const rows = [
      ['1', '2026-03-01', '9'],
      ['2', '2026-03-01', '11'],
      ['3', '2026-03-01', ''],
    ];
    expect(items(read({ header, rows }, mapping))).toEqual([
      { id: '1/nps', at: '2026-02-28T21:00:00.000Z', survey: 'nps', score: 9 },
      { kind: 'skipped', reason: 'score 11' },
      { kind: 'skipped', reason: 'no score' },
    ]);
  });

  it('of one person to several questions stay apart', () => {
    const csi = { ...mapping, set: { survey: 'csi', criterion: 'shops' } };
    expect(items(read({ header, rows: [['1', '2026-03-01', '9']] }, csi))).toMatchObject([
      { id: '1/csi/shops', criterion: 'shops' },
    ]);
  });

  it.each([
    [['1', '2026-03-01', '11'], '11 is no score of nps (0 to 10): --skip-score 11 leaves out what means no answer'],
    [['1', '', '9'], 'no time in the column for at'],
    [['1', '2026-03-01', 'good'], '"good" is not a number (score)'],
  ])('%j is rejected: %s', (row, reason) => {
    expect(read({ header, rows: [row] }, { ...mapping, skipScores: [] })).toEqual([{ kind: 'rejected', reason }]);
  });

  it('of no survey are refused with what to do', () => {
    expect(() => read({ header, rows: [] }, { map: mapping.map })).toThrow('--set survey=');
    expect(() => read({ header, rows: [] }, { map: { at: 'day' } })).toThrow('map value for observations');
  });
});

it('requests are read with what is known of them', () => {
  const header = ['No', 'Opened', 'Answered', 'Closed', 'Level', 'About'];
  const map = {
    id: 'No',
    openedAt: 'Opened',
    answeredAt: 'Answered',
    resolvedAt: 'Closed',
    level: 'Level',
    category: 'About',
  };
  const rows = [
    ['7', '2026-03-01 10:00', '2026-03-01 11:00', '', '2', 'Delivery'],
    ['8', '2026-03-01 10:00', '', '', '4', ''],
  ];
  expect(items(read({ header, rows }, { map }))).toEqual([
    {
      ...{ id: '7', openedAt: '2026-03-01T07:00:00.000Z', answeredAt: '2026-03-01T08:00:00.000Z' },
      ...{ level: 2, category: 'Delivery' },
    },
    { kind: 'rejected', reason: '"4" is no level: 1, 2 or 3' },
  ]);
});

it('observations of one criterion need no columns for it', () => {
  const set = { process: 'hotline', criterion: 'answer-seconds' };
  const table = { header: ['Time', 'Seconds'], rows: [['2026-03-01 10:00', '1,234.5']] };
  const [item] = items(read(table, { map: { at: 'Time', value: 'Seconds' }, set }));
  expect(item).toMatchObject({ ...set, at: '2026-03-01T07:00:00.000Z', value: 1234.5 });
});

describe('checks', () => {
  const header = ['Date', 'Floor clean', 'Greeted'];
  const mapping = {
    map: { at: 'Date' },
    set: { standard: 'opening' },
    items: { floor: 'Floor clean', greeting: 'Greeted' },
  };

  it('have a line each and a column for each item; an empty one was not looked at', () => {
    const rows = [
      ['2026-03-01', 'yes', 'нет'],
      ['2026-03-02', '1', ''],
      ['2026-03-03', '', ''],
      ['2026-03-04', 'perhaps', 'no'],
    ];
    const [first, second, third, fourth] = items(read({ header, rows }, mapping));
    expect(first).toMatchObject({
      standard: 'opening',
      items: [
        { item: 'floor', passed: true },
        { item: 'greeting', passed: false },
      ],
    });
    expect(second).toMatchObject({ items: [{ item: 'floor', passed: true }] });
    expect(third).toEqual({ kind: 'rejected', reason: 'nothing was checked in this line' });
    expect(fourth).toMatchObject({ kind: 'rejected' });
  });

  it('take the words of the file', () => {
    const passed = { perhaps: 'no', later: 'skip' };
    const rows = [['2026-03-04', 'perhaps', 'later']];
    expect(items(read({ header, rows }, { ...mapping, passed }))).toMatchObject([
      { items: [{ item: 'floor', passed: false }] },
    ]);
    expect(() => read({ header, rows }, { ...mapping, passed: { x: 'maybe' } })).toThrow('--passed "x=maybe"');
  });
});
