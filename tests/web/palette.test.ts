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

  it('tells how well a name fits: the same, begun so, a word begun so, inside, scattered', () => {
    const places = ['Abrxcxh', 'Bigarch', 'Old Arch', 'Archive', 'Arch'].map((name) => ({ name, words: [] }));
    expect(findIn(places, 'arch', 10).map(({ name }) => name)).toEqual([
      ...['Arch', 'Archive', 'Old Arch', 'Bigarch', 'Abrxcxh'],
    ]);
    expect(findIn(places, 'arch', 2).map(({ name }) => name)).toEqual(['Arch', 'Archive']);
  });

  it('prefers a name to the other names, and what stands first of equals', () => {
    const places = [
      { name: 'Overview', words: ['Data'] },
      { name: 'Data', words: [] },
      { name: 'Figures', words: ['Data'] },
    ];
    expect(findIn(places, 'data', 10).map(({ name }) => name)).toEqual(['Data', 'Overview', 'Figures']);
  });

  it('takes letters for scattered from three on, close together first, and not over half a sentence', () => {
    const of = (query: string, ...texts: string[]): string[] =>
      findIn(
        texts.map((name) => ({ name, words: [] })),
        query,
        10,
      ).map(({ name }) => name);
    expect(of('tn', 'Trends')).toEqual([]);
    expect(of('tns', 'Trends')).toEqual(['Trends']);
    expect(of('t n s', 'Trends')).toEqual(['Trends']);
    expect(of('abc', 'a123b45c', 'axbxc', 'a123b456c', 'a1b2345c')).toEqual([
      'axbxc',
      'a123b45c',
      'a1b2345c',
      'a123b456c',
    ]);
    expect(of('abc', 'a123b4567c')).toEqual([]);
    expect(of('aab', 'xab')).toEqual([]);
  });

  it('wants every word that was typed', () => {
    const stores = [
      { name: 'Арбат, 12', words: ['arbat', 'Москва'] },
      { name: 'Невский', words: ['nevsky', 'Петербург'] },
    ];
    expect(findIn(stores, 'москва 12', 10).map(({ name }) => name)).toEqual(['Арбат, 12']);
    expect(findIn(stores, 'москва невский', 10)).toEqual([]);
    // The letters of a word among others are none.
    expect(findIn(stores, 'мсква 12', 10)).toEqual([]);
    const rivers = [
      { name: 'Bridge over the Vesna', words: ['Petersburg'] },
      { name: 'Nevsky', words: ['Petersburg'] },
      { name: 'Nev Pet', words: [] },
      { name: 'Kanev', words: ['Petersburg'] },
    ];
    expect(findIn(rivers, 'nev pet', 10).map(({ name }) => name)).toEqual(['Nev Pet', 'Nevsky', 'Kanev']);
  });

  it('reads Persian digits, Arabic letters and ё as what they mean', () => {
    expect(plain('فروشگاه ۱۲')).toBe('فروشگاه 12');
    expect(plain('كالاي')).toBe('کالای');
    expect(plain('Ёлка')).toBe('елка');
    expect(plain('Café')).toBe('cafe');
    expect(plain('Crème')).toBe('creme');
    expect(plain('٠٤٢ ۰۹')).toBe('042 09');
    expect(plain('می‌روم')).toBe('میروم');
    expect(plain(' Арбат,  д. 12! ')).toBe('арбат д 12');
  });
});
