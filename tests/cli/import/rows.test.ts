import { describe, expect, it } from 'vitest';
import { type CountRowOptions, countRowReader } from '../../../server/cli/import/countRows.ts';
import { readIsoInstant } from '../../../server/cli/import/dateFormat.ts';
import { countFields, findColumns, readMapping, salesFields } from '../../../server/cli/import/mapping.ts';
import { readTypeWords, salesRowReader } from '../../../server/cli/import/salesRows.ts';

const style = { hasDecimalComma: false };

interface SalesOptions {
  readonly types?: string[];
  readonly zero?: 'keep' | 'skip';
}

function counts(header: string[], map: string[], more: Partial<CountRowOptions> = {}) {
  const columns = findColumns(readMapping(map, countFields), header, countFields);
  return countRowReader({
    columns,
    readInstant: readIsoInstant,
    zone: 'UTC',
    style,
    label: undefined,
    slotMinutes: 30,
    ...more,
  });
}

function sales(header: string[], map: string[], { types = [], zero = 'keep' }: SalesOptions = {}) {
  const columns = findColumns(readMapping(map, salesFields), header, salesFields);
  return salesRowReader({
    columns,
    readInstant: readIsoInstant,
    zone: 'UTC',
    style,
    digits: 2,
    types: readTypeWords(types),
    zero,
  });
}

describe('lines of counts', () => {
  it('hold no field that is mapped to no column, though one bears its name', () => {
    const read = counts(['start', 'in', 'out'], ['out=']);
    expect(read(['2026-03-02T10:00:00Z', '3', '1'])).toMatchObject({ item: { in: 3 } });
    expect(read(['2026-03-02T10:00:00Z', '3', '1'])).not.toMatchObject({ item: { out: 1 } });
  });

  it('reads a label as the start or as the end of its interval', () => {
    const row = ['2026-01-01 10:00', '3', '4'];
    const header = ['Time', 'In', 'Out'];
    const start = counts(header, ['start=Time'])(row);
    const end = counts(header, ['start=Time'], { label: 'end' })(row);
    expect(start).toMatchObject({
      item: { start: '2026-01-01T10:00:00.000Z', end: '2026-01-01T10:30:00.000Z', in: 3, out: 4 },
    });
    expect(end).toMatchObject({
      item: { start: '2026-01-01T09:30:00.000Z', end: '2026-01-01T10:00:00.000Z', in: 3, out: 4 },
    });
  });

  it('joins a date and a time that stand in two columns', () => {
    expect(counts(['Date', 'Hour', 'in'], ['start=Date+Hour'])(['2026-01-01', '10:00', '1'])).toMatchObject({
      item: { start: '2026-01-01T10:00:00.000Z' },
    });
  });

  it('leaves a blank count out, since blank was not measured, and refuses a line without any', () => {
    const read = counts(['start', 'in', 'out'], []);
    expect(read(['2026-01-01 10:00', '', '4'])).toMatchObject({ item: { out: 4 } });
    expect(read(['2026-01-01 10:00', '', '4'])).not.toHaveProperty('item.in');
    expect(read(['2026-01-01 10:00', '', ''])).toMatchObject({
      kind: 'rejected',
      reason: expect.stringContaining('no count'),
    });
  });

  it('says what is wrong with a line', () => {
    const read = counts(['start', 'in'], []);
    expect(read(['yesterday', '1'])).toEqual({
      kind: 'rejected',
      reason: '"yesterday" is not a time in the given format',
    });
    expect(read(['2026-01-01 10:00', 'x'])).toEqual({ kind: 'rejected', reason: '"x" is not a whole number (in)' });
    expect(read(['2026-01-01 10:00', '-1'])).toEqual({ kind: 'rejected', reason: 'in is negative' });
  });

  it('says what is missing before it reads anything', () => {
    expect(() => counts(['Time', 'In'], ['start=Tyme'])).toThrow(
      'the file has no column "Tyme" for start: did you mean "Time"?',
    );
    expect(() => counts(['Time', 'In'], ['strt=Time'])).toThrow('unknown field "strt": did you mean "start"?');
    expect(() => counts(['Time', 'In'], [])).toThrow(/no column is the time/);
    expect(() => counts(['start', 'x'], [])).toThrow(/no column is a count/);
    expect(() => counts(['start', 'in'], [], { slotMinutes: undefined })).toThrow(/--slot-minutes/);
  });
});

describe('lines of receipts', () => {
  const header = ['no', 'at', 'kind', 'total'];

  it('reads kinds by the given words, refunds with either sign', () => {
    const read = sales(header, ['id=no', 'type=kind'], { types: ['refund=return,adjustment=skip'] });
    expect(read(['1', '2026-01-01 10:00', 'sale', '139.120'])).toMatchObject({
      item: { id: '1', type: 'sale', total: '139.12' },
    });
    expect(read(['2', '2026-01-01 10:00', 'Refund', '-5'])).toMatchObject({ item: { type: 'return', total: '5.00' } });
    expect(read(['3', '2026-01-01 10:00', 'adjustment', '-11062.06'])).toEqual({
      kind: 'skipped',
      reason: 'type adjustment',
    });
    expect(read(['4', '2026-01-01 10:00', 'gift', '1'])).toMatchObject({ kind: 'rejected' });
    expect(read(['5', '2026-01-01 10:00', 'sale', '-1'])).toMatchObject({ kind: 'rejected' });
  });

  it('without kinds takes a negative amount for a return', () => {
    const read = sales(['id', 'at', 'total'], []);
    expect(read(['1', '2026-01-01 10:00', '-2.5'])).toMatchObject({ item: { type: 'return', total: '2.50' } });
  });

  it('keeps receipts of nothing, or skips them when asked', () => {
    const row = ['1', '2026-01-01 10:00', '0'];
    expect(sales(['id', 'at', 'total'], [])(row)).toMatchObject({ item: { type: 'sale', total: '0.00' } });
    expect(sales(['id', 'at', 'total'], [], { zero: 'skip' })(row)).toEqual({ kind: 'skipped', reason: 'sale of 0' });
  });
});
