import { describe, expect, it } from 'vitest';
import { guessColumns, mapOf, point, pointedOf } from '../../web/import/columns.ts';
import { receipts } from '../../web/import/forms.ts';
import { guessDateFormat, guessSlotMinutes, guessWords, hasDecimalComma } from '../../web/import/written.ts';

describe('columns of a file', () => {
  const header = ['Номер чека', 'Дата', 'Время', 'Сумма', 'Кассир'];

  const guess = (columns: readonly string[]) => guessColumns(receipts, { header: columns, rows: [] });

  it('are guessed by their names', () => {
    expect(guess(header)).toEqual({ id: ['Номер чека'], at: ['Дата', 'Время'], total: ['Сумма'] });
    expect(guess(['Receipt_No', 'Timestamp', 'Qty', 'Total'])).toEqual({
      ...{ id: ['Receipt_No'], at: ['Timestamp'], total: ['Total'], items: ['Qty'] },
    });
    expect(guess(['a', 'b'])).toEqual({});
  });

  it('are pointed at and away from; date and time may be two, and no column plays two parts', () => {
    let pointed = point({}, 'at', 'Дата');
    pointed = point(pointed, 'at', 'Время');
    expect(mapOf(pointed)).toEqual({ at: 'Дата+Время' });
    pointed = point(pointed, 'id', 'Время');
    expect(pointed).toEqual({ at: ['Дата'], id: ['Время'] });
    expect(point(pointed, 'id', 'Время')).toEqual({ at: ['Дата'] });
  });

  it('of a saved mapping are found again, as far as the file has them', () => {
    expect(pointedOf({ id: 'Номер чека', at: 'Дата+Время', total: 'Gone', tax: '' }, receipts.fields, header)).toEqual({
      id: ['Номер чека'],
      at: ['Дата', 'Время'],
    });
  });
});

describe('how a file writes', () => {
  it('dates is told by their shape, day and month by a number above 12', () => {
    expect(guessDateFormat(['14.03.2026 10:05:00'])).toBe('dd.MM.yyyy HH:mm:ss');
    expect(guessDateFormat(['2026-03-14 10:05'])).toBe('yyyy-MM-dd HH:mm');
    expect(guessDateFormat(['03/04/2026 10:05', '03/14/2026 10:05'])).toBe('MM/dd/yyyy HH:mm');
    expect(guessDateFormat(['03/04/2026 10:05'])).toBe('dd/MM/yyyy HH:mm');
    expect(guessDateFormat(['3/4/2026 1:05 pm'])).toBe('M/d/yyyy h:mm a');
    expect(guessDateFormat(['2026-03-14T10:05:00Z'])).toBe('');
    expect(guessDateFormat(['2018-01-01 0000 - 0100'])).toBe('yyyy-MM-dd HHmm - HHmm');
    expect(guessDateFormat(['03/14/2026'])).toBe('MM/dd/yyyy');
    expect(guessDateFormat(['14.03.2026'])).toBe('dd.MM.yyyy');
    expect(guessDateFormat([])).toBe('');
  });

  it('sales and returns is told by their words', () => {
    expect(guessWords('type', ['Продажа', 'Возврат', 'продажа ', 'Storno', 'Inkasso', ''])).toEqual({
      ...{ продажа: 'sale', возврат: 'return', storno: 'void', inkasso: 'skip' },
    });
  });

  it('directions and outcomes too; a word that nobody knows is left out', () => {
    expect(guessWords('direction', ['IN', 'Exit', 'Passing', 'Вход', 'x'])).toEqual({
      ...{ in: 'in', exit: 'out', passing: 'passerBy', вход: 'in', x: 'skip' },
    });
    expect(guessWords('outcome', ['Served', 'No show', 'Transferred'])).toEqual({
      ...{ served: 'served', 'no show': 'abandoned', transferred: 'skip' },
    });
  });

  it('stretches of time is told by the fewest minutes from line to line', () => {
    expect(guessSlotMinutes(['2026-03-14 10:00', '2026-03-14 10:30', '2026-03-14 10:45'])).toBe(15);
    expect(guessSlotMinutes(['2018-01-01 0000 - 0100', '2018-01-01 0100 - 0200', '2018-01-01 0400 - 0500'])).toBe(60);
    expect(guessSlotMinutes(['2026-03-14T10:00:00+03:00', '2026-03-14T11:00:00+03:00'])).toBe(60);
    expect(guessSlotMinutes(['2026-03-14', '2026-03-15'])).toBeNull();
  });

  it('amounts is told by the comma before the last digits', () => {
    expect(hasDecimalComma(['1 299,90'])).toBe(true);
    expect(hasDecimalComma(['1,299.90', '1,299'])).toBe(false);
  });
});
