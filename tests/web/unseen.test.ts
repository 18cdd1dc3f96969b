import { describe, expect, it } from 'vitest';
import { peopleText } from '../../web/data/heldText.ts';
import { Formats } from '../../web/format/formats.ts';
import type { Estimate, OccupancyQuarter } from '../../web/today/dayTypes.ts';
import { hourSlots } from '../../web/today/hourSlots.ts';
import { insideShape } from '../../web/today/insideShape.ts';
import { estimatedDay, hasGap, unseenText } from '../../web/today/unseen.ts';
import { mockDate, mockHours, mockKpis, mockTotal } from './mockDay.ts';
import { mockEstimates } from './mockTrust.ts';

const formats = new Formats('en-GB');
const estimate: Estimate = {
  ...{ gapSeconds: 3600, estimated: 1035, low: 900, high: 1180, value: 2000, share: 0.52, reason: null },
};

describe('what a gap hides, in words', () => {
  it('is so many more, with bounds', () => {
    expect(unseenText(estimate, formats)).toBe('about 1,035 more in gaps (900–1,180)');
  });

  it('is nothing to speak of where nothing or nobody is missing', () => {
    expect(unseenText(null, formats)).toBeNull();
    expect(unseenText({ ...estimate, estimated: 0, low: 0 }, formats)).toBeNull();
    expect(unseenText({ ...estimate, estimated: 2, low: 0, high: 6, share: 0.001 }, formats)).toBeNull();
  });

  it('is said to be unknown where it is, unless the gap is short', () => {
    const unknown = { ...estimate, estimated: null, low: null, high: null, reason: 'too_little_history' };
    expect(unseenText(unknown, formats)).toContain('can’t be estimated');
    expect(unseenText({ ...unknown, gapSeconds: 60 }, formats)).toBeNull();
  });
});

describe('estimates of a day', () => {
  const hours = mockHours({ date: mockDate, hours: 5, gaps: [2] });
  const funnel = {
    store: 'a',
    currency: 'EUR',
    timezone: 'UTC',
    from: mockDate,
    to: mockDate,
    total: mockTotal(hours),
  };
  const found = estimatedDay({ ...funnel, ...mockEstimates(hours) });

  it('are asked for where a step is not covered whole', () => {
    expect(hasGap(mockTotal(hours))).toBe(true);
    const whole = mockKpis({ passersBy: null, entries: 5, purchases: 1 });
    expect(hasGap(whole)).toBe(false);
    expect(estimatedDay(funnel)).toBeNull();
  });

  it('stand with the hour whose gap they speak of, the measured hour as it was', () => {
    const slots = hourSlots({ date: mockDate, hours, ...(found ? { unseen: found.hours } : {}) }, null, null);
    expect(slots.map(({ unseen }) => unseen?.estimated ?? null)).toEqual([null, null, 55, null, null]);
    expect(slots[2]).toMatchObject({ state: 'gap', now: { entries: null } });
  });
});

describe('the line of the people inside', () => {
  const quarter = (clock: string, people: number | null): OccupancyQuarter => ({
    start: `${mockDate}T${clock}:00+03:00`,
    end: `${mockDate}T${clock.slice(0, 3)}59:00+03:00`,
    people,
    low: people === null ? null : people - 1,
    high: people === null ? null : people + 1,
  });

  it('breaks where nothing is known', () => {
    const shape = insideShape([quarter('10:00', 4), quarter('10:15', null), quarter('10:30', 9), quarter('10:45', 3)]);
    expect(shape?.lines).toHaveLength(2);
    expect(shape?.lines[0]).toBe('M25 24.4');
    expect(shape?.bands).toHaveLength(2);
    expect(shape).toMatchObject({ most: 9, from: '10:00', to: '10:59' });
  });

  it('is none where nothing is known at all', () => {
    expect(insideShape([])).toBeNull();
    expect(insideShape([quarter('10:00', null)])).toBeNull();
  });
});

it('people of a difference are told by direction, what was not sent left out', () => {
  const held = { line: 'main', start: '', end: '', in: 9000, out: null, passersBy: 3 };
  expect(peopleText(held, formats)).toBe('9,000 in and 3 passers-by');
});
