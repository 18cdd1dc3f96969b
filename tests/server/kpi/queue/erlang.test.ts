import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangB, erlangC } from '../../../../server/kpi/queue/erlang.ts';
import { type Demand, waitingWith } from '../../../../server/kpi/queue/staffing.ts';

/** The load at which `tills` lose the share `blocked`: what tables of Erlang B list. */
function loadAt(tills: number, blocked: number): number {
  let low = 0;
  let high = 10 * tills + 10;
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (erlangB(tills, middle) < blocked) low = middle;
    else high = middle;
  }
  return low;
}

/** The load at which the share `waiting` has to wait: what tables of Erlang C list. */
function delayLoadAt(tills: number, waiting: number): number {
  let low = 0;
  let high = tills;
  for (let i = 0; i < 100; i++) {
    const middle = (low + high) / 2;
    if (erlangC(tills, middle) < waiting) low = middle;
    else high = middle;
  }
  return low;
}

/** Erlang C straight from its definition, (a^c/c!)·c/(c − a) over the sum, in whole numbers: exact for a = n/m. */
function byDefinition(tills: number, numerator: number, denominator: number): number {
  const n = BigInt(numerator);
  const d = BigInt(denominator);
  const c = BigInt(tills);
  // Everything times c!·d^c·(c·d − n), so that no division is left.
  let term = 1n;
  for (let k = 1n; k <= c; k++) term *= k * d;
  let below = 0n;
  let power = term;
  for (let k = 0n; k < c; k++) {
    below += power;
    power = (power * n) / ((k + 1n) * d);
  }
  const all = power * c * d;
  const total = below * (c * d - n) + all;
  return Number((all * 10n ** 15n) / total) / 1e15;
}

describe('Erlang B beside published tables', () => {
  it.each([
    // Lucent Technologies, Wireless University: "Erlang-B capacity table, 2 % blocking" (garywagoner.tripod.com/traffic/ERLANG.HTML)
    [1, 0.02, '0.020'],
    [3, 0.02, '0.602'],
    [5, 0.02, '1.657'],
    [7, 0.02, '2.935'],
    [9, 0.02, '4.345'],
    [11, 0.02, '5.842'],
    [13, 0.02, '7.402'],
    [15, 0.02, '9.010'],
    [17, 0.02, '10.656'],
    [19, 0.02, '12.333'],
    [21, 0.02, '14.036'],
    [29, 0.02, '21.039'],
    [31, 0.02, '22.827'],
    // Rappaport, Wireless Communications: Principles and Practice, 2nd ed. 2002, table 3.4 "Capacity of an Erlang B system"
    [2, 0.01, '0.153'],
    [4, 0.01, '0.869'],
    [5, 0.01, '1.36'],
    [10, 0.01, '4.46'],
    [20, 0.01, '12.0'],
    [40, 0.01, '29.0'],
    [70, 0.01, '56.1'],
    [100, 0.01, '84.1'],
    [4, 0.005, '0.701'],
    [10, 0.005, '3.96'],
    [4, 0.002, '0.535'],
    [10, 0.002, '3.43'],
    [4, 0.001, '0.439'],
    [10, 0.001, '3.09'],
  ])('%i lines lose the share %d at %s erlang', (lines, blocked, erlangs) => {
    const decimals = erlangs.length - erlangs.indexOf('.') - 1;
    expect(loadAt(lines, blocked).toFixed(decimals)).toBe(erlangs);
  });
});

describe('Erlang C beside published tables', () => {
  // Anderson, Sweeney, Williams, An Introduction to Management Science (Cengage): template of the multiple-server queue, 10 customers
  // come and a server serves 12 in the same time: average number waiting, share who have to wait.
  it.each([
    [2, 0.175, 0.245],
    [3, 0.022, 0.058],
    [4, 0.003, 0.011],
    [5, 0.0, 0.002],
    [6, 0.0, 0.0],
  ])('with %i servers %d wait on average, and the share %d has to wait', (servers, length, waiting) => {
    const demand: Demand = { arrivalsPerHour: 10, service: { meanSeconds: 300, variation: 1 } };
    const { expectedWaitSeconds } = waitingWith(servers, demand, 0) ?? { expectedWaitSeconds: Number.NaN };
    expect(erlangC(servers, 10 / 12)).toBeCloseTo(waiting, 3);
    expect((10 / 3600) * expectedWaitSeconds).toBeCloseTo(length, 3);
  });

  it('three engineers and 300 calls a year wait 0.43 days on average (Bronson, Operations Research, 1982, 24.6)', () => {
    // 300 calls in 365 days, two days each: Lq = 0.352, Wq = 0.001175 years.
    const hour = 3600;
    const demand = { arrivalsPerHour: 300 / (365 * 24), service: { meanSeconds: 48 * hour, variation: 1 } };
    const { expectedWaitSeconds } = waitingWith(3, demand, 0) ?? { expectedWaitSeconds: Number.NaN };
    expect((expectedWaitSeconds / (24 * hour)) * (300 / 365)).toBeCloseTo(0.352, 3);
    expect(expectedWaitSeconds / (365 * 24 * hour)).toBeCloseTo(0.001175, 6);
  });

  // Dunlop, Girma, Irvine, Digital Mobile Communications and the TETRA System (Wiley 1999), appendix A.3: Erlang C table.
  it.each([
    [8, 0.05, 3.87],
    [10, 0.01, 4.08],
  ])('%i channels keep the share who wait at %d up to %d erlang', (channels, waiting, erlangs) => {
    expect(delayLoadAt(channels, waiting)).toBeCloseTo(erlangs, 2);
  });

  it('agrees with its definition, worked out in whole numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 99 }), (tills, percent) => {
        expect(erlangC(tills, (tills * percent) / 100)).toBeCloseTo(byDefinition(tills, tills * percent, 100), 10);
      }),
    );
  });
});

describe('laws of waiting', () => {
  const load = fc.record({
    tills: fc.integer({ min: 1, max: 150 }),
    share: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  });

  it('more tills never make more people wait, and more people never fewer', () => {
    fc.assert(
      fc.property(load, ({ tills, share }) => {
        const erlangs = tills * share;
        expect(erlangC(tills + 1, erlangs)).toBeLessThanOrEqual(erlangC(tills, erlangs));
        expect(erlangC(tills, erlangs * 0.99)).toBeLessThanOrEqual(erlangC(tills, erlangs));
        expect(erlangB(tills, erlangs)).toBeLessThanOrEqual(erlangC(tills, erlangs) + 1e-15);
      }),
    );
  });

  it('one till: everybody waits who finds it busy, which is its load', () => {
    expect(erlangC(1, 0.37)).toBeCloseTo(0.37, 12);
  });

  it('tills that cannot keep up let everybody wait', () => {
    expect(erlangC(3, 3)).toBe(1);
    expect(erlangC(3, 12)).toBe(1);
  });

  it('two thousand tills do not overflow', () => {
    expect(erlangC(2000, 1950)).toBeGreaterThan(0.1);
    expect(erlangC(2000, 1950)).toBeLessThan(0.3);
  });
});
