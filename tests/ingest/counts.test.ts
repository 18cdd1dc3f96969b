import { describe, expect, test } from 'vitest';
import { judged } from './judged.ts';

const start = '2026-03-20T10:00:00Z';
const end = '2026-03-20T10:15:00Z';
const span = { start, end };
const startAt = Date.parse(start);

describe('counts', () => {
  test('an interval is understood; what was not measured is null, not 0', () => {
    expect(judged('counts', { ...span, in: 3, staffIn: 1, extra: 'ignored' })).toEqual({
      kind: 'interval',
      startAt,
      endAt: Date.parse(end),
      line: 'main',
      in: 3,
      out: null,
      passersBy: null,
      staffIn: 1,
      staffOut: null,
      groups: null,
      updatedAt: null,
    });
  });

  test.each([
    ['a negative count', { ...span, in: -1 }, 'schema'],
    ['a fraction', { ...span, in: 1.5 }, 'schema'],
    ['a number as text', { ...span, in: '3' }, 'schema'],
    ['true', { ...span, in: true }, 'schema'],
    ['null', { ...span, in: null }, 'schema'],
    ['more than 32 bits hold', { ...span, in: 2 ** 31 }, 'schema'],
    ['no count at all', span, 'schema'],
    ['more staff than people', { ...span, in: 1, staffIn: 2 }, 'schema'],
    ['staff without people', { ...span, out: 5, staffIn: 1 }, 'schema'],
    ['an end that is the start', { start, end: start, in: 1 }, 'schema'],
    ['an end before the start', { start: end, end: start, in: 1 }, 'schema'],
    ['more than a day', { start: '2026-03-18T10:00:00Z', end: '2026-03-19T10:00:01Z', in: 1 }, 'schema'],
    ['no end', { start, in: 1 }, 'schema'],
    ['a line that is no text', { ...span, in: 1, line: 7 }, 'schema'],
    ['an array inside an array', [[]], 'schema'],
    ['a number', 7, 'schema'],
    ['no offset', { start: '2026-03-20T10:00:00', end, in: 1 }, 'bad_time'],
    ['no real date', { start: '2026-02-30T10:00:00Z', end, in: 1 }, 'bad_time'],
    ['epoch seconds', { start: 1_774_000_000, end, in: 1 }, 'bad_time'],
    ['a clock that was never set', { start: '1970-01-01T00:00:00Z', end: '1970-01-01T00:15:00Z', in: 1 }, 'bad_time'],
    ['a start before the year 2000', { start: '1999-12-31T23:59:59Z', end: '2000-01-01T00:10:00Z', in: 1 }, 'bad_time'],
    ['an updatedAt that is none', { ...span, in: 1, updatedAt: 'later' }, 'bad_time'],
    ['an end 6 minutes ahead', { start: '2026-03-20T11:00:00Z', end: '2026-03-20T12:06:00Z', in: 1 }, 'future'],
    ['neither interval, total nor event', { at: start, in: 7 }, 'schema'],
  ])('%s is refused', (_what, body, reason) => {
    expect(judged('counts', body)).toBe(reason);
  });

  test.each([
    ['a day to the millisecond', { start: '2026-03-18T10:00:00Z', end: '2026-03-19T10:00:00Z', in: 0 }],
    ['an end 5 minutes ahead', { start: '2026-03-20T11:00:00Z', end: '2026-03-20T12:05:00Z', in: 1 }],
    ['passers-by alone', { ...span, passersBy: 9 }],
  ])('%s is understood', (_what, body) => {
    expect(judged('counts', body)).toMatchObject({ kind: 'interval' });
  });

  test('a clock that is local is read in the zone of the store', () => {
    const body = { start: '2026-03-20T13:00:00', end: '2026-03-20T13:15:00', in: 1 };
    expect(judged('counts', body, 'arbat/old-1')).toMatchObject({ startAt });
  });
});

describe('cumulative counts', () => {
  test('a reading is understood; a total that was not sent is null, not 0', () => {
    expect(judged('counts', { at: start, totalIn: 4_294_967_295, totalPassersBy: 0, line: 'left' })).toEqual({
      kind: 'reading',
      at: startAt,
      line: 'left',
      totalIn: 4_294_967_295,
      totalOut: null,
      totalPassersBy: 0,
      updatedAt: null,
    });
  });

  test.each([
    ['a negative total', { at: start, totalIn: -1 }, 'schema'],
    ['a fraction', { at: start, totalOut: 0.5 }, 'schema'],
    ['a number as text', { at: start, totalIn: '7' }, 'schema'],
    ['null', { at: start, totalIn: null }, 'schema'],
    ['a wrong total beside a right one', { at: start, totalIn: 1, totalOut: true }, 'schema'],
    ['more than a number holds exactly', { at: start, totalIn: 2 ** 53 }, 'schema'],
    ['no time', { totalIn: 7 }, 'schema'],
    ['a line that is no text', { at: start, totalIn: 7, line: '' }, 'schema'],
    ['no offset', { at: '2026-03-20T10:00:00', totalIn: 7 }, 'bad_time'],
    ['an updatedAt that is none', { at: start, totalIn: 7, updatedAt: 'later' }, 'bad_time'],
    ['a clock that was never set', { at: '0001-01-01T00:00:00Z', totalIn: 7 }, 'bad_time'],
    ['6 minutes ahead', { at: '2026-03-20T12:06:00Z', totalIn: 7 }, 'future'],
  ])('%s is refused', (_what, body, reason) => {
    expect(judged('counts', body)).toBe(reason);
  });

  test('5 minutes ahead is understood, and so is a local clock', () => {
    expect(judged('counts', { at: '2026-03-20T12:05:00Z', totalIn: 7 })).toMatchObject({ kind: 'reading' });
    expect(judged('counts', { at: '2026-03-20T13:00:00', totalIn: 7 }, 'arbat/old-1')).toMatchObject({ at: startAt });
  });
});

describe('counted events', () => {
  test('an event is understood; without a count it is one person', () => {
    expect(judged('counts', { at: start, direction: 'passerBy', id: 'e1' })).toEqual({
      kind: 'event',
      at: startAt,
      line: 'main',
      direction: 'passerBy',
      count: 1,
      id: 'e1',
      place: 0,
      updatedAt: null,
    });
  });

  test('a count of 0 is understood: it counts nobody', () => {
    expect(judged('counts', { at: start, direction: 'out', count: 0 })).toMatchObject({ kind: 'event', count: 0 });
  });

  test.each([
    ['another direction', { at: start, direction: 'up' }, 'schema'],
    ['a direction that is no text', { at: start, direction: 1 }, 'schema'],
    ['a negative count', { at: start, direction: 'in', count: -1 }, 'schema'],
    ['a fraction', { at: start, direction: 'in', count: 1.5 }, 'schema'],
    ['a count as text', { at: start, direction: 'in', count: '1' }, 'schema'],
    ['an id that is a number', { at: start, direction: 'in', id: 7 }, 'schema'],
    ['no time', { direction: 'in' }, 'schema'],
    ['epoch seconds', { at: 1_774_000_000, direction: 'in' }, 'bad_time'],
    ['a clock that was never set', { at: '1970-01-01T00:00:00Z', direction: 'in' }, 'bad_time'],
    ['6 minutes ahead', { at: '2026-03-20T12:06:00Z', direction: 'in' }, 'future'],
  ])('%s is refused', (_what, body, reason) => {
    expect(judged('counts', body)).toBe(reason);
  });

  test('what an item holds decides what it is: a span before a direction, a direction before a total', () => {
    expect(judged('counts', { ...span, in: 1, at: start, direction: 'in' })).toMatchObject({ kind: 'interval' });
    expect(judged('counts', { at: start, direction: 'in', totalIn: 7 })).toMatchObject({ kind: 'event' });
  });
});
