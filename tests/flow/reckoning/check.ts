/** Asks the server and says where it differs from the reckoning. */
import { type Api, call, get } from './api.ts';
import { writtenAt } from './calendar.ts';
import { differences } from './differ.ts';
import type { Difference } from './differences.ts';
import { completeDates, type Dates, periodOf, reckon, type World } from './figures.ts';
import { kpisOf } from './kpis.ts';
import { countNames } from './spread.ts';
import { type By, before, shownSteps } from './steps.ts';
import { chainTotal, changeOf, type Line, lineOf, moneyOf, ranksOf } from './total.ts';

type Answer = Record<string, unknown>;

export interface Asked extends Dates {
  readonly hours: 'open' | 'all';
}

const query = ({ from, to, hours }: Asked): string => `from=${from}&to=${to}&hours=${hours}`;

/** One store's funnel: total and every step. */
export async function funnelFaults(api: Api, world: World, { by, ...asked }: Asked & { by: By }): Promise<string[]> {
  const isAll = asked.hours === 'all';
  const answer = await get(api, `stores/${world.store.id}/funnel?${query(asked)}&by=${by}`);
  const period = periodOf(world.store, asked);
  const about = `${world.store.id} ${query(asked)} by ${by}`;
  const faults = differences(lineOf(world, asked, isAll).kpis, answer['total'], `${about} total`);
  const series = answer['series'] as Answer[];
  const steps = shownSteps(world, period, { by, isAll });
  if (series.length !== steps.length) return [...faults, `${about}: ${steps.length} steps, answered ${series.length}`];
  const isFine = by === '15m' || by === 'hour';
  for (const [i, step] of steps.entries()) {
    const shown = series[i] ?? {};
    const context = { isAll, isPartial: false, complete: completeDates(world, step, isAll) };
    const [start, end] = [step.from, step.to].map((at) => writtenAt(world.store.timezone, at));
    const expected = { start, end, ...kpisOf(reckon(world, step, isFine), context) };
    faults.push(...differences(expected, shown, `${about} ${new Date(step.from).toISOString()}`));
  }
  return faults;
}

type Compare = 'previous' | 'lastYear';

/** Stores beside each other: lines, ranks, total, money by currency, and the same before. */
export async function compareFaults(
  api: Api,
  worlds: readonly World[],
  { compare, ...asked }: Asked & { compare: Compare },
): Promise<string[]> {
  const isAll = asked.hours === 'all';
  const stores = worlds.map(({ store }) => `store=${store.id}`).join('&');
  const answer = await get(api, `compare?${query(asked)}&compare=${compare}&${stores}`);
  const now = worlds.map((world) => lineOf(world, asked, isAll));
  const dates = before(asked, compare);
  const then = worlds.map((world) => lineOf(world, dates, isAll));
  const [total, past] = [chainTotal(now, isAll), chainTotal(then, isAll)];
  const comparison = { ...dates, total: past, change: changeOf(total, past) };
  const about = `${query(asked)} ${compare}`;
  const lines = answer['stores'] as Answer[];
  return [
    ...differences({ total, comparison }, answer, about),
    ...differences(moneyOf(now, isAll), answer['money'] ?? {}, `${about} money`),
    ...lineFaults(now, lines, about),
    ...(await funnelComparisonFaults(api, { now, then, dates }, `${query(asked)}&compare=${compare}`)),
  ];
}

function lineFaults(all: readonly Line[], lines: readonly Answer[], about: string): string[] {
  return all.flatMap((line) => {
    const shown = lines.find(({ store }) => store === line.store.id);
    return differences({ ...line.kpis, rank: ranksOf(line, all) }, shown, `${about} ${line.store.id}`);
  });
}

interface Compared {
  readonly now: readonly Line[];
  readonly then: readonly Line[];
  readonly dates: Dates;
}

async function funnelComparisonFaults(api: Api, { now, then, dates }: Compared, asked: string): Promise<string[]> {
  const faults: string[] = [];
  for (const [i, { store, kpis }] of now.entries()) {
    const past = then[i]?.kpis;
    if (past === undefined) continue;
    const answer = await get(api, `stores/${store.id}/funnel?${asked}`);
    const comparison = { ...dates, total: past, change: changeOf(kpis, past) };
    faults.push(...differences(comparison, answer['comparison'], `${store.id} ${asked}`));
  }
  return faults;
}

/** What each device says is held and could not be placed. */
export async function deviceFaults(api: Api, world: World): Promise<string[]> {
  const answer = await get(api, `devices?store=${world.store.id}`);
  const shown = answer['devices'] as Answer[];
  return world.feeds.flatMap(({ spec, differences: all }) => {
    const device = shown.find(({ id }) => id === spec.id) ?? {};
    const held = all.filter(({ fate }) => fate === 'held').map(spanOf);
    const unplaced = all.filter(({ fate }) => fate === 'unplaced').map(spanOf);
    return [
      ...differences(held.sort(), spansOf(device['held']), `${spec.id} held`),
      ...differences(unplaced.sort(), spansOf(device['unplaced']), `${spec.id} unplaced`),
    ];
  });
}

const spanOf = ({ line, from, to, people }: Difference): string =>
  [line, from, to, ...countNames.map((name) => (people as Answer)[name] ?? '-')].join(' ');

/** A list of the answer in the same words. */
function spansOf(list: unknown): string[] {
  if (!Array.isArray(list)) return [`no list but ${JSON.stringify(list)}`];
  const spans = list.map(({ line, start, end, ...people }: Answer) =>
    spanOf({ line: String(line), from: Date.parse(`${start}`), to: Date.parse(`${end}`), people, fate: 'held' }),
  );
  return spans.sort();
}

/** Rows of `export.csv`, without its byte order mark. */
export async function exportRows(api: Api, asked: string): Promise<string[]> {
  const answer = await fetch(`${api.url}/api/v1/export.csv?${asked}`, {
    headers: { authorization: `Bearer ${api.token}` },
  });
  return (await answer.text())
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');
}

/** The funnel's file says what the funnel says. */
export async function exportFaults(api: Api, world: World, asked: Asked): Promise<string[]> {
  const answer = await get(api, `stores/${world.store.id}/funnel?${query(asked)}&by=day`);
  const [head = '', ...rows] = await exportRows(api, `${query(asked)}&by=day&store=${world.store.id}`);
  const shown = [
    ...(answer['series'] as Answer[]),
    { start: asked.from, end: asked.to, ...(answer['total'] as Answer) },
  ];
  if (rows.length !== shown.length) return [`${shown.length} rows, exported ${rows.length}`];
  return rows.flatMap((row, i) => {
    const cells = row.split(',');
    return head.split(',').flatMap((name, place) => {
      const figure = shown[i]?.[name];
      if (figure === undefined || (typeof figure === 'object' && figure !== null)) return [];
      return differences(figure === null ? '' : String(figure), cells[place], `export row ${i} ${name}`);
    });
  });
}

/** Reason and body of all that is in quarantine for a store, in order. */
export async function quarantined(api: Api, store: string): Promise<string[]> {
  const rows: string[] = [];
  let cursor = '';
  for (;;) {
    const { body } = await call(api, `quarantine?store=${store}${cursor}`);
    for (const { reason, body: sent } of body['items'] as Answer[]) rows.push(`${reason} ${JSON.stringify(sent)}`);
    if (body['next'] === null) return rows.sort();
    cursor = `&cursor=${encodeURIComponent(String(body['next']))}`;
  }
}
