import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { type Answer, bearer, type Chain, call, put, startChain } from './chain.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lintel-files-'));
let chain: Chain;

beforeAll(async () => {
  chain = await startChain();
  const store = { name: 'Arbat', timezone: 'Europe/Moscow', currency: 'RUB' };
  for (const id of ['arbat', 'tverskaya', 'plain']) await put(chain, `/api/v1/stores/${id}`, store);
  const till = { profile: 'fns', measures: ['sales'], installedAt: '2026-03-01T00:00:00+03:00' };
  await put(chain, '/api/v1/stores/plain/devices/kkt-1', till);
});
afterAll(async () => {
  await chain?.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Sent {
  readonly store?: string;
  readonly accept?: string;
}

async function send(query: string, file: Uint8Array | string, { store = 'arbat', accept }: Sent = {}): Promise<Answer> {
  const headers = { ...bearer(chain.token), ...(accept === undefined ? {} : { accept }) };
  const path = `/api/v1/stores/${store}/imports?${query}`;
  const body = typeof file === 'string' ? file : new Uint8Array(file);
  const answer = await fetch(`${chain.server.url}${path}`, { method: 'POST', headers, body });
  const type = answer.headers.get('content-type') ?? '';
  const text = await answer.text();
  return {
    status: answer.status,
    type,
    headers: answer.headers,
    body: /[/+]json$/.test(type) ? JSON.parse(text) : text,
  };
}

async function sales(store: string): Promise<unknown> {
  const query = 'from=2026-03-01&to=2026-03-31&hours=all';
  const { body } = await call(chain.server, `/api/v1/stores/${store}/funnel?${query}`, {
    headers: bearer(chain.token),
  });
  return [body.total.purchases, body.total.grossSalesMinor, body.total.returnsMinor];
}

function cheque(number: number, totalSum: number, more: object = {}): object {
  return {
    code: 3,
    operationType: 1,
    fiscalDriveNumber: '9960000000000017',
    fiscalDocumentNumber: number,
    dateTime: '2026-03-05T12:00:00',
    operator: 'Лунина О.',
    totalSum,
    items: [],
    ...more,
  };
}

const exported = [
  cheque(1, 10_000),
  cheque(2, 2500, { operationType: 2 }),
  cheque(3, 999, { code: 31 }),
  cheque(4, 100, { dateTime: '2026-03-05' }),
];

async function workbook(rows: readonly (readonly unknown[])[]): Promise<Uint8Array> {
  const cells = rows.map((row) =>
    row.map((value) => {
      if (value instanceof Date) return { value, type: Date, format: 'dd.mm.yyyy hh:mm:ss' };
      return typeof value === 'number' ? { value, type: Number } : { value: String(value), type: String };
    }),
  );
  return writeXlsxFile(cells).toBuffer();
}

const table = await workbook([
  ['Чек', 'Дата', 'Сумма', 'Вид'],
  ['r-1', new Date(Date.UTC(2026, 2, 5, 12, 0, 0)), 100.35, 'Продажа'],
  ['r-2', '05.03.2026 13:00', 50, 'Возврат'],
  ['r-3', 'вчера', 1, 'Продажа'],
]);
const columns = {
  map: { id: 'Чек', at: 'Дата', total: 'Сумма', type: 'Вид' },
  dateFormat: 'dd.MM.yyyy HH:mm',
  type: { Продажа: 'sale', Возврат: 'return' },
};

describe('a file sent to the server', () => {
  it("in a make's own format counts like its messages, once, however often it is sent", async () => {
    const first = await send('profile=fns', JSON.stringify(exported));
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({
      device: 'arbat-import-fns',
      lines: 4,
      accepted: 2,
      skipped: { 'a correction of what was told to the tax service': 1 },
      rejectedCount: 1,
      rejected: [{ line: 4, reason: expect.stringContaining('bad_time') }],
      from: '2026-03-05T12:00:00+03:00',
      isDryRun: false,
    });
    expect(await sales('arbat')).toEqual([1, 10_000, 2500]);
    const again = await send('profile=fns', JSON.stringify(exported));
    expect(again.body).toMatchObject({ accepted: 0, duplicates: 2, corrected: 0 });
    expect(await sales('arbat')).toEqual([1, 10_000, 2500]);
  });

  it('of visits, and one of answers, is read by its kind, and shows in the store’s figures', async () => {
    const visits = 'Ticket;Issued;Wait\nA1;05.03.2026 12:00;2\nA2;05.03.2026 12:05;6\nA3;never;1\n';
    const mapping = { kind: 'queue', map: { id: 'Ticket', joinedAt: 'Issued', wait: 'Wait' }, waitUnit: 'minutes' };
    const query = `map=${encodeURIComponent(JSON.stringify({ ...mapping, set: { queue: 'tills' }, dateFormat: 'dd.MM.yyyy HH:mm' }))}`;
    const taken = await send(query, visits, { store: 'tverskaya' });
    expect(taken.body).toMatchObject({ device: 'tverskaya-import-queue', accepted: 2, rejectedCount: 1 });
    const answers = 'no,day,score\n1,2026-03-05,10\n2,2026-03-05,11\n';
    const asked = { kind: 'service', map: { id: 'no', at: 'day' }, set: { survey: 'nps' }, skipScores: ['11'] };
    const given = await send(`map=${encodeURIComponent(JSON.stringify(asked))}`, answers, { store: 'tverskaya' });
    expect(given.body).toMatchObject({ accepted: 1, skipped: { 'score 11': 1 }, rejectedCount: 0 });
    const figures = async (what: string): Promise<unknown> => {
      const path = `/api/v1/stores/tverskaya/${what}?from=2026-03-05&to=2026-03-05`;
      return (await call(chain.server, path, { headers: bearer(chain.token) })).body;
    };
    expect(await figures('queue')).toMatchObject({
      total: { served: 2, waitSeconds: { mean: 240 }, serviceLevel: 0.5 },
    });
    expect(await figures('service')).toMatchObject({ nps: 100, voice: { nps: { all: { answers: 1 } } } });
    const wrong = await send(`map=${encodeURIComponent('{"kind":"queue","bins":{"x":"Wait"}}')}`, visits);
    expect(wrong.status).toBe(400);
    expect(wrong.body.detail).toContain('--bin "x"');
  });

  it('may be taken by a till that is set up, of that make alone', async () => {
    const taken = await send('profile=fns&device=kkt-1', JSON.stringify(exported.slice(0, 1)), { store: 'plain' });
    expect(taken.body).toMatchObject({ device: 'kkt-1', accepted: 1 });
    const wrong = await send('profile=evotor&device=kkt-1', '[]', { store: 'plain' });
    expect(wrong).toMatchObject({ status: 400, body: { detail: expect.stringContaining('profile fns') } });
  });

  it('that is a workbook is looked into, tried, and read by a mapping that is kept', async () => {
    const look = await send('look=true&dryRun=true', table, { store: 'tverskaya' });
    expect(look.body.header).toEqual(['Чек', 'Дата', 'Сумма', 'Вид']);
    expect(look.body.rows[0]).toEqual(['r-1', '2026-03-05T12:00:00', '100.35', 'Продажа']);
    const tried = await send(`dryRun=true&map=${encodeURIComponent(JSON.stringify(columns))}`, table, {
      store: 'tverskaya',
    });
    expect(tried.body).toMatchObject({ accepted: 2, rejectedCount: 1, isDryRun: true });
    expect(await sales('tverskaya')).toEqual([null, null, null]);
    await put(chain, '/api/v1/stores/tverskaya/import-mappings/weekly', columns);
    const kept = await call(chain.server, '/api/v1/stores/tverskaya/import-mappings', { headers: bearer(chain.token) });
    expect(kept.body.mappings).toMatchObject([{ name: 'weekly', ...columns }]);
    const stored = await send('mapping=weekly', table, { store: 'tverskaya' });
    expect(stored.body).toMatchObject({ accepted: 2, rejected: [{ line: 4 }] });
    expect(await sales('tverskaya')).toEqual([1, 10_035, 5000]);
  });

  it('says how far it is, a line of JSON at a time', async () => {
    const many = Array.from({ length: 1200 }, (_, i) => cheque(1000 + i, 100));
    const answer = await send('profile=fns', JSON.stringify(many), { store: 'plain', accept: 'application/x-ndjson' });
    expect(answer.type).toBe('application/x-ndjson');
    const lines = String(answer.body)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.slice(0, -1)).toEqual([500, 1000, 1200].map((done) => ({ done, total: 1200 })));
    expect(lines.at(-1)).toMatchObject({ report: { lines: 1200, accepted: 1200 } });
  });

  it('that cannot be read says what to do', async () => {
    expect(await send('profile=fns', 'no json')).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('no JSON') },
    });
    expect(await send('profile=nobody', '[]')).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('there is no profile') },
    });
    expect(await send('mapping=unknown', 'id\n')).toMatchObject({
      status: 404,
      body: { detail: expect.stringContaining('save it first') },
    });
    expect(await send('', 'PKnonsense')).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining('no workbook') },
    });
    const lines = await send('profile=fns', 'no json', { accept: 'application/x-ndjson' });
    expect(JSON.parse(String(lines.body))).toMatchObject({ error: { code: 'invalid' } });
  });
});

function lintel(...args: string[]): Promise<{ stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { env: chain.server.env, timeout: 60_000 }, (_error, stdout, stderr) => {
      resolve({ stdout, stderr });
    });
  });
}

describe('lintel import', () => {
  it('keeps a mapping and reads another file by it', async () => {
    const first = join(folder, 'first.csv');
    writeFileSync(first, 'Bon;Zeit;Betrag\nb-1;05.03.2026 10:00;1.234,50\n');
    const options = ['--map', 'id=Bon,at=Zeit,total=Betrag', '--date-format', 'dd.MM.yyyy HH:mm', '--decimal-comma'];
    const made = await lintel('import', 'sales', first, '--store', 'plain', ...options, '--save-mapping', 'kasse');
    expect(made.stdout).toContain('imported 1 receipt');
    const second = join(folder, 'second.csv');
    writeFileSync(second, 'Bon;Zeit;Betrag\nb-1;05.03.2026 10:00;1.234,50\nb-2;05.03.2026 11:00;2,00\n');
    const used = await lintel('import', 'sales', second, '--store', 'plain', '--mapping', 'kasse');
    expect(used.stdout).toContain('imported 1 receipt, 1 already there');
    const unknown = await lintel('import', 'sales', second, '--store', 'plain', '--mapping', 'kase');
    expect(unknown.stderr).toContain('it has kasse');
  });

  it("reads a make's own file", async () => {
    const file = join(folder, 'log.xml');
    const receipt = (
      sequence: number,
    ): string => `<Transaction><RetailStoreID>9</RetailStoreID><WorkstationID>1</WorkstationID>
      <SequenceNumber>${sequence}</SequenceNumber><BusinessDayDate>2026-03-05</BusinessDayDate><EndDateTime>2026-03-05T12:00:00</EndDateTime>
      <RetailTransaction><LineItem><Sale><ExtendedAmount>5.00</ExtendedAmount><Quantity>1</Quantity></Sale></LineItem>
      <Total TotalType="TransactionGrandAmount">5.00</Total></RetailTransaction></Transaction>`;
    writeFileSync(
      file,
      `<POSLog xmlns="http://www.nrf-arts.org/IXRetail/namespace/">${receipt(1)}${receipt(2)}</POSLog>`,
    );
    const { stdout } = await lintel('import', 'sales', file, '--store', 'plain', '--profile', 'poslog');
    expect(stdout).toContain('imported 2 receipts');
    const again = await lintel('import', 'sales', file, '--store', 'plain', '--profile', 'poslog');
    expect(again.stdout).toContain('imported 0 receipts, 2 already there');
  });
});
