import { describe, expect, it } from 'vitest';
import { datedText } from '../../web/data/clockText.ts';
import {
  coverageSentence,
  gapsOf,
  hoursTable,
  isAnySilent,
  runsOf,
  shareText,
  stripsOf,
} from '../../web/data/coverageGrid.ts';
import type { ClockHour, DeviceHours, Gap } from '../../web/data/dataTypes.ts';
import { Formats } from '../../web/format/formats.ts';

const formats = new Formats('en');
const day = '2026-03-02';
const next = '2026-03-03';

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00:00+03:00`;
const hour = (date: string, at: number, isOpen: boolean): ClockHour => ({
  start: `${date}T${clock(at)}`,
  end: `${date}T${clock(at + 1)}`,
  date,
  isOpen,
});
/** Open 10 to 12 on the first day, 11 to 13 on the second. */
const hours = [
  ...[8, 9, 10, 11, 12].map((at) => hour(day, at, at === 10 || at === 11)),
  ...[8, 9, 10, 11, 12].map((at) => hour(next, at, at === 11 || at === 12)),
];
const gap: Gap = {
  isFromBefore: false,
  start: `${day}T${clock(11)}`,
  end: null,
  why: 'silent',
  problem: null,
  missingSeconds: 3600,
};
const device: DeviceHours = {
  ...{ id: 'door', name: 'Front door', measures: ['entries'], isJudged: true, coverage: 0.5, gaps: [] },
  days: [
    { date: day, coverage: 0.5 },
    { date: next, coverage: null },
  ],
  shares: [null, null, 1, 0, null, null, null, null, null, null],
};

describe('the hours of a device', () => {
  it('are drawn over the same clock every day, as far as the store opens on any of them', () => {
    // The places are hours since the first of the day, here 8:00.
    const [first, second] = stripsOf({ hours }, device);
    expect(first?.hours.map(({ start, share }) => [start.slice(11, 13), share])).toEqual([
      ['10', 1],
      ['11', 0],
      ['12', null],
    ]);
    expect(second?.hours.map(({ start, isOpen }) => [start.slice(11, 13), isOpen])).toEqual([
      ['10', false],
      ['11', true],
      ['12', true],
    ]);
  });

  it('past midnight stand after those before it', () => {
    const late = [hour(day, 23, true), { ...hour(next, 0, true), date: day }];
    const [strip] = stripsOf({ hours: late }, { ...device, days: [{ date: day, coverage: 1 }], shares: [1, 1] });
    expect(strip?.hours).toHaveLength(2);
    // On the second day the store opens from 22 to 23 only: one in the morning has its place behind.
    const nights = [
      ...[hour(day, 8, false), hour(day, 22, false), hour(day, 23, true), { ...hour(next, 0, true), date: day }],
      ...[hour(next, 8, false), hour(next, 22, true), hour(next, 23, false)],
      { ...hour('2026-03-04', 0, false), date: next },
    ];
    const days = [day, next].map((date) => ({ date, coverage: 1 }));
    const strips = stripsOf({ hours: nights }, { ...device, days, shares: [null, null, 1, 1, null, 1, null, null] });
    expect(strips.map(({ hours }) => hours.map(({ start }) => start.slice(11, 13)))).toEqual([
      ['22', '23', '00'],
      ['22', '23', '00'],
    ]);
  });

  it('that are alike are drawn as one; hours in which nothing was due are left out', () => {
    const strip = [null, 1, 0.999, 0.52, 0.48, 0, null, 1].map((share) => ({
      start: '',
      end: '',
      isOpen: true,
      share,
    }));
    expect(runsOf(strip)).toEqual([
      { at: 1, length: 2, share: 1 },
      { at: 3, length: 2, share: 0.5 },
      { at: 5, length: 1, share: 0 },
      { at: 7, length: 1, share: 1 },
    ]);
  });

  it('are never said to be all there where a part is missing, nor gone where a part is there', () => {
    expect(shareText(0.999, formats)).toBe('99%');
    expect(shareText(0.001, formats)).toBe('1%');
    expect(shareText(1, formats)).toBe('100%');
    expect(shareText(0, formats)).toBe('0%');
    expect(shareText(0.01, formats)).toBe('1%');
    expect(shareText(0.29, formats)).toBe('29%');
  });
});

describe('the grid as a table', () => {
  it('has a line a device and a column a day, with what was covered', () => {
    expect(hoursTable({ devices: [device, { ...device, id: 'till', name: '' }] })).toEqual({
      head: ['Device', day, next, '7 days'],
      rows: [
        ['Front door', 0.5, null, 0.5],
        ['till', 0.5, null, 0.5],
      ],
    });
  });
});

describe('gaps', () => {
  it('that go on come first, then the latest', () => {
    const over = { ...gap, end: `${next}T${clock(12)}` };
    const other = { ...device, id: 'till', name: '', gaps: [{ ...over, start: `${next}T${clock(11)}` }, over] };
    const found = gapsOf({ devices: [other, { ...device, gaps: [gap] }] });
    expect(found.map(({ name, start }) => [name, start.slice(0, 13)])).toEqual([
      ['Front door', `${day}T11`],
      ['till', `${next}T11`],
      ['till', `${day}T11`],
    ]);
  });

  it('are told in one sentence: who is silent now, else who was, else that all is well', () => {
    const said = (...gaps: Gap[]): string => coverageSentence({ hours, devices: [{ ...device, gaps }] }, formats);
    expect(said(gap)).toBe('1 device reports nothing at the moment.');
    expect(said({ ...gap, end: `${day}T${clock(12)}` })).toContain('1 device has gaps');
    expect(said()).toContain('No counter or till was silent');
    expect(said({ ...gap, why: 'taken_out' })).toContain('1 device has gaps');
    expect(coverageSentence({ hours, devices: [{ ...device, coverage: null }] }, formats)).toContain('Nothing was due');
  });

  it('speak of the time since the first device was heard, where the store was open before', () => {
    const late = { ...device, shares: [null, null, null, 1, null, null, null, null, 1, 1] };
    expect(coverageSentence({ hours, devices: [late] }, formats)).toContain('since Mon, Mar 2, 11:00, when the first');
    expect(coverageSentence({ hours, devices: [late, device] }, formats)).toContain('of the last 7 days');
  });

  it('of a quarter of an hour that go on are a silence; shorter, over or taken out they are none', () => {
    const isSilent = (one: Gap): boolean => isAnySilent({ devices: [{ ...device, gaps: [one] }] });
    expect(isSilent(gap)).toBe(true);
    expect(isSilent({ ...gap, missingSeconds: 900 })).toBe(true);
    expect(isSilent({ ...gap, missingSeconds: 899 })).toBe(false);
    const earlier = { ...gap, end: `${day}T${clock(12)}` };
    expect(isAnySilent({ devices: [device, { ...device, gaps: [earlier, gap] }] })).toBe(true);
    expect(isSilent({ ...gap, end: `${next}T${clock(12)}` })).toBe(false);
    expect(isSilent({ ...gap, why: 'taken_out' })).toBe(false);
  });
});

describe('a sentence of the server', () => {
  it('writes its times as the page does', () => {
    expect(datedText('Silent since 2026-03-02 11:00.', formats)).toBe('Silent since Mon, Mar 2, 11:00.');
  });
});
