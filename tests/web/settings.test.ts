import { describe, expect, it } from 'vitest';
import {
  alwaysOpen,
  changedFrom,
  corrected,
  editionAt,
  editionsOf,
  isAlwaysOpen,
  specialDays,
  withSpecialDay,
} from '../../web/settings/editions.ts';
import { shownFields, subjectOf } from '../../web/settings/logWords.ts';
import { openingHoursOf, weekDraftOf } from '../../web/setup/openingHours.ts';

const summer = { from: '2026-06-01', mon: ['09:00-21:00'], exceptions: { '2026-06-12': [], '2026-08-01': [] } };
const first = { mon: ['10:00-20:00'], exceptions: { '2026-01-01': [] } };

describe('a store’s hours', () => {
  it('are none, one edition or several, earliest first', () => {
    expect(editionsOf(undefined)).toEqual([]);
    expect(editionsOf(first)).toEqual([first]);
    expect(editionsOf([summer, first])).toEqual([first, summer]);
    expect(editionAt([first, summer], '2026-05-31')).toBe(first);
    expect(editionAt([first, summer], '2026-06-01')).toBe(summer);
  });

  it('change from a date on, and what was before stays; special days to come go along', () => {
    const changed = changedFrom([first, summer], '2026-07-01', { tue: ['10:00-18:00'] });
    expect(changed).toEqual([
      first,
      summer,
      { from: '2026-07-01', tue: ['10:00-18:00'], exceptions: { '2026-08-01': [] } },
    ]);
    expect(changedFrom(changed, '2026-07-01', { wed: ['10:00-18:00'] })).toHaveLength(3);
  });

  it('of a store that was always open begin with a date', () => {
    expect(changedFrom([], '2026-07-01', { mon: ['10:00-18:00'] })).toEqual([
      alwaysOpen,
      { from: '2026-07-01', mon: ['10:00-18:00'] },
    ]);
    expect(isAlwaysOpen(undefined)).toBe(true);
    expect(isAlwaysOpen(alwaysOpen)).toBe(true);
    expect(isAlwaysOpen(first)).toBe(false);
  });

  it('are corrected for as long as they have held', () => {
    expect(corrected([first, summer], '2026-07-01', { sun: ['12:00-18:00'] })).toEqual([
      first,
      { from: '2026-06-01', sun: ['12:00-18:00'], exceptions: summer.exceptions },
    ]);
    expect(corrected([], '2026-07-01', { sun: ['12:00-18:00'] })).toEqual([{ sun: ['12:00-18:00'] }]);
  });

  it('of a special day are those of the edition that holds then', () => {
    const changed = withSpecialDay([first, summer], '2026-05-09', ['12:00-16:00']);
    expect(changed[0]).toEqual({ ...first, exceptions: { '2026-01-01': [], '2026-05-09': ['12:00-16:00'] } });
    expect(specialDays(changed).map(({ date }) => date)).toEqual([
      '2026-01-01',
      '2026-05-09',
      '2026-06-12',
      '2026-08-01',
    ]);
    expect(withSpecialDay(changed, '2026-05-09', null)).toEqual([first, summer]);
  });

  it('are shown in a form and written as they were', () => {
    const week = { mon: ['10:00-14:00', '15:00-24:00'], fri: ['18:00-02:00'] };
    expect(openingHoursOf(weekDraftOf(week))).toEqual(week);
  });
});

describe('a line of the audit log', () => {
  it.each([
    { text: 'organisation', is: { kind: 'organisation', id: '', of: null } },
    { text: 'store arbat', is: { kind: 'store', id: 'arbat', of: null } },
    { text: 'entrance arbat/main', is: { kind: 'entrance', id: 'arbat/main', of: null } },
    { text: 'checklist opening', is: { kind: 'checklist', id: 'opening', of: null } },
    { text: 'check c1 of store arbat', is: { kind: 'check', id: 'c1', of: { kind: 'store', id: 'arbat' } } },
    { text: 'walk test w1 of device cam-1', is: { kind: 'walk test', id: 'w1', of: { kind: 'device', id: 'cam-1' } } },
    {
      text: 'a file into device till-1 of store arbat',
      is: { kind: 'a file', id: '', of: { kind: 'device', id: 'till-1' } },
    },
    {
      text: 'password link of person a@b.example',
      is: { kind: 'password link', id: '', of: { kind: 'person', id: 'a@b.example' } },
    },
    { text: 'token Bank of America', is: { kind: 'token', id: 'Bank of America', of: null } },
    { text: 'something else', is: { kind: null, id: 'something else', of: null } },
  ])('says of what it is: $text', ({ text, is }) => {
    expect(subjectOf(text)).toEqual(is);
  });

  it('says field by field what changed, as the provision file calls it', () => {
    expect(
      shownFields({ name: 'A', regionId: null, tags: ['x'] }, { name: 'B', regionId: 'north', tags: ['x'] }),
    ).toEqual([
      { field: 'name', before: 'A', after: 'B' },
      { field: 'region', before: null, after: 'north' },
    ]);
    expect(shownFields(null, '{broken')).toEqual([{ field: '', before: null, after: '{broken' }]);
  });
});
