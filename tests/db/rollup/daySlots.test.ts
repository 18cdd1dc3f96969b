import { describe, expect, it } from 'vitest';
import { dayFlow } from '../../../db/rollup/dayFlow.ts';
import { deviceDays, slotsPerDay } from '../../../db/rollup/daySlots.ts';
import { bucketMs } from '../../../db/time/opening.ts';
import { demoFacts } from '../../server/demoFacts.ts';

const date = '2026-02-10';
const open = { from: 40, to: 88 };
const hidden = {
  deviceId: 'arbat-door',
  fromAt: Date.parse('2026-02-10T12:00:00+03:00'),
  toAt: Date.parse('2026-02-10T13:00:00+03:00'),
};

describe('a date by the quarters of the clock', () => {
  const facts = demoFacts('arbat', { from: date, to: date, hidden: [hidden] });
  const [street, door, till] = deviceDays(facts);
  const [day] = door?.days ?? [];

  it('is laid out by device and step, open quarters only', () => {
    expect([street, door, till].map((one) => [one?.device.id, one?.step])).toEqual([
      ['arbat-street', 'passersBy'],
      ['arbat-door', 'entries'],
      ['arbat-till', 'purchases'],
    ]);
    const slots = [...(day?.isOpen.keys() ?? [])].filter((slot) => day?.isOpen[slot] === 1);
    expect([slots[0], slots.at(-1), slots.length]).toEqual([open.from, open.to - 1, open.to - open.from]);
    expect(day?.isOpen).toHaveLength(slotsPerDay);
    expect(day?.startsAt[open.from]).toBe(Date.parse('2026-02-10T10:00:00+03:00'));
  });

  it('counts what the rows count, and knows what was not covered', () => {
    const inOpenHours = facts.counts.filter(
      ({ deviceId, bucket }) =>
        deviceId === 'arbat-door' && bucket >= (day?.startsAt[open.from] ?? 0) && bucket < hidden.toAt,
    );
    const sum = inOpenHours.reduce((all, row) => all + (row.countIn ?? 0), 0);
    expect(day?.counts.slice(open.from, 52).reduce((all, count) => all + count, 0)).toBe(sum);
    expect([47, 48, 51, 52].map((slot) => day?.isValid[slot])).toEqual([1, 0, 0, 1]);
    expect([47, 48].map((slot) => day?.observedMs[slot])).toEqual([bucketMs, 0]);
    expect(day?.expectedMs[48]).toBe(bucketMs);
  });

  it('holds both quarters that the clock shows twice, and none that it leaves out', () => {
    const nights = demoFacts('neukoelln', { from: '2025-10-25', to: '2025-10-26' });
    const [, nightDoor] = deviceDays(nights);
    // 02:00 to 03:00 comes twice on the 26th; the store closes at 02:00 in the night before.
    expect(nightDoor?.days.map(({ isOpen }) => isOpen.reduce((all, one) => all + one, 0))).toEqual([48, 56]);
  });
});

describe('both directions of the doors', () => {
  it('are summed bucket by bucket, and known as measured where each door sends both', () => {
    const facts = demoFacts('arbat', { from: date, to: date, hidden: [hidden] });
    const flow = dayFlow(facts);
    const rows = facts.counts.filter(({ deviceId }) => deviceId === 'arbat-door');
    const sum = (field: 'countIn' | 'countOut'): number => rows.reduce((all, row) => all + (row[field] ?? 0), 0);
    expect(flow.buckets.reduce((all, { ins }) => all + ins, 0)).toBe(sum('countIn'));
    expect(flow.buckets.reduce((all, { outs }) => all + outs, 0)).toBe(sum('countOut'));
    expect(flow).toMatchObject({ isMeasured: true, beginsOpen: false });
    expect(flow.coverage).toBeCloseTo(11 / 12, 9);
  });

  it('are not measured where a door never sends who goes out', () => {
    const facts = demoFacts('arbat', { from: date, to: date });
    const counts = facts.counts.map((row) => ({ ...row, countOut: null, outMs: 0, bothMs: 0 }));
    expect(dayFlow({ ...facts, counts })).toMatchObject({ isMeasured: false, coverage: 0 });
    expect(dayFlow({ ...facts, counts: [] }).isMeasured).toBe(false);
  });

  it('of a store that never closes begin while it is open', () => {
    expect(dayFlow(demoFacts('sheremetyevo', { from: date, to: date })).beginsOpen).toBe(true);
  });
});
