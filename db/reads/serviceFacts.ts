import type { CheckedStandard, GivenAnswer, ObservedValue, ServiceFacts } from '../rollup/serviceTally.ts';
import type { Sql } from '../sql/port.ts';
import type { CheckedItem } from '../vocabulary/event.ts';
import { soughtIn, wantedRows } from './wanted.ts';

/** [fromAt, toAt) of a store, epoch ms. */
export interface StoreSpan {
  readonly storeId: string;
  readonly fromAt: number;
  readonly toAt: number;
}

interface At {
  readonly at: number;
}

/** What service_days is made from, each with its instant. */
export interface TimedServiceFacts extends ServiceFacts {
  readonly observations: readonly (ObservedValue & At)[];
  readonly answers: readonly (GivenAnswer & At)[];
  readonly checks: readonly (CheckedStandard & At)[];
}

interface Question {
  readonly table: 'observations' | 'survey_answers' | 'standards_checks';
  readonly columns: readonly string[];
  readonly spans: readonly StoreSpan[];
}

/** Observations, answers and checks of each span, in the spans' order. */
export async function readServiceFacts(sql: Sql, spans: readonly StoreSpan[]): Promise<TimedServiceFacts[]> {
  if (spans.length === 0) return [];
  const observations = await readPlaced<ObservedValue & At>(sql, {
    table: 'observations',
    columns: ['process', 'criterion', 'value'],
    spans,
  });
  const answers = await readPlaced<GivenAnswer & At>(sql, {
    table: 'survey_answers',
    columns: ['survey', 'score', 'criterion', 'stage'],
    spans,
  });
  const checks = await readPlaced<CheckRow>(sql, { table: 'standards_checks', columns: ['standard', 'items'], spans });
  return spans.map((_, i) => ({
    observations: observations[i] ?? [],
    answers: answers[i] ?? [],
    checks: (checks[i] ?? []).map((row) => ({ ...row, items: itemsOf(row.items) })),
  }));
}

interface CheckRow extends At {
  readonly standard: string;
  /** JSON. */
  readonly items: string;
}

/** The column holds what the pipeline wrote: a list of checked items. */
export function itemsOf(json: string): CheckedItem[] {
  return JSON.parse(json) as CheckedItem[];
}

async function readPlaced<Row>(sql: Sql, { table, columns, spans }: Question): Promise<(Row & At)[][]> {
  const lists: (Row & At)[][] = spans.map(() => []);
  const rows = await sql.all<Row & At & { place: number }>(
    `with ${wantedRows(sql, { place: 'bigint', store_id: 'text', lo: 'bigint', hi: 'bigint' })}
    select wanted.place, f.at, ${columns.map((column) => `f.${column}`).join(', ')}
    from wanted cross join ${soughtIn(sql, table, {
      name: 'f',
      where: 'f.store_id = wanted.store_id and f.at >= wanted.lo and f.at < wanted.hi',
    })}`,
    [JSON.stringify(spans.map(({ storeId, fromAt, toAt }, place) => [place, storeId, fromAt, toAt]))],
  );
  for (const { place, ...row } of rows) lists[Number(place)]?.push(row as Row & At);
  return lists;
}
