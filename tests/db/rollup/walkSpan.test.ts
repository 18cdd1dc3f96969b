import { describe, expect, it } from 'vitest';
import { walkSpan } from '../../../db/rollup/walkSpan.ts';

const minute = 60_000;
const span = (from: number, to: number) => ({ startAt: from * minute, endAt: to * minute });
const reports = { intervals: [], lastReportAt: 600 * minute, periodMs: minute };

describe('the time that an installer’s walks are taken out with', () => {
  it('begins and ends with the reports that they fall into', () => {
    const intervals = [span(585, 600), span(600, 615), span(615, 630), span(630, 645)];
    expect(walkSpan(span(607, 620), { ...reports, intervals, lastReportAt: 645 * minute })).toEqual(span(600, 630));
  });

  it('ends where the report that is still to come will end', () => {
    expect(
      walkSpan(span(600.2, 602.4), { ...reports, intervals: [span(600, 601)], lastReportAt: 601 * minute }),
    ).toEqual(span(600, 603));
    expect(walkSpan(span(603.2, 603.4), { ...reports, periodMs: 5 * minute })).toEqual(span(600, 605));
  });

  it('is the walks alone where each passage is told by itself, or nothing is known of the device', () => {
    expect(walkSpan(span(1.5, 2.5), { intervals: [], lastReportAt: null, periodMs: null })).toEqual(span(1.5, 2.5));
    expect(walkSpan(span(1.5, 2.5), { intervals: [], lastReportAt: null, periodMs: minute })).toEqual(span(1, 3));
  });

  it('reaches back to the last total before the walks, and not on to the first guest an hour after them', () => {
    const intervals = [span(300, 600), span(600, 601), span(601, 680)];
    const told = { intervals, lastReportAt: 680 * minute, periodMs: minute };
    expect(walkSpan(span(599, 602), told)).toEqual(span(300, 602));
  });
});
