import { describe, expect, it } from 'vitest';
import type { Settings } from '../../db/vocabulary/place.ts';
import { holidayCountriesOf, holidaysOf } from '../../server/answers/holidays.ts';
import { makeStore } from '../db/chain.ts';

const year = { from: '2026-01-01', to: '2026-12-31' } as const;

/** `chain`: what the organisation says; only its holidays are read. */
function asked(
  store: Partial<ReturnType<typeof makeStore>>,
  more: { chain?: string; language?: 'en' | 'ru' | 'fa' } = {},
) {
  const { chain = null, language = 'en' } = more;
  const settings = { organisation: { name: 'x', currency: 'EUR', locale: 'en', holidays: chain } } as Settings;
  return holidaysOf(settings, makeStore('shop', store), { ...year, language });
}

const dates = async (...ask: Parameters<typeof asked>) => (await asked(...ask)).holidays.map(({ date }) => date);

describe('public holidays', () => {
  it('are those of the country of the time zone where nobody has said whose', async () => {
    const moscow = await asked({ timezone: 'Europe/Moscow' });
    expect(moscow).toMatchObject({ country: 'RU', from: 'timezone', isKnown: true });
    expect(moscow.holidays).toContainEqual({ date: '2026-05-09', name: 'Victory Day' });
    expect(await asked({ timezone: 'UTC' })).toMatchObject({ country: null, holidays: [] });
  });

  it('are the organisation’s where it says so, and the store’s before all', async () => {
    expect(await asked({ holidays: null }, { chain: 'DE' })).toMatchObject({ country: 'DE', from: 'organisation' });
    expect(await asked({ holidays: 'IR' }, { chain: 'DE' })).toMatchObject({ country: 'IR', from: 'store' });
    expect(await asked({ holidays: 'none' }, { chain: 'DE' })).toMatchObject({ country: null, holidays: [] });
  });

  it('of a part of a country are more than the country’s', async () => {
    expect(await dates({ holidays: 'DE' })).not.toContain('2026-01-06');
    expect(await dates({ holidays: 'DE-BY' })).toContain('2026-01-06');
  });

  it('of several days are told day by day', async () => {
    const days = await dates({ holidays: 'RU' });
    expect(days.slice(0, 8)).toEqual(Array.from({ length: 8 }, (_, i) => `2026-01-0${i + 1}`));
  });

  it('are named in the language asked for, in letters that can be searched', async () => {
    const inRussian = await asked({ holidays: 'RU' }, { language: 'ru' });
    expect(inRussian.holidays.map(({ name }) => name)).toContain('День Победы');
    const inPersian = await asked({ holidays: 'IR' }, { language: 'fa' });
    expect(inPersian.holidays).toContainEqual({ date: '2026-03-21', name: 'نوروز' });
    expect(inPersian.holidays.filter(({ name }) => /[\uFB50-\uFDFF\uFE70-\uFEFF]/.test(name))).toEqual([]);
  });

  it('are named in Russian and Persian also where the calendar knows English alone, and days off in lieu as such', async () => {
    const named = async (holidays: string, language: 'en' | 'ru' | 'fa', date: string) =>
      (await asked({ holidays }, { language })).holidays.find((one) => one.date === date)?.name;
    expect(await named('RU', 'fa', '2026-11-04')).toBe('روز وحدت ملی');
    expect(await named('US', 'ru', '2026-11-26')).toBe('День благодарения');
    expect(await named('IR', 'ru', '2026-03-21')).toBe('Ураза-байрам, второй день');
    expect(await named('US', 'en', '2026-07-03')).toBe('Independence Day (day off in lieu)');
    expect(await named('US', 'fa', '2026-07-03')).toBe('روز استقلال (تعطیلی جایگزین)');
  });

  it('of a country that nobody knows are none, and the answer says so', async () => {
    expect(await asked({ holidays: 'XX' })).toMatchObject({ country: 'XX', isKnown: false, holidays: [] });
  });

  it('are known of Russia, Iran and the parts of Germany, to choose from', async () => {
    const { countries } = await holidayCountriesOf();
    expect(countries.map(({ code }) => code)).toEqual(expect.arrayContaining(['RU', 'IR', 'DE']));
    const germany = countries.find(({ code }) => code === 'DE');
    expect(germany?.parts).toContainEqual({ code: 'DE-BY', name: 'Bayern' });
  });
});
