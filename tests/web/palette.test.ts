import { describe, expect, it } from 'vitest';
import { findIn, plain } from '../../web/palette/search.ts';

const pages = [
  { name: 'Today', words: ['Сегодня', 'امروز'] },
  { name: 'Trends', words: ['Динамика', 'روندها'] },
  { name: 'Branches', words: ['Магазины', 'شعبه‌ها'] },
  { name: 'Data', words: ['Данные', 'داده‌ها'] },
];
const names = (query: string): string[] => findIn(pages, query, 10).map(({ name }) => name);

describe('searching in the palette', () => {
  it('finds everything, in its own order, as long as nothing is typed', () => {
    expect(names('')).toEqual(['Today', 'Trends', 'Branches', 'Data']);
    expect(findIn(pages, ' ', 2)).toHaveLength(2);
  });

  it('finds by the names in any of the languages, whichever keyboard typed them', () => {
    expect(names('динам')).toEqual(['Trends']);
    expect(names('شعبه ها')).toEqual(['Branches']);
    expect(names('شعبه‌ها')).toEqual(['Branches']);
    expect(names('امروز')).toEqual(['Today']);
  });

  it('puts what begins so before what has it inside, and scattered letters last', () => {
    expect(names('t')).toEqual(['Today', 'Trends', 'Data']);
    expect(names('trnd')).toEqual(['Trends']);
    expect(names('xyz')).toEqual([]);
  });

  it('wants every word that was typed', () => {
    const stores = [
      { name: 'Арбат, 12', words: ['arbat', 'Москва'] },
      { name: 'Невский', words: ['nevsky', 'Петербург'] },
    ];
    expect(findIn(stores, 'москва 12', 10).map(({ name }) => name)).toEqual(['Арбат, 12']);
    expect(findIn(stores, 'москва невский', 10)).toEqual([]);
  });

  it('reads Persian digits, Arabic letters and ё as what they mean', () => {
    expect(plain('فروشگاه ۱۲')).toBe('فروشگاه 12');
    expect(plain('كالاي')).toBe('کالای');
    expect(plain('Ёлка')).toBe('елка');
    expect(plain('Café')).toBe('cafe');
  });
});
