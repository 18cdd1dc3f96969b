/**
 * `npm run check:real -- FOLDER`: real, public series go in through the public import and their figures are read back through the
 * HTTP API; they must be the known totals (FOLDER/KNOWN.json), day by day. Rules that are ours:
 * - CalIt2's label is its slot's end, so the slot labelled 00:00 belongs to the day before. known_daily.csv adds up by the label's own date
 *   instead; so the series is imported twice, once as it is meant, reckoned here from the slots, and once by label, compared with that file.
 * - Online Retail: a receipt is rounded to the penny, half away from zero; receipts of 0 and the three bad-debt adjustments are no sales.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { startServer } from '../tests/setup/server.ts';

const chain = `
organisation: { name: Real, currency: GBP, locale: en }
stores:
  - { id: calit2, name: CalIt2, timezone: America/Los_Angeles, currency: USD }
  - { id: calit2-by-label, name: CalIt2 by label, timezone: America/Los_Angeles, currency: USD }
  - { id: retail, name: Online Retail, timezone: Europe/London, currency: GBP }
`;

interface Figures {
  readonly start?: string;
  readonly entries: number | null;
  readonly exits: number | null;
  readonly purchases: number | null;
  readonly grossSalesMinor: number | null;
  readonly returnsMinor: number | null;
}

interface Answer {
  readonly total: Figures;
  readonly series: readonly Figures[];
}

type Row = Readonly<Record<string, string>>;

const folder = process.argv[2] ?? '';
if (folder === '') {
  console.error('name the folder with the data: npm run check:real -- ../shared/data');
  process.exit(2);
}

const faults: string[] = [];
let compared = 0;

function expectSame(what: string, found: number | null | undefined, expected: number): void {
  compared += 1;
  if (found !== expected) faults.push(`${what}: ${found}, not ${expected}`);
}

/** A line of the table that is printed: a known figure beside the one read back. */
const table: (readonly [what: string, known: string, found: string])[] = [];

function expectTotal(what: string, found: number | null | undefined, expected: number): void {
  table.push([what, String(expected), String(found)]);
  expectSame(what, found, expected);
}

function rows(path: string): Row[] {
  const bytes = readFileSync(path);
  return parse(path.endsWith('.gz') ? gunzipSync(bytes) : bytes, { columns: true });
}

/** Whole pennies of a decimal text, half away from zero, without a floating number in between. */
function pennies(text: string): number {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  return Number(whole + fraction.slice(0, 2).padEnd(2, '0')) + (Number(fraction[2] ?? 0) >= 5 ? 1 : 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function byDate(answer: Answer): Map<string, Figures> {
  return new Map(answer.series.map((step) => [(step.start ?? '').slice(0, 10), step]));
}

/** In and out of every date, from the slots: a label names its slot's end. */
function calit2ByEnd(): Row[] {
  const days = new Map<string, { in: number; out: number }>();
  for (const slot of rows(join(folder, 'calit2/calit2_slots.csv'))) {
    const startAt = Date.parse(`${slot['slot_label_local']?.replace(' ', 'T')}:00Z`) - 30 * 60_000;
    const date = new Date(startAt).toISOString().slice(0, 10);
    const day = days.get(date) ?? { in: 0, out: 0 };
    days.set(date, { in: day.in + Number(slot['in']), out: day.out + Number(slot['out']) });
  }
  return [...days].map(([date, day]) => ({ date, in: String(day.in), out: String(day.out) }));
}

/** Every day of a CalIt2 import, in and out, and their totals. */
function compareCalit2(name: string, answer: Answer, known: readonly Row[]): void {
  const days = byDate(answer);
  for (const day of known) {
    expectSame(`${name} ${day['date']} in`, days.get(day['date'] ?? '')?.entries, Number(day['in']));
    expectSame(`${name} ${day['date']} out`, days.get(day['date'] ?? '')?.exits, Number(day['out']));
  }
  const total = JSON.parse(readFileSync(join(folder, 'KNOWN.json'), 'utf8')).calit2;
  expectTotal(`${name} in`, answer.total.entries, total.total_in);
  expectTotal(`${name} out`, answer.total.exits, total.total_out);
}

/** Every day of known_daily.csv, whose refunds are negative. */
function compareRetailDays(answer: Answer): void {
  const days = byDate(answer);
  for (const known of rows(join(folder, 'online_retail/known_daily.csv'))) {
    const day = days.get(known['date'] ?? '');
    const what = `Online Retail ${known['date']} (known_daily)`;
    expectSame(`${what} purchases`, day?.purchases, Number(known['sale_receipts_amount_gt_0']));
    expectSame(`${what} gross`, day?.grossSalesMinor, pennies(known['gross_sales_gbp'] ?? ''));
    expectSame(`${what} returns`, day?.returnsMinor, pennies(known['refunds_gbp'] ?? ''));
  }
}

/** Every day of Online Retail: purchases, gross and returns to the penny, from the receipts themselves. */
function compareRetail(answer: Answer): void {
  const receipts = rows(join(folder, 'online_retail/online_retail_receipts.csv.gz'));
  const sales = receipts.filter((one) => one['kind'] === 'sale' && Number(one['amount_gbp']) > 0);
  const refunds = receipts.filter((one) => one['kind'] === 'refund');
  const amount = (some: readonly Row[]): number => sum(some.map((one) => pennies(one['amount_gbp'] ?? '')));
  const on = (some: readonly Row[], date: string): Row[] => some.filter((one) => one['ts_local']?.startsWith(date));
  for (const [date, day] of byDate(answer)) {
    const [sold, refunded] = [on(sales, date), on(refunds, date)];
    expectSame(`Online Retail ${date} purchases`, day.purchases ?? 0, sold.length);
    expectSame(`Online Retail ${date} gross`, day.grossSalesMinor ?? 0, amount(sold));
    expectSame(`Online Retail ${date} returns`, day.returnsMinor ?? 0, amount(refunded));
  }
  const known = JSON.parse(readFileSync(join(folder, 'KNOWN.json'), 'utf8')).online_retail;
  expectTotal('Online Retail purchases', answer.total.purchases, known.sales_amount_gt_0);
  expectTotal('Online Retail returns (pence)', answer.total.returnsMinor, Math.round(-known.refunds_gbp * 100));
  expectTotal('Online Retail gross (pence)', answer.total.grossSalesMinor, amount(sales));
  compareRounding((answer.total.grossSalesMinor ?? 0) / 100, known.gross_sales_gbp, sales);
}

/** Four receipts carry tenths of a penny: gross may differ from the unrounded sum by half a penny each, at most. */
function compareRounding(gross: number, known: number, sales: readonly Row[]): void {
  const uneven = sales.filter((one) => /\.\d\d[1-9]$/.test(one['amount_gbp'] ?? '')).length;
  compared += 1;
  if (Math.abs(gross - known) > uneven * 0.005) faults.push(`Online Retail gross ${gross} is too far from ${known}`);
}

function importAll(env: NodeJS.ProcessEnv): void {
  const lintel = (...args: string[]): string =>
    execFileSync(process.execPath, ['dist/cli.js', ...args], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  const file = join(env['DATA_DIR'] ?? '', 'chain.yaml');
  writeFileSync(file, chain);
  lintel('provision', file);
  const slots = join(folder, 'calit2/calit2_slots.csv');
  const format = ['--map', 'start=slot_label_local', '--date-format', 'yyyy-MM-dd HH:mm', '--slot-minutes', '30'];
  for (const [store, label] of [
    ['calit2', 'end'],
    ['calit2-by-label', 'start'],
  ] as const) {
    process.stdout.write(lintel('import', 'counts', slots, '--store', store, '--label', label, ...format));
  }
  const map = 'id=receipt_id,at=ts_local,type=kind,total=amount_gbp';
  const sales = [
    '--map',
    map,
    '--date-format',
    'yyyy-MM-dd HH:mm:ss',
    '--type',
    'refund=return,adjustment=skip',
    '--zero',
    'skip',
  ];
  const receipts = join(folder, 'online_retail/online_retail_receipts.csv.gz');
  process.stdout.write(lintel('import', 'sales', receipts, '--store', 'retail', ...sales));
}

async function main(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lintel-real-'));
  try {
    const env = { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'warn' };
    importAll(env);
    const token = execFileSync(
      process.execPath,
      ['dist/cli.js', 'token', 'create', '--name', 'real', '--role', 'owner'],
      { env, encoding: 'utf8' },
    ).trim();
    const server = await startServer({ DATA_DIR: dataDir });
    const funnel = async (store: string, from: string, to: string): Promise<Answer> => {
      const url = `${server.url}/api/v1/stores/${store}/funnel?from=${from}&to=${to}&by=day`;
      const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
      if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
      // What the API's own contract says of this answer.
      return (await answer.json()) as Answer;
    };
    compareCalit2('CalIt2', await funnel('calit2', '2005-07-23', '2005-11-05'), calit2ByEnd());
    const known = rows(join(folder, 'calit2/known_daily.csv'));
    compareCalit2('CalIt2 by label', await funnel('calit2-by-label', '2005-07-24', '2005-11-05'), known);
    const retail = await funnel('retail', '2010-12-01', '2011-12-09');
    compareRetail(retail);
    compareRetailDays(retail);
    await server.stop();
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await main();
for (const [what, known, found] of [['', 'known', 'Lintel'] as const, ...table]) {
  console.log(what.padEnd(32) + known.padStart(12) + found.padStart(12));
}
for (const fault of faults.slice(0, 20)) console.error(fault);
console.log(`${compared} figures compared, ${faults.length} wrong`);
if (faults.length > 0) process.exitCode = 1;
