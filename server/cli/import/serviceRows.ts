import { AppError } from '../../../db/vocabulary/errors.ts';
import { type Survey, type SurveyStage, surveyScores, surveyStages } from '../../../db/vocabulary/event.ts';
import { type CellOptions, type Cells, cellsOf } from './cells.ts';
import { lineIds } from './lineIds.ts';
import { type Columns, findColumns } from './mapping.ts';
import { definedOnly, type ReadRow, type RowReader, rejected, wireTime } from './row.ts';
import { type Words, wordsFor } from './words.ts';

export interface ServiceRowOptions extends CellOptions {
  /** Scores, as they are written, that say that nobody answered. */
  readonly skipScores: ReadonlySet<string>;
  /** By checked item the column that says whether it passed. */
  readonly items: Readonly<Record<string, string>>;
  readonly passed: Words<'yes' | 'no'>;
}

/** What a file of service holds, by its columns. */
export type ServiceShape = 'survey' | 'request' | 'check' | 'observation';

const yesAndNo = {
  ...{ '1': 'yes', true: 'yes', y: 'yes', x: 'yes', pass: 'yes', passed: 'yes', ok: 'yes', да: 'yes', بله: 'yes' },
  ...{ '0': 'no', false: 'no', n: 'no', fail: 'no', failed: 'no', нет: 'no', خیر: 'no' },
};

export function readPassedWords(written: Readonly<Record<string, string>> | undefined): Words<'yes' | 'no'> {
  return wordsFor({ ...yesAndNo, ...written }, { option: '--passed', meanings: ['yes', 'no'], example: '"done=yes"' });
}

/** @throws AppError `invalid` where the columns make none of the four */
export function serviceShapeOf(columns: Columns, items: Readonly<Record<string, string>>): ServiceShape {
  if (Object.keys(items).length > 0) return 'check';
  if (columns.has('score')) return 'survey';
  if (columns.has('openedAt')) return 'request';
  if (columns.has('value')) return 'observation';
  const ways = 'value for observations, score for answers, openedAt for requests, or --item for checks';
  throw new AppError('invalid', `the columns say nothing of service: map ${ways}, such as --map score=Recommend`);
}

/** Reads lines of service in whichever of the four shapes the file has. */
export function serviceReader(options: ServiceRowOptions, header: readonly string[]): RowReader {
  const shape = serviceShapeOf(options.columns, options.items);
  if (shape === 'check') return checkReader(options, header);
  const needed = { survey: ['at', 'survey'], request: [], observation: ['at', 'process', 'criterion'] }[shape];
  for (const field of needed) requireColumn(options.columns, field);
  const idOf = lineIds();
  const read = { survey: surveyOf, request: requestOf, observation: observationOf }[shape];
  return (row) => {
    const cells = cellsOf(row, options);
    return read(cells, lineId(cells) ?? idOf(row), options);
  };
}

/** A line of one person may hold several answers or values, each read by an import of its own. */
function lineId(cells: Cells): string | null {
  const id = cells.text('id');
  if (id === null) return null;
  const about = ['survey', 'process', 'criterion'].map((field) => cells.text(field)).filter((text) => text !== null);
  return [id, ...about].join('/');
}

function requireColumn(columns: Columns, field: string): void {
  if (columns.has(field)) return;
  const advice = field === 'at' ? '--map at=Time' : `--map ${field}=Column, or for all lines --set ${field}=…`;
  throw new AppError('invalid', `no column is the ${field}: say which, by ${advice}`);
}

interface Item {
  readonly at: number | null;
  readonly endAt?: number | null;
  readonly item: Readonly<Record<string, unknown>>;
}

/** The line as an item, unless something in it could not be read. */
function itemOf(cells: Cells, { at, endAt, item }: Item): ReadRow {
  const updatedAt = cells.instant('updatedAt');
  const fault = cells.fault();
  if (fault !== null || at === null) return rejected(fault ?? 'no time');
  const whole = { ...item, ...definedOnly({ updatedAt }, (instant) => wireTime(instant)) };
  return { kind: 'item', item: whole, startAt: at, endAt: endAt ?? at, isRounded: false };
}

function timeOf(cells: Cells, field: 'at' | 'openedAt'): number | null {
  return cells.instant(field) ?? cells.fail(`no time in the column for ${field}`);
}

function wireOrNothing(at: number | null): string | undefined {
  return at === null ? undefined : wireTime(at);
}

function surveyOf(cells: Cells, id: string, { skipScores }: ServiceRowOptions): ReadRow {
  const written = cells.text('score');
  if (written === null) return { kind: 'skipped', reason: 'no score' };
  if (skipScores.has(written)) return { kind: 'skipped', reason: `score ${written}` };
  const at = timeOf(cells, 'at');
  const survey = surveyNamed(cells);
  const score = cells.number('score');
  if (survey !== null && score !== null) checkScore(cells, survey, score);
  const more = definedOnly({
    criterion: cells.text('criterion'),
    stage: stageOf(cells),
    comment: cells.text('comment'),
  });
  return itemOf(cells, { at, item: { id, at: wireOrNothing(at), survey, score, ...more } });
}

function surveyNamed(cells: Cells): Survey | null {
  const written = cells.text('survey')?.toLowerCase();
  // Only names of this object are compared with.
  const found = (Object.keys(surveyScores) as Survey[]).find((survey) => survey === written);
  return found ?? cells.fail(`"${written ?? ''}" is no survey: nps, csat or csi`);
}

function checkScore(cells: Cells, survey: Survey, score: number): void {
  const [lowest, highest] = surveyScores[survey];
  if (Number.isInteger(score) && score >= lowest && score <= highest) return;
  cells.fail(
    `${score} is no score of ${survey} (${lowest} to ${highest}): --skip-score ${score} leaves out what means no answer`,
  );
}

function stageOf(cells: Cells): SurveyStage | null {
  const written = cells.text('stage');
  if (written === null) return null;
  return (
    surveyStages.find((stage) => stage === written.toLowerCase()) ??
    cells.fail(`"${written}" is neither before nor after (stage)`)
  );
}

function requestOf(cells: Cells, id: string): ReadRow {
  const openedAt = timeOf(cells, 'openedAt');
  const answeredAt = cells.instant('answeredAt');
  const resolvedAt = cells.instant('resolvedAt');
  const level = cells.number('level');
  if (level !== null && ![1, 2, 3].includes(level)) cells.fail(`"${level}" is no level: 1, 2 or 3`);
  const times = definedOnly({ openedAt, answeredAt, resolvedAt }, (at) => wireTime(at));
  const item = { id, ...times, ...definedOnly({ level, category: cells.text('category') }) };
  return itemOf(cells, { at: openedAt, endAt: resolvedAt ?? answeredAt, item });
}

function observationOf(cells: Cells, id: string): ReadRow {
  const at = timeOf(cells, 'at');
  const value = cells.number('value') ?? cells.fail('no value');
  const process = cells.text('process') ?? cells.fail('no process');
  const criterion = cells.text('criterion') ?? cells.fail('no criterion');
  return itemOf(cells, { at, item: { id, at: wireOrNothing(at), process, criterion, value } });
}

/** One line a check, one column an item; an empty cell was not looked at. */
function checkReader(options: ServiceRowOptions, header: readonly string[]): RowReader {
  for (const field of ['at', 'standard']) requireColumn(options.columns, field);
  const names = Object.keys(options.items);
  const fields = new Map(names.map((name) => [`item ${name}`, options.items[name] ?? name]));
  const columns = new Map([...options.columns, ...findColumns(fields, header, [...fields.keys()])]);
  const idOf = lineIds();
  return (row) => {
    const cells = cellsOf(row, { ...options, columns });
    const id = cells.text('id') ?? idOf(row);
    const at = timeOf(cells, 'at');
    const standard = cells.text('standard') ?? cells.fail('no standard');
    const items = names.flatMap((item) => {
      const word = cells.text(`item ${item}`);
      const meaning = word === null ? 'skip' : options.passed.get(word.toLowerCase());
      if (meaning === undefined)
        cells.fail(`"${word}" is neither yes nor no (${item}): say what it means with --passed`);
      return meaning === undefined || meaning === 'skip' ? [] : [{ item, passed: meaning === 'yes' }];
    });
    if (items.length === 0) cells.fail('nothing was checked in this line');
    return itemOf(cells, { at, item: { id, at: wireOrNothing(at), standard, items } });
  };
}
