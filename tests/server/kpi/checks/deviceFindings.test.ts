import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noReports } from '../../../../db/rollup/coverage.ts';
import type { Device } from '../../../../db/vocabulary/place.ts';
import { clockError, clockFindings, placedFindings } from '../../../../server/kpi/checks/clockSkew.ts';
import { type CheckedDevice, deviceFindings, type SaidState } from '../../../../server/kpi/checks/deviceFindings.ts';
import { makeDevice } from '../../../db/chain.ts';
import { at, everyDay, minute, shopWith } from '../../../db/rollup/shop.ts';

const store = shopWith([], { openingHours: everyDay(['10:00-20:00']) });
const said: SaidState = { state: null, problem: null, stateAt: null, battery: null };

interface Told extends Partial<CheckedDevice> {
  readonly last: number | null;
  readonly more?: Partial<Device>;
}

function findings({ last, more = {}, ...rest }: Told) {
  const device = makeDevice('door', 'shop', { installedAt: at('00:00', '2026-02-01'), ...more });
  const reports = { ...noReports, firstReportAt: last, lastReportAt: last, latestIntervalMs: minute };
  return deviceFindings({ store, device, reports, said, now: at('12:00'), ...rest });
}

const codes = (told: Told): string[] => findings(told).map(({ code }) => code);

describe('silence', () => {
  it('of a counter is told after a quarter of an hour, and is grave after two hours', () => {
    expect(codes({ last: at('11:50') })).toEqual([]);
    expect(findings({ last: at('11:40') })).toMatchObject([{ code: 'silence', severity: 'medium' }]);
    expect(findings({ last: at('11:00', '2026-03-01') })).toMatchObject([
      { severity: 'high', since: at('11:00', '2026-03-01') },
    ]);
  });

  it('at night is none: only opening time counts', () => {
    expect(codes({ last: at('20:00', '2026-03-01'), now: at('10:10') })).toEqual([]);
    expect(codes({ last: at('20:00', '2026-03-01'), now: at('10:20') })).toEqual(['silence']);
  });

  it('of a counter that reports by the hour is told after the hour', () => {
    const more = { reportsEverySeconds: 3600 };
    expect(codes({ last: at('11:00'), more })).toEqual([]);
    expect(codes({ last: at('10:55'), more })).toEqual(['silence']);
  });

  it('of a till is as long as it may be silent, from opening on', () => {
    const more = { measures: ['sales'] as const, silentAfterSeconds: 7200 };
    expect(codes({ last: at('19:59', '2026-03-01'), more, now: at('11:59') })).toEqual([]);
    expect(codes({ last: at('19:59', '2026-03-01'), more, now: at('12:01') })).toEqual(['silence']);
  });

  it('of a feed by file begins at noon of the day after', () => {
    const more = { measures: ['sales'] as const, feed: 'batch' } as const;
    expect(codes({ last: at('18:00', '2026-02-28'), more, now: at('11:00') })).toEqual([]);
    expect(codes({ last: at('18:00', '2026-02-28'), more, now: at('13:00') })).toEqual(['silence']);
    expect(codes({ last: at('18:00', '2026-03-01'), more, now: at('13:00') })).toEqual([]);
  });

  it('is told of who says that it is offline, not of who says that it is online', () => {
    const reports = { ...noReports, firstReportAt: 0, lastReportAt: at('19:00', '2026-03-01'), hasStatusSince: 0 };
    const online = { ...said, state: 'online', stateAt: 0 } as const;
    const offline = { ...said, state: 'offline', stateAt: at('11:00') } as const;
    const more = { mode: 'event' } as const;
    expect(codes({ last: null, reports, more, said: online, now: at('19:00') })).toEqual([]);
    expect(findings({ last: null, reports, more, said: offline })).toMatchObject([
      { code: 'silence', since: at('11:00'), figures: { offline: 1, openMinutes: 60 } },
    ]);
  });

  it('of a device that was removed, or is not installed yet, is no matter', () => {
    expect(codes({ last: at('10:00'), more: { removedAt: at('11:00') } })).toEqual([]);
    expect(codes({ last: null, more: { installedAt: at('13:00') } })).toEqual([]);
  });

  it('from the beginning is told apart', () => {
    expect(findings({ last: null })).toMatchObject([{ code: 'never_reported', severity: 'low' }]);
  });
});

describe('what a device says of itself', () => {
  it('is a problem until it says otherwise', () => {
    const covered = { ...said, state: 'online', problem: 'covered', stateAt: at('11:00') } as const;
    expect(findings({ last: at('12:00'), said: covered })).toMatchObject([
      { code: 'problem', severity: 'high', since: at('11:00'), figures: { problem: 'covered' } },
    ]);
  });

  it('is a battery in percent or as a fraction of 1; volts and a bare 1 say nothing', () => {
    const percent = (battery: number): unknown[] =>
      findings({ last: at('12:00'), said: { ...said, battery } }).map(({ figures }) => figures.percent);
    expect([20, 9, 0.15, 0].flatMap(percent)).toEqual([20, 9, 15, 0]);
    expect([21, 80, 0.5, 1, 3300, -1].flatMap(percent)).toEqual([]);
  });
});

/** A receipt every minute, `late` ms after the time it speaks of, each with its own delay. */
function receipts(late: number, delays: readonly number[]) {
  return delays.map((delay, i) => ({ latestAt: i * minute, receivedAt: i * minute + late + delay }));
}

describe('a device’s clock', () => {
  const prompt = Array.from({ length: 60 }, (_, i) => (i % 7) * 300);

  it('is right however late some of its messages come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 * 3_600_000 }), { minLength: 40, maxLength: 60 }), (delays) => {
        const some = delays.map((delay, i) => (i % 4 === 0 ? 200 : delay));
        expect(clockError(receipts(0, some))).toBeNull();
      }),
    );
  });

  it('is told by its fastest message, ahead and behind', () => {
    expect(clockError(receipts(-90_000, prompt))).toBe(-90_000);
    expect(clockError(receipts(20 * minute, prompt))).toBe(20 * minute);
    expect(clockError(receipts(-30_000, prompt))).toBeNull();
    expect(clockError(receipts(5 * minute, prompt))).toBeNull();
  });

  it('is not judged by a backlog, by an import, nor by a handful of messages', () => {
    const backlog = Array.from({ length: 60 }, (_, i) => ({
      latestAt: i * 10 * minute,
      receivedAt: 20 * 3_600_000 + i,
    }));
    expect(clockError(backlog)).toBeNull();
    expect(clockError(receipts(20 * minute, prompt.slice(0, 4)))).toBeNull();
    expect(clockError([])).toBeNull();
  });

  it('that is so fast that reports are refused is told with their number', () => {
    expect(clockFindings('door', [], { count: 12, since: 5 })).toMatchObject([
      { code: 'clock_skew', severity: 'high', since: 5, figures: { refused: 12 } },
    ]);
    expect(clockFindings('door', receipts(0, prompt), null)).toEqual([]);
  });

  it('a clock that was never set, or stands still, is told by what was placed by receipt', () => {
    expect(placedFindings('door', { count: 7, since: 5, reason: 'frozen' })).toMatchObject([
      { code: 'clock_unset', severity: 'medium', since: 5, figures: { reports: 7, reason: 'frozen' } },
    ]);
    expect(placedFindings('door', null)).toEqual([]);
  });
});
