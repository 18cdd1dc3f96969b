import { describe, expect, it } from 'vitest';
import { importFields } from '../../server/cli/import/mapping.ts';
import { importMapping } from '../../server/contracts/imports.ts';
import { fieldName } from '../../web/import/fieldNames.ts';
import { fieldsOf, forms, kinds } from '../../web/import/forms.ts';
import type { TableLook } from '../../web/import/importTypes.ts';
import { reasonOnPage, unknownWords } from '../../web/import/refused.ts';
import {
  faultOf,
  guessForm,
  guessReading,
  mappingOf,
  missingFields,
  needsSlot,
  pointAt,
  readingOf,
} from '../../web/import/tableReading.ts';
import { areWhole, guessClasses } from '../../web/import/waitClasses.ts';

const look = (header: readonly string[], ...rows: string[][]): TableLook => ({ header, rows });

/** What the page sends when nothing is changed by hand. */
function guessed(kind: (typeof kinds)[number], table: TableLook) {
  const reading = guessReading(guessForm(kind, table), table);
  return { reading, mapping: mappingOf(reading, table.header) };
}

describe('refused lines', () => {
  it('say what to do on the page, and which words have no meaning yet', () => {
    const reasons = [
      '"Annulled" is no outcome: say what it means with --outcome',
      'the type "inkasso" is none of sale, return, exchange, void (use --type "inkasso=…")',
      '11 is no score of nps (0 to 10): --skip-score 11 leaves out what means no answer',
      '"x" is not a number (score)',
    ];
    expect(unknownWords(reasons.map((reason, line) => ({ line, reason })))).toEqual(['Annulled', 'inkasso']);
    const said = reasons.map((reason) => reasonOnPage({ reason }, 'service'));
    expect(said.join('')).not.toContain('--');
    expect(said[0]).toBe('"Annulled" is no outcome: go back to the columns and say what it means');
    expect(said[3]).toBe('"x" is not a number (Score)');
  });
});

describe('forms of lines', () => {
  it('have the fields that the import has, each with a name', () => {
    for (const kind of kinds) {
      const known = [...importFields[kind], 'bins'];
      for (const form of forms[kind]) {
        for (const field of [...form.fields, ...form.needed.flat(), ...form.same]) {
          expect(fieldsOf(kind)).toContain(field);
          expect(known).toContain(field);
          expect(fieldName(kind, field)).not.toBe(field);
        }
      }
    }
  });
});

describe('tickets of a queue', () => {
  const tickets = look(
    ['Date', 'Ticket', 'Joined', 'Called', 'Closed', 'Status', 'Service point'],
    ['14.03.2026', 'A1', '10:00', '10:04', '10:09', 'Served', 'Tills'],
    ['14.03.2026', 'A2', '10:02', '', '10:15', 'No show', 'Tills'],
  );

  it('are visits whose times share the column with the day', () => {
    const { reading, mapping } = guessed('queue', tickets);
    expect(reading.form.name).toBe('visits');
    expect(missingFields(reading)).toEqual([]);
    expect(mapping).toEqual({
      kind: 'queue',
      map: {
        ...{ id: 'Ticket', joinedAt: 'Date+Joined', calledAt: 'Date+Called', leftAt: 'Date+Closed' },
        ...{ outcome: 'Status', queue: 'Service point' },
      },
      dateFormat: 'dd.MM.yyyy HH:mm',
      outcome: { served: 'served', 'no show': 'abandoned' },
    });
  });

  it('may have a wait in minutes, and one queue in every line', () => {
    const table = look(['joined', 'Wait (min)'], ['2026-03-14T10:00:00+03:00', '2.5']);
    const { reading } = guessed('queue', table);
    expect(mappingOf({ ...reading, same: { queue: ' tills ' } }, table.header)).toEqual({
      ...{
        kind: 'queue',
        map: { joinedAt: 'joined', wait: 'Wait (min)' },
        waitUnit: 'minutes',
        set: { queue: 'tills' },
      },
    });
  });

  it('are kept as a mapping that reads the same again', () => {
    const { reading, mapping } = guessed('queue', tickets);
    expect(readingOf(mapping, tickets.header)).toEqual(reading);
    expect(importMapping.parse(mapping)).toEqual(mapping);
  });
});

describe('statistics of a queue', () => {
  const classes = ['0..15', '16..30', '31..45', '46..60', '61..90', '91..120', '120..'].map((one) => `all_n_${one}`);
  const people = ['145', '9', '0', '0', '0', '0', '0'];
  const border = look(
    ['airport', 'terminal', 'date', 'hour', 'us_max_wait', 'all_avg_wait', ...classes],
    ['ORD', 'Terminal 5', '2018-01-01', '0000 - 0100', '9', '4', ...people],
    ['ORD', 'Terminal 5', '2018-01-01', '0300 - 0400', '9', '4', ...people],
    ['ORD', 'Terminal 5', '2018-01-01', '0400 - 0500', '9', '4', ...people],
  );

  it('of a border crossing need no pointing at all', () => {
    const { reading, mapping } = guessed('queue', border);
    expect([missingFields(reading), faultOf(reading)]).toEqual([[], null]);
    expect(mapping).toEqual({
      kind: 'queue',
      map: { start: 'date+hour', meanWait: 'all_avg_wait', queue: 'terminal' },
      ...{ dateFormat: 'yyyy-MM-dd HHmm - HHmm', slotMinutes: 60, waitUnit: 'minutes' },
      bins: {
        ...{ '0-900': 'all_n_0..15', '900-1800': 'all_n_16..30', '1800-2700': 'all_n_31..45' },
        ...{ '2700-3600': 'all_n_46..60', '3600-5400': 'all_n_61..90' },
        ...{ '5400-7200': 'all_n_91..120', '7200-': 'all_n_120..' },
      },
    });
    expect(readingOf(mapping, border.header)).toEqual(reading);
  });

  it('need classes with bounds, no two the same, and the length of a stretch', () => {
    const { reading } = guessed('queue', border);
    expect(faultOf({ ...reading, slotMinutes: null })).toBe('slot');
    expect(faultOf({ ...reading, slotMinutes: 0.5 })).toBe('slot');
    const unnamed = pointAt(reading, { field: 'bins', column: 'us_max_wait' }, border);
    expect(faultOf(unnamed)).toBe('bounds');
    expect(faultOf(pointAt(unnamed, { field: 'bins', column: 'us_max_wait' }, border))).toBeNull();
    expect(areWhole({ a: { from: 0, to: 5 }, b: { from: 0, to: 5 } })).toBe(false);
    expect(areWhole({ a: { from: 5, to: 5 } })).toBe(false);
  });

  it('are no classes where the numbers do not begin at 0 or stand alone', () => {
    expect(guessClasses(['08-09', '09-10'])).toEqual({});
    expect(guessClasses(['0-5', 'other'])).toEqual({});
    expect(guessClasses(['up to 5', 'Warten 3'])).toEqual({});
    expect(guessClasses(['<5 min', '5-10 min', '>10 min'])).toEqual({
      ...{ '<5 min': { from: 0, to: 5 }, '5-10 min': { from: 5, to: 10 }, '>10 min': { from: 10, to: null } },
    });
    expect(guessClasses(['5-10', '0-5', '10+'])).toEqual({
      ...{ '0-5': { from: 0, to: 5 }, '5-10': { from: 5, to: 10 }, '10+': { from: 10, to: null } },
    });
  });
});

describe('a file of counts', () => {
  it('is read as stretches, running totals or persons by its columns', () => {
    const names = (...header: string[]) => guessForm('counts', look(header)).name;
    expect(names('Time', 'In', 'Out')).toBe('stretches');
    expect(names('Time', 'Total in', 'Total out')).toBe('totals');
    expect(names('Time', 'Direction')).toBe('passages');
  });

  it('of one time a line needs the stretch’s length; labelled by its end it is its end', () => {
    const table = look(['Time', 'In'], ['2026-03-14 10:00', '3'], ['2026-03-14 10:30', '4']);
    const { reading, mapping } = guessed('counts', table);
    expect(mapping).toEqual({
      kind: 'counts',
      map: { start: 'Time', in: 'In' },
      ...{ dateFormat: 'yyyy-MM-dd HH:mm', slotMinutes: 30 },
    });
    expect(needsSlot(reading)).toBe(true);
    expect(readingOf({ ...mapping, label: 'end' }, table.header).pointed).toEqual({ end: ['Time'], in: ['In'] });
  });
});

describe('answers and observations', () => {
  it('of the recommendation are NPS by the column’s name; what means no answer is said', () => {
    const table = look(['response_id', 'survey_date', 'NPS'], ['1', '2017-05-13', '6']);
    const { reading } = guessed('service', table);
    expect(missingFields(reading)).toEqual([]);
    expect(mappingOf({ ...reading, skipScores: '11, 99,' }, table.header)).toEqual({
      kind: 'service',
      map: { id: 'response_id', at: 'survey_date', score: 'NPS' },
      ...{ set: { survey: 'nps' }, skipScores: ['11', '99'] },
    });
  });

  it('are NPS too where the recommendation is pointed at, unless something else was said', () => {
    const table = look(['Date', 'Would you recommend us?']);
    const { reading } = guessed('service', table);
    const about = { field: 'score', column: 'Would you recommend us?' };
    expect(pointAt(reading, about, table).same).toEqual({ survey: 'nps' });
    expect(pointAt({ ...reading, same: { survey: 'csat' } }, about, table).same).toEqual({ survey: 'csat' });
  });

  it('of a score alone need to be told of which survey', () => {
    const { reading } = guessed('service', look(['Date', 'Score', 'Comment']));
    expect(missingFields(reading)).toEqual([['survey']]);
    expect(missingFields({ ...reading, same: { survey: 'csat' } })).toEqual([]);
  });

  it('are not read where a column is pointed away from, though it bears a field’s name', () => {
    const table = look(['at', 'score', 'survey', 'comment'], ['2026-03-14T10:00:00Z', '9', 'nps', 'nice']);
    const { reading } = guessed('service', table);
    const without = pointAt(reading, { field: 'comment', column: 'comment' }, table);
    expect(mappingOf(without, table.header).map).toEqual({ comment: '', at: 'at', score: 'score', survey: 'survey' });
    expect(readingOf(mappingOf(without, table.header), table.header).pointed).toEqual(without.pointed);
  });

  it('are told from observations and requests by their columns', () => {
    const names = (...header: string[]) => guessForm('service', look(header)).name;
    expect(names('Time', 'Process', 'Criterion', 'Value')).toBe('observations');
    expect(names('Opened', 'Resolved', 'Category')).toBe('requests');
    expect(names('Date', 'Score')).toBe('answers');
  });
});
