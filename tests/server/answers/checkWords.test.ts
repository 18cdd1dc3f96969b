import { describe, expect, it } from 'vitest';
import { checkOf } from '../../../server/answers/words/checkText.ts';
import { checkCodes, type Finding } from '../../../server/kpi/checks/finding.ts';
import { makeStore } from '../../db/chain.ts';

const at = Date.parse('2026-03-29T11:05:00Z');
const store = makeStore('arbat', { timezone: 'Europe/Moscow', currency: 'RUB' });

function finding(code: Finding['code'], figures: Finding['figures'] = {}): Finding {
  return { code, deviceId: 'door', severity: 'high', since: at, until: null, figures };
}

const figures = {
  ...{ problem: 'covered', percent: 12, seconds: 200, reports: 3, usual: 21, in: 120, out: 90, share: 0.25 },
  ...{ days: 2, purchases: 42, entries: 21, entrance: 'main', shifts: 2, receipts: 5, missingMinor: 12_300 },
  ...{ openMinutes: 300, step: 'entries' },
};

/** Intl writes some spaces as no-break ones. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}

describe('what does not fit', () => {
  it.each([
    ['ru', /[а-яё]/i],
    ['fa', /[آ-ی]/],
  ] as const)('is said in %s for every check, with what to do', (language, letters) => {
    for (const code of checkCodes) {
      const { text, action } = checkOf(store, finding(code, figures), language);
      expect(text).toMatch(letters);
      expect(action).toMatch(letters);
      expect(`${text} ${action}`).not.toMatch(/undefined|NaN|null/);
    }
  });

  it('agrees with its numbers, on the store’s clock and in the reader’s calendar', () => {
    const silence = finding('silence', { openMinutes: 300 });
    expect(plain(checkOf(store, silence, 'ru').text)).toBe(
      'От устройства «door» ничего не приходило с 29 марта в 14:05: 5 часов рабочего времени.',
    );
    expect(plain(checkOf(store, silence, 'fa').text)).toBe(
      'از «door» از ۹ فروردین ساعت ۱۴:۰۵ چیزی نرسیده است، ۵ ساعت از ساعت کاری.',
    );
    expect(checkOf(store, silence, 'en').text).toBe(
      'Nothing has come from door since 2026-03-29 14:05, 5 hours of opening time.',
    );
    const over = finding('conversion_over_100', { purchases: 42, entries: 21, days: 2 });
    expect(checkOf(store, over, 'ru').text).toBe(
      '42 покупки, а вошло только 21 человек, за последние 2 полных дня: купили больше, чем вошли.',
    );
  });
});
