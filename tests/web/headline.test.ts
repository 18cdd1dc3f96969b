import { describe, expect, it } from 'vitest';
import type { Against, Attention, Standing } from '../../server/kpi/day/schema.ts';
import { Formats } from '../../web/format/formats.ts';
import { attentionLines, quietWords } from '../../web/today/attention.ts';
import { type DayView, viewOf } from '../../web/today/dayView.ts';
import { headlineText, usualText } from '../../web/today/headline.ts';
import { todayMessages as persian } from '../../web/today/todayMessages.fa.ts';
import { todayMessages as russian } from '../../web/today/todayMessages.ru.ts';
import { mockDate, mockToday } from './mockDay.ts';
import { mockQueueNow } from './mockQueue.ts';
import { mockAgainst } from './mockStanding.ts';

const formats = new Formats('en-GB');
const store = { id: 'arbat', name: 'Arbat', currency: 'RUB' };
/** A Saturday until 17:00. */
const today = viewOf(mockToday(store, { date: mockDate, hours: 7 }), formats);

const silent = (reason: NonNullable<Against['reason']>): Against => ({
  ...{ value: 300, usual: null, range: null, verdict: null, change: null, days: 2, reason },
});

function saidOf(standing: Partial<Standing>, more: Partial<DayView> = {}): string {
  return headlineText({ ...today, ...more, standing: { ...today.standing, ...standing } }, formats);
}

describe('the sentence at the top of a day', () => {
  it('says who came, beside a usual day by now, and how conversion stands', () => {
    expect(saidOf({})).toBe(
      '322 people came in so far, 2% fewer than a usual Saturday by now; conversion is within its usual range.',
    );
    expect(saidOf({ conversionRate: mockAgainst(0.15, 0.25, [0.2, 0.3]) })).toContain(
      'conversion, 15.0%, is below its usual range.',
    );
    expect(saidOf({ entries: mockAgainst(322, 322, [270, 390]) })).toContain('as many as on a usual Saturday by now;');
  });

  it('says that so many, or so few, are unusual', () => {
    expect(saidOf({ entries: mockAgainst(322, 200, [150, 250]) })).toContain(
      'unusually many: 61% more than a usual Saturday by now',
    );
    expect(saidOf({ entries: mockAgainst(322, 600, [500, 700]) })).toContain('unusually few: 46% fewer');
  });

  it('compares nothing where it can’t, and says why', () => {
    expect(saidOf({ entries: silent('lowCoverage') })).toBe(
      '322 people came in so far; too much of the time is missing to compare it.',
    );
    expect(saidOf({ entries: silent('noUsual') })).toBe(
      '322 people came in so far; there are too few Saturdays yet to say what is usual.',
    );
    expect(saidOf({ conversionRate: silent('tooFew') })).toContain('it is too early to judge conversion.');
    expect(saidOf({ entries: silent('tooFew'), conversionRate: silent('unknown') })).toBe('322 people came in so far.');
  });

  it('is of the whole day once it is over, and leads with purchases where nobody counts the door', () => {
    const headline = { state: 'counted', step: 'purchases', isOver: true } as const;
    expect(saidOf({ conversionRate: silent('unknown') }, { isToday: false, headline })).toBe(
      '79 purchases were made, as many as on a usual Saturday.',
    );
  });

  it('says that nothing was counted, that it has not begun, and that the store is closed', () => {
    const of = (state: DayView['headline']['state']): string =>
      saidOf({}, { headline: { state, step: null, isOver: false } });
    expect(of('nothing')).toBe('Nothing has been counted on this day.');
    expect(of('notBegun')).toBe('The store opens at 10:00.');
    expect(of('closed')).toBe('The store does not open on this day.');
  });

  it('names the usual range and the days it is from', () => {
    expect(usualText(today, formats)).toBe('270 to 390 entries, conversion 19.7–29.0%, from 8 Saturdays');
    expect(usualText({ ...today, standing: { ...today.standing, entries: silent('noUsual') } }, formats)).toBeNull();
  });

  it('is a whole sentence in Russian and Persian, with the weekday as the language bends it', () => {
    const change = { percent: '9 %', direction: 'up', isUnusual: false } as const;
    const wednesday = {
      step: 'entries',
      count: formats.counted(412),
      weekday: 2,
      isByNow: true,
      isOver: false,
      change,
    } as const;
    expect(russian.headline.counted(wednesday)).toBe(
      'Пока вошло 412 человек, на 9 % больше, чем в обычную среду к этому времени',
    );
    expect(persian.headline.counted({ ...wednesday, change: { ...change, percent: '۹٪' } })).toBe(
      'تا این لحظه 412 نفر وارد شدند، ۹٪ بیشتر از یک چهارشنبهٔ معمولی تا این ساعت',
    );
  });
});

describe('the one thing to look at', () => {
  const words = { formats, search: { store: 'arbat' } };
  const linesOf = (attention: readonly Attention[], queue: string | null = null) =>
    attentionLines({ ...today, attention }, queue === null ? null : mockQueueNow(queue), words);

  it('is nothing where nothing stands out', () => {
    expect(linesOf([])).toEqual([]);
  });

  it('says of an outage that is over from when until when, after a queue that is over its target now', () => {
    const gap: Attention = {
      ...{ code: 'outage', cause: 'ingest_gap', step: null, device: null, name: null, coverage: null },
      ...{ since: '2026-03-14T13:05:00+03:00', until: '2026-03-14T13:40:00+03:00' },
    };
    expect(linesOf([gap], 'arbat').map(({ text, tone }) => [text, tone])).toEqual([
      ['Tills: who joins now waits about 3 min 6 s; the target is 3 min.', 'fair'],
      ['Lintel itself received nothing from 13:05 until 13:40.', 'fair'],
    ]);
  });

  it('is not said to be missing where there are too few days to tell', () => {
    expect(quietWords(today, formats)).toMatchObject({ tone: 'good', title: 'Nothing stands out' });
    const few = silent('noUsual');
    const standing: Standing = {
      ...{ passersBy: few, entries: few, purchases: few, captureRate: few, conversionRate: few },
      ...{ netSalesMinor: few, averageCheckMinor: few, salesPerVisitorMinor: few, unitsPerTransaction: few },
    };
    expect(quietWords({ ...today, compared: null, standing }, formats)).toEqual({
      tone: 'none',
      title: 'Not enough days yet to say what is usual',
      text: '2 of the 4 same weekdays that it takes are known. No outage and no queue over its target.',
    });
  });

  it('says a count as people and a share in per cent', () => {
    const fallen = { code: 'belowUsual', value: 0.31, usual: 0.4, low: 0.35, change: -0.2 } as const;
    const [share] = linesOf([{ ...fallen, figure: 'captureRate' }]);
    expect([share?.text, share?.tone]).toEqual([expect.stringContaining('31.0%'), 'fair']);
    const [count] = linesOf([{ ...fallen, figure: 'entries', value: 200, usual: 300, low: 249.6 }]);
    expect(count?.text).toContain('200, where at least 250 ');
  });

  it('tells of an outage when it began, with the date where that was not today, and whether it is over', () => {
    const outage: Attention = {
      ...{ code: 'outage', cause: 'offline', step: 'entries', device: 'door', name: 'Door', coverage: 0.6 },
      ...{ since: '2026-03-14T13:05:00+03:00', until: null },
    };
    const said = (more: Partial<typeof outage>) =>
      linesOf([{ ...outage, ...more }]).map(({ text, tone }) => [text, tone]);
    expect(said({})).toEqual([[expect.stringContaining('since 13:05.'), 'poor']]);
    expect(said({ since: null })).toEqual([[expect.not.stringContaining('since'), 'poor']]);
    expect(said({ since: '2026-03-12T18:00:00+03:00' })).toEqual([[expect.stringMatching(/12.*18:00/), 'poor']]);
    expect(said({ cause: 'ingest_gap' })).toEqual([[expect.stringContaining('since 13:05'), 'poor']]);
    expect(said({ cause: 'low_coverage' })).toEqual([[expect.stringContaining('60%'), 'fair']]);
    expect(linesOf([outage])[0]?.note).not.toBeNull();
  });

  it('leads to the page that shows more of it', () => {
    const fallen = {
      code: 'belowUsual',
      figure: 'conversionRate',
      value: 0.15,
      usual: 0.25,
      low: 0.2,
      change: -0.4,
    } as const;
    expect(linesOf([fallen])).toEqual([
      {
        tone: 'fair',
        text: 'Fewer of those who come in buy: 15.0%, where at least 20.0% is usual.',
        note: null,
        path: '/trends',
        search: { store: 'arbat', metric: 'conversionRate' },
        more: 'See how it went',
      },
    ]);
  });

  it('names the device and since when nothing has come from it, before a queue that is to be watched', () => {
    const outage: Attention = {
      code: 'outage',
      cause: 'silent',
      step: 'entries',
      device: 'door',
      name: 'Door',
      since: '2026-03-14T13:05:00+03:00',
      until: null,
      coverage: 0.6,
    };
    const lines = linesOf([outage], 'arbat');
    expect(lines.map(({ text }) => text)).toEqual([
      'Nothing has come from Door since 13:05.',
      'Tills: who joins now waits about 3 min 6 s; the target is 3 min.',
    ]);
    expect(lines.map(({ path }) => path)).toEqual(['/data', '/queue']);
  });
});
