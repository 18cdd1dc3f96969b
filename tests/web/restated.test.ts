import { describe, expect, it } from 'vitest';
import type { RestatedDay, Restatements } from '../../web/api-types.ts';
import { Formats } from '../../web/format/formats.ts';
import { restatedView } from '../../web/today/restated.ts';
import { mockDifference, mockRestatements } from './mockRestatements.ts';

const formats = new Formats('en-GB');
const date = '2026-03-14';
const changed = mockRestatements(date, true);

function withDay(change: Partial<RestatedDay>): Restatements {
  return { ...changed, days: changed.days.map((day) => ({ ...day, ...change })) };
}

describe('a day that shows something else than when it ended', () => {
  it('says what it showed, what it shows and why, in one sentence', () => {
    expect(restatedView(changed, date, formats).sentence).toBe(
      'When the day ended it showed 322 entries, 79 purchases and net sales of ₽169,336.50. Now it shows 341 entries, ' +
        '78 purchases and net sales of ₽167,000.00, because reports came late and receipts were voided.',
    );
  });

  it('lists the causes with their devices and what they add up to', () => {
    const { columns, rows, sum } = restatedView(changed, date, formats);
    expect(columns).toEqual(['Entries', 'Purchases', 'Net sales']);
    expect(rows).toEqual([
      { cause: 'Came late', device: 'Door', last: '15 Mar, 11:05', cells: ['+19', '0', '0'] },
      { cause: 'Voided', device: 'Till', last: '15 Mar, 11:05', cells: ['0', '−1', '−₽2,336.50'] },
    ]);
    expect(sum).toEqual(['+19', '−1', '−₽2,336.50']);
  });

  it('says so where the changes even out', () => {
    const view = restatedView(withDay({ difference: mockDifference() }), date, formats);
    expect(view.sentence).toBe(
      'The day shows what it showed when it ended, though reports came late and receipts were voided: what changed evens out.',
    );
    expect(view.rows).toHaveLength(2);
  });

  it('names what was not known then', () => {
    const [day] = changed.days;
    const reported = { ...(day as RestatedDay).reported, entries: null };
    expect(restatedView(withDay({ reported }), date, formats).sentence).toContain('it showed no entries, 79 purchases');
  });

  it('tells what changed outside opening hours', () => {
    const outsideHours = { entries: 4, purchases: 0, netSalesMinor: 0 };
    const view = restatedView(withDay({ difference: mockDifference({ outsideHours }) }), date, formats);
    expect(view.outside).toBe('Outside opening hours: entries +4, purchases 0.');
  });
});

describe('a day of which there is nothing to tell', () => {
  it('has not changed since it ended', () => {
    const view = restatedView(mockRestatements(date, false), date, formats);
    expect(view).toMatchObject({ sentence: 'No count and no sale has changed since the day ended.', rows: [] });
    expect(view.reportedAt).toBe('What it showed was kept on 15 Mar, 00:01.');
  });

  it('may have other rates, since what was covered is known better', () => {
    const [day] = mockRestatements(date, false).days;
    const restated = { ...(day as RestatedDay).restated, conversionRate: 0.3 };
    const view = restatedView({ ...changed, days: [{ ...(day as RestatedDay), restated }] }, date, formats);
    expect(view.sentence).toContain('Its rates differ a little');
  });

  it('was not kept where the store was set up later', () => {
    const view = restatedView({ ...changed, days: [] }, '2026-01-09', formats);
    expect(view.sentence).toContain('set up here later');
  });

  it('is kept soon where it has only just ended', () => {
    const view = restatedView({ ...changed, days: [] }, date, formats);
    expect(view.sentence).toContain('some minutes after its end');
  });
});
