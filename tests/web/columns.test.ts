import { describe, expect, it } from 'vitest';
import {
  guessColumns,
  guessDateFormat,
  guessTypes,
  hasDecimalComma,
  mapOf,
  point,
  pointedOf,
} from '../../web/import/columns.ts';

describe('columns of a file', () => {
  const header = ['Номер чека', 'Дата', 'Время', 'Сумма', 'Кассир'];

  it('are guessed by their names', () => {
    expect(guessColumns(header)).toEqual({ id: ['Номер чека'], at: ['Дата', 'Время'], total: ['Сумма'] });
    expect(guessColumns(['Receipt_No', 'Timestamp', 'Qty', 'Total'])).toEqual({
      ...{ id: ['Receipt_No'], at: ['Timestamp'], total: ['Total'], items: ['Qty'] },
    });
    expect(guessColumns(['a', 'b'])).toEqual({});
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
    expect(pointedOf({ id: 'Номер чека', at: 'Дата+Время', total: 'Gone' }, header)).toEqual({
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
    expect(guessDateFormat([])).toBe('');
  });

  it('sales and returns is told by their words', () => {
    expect(guessTypes(['Продажа', 'Возврат', 'продажа ', 'Storno', 'Inkasso', ''])).toEqual({
      ...{ продажа: 'sale', возврат: 'return', storno: 'void', inkasso: 'skip' },
    });
  });

  it('amounts is told by the comma before the last digits', () => {
    expect(hasDecimalComma(['1 299,90'])).toBe(true);
    expect(hasDecimalComma(['1,299.90', '1,299'])).toBe(false);
  });
});
