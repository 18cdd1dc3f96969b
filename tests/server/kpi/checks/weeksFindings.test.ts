import { describe, expect, it } from 'vitest';
import { balanceFindings } from '../../../../server/kpi/checks/balance.ts';
import { conversionFindings } from '../../../../server/kpi/checks/conversion.ts';
import { flatLineFindings } from '../../../../server/kpi/checks/flatLine.ts';
import { salesWithoutTraffic } from '../../../../server/kpi/checks/salesWithoutTraffic.ts';
import { weeksFindings } from '../../../../server/kpi/checks/weeksFindings.ts';
import { demoFacts } from '../../demoFacts.ts';
import { firstSlot } from '../dayOf.ts';
import { today, weeksIn, weeksOf } from './weeks.ts';

const busy = (): number => 6;
const sold = (slot: number): number => (slot % 2 === 0 ? 1 : 0);
const usual = { door: busy, till: sold };
const closedAt = (clock: string): number => Date.parse(`${today}T${clock}:00Z`);

describe('a shop whose figures fit together', () => {
  it('raises nothing', () => {
    expect(weeksFindings(weeksOf(() => usual))).toEqual([]);
  });

  it('raises nothing when its first weeks say too little', () => {
    expect(weeksFindings(weeksOf((ago) => (ago < 3 ? usual : {})))).toEqual([]);
  });
});

describe('a flat line', () => {
  it('is a counter that reports nobody for hours in which even a quiet day has many', () => {
    const dead = { ...usual, door: (slot: number) => (slot < 52 ? 6 : 0) };
    const [found] = flatLineFindings(weeksOf((ago) => (ago === 0 ? dead : usual)));
    expect(found).toMatchObject({ code: 'flat_line', deviceId: 'door', since: closedAt('13:00'), severity: 'medium' });
    expect(found?.until).toBe(closedAt('18:00'));
    expect(found?.figures).toMatchObject({ step: 'entries', hours: 5, usual: 120 });
  });

  it('goes on while it reaches up to now', () => {
    const dead = { ...usual, door: (slot: number) => (slot < 52 ? 6 : 0) };
    const weeks = weeksOf((ago) => (ago === 0 ? dead : usual));
    const [found] = flatLineFindings({ ...weeks, now: closedAt('18:10') });
    expect(found).toMatchObject({ until: null, severity: 'high' });
  });

  it('is not raised for a quarter or two without anybody, nor on a day that is quiet altogether', () => {
    const pause = { ...usual, door: (slot: number) => (slot === 50 || slot === 51 ? 0 : 6) };
    expect(flatLineFindings(weeksOf((ago) => (ago === 0 ? pause : usual)))).toEqual([]);
    const holiday = { ...usual, door: (slot: number) => (slot % 9 === 0 ? 1 : 0) };
    expect(flatLineFindings(weeksOf((ago) => (ago === 0 ? holiday : usual)))).toEqual([]);
  });

  it('is not raised where the same weekday was as quiet before', () => {
    const dead = { ...usual, door: () => 0 };
    expect(flatLineFindings(weeksOf((ago) => (ago % 7 === 0 ? dead : usual)))).toEqual([]);
  });

  it('of a till is a day without receipts that usually has many', () => {
    const found = flatLineFindings(weeksOf((ago) => (ago === 1 ? { door: busy } : { door: busy, till: () => 2 })));
    expect(found).toMatchObject([{ code: 'flat_line', deviceId: 'till', figures: { step: 'purchases' } }]);
  });
});

describe('in and out', () => {
  it('that differ by more than a tenth over the last full week are told, for the only door', () => {
    const found = balanceFindings(weeksOf(() => ({ ...usual, out: 150 })));
    expect(found).toMatchObject([{ code: 'in_out_balance', deviceId: 'door', severity: 'medium' }]);
    expect(found[0]?.figures).toMatchObject({ in: 7 * 192, out: 7 * 150, days: 7 });
  });

  it('may differ by less, or by what chance makes of few people', () => {
    expect(balanceFindings(weeksOf(() => ({ ...usual, out: 175 })))).toEqual([]);
    const few = (slot: number): number => (slot === firstSlot ? 9 : 0);
    expect(balanceFindings(weeksOf(() => ({ door: few, out: 7 })))).toEqual([]);
  });
});

describe('purchases', () => {
  it('that are more than the people who came in are told, with the numbers', () => {
    const found = conversionFindings(weeksOf((ago) => (ago < 3 ? { door: () => 1, till: () => 2 } : usual)));
    expect(found).toMatchObject([{ code: 'conversion_over_100', severity: 'high', figures: { days: 1 } }]);
    expect(found[0]?.figures).toMatchObject({ purchases: 64, entries: 32 });
  });

  it('may be a few more by chance', () => {
    expect(conversionFindings(weeksOf(() => ({ door: () => 1, till: () => 1.05 })))).toEqual([]);
  });

  it('while the doors count nobody are told, from when on', () => {
    const covered = { till: sold, door: (slot: number) => (slot < 52 ? 6 : 0) };
    const [found] = salesWithoutTraffic(weeksOf((ago) => (ago === 0 ? covered : usual)));
    expect(found).toMatchObject({ code: 'sales_without_traffic', deviceId: null, since: closedAt('13:00') });
    expect(found?.figures).toMatchObject({ purchases: 9 });
  });

  it('of people who came in before a quiet half hour are no matter', () => {
    const quiet = { till: () => 1, door: (slot: number) => (slot === 52 || slot === 53 ? 0 : 6) };
    expect(salesWithoutTraffic(weeksOf(() => quiet))).toEqual([]);
  });

  it('without entries are no fault of a shop that has no door counter', () => {
    const weeks = weeksOf(() => ({ till: sold }));
    expect(salesWithoutTraffic({ ...weeks, devices: weeks.devices.slice(1) })).toEqual([]);
  });
});

describe('the demo, where nothing is wrong with the counting', () => {
  it('raises no alarm in two months of daily looks at shops of every kind', () => {
    const shops = ['arbat', 'neukoelln', 'hamburg', 'sheremetyevo'];
    const found: unknown[] = [];
    let looks = 0;
    for (const shop of shops) {
      for (const weeks of weeksIn(demoFacts(shop, { from: '2025-10-20', to: '2026-01-18' }))) {
        looks++;
        found.push(...weeksFindings(weeks));
      }
    }
    expect(looks).toBe(4 * 63);
    expect(found).toEqual([]);
  }, 120_000);

  it('has its checks awake: a door that goes blind at noon is found the same afternoon', () => {
    const blind = {
      deviceId: 'arbat-door',
      fromAt: Date.parse('2026-01-20T09:00:00Z'),
      toAt: Number.POSITIVE_INFINITY,
    };
    const facts = demoFacts('arbat', { from: '2025-12-22', to: '2026-01-20', blind: [blind] });
    const codes = [...weeksIn(facts)].at(-1);
    expect(codes && weeksFindings(codes).map(({ code }) => code)).toContain('flat_line');
  });
});
