/** Asks the server and says where it differs from the reckoning. */
import { type Api, call, get } from './api.ts';
import { writtenAt } from './calendar.ts';
import { differences } from './differ.ts';
import type { Difference } from './differences.ts';
import { completeDates, type Dates, periodOf, reckon, type World } from './figures.ts';
import { kpisOf } from './kpis.ts';
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

const lists = { held: 'held', dropped: 'dropped', unplacedDetail: 'unplaced' } as const;
/** A device shows the latest so many of each. */
const mostShown = 100;

/** What each device says is held, was dropped and could not be placed. */
export async function deviceFaults(api: Api, world: World): Promise<string[]> {
  const answer = await get(api, `devices?store=${world.store.id}`);
  const shown = answer['devices'] as Answer[];
  return world.feeds.flatMap(({ spec, differences: all }) => {
    const device = shown.find(({ id }) => id === spec.id) ?? {};
    const unplaced = all
      .filter(({ fate }) => fate === 'unplaced')
      .map(({ people: { in: came, out, passersBy } }) => came ?? out ?? passersBy ?? 0);
    const faults = differences(
      unplaced.reduce((a, b) => a + b, 0),
      device['unplaced'],
      `${spec.id} unplaced`,
    );
    for (const [name, fate] of Object.entries(lists)) {
      const expected = all.filter((one) => one.fate === fate).map(spanOf);
      const told = ((device[name] as Answer[] | undefined) ?? []).map(toldSpan);
      if (expected.length <= mostShown) faults.push(...differences(expected.sort(), told.sort(), `${spec.id} ${name}`));
    }
    return faults;
  });
}

const spanOf = ({ line, from, to, people }: Omit<Difference, 'fate'>): string =>
  [line, from, to, people.in ?? '-', people.out ?? '-', people.passersBy ?? '-'].join(' ');

const toldSpan = ({ line, start, end, ...people }: Answer): string =>
  spanOf({ line: `${line}`, from: Date.parse(`${start}`), to: Date.parse(`${end}`), people });

const restated = [
  'passersBy',
  'entries',
  'exits',
  'purchases',
  'items',
  'grossSalesMinor',
  'returnsMinor',
  'netSalesMinor',
];

/** What days showed when they ended and show now: the latter as it is reckoned, the differences adding up to what lies between. */
export async function restatementFaults(api: Api, world: World, asked: Asked): Promise<string[]> {
  const answer = await get(api, `stores/${world.store.id}/restatements?${query(asked)}`);
  return (answer['days'] as Answer[]).flatMap((day) => {
    const dates = { from: `${day['date']}`, to: `${day['date']}` };
    const now = day['restated'] as Answer;
    const [then, between] = [day['reported'] as Answer, day['difference'] as Answer];
    const changes = day['changes'] as Answer[];
    const about = `${world.store.id} restated ${day['date']}`;
    const sums = restated.flatMap((name) => {
      const added = changes.reduce((sum, change) => sum + Number(change[name] ?? 0), 0);
      const lies = Number(now[name] ?? 0) - Number(then[name] ?? 0);
      return [
        ...differences(lies, Number(between[name] ?? 0), `${about} difference.${name}`),
        ...differences(lies, added, `${about} changes.${name}`),
      ];
    });
    return [...differences(lineOf(world, dates, asked.hours === 'all').kpis, now, about), ...sums];
  });
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
