import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { AuditsAnswer } from '../../server/contracts/audits.ts';
import type { FunnelAnswer } from '../../server/contracts/funnel.ts';
import type { TakeOutsAnswer } from '../../server/contracts/takeOuts.ts';
import { accuracyOf } from '../../server/kpi/accuracy.ts';
import { accuracySentence, isOfFewPeople, togetherSentence } from '../../web/audits/accuracyText.ts';
import type { AdjustedFigures, Audits, ComparedDirection, TakeOut } from '../../web/audits/auditTypes.ts';
import { clockText } from '../../web/audits/count/lengths.ts';
import { instantOf, wallClock } from '../../web/audits/zoneTime.ts';
import { Formats } from '../../web/format/formats.ts';

const formats = new Formats('en-GB');

function compared(manual: number, device: number): ComparedDirection {
  const accuracy = accuracyOf([{ manual, device }]);
  if (accuracy === null) throw new Error('nobody was counted');
  return accuracy;
}

describe('what is said of a counter’s accuracy', () => {
  it('is a sentence for whoever runs the shop', () => {
    expect(accuracySentence('in', compared(100, 94), formats)).toBe(
      'The counter saw 94% of those who came in; between 88% and 97%.',
    );
    expect(accuracySentence('out', compared(50, 53), formats)).toBe(
      'The counter saw 53 where there were 50 who went out: 94% right; between 84% and 98%.',
    );
  });

  it('never rounds up to everyone', () => {
    expect(accuracySentence('in', compared(1000, 998), formats)).toContain('saw 99.8% of those');
    expect(accuracySentence('in', compared(40, 40), formats)).toBe(
      'The counter saw everyone who came in; at least 91%.',
    );
  });

  it('says to look at a counter that saw more than twice as many', () => {
    expect(accuracySentence('in', compared(10, 25), formats)).toContain('look at how it is mounted');
  });

  it('of several counts together keeps what was too many apart from what was too few', () => {
    const both = accuracyOf([
      { manual: 50, device: 45 },
      { manual: 50, device: 55 },
    ]);
    if (both === null) throw new Error('nobody was counted');
    expect(togetherSentence('in', { ...both, audits: 2 }, formats)).toBe(
      'The counter is right for 90% of those who came in; between 83% and 94%. It saw 100, people counted 100.',
    );
  });

  it('says where few people were counted', () => {
    expect([29, 30].map((manual) => isOfFewPeople(compared(manual, manual)))).toEqual([true, false]);
  });
});

describe('the clock of a count', () => {
  it.each([
    [0, '0:00'],
    [59_999, '0:59'],
    [15 * 60_000 + 4000, '15:04'],
    [3_600_000, '1:00:00'],
    [-500, '0:00'],
  ])('%i ms are %s', (ms, shown) => {
    expect(clockText(ms)).toBe(shown);
  });
});

describe('a time that is taken out', () => {
  it('is typed in the store’s time', () => {
    expect(new Date(instantOf('Europe/Moscow', '2026-03-02T10:15')).toISOString()).toBe('2026-03-02T07:15:00.000Z');
    expect(wallClock('America/New_York', Date.parse('2026-07-01T03:59:59Z'))).toBe('2026-06-30T23:59');
    expect(instantOf('Europe/Berlin', 'soon')).toBeNaN();
  });

  it('comes back as it was typed, in every zone', () => {
    const zones = ['UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Apia'];
    const minute = 60_000;
    const instant = fc.integer({ min: Date.parse('2015-01-01Z') / minute, max: Date.parse('2035-01-01Z') / minute });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instant, (zone, minutes) => {
        const shown = wallClock(zone, minutes * minute);
        expect(wallClock(zone, instantOf(zone, shown))).toBe(shown);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what the dashboard expects of audits and take-outs', () => {
  it('is what the server’s contracts promise', () => {
    expectTypeOf<AuditsAnswer>().toExtend<Audits>();
    expectTypeOf<TakeOutsAnswer['takeOuts'][number]>().toExtend<TakeOut>();
    expectTypeOf<NonNullable<FunnelAnswer['total']['adjusted']>>().toExtend<AdjustedFigures>();
    expect(clockText(1000)).toBe('0:01');
  });
});
