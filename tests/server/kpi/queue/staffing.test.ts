import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFor } from '../../../../server/demo/random.ts';
import { serviceTimeOf } from '../../../../server/kpi/queue/serviceTime.ts';
import { type Demand, mostTills, tillsNeeded, waitingWith } from '../../../../server/kpi/queue/staffing.ts';
import { exponential, lognormal, waitsOf } from './shopFloor.ts';

const target = { targetSeconds: 180, targetShare: 0.8 };
const demandOf = (arrivalsPerHour: number, meanSeconds: number, variation = 1): Demand => ({
  arrivalsPerHour,
  service: { meanSeconds, variation },
});
const sumOf = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0);
const mean = (list: readonly number[]): number => sumOf(list) / list.length;
const shareWithin = (waits: readonly number[], seconds: number): number =>
  waits.filter((wait) => wait <= seconds).length / waits.length;

describe('the recommended tills, played through customer by customer', () => {
  const shops = [
    { arrivalsPerHour: 12, meanSeconds: 150, targetSeconds: 180, targetShare: 0.8 },
    { arrivalsPerHour: 55, meanSeconds: 95, targetSeconds: 120, targetShare: 0.9 },
    { arrivalsPerHour: 130, meanSeconds: 75, targetSeconds: 180, targetShare: 0.8 },
    { arrivalsPerHour: 240, meanSeconds: 110, targetSeconds: 60, targetShare: 0.95 },
  ];
  const services = [
    { name: 'exponential service', variation: 1, of: exponential },
    { name: 'lognormal service of half the variation', variation: 0.5, of: (m: number) => lognormal(m, 0.5) },
    { name: 'lognormal service of twice the variation', variation: 2, of: (m: number) => lognormal(m, 2) },
  ];
  for (const shop of shops) {
    for (const { name, variation, of } of services) {
      it(`${shop.arrivalsPerHour} an hour, ${name}: the target is kept`, () => {
        const needed = tillsNeeded(demandOf(shop.arrivalsPerHour, shop.meanSeconds, variation), shop);
        if (needed === null) throw new Error('no number of tills was found');
        const people = 60_000;
        const floor = {
          ...shop,
          seed: `${shop.arrivalsPerHour} ${name}`,
          people,
          serviceSeconds: of(shop.meanSeconds),
        };
        const waits = waitsOf({ ...floor, tills: needed.tills });
        // A hundredth: what 60,000 customers of a busy line leave to chance, and the approximation of what is not exponential.
        expect(shareWithin(waits, shop.targetSeconds)).toBeGreaterThan(shop.targetShare - 0.01);
        if (variation === 1) {
          expect(shareWithin(waits, shop.targetSeconds)).toBeCloseTo(needed.serviceLevel, 1);
          expect(mean(waits) / needed.expectedWaitSeconds).toBeGreaterThan(0.85);
          expect(mean(waits) / needed.expectedWaitSeconds).toBeLessThan(1.15);
          const fewer = waitingWith(
            needed.tills - 1,
            demandOf(shop.arrivalsPerHour, shop.meanSeconds),
            shop.targetSeconds,
          );
          expect(fewer === null || fewer.serviceLevel < shop.targetShare).toBe(true);
        }
      });
    }
  }

  it('the target is kept with what was measured of the queue itself: its service times and who came', () => {
    const truth = { arrivalsPerHour: 84, serviceSeconds: lognormal(88, 0.7) };
    const random = randomFor('measured');
    const seconds = Array.from({ length: 2000 }, () => truth.serviceSeconds(random));
    const sums = { people: 2000, seconds: sumOf(seconds), squaredSeconds: sumOf(seconds.map((one) => one * one)) };
    const service = serviceTimeOf(sums, 'visits');
    if (service === null) throw new Error('two thousand are enough');
    const needed = tillsNeeded({ arrivalsPerHour: truth.arrivalsPerHour, service }, target);
    const waits = waitsOf({ ...truth, people: 60_000, seed: 'measured', tills: needed?.tills ?? 0 });
    expect(shareWithin(waits, target.targetSeconds)).toBeGreaterThan(target.targetShare);
  });

  it('one till fewer breaks the target', () => {
    const shop = { arrivalsPerHour: 130, targetSeconds: 180, targetShare: 0.8, meanSeconds: 75 };
    const needed = tillsNeeded(demandOf(shop.arrivalsPerHour, shop.meanSeconds), shop);
    if (needed === null) throw new Error('no number of tills was found');
    const floor = { ...shop, people: 60_000, seed: 'fewer', serviceSeconds: exponential(shop.meanSeconds) };
    const waits = waitsOf({ ...floor, tills: needed.tills - 1 });
    expect(shareWithin(waits, shop.targetSeconds)).toBeLessThan(shop.targetShare);
  });
});

describe('how many tills are needed', () => {
  it('one where nobody comes, or as many as must be there in any case', () => {
    expect(tillsNeeded(demandOf(0, 90), target)).toEqual({ tills: 1, expectedWaitSeconds: 0, serviceLevel: 1 });
    expect(tillsNeeded(demandOf(0, 90), target, 3)?.tills).toBe(3);
  });

  it('cannot be said where two hundred are not enough', () => {
    expect(tillsNeeded(demandOf(3600, 300), target)).toBeNull();
    expect(waitingWith(mostTills, demandOf(3600, 300), 180)).toBeNull();
  });

  it('never fewer where more come, where service takes longer or varies more, or where the target is stricter', () => {
    const arrivals = fc.double({ min: 0.1, max: 600, noNaN: true });
    const seconds = fc.double({ min: 5, max: 600, noNaN: true });
    const share = fc.double({ min: 0.5, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(arrivals, seconds, share, (arrivalsPerHour, meanSeconds, targetShare) => {
        const own = { targetSeconds: 120, targetShare };
        const tills = (demand: Demand, wanted = own): number => tillsNeeded(demand, wanted)?.tills ?? mostTills + 1;
        const base = tills(demandOf(arrivalsPerHour, meanSeconds));
        expect(tills(demandOf(arrivalsPerHour * 1.2, meanSeconds))).toBeGreaterThanOrEqual(base);
        expect(tills(demandOf(arrivalsPerHour, meanSeconds * 1.2))).toBeGreaterThanOrEqual(base);
        expect(tills(demandOf(arrivalsPerHour, meanSeconds, 3))).toBeGreaterThanOrEqual(base);
        expect(tills(demandOf(arrivalsPerHour, meanSeconds, 0.2))).toBe(base);
        expect(tills(demandOf(arrivalsPerHour, meanSeconds), { ...own, targetSeconds: 30 })).toBeGreaterThanOrEqual(
          base,
        );
      }),
      { numRuns: 60 },
    );
  });
});
