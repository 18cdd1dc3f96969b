import { expect, test } from 'vitest';
import { loadSettings } from '../../db/reads/settings.ts';
import { readShifts, type Shift } from '../../db/reads/zReports.ts';
import type { Sql } from '../../db/sql/port.ts';
import { applySettings } from '../../db/writes/settings.ts';
import type { RawMessage } from '../../ingest/pipeline/message.ts';
import { checksAnswerOf, findChecks } from '../../server/answers/checks.ts';
import { makeDevice, manager, owner } from '../db/chain.ts';
import { describeOnBothDialects } from '../db/dialects.ts';
import { clock, type House, openHouse } from './house.ts';

const terminal = '7c1d0a52-3b44-4e0f-9a1c-55d2a8f0b311';

function sent(documents: readonly object[], receivedAt = clock): RawMessage {
  const payload = Buffer.from(JSON.stringify(documents));
  return { topic: '$hook/evo-1/documents', payload, isRetained: false, receivedAt };
}

function document(type: string, uuid: string, more: object): object {
  return { type, uuid, deviceUuid: terminal, transactions: [], ...more };
}

function receipt(type: 'SELL' | 'PAYBACK', uuid: string, closed: readonly [date: string, sum: string]): object {
  return document(type, uuid, { closeDate: closed[0], closeResultSum: closed[1] });
}

function zReport(session: string, closeDate: string, said: readonly [count: number, sum: number]): object {
  const [quantity, summ] = said;
  const step = {
    type: 'FPRINT_Z_REPORT',
    quantitySales: { quantity, back: 1 },
    sales: { summ },
    salesBack: { summ: 50 },
  };
  return document('FPRINT', `z-${session}`, { sessionUUID: session, closeDate, transactions: [step] });
}

function sessionEnd(session: string, closeDate: string): object {
  return document('CLOSE_SESSION', `e-${session}`, { sessionUUID: session, closeDate });
}

const receipts = [
  receipt('SELL', 'r-1', ['2026-03-19T09:00:00Z', '100.00']),
  receipt('SELL', 'r-2', ['2026-03-19T10:00:00Z', '200.00']),
  receipt('PAYBACK', 'r-3', ['2026-03-19T11:00:00Z', '50.00']),
  receipt('SELL', 'r-4', ['2026-03-20T09:00:00Z', '70.00']),
];
const first = zReport('s-1', '2026-03-19T18:00:00Z', [2, 300]);
const second = zReport('s-2', '2026-03-20T10:00:00Z', [3, 170]);

async function houseWithTill(sql: Sql): Promise<House> {
  const house = await openHouse(sql);
  await applySettings(sql, owner, {
    devices: [
      makeDevice('evo-1', 'arbat', {
        profile: 'evotor',
        measures: ['sales'],
        lines: [],
        entranceId: null,
        installedAt: Date.parse('2026-03-19T00:00:00Z'),
        connection: { source: null, topics: [], address: terminal, swap: false, map: [], options: {} },
      }),
    ],
  });
  return house;
}

async function shiftsOf(sql: Sql): Promise<Shift[]> {
  const settings = await loadSettings(sql, owner);
  const span = { fromAt: Date.parse('2026-03-19T00:00:00Z'), toAt: clock };
  return readShifts(sql, owner, { settings, storeIds: ['arbat'], ...span });
}

describeOnBothDialects('Z reports', (open) => {
  test('are compared with the receipts since the shift before', async () => {
    const { sql, send } = await houseWithTill(await open());
    await send(sent([...receipts, first, second]));
    const shifts = await shiftsOf(sql);
    expect(shifts).toMatchObject([
      {
        report: { id: 's-1', till: terminal, salesCount: 2, salesMinor: 30_000, returnsCount: 1, returnsMinor: 5000 },
        startAt: Date.parse('2026-03-18T18:00:00Z'),
        arrived: { salesCount: 2, salesMinor: 30_000, returnsCount: 1, returnsMinor: 5000 },
      },
      {
        report: { id: 's-2', salesCount: 3, salesMinor: 17_000 },
        startAt: Date.parse('2026-03-19T18:00:00Z'),
        arrived: { salesCount: 1, salesMinor: 7000, returnsCount: 0, returnsMinor: 0 },
      },
    ]);
  });

  test('are the same in whatever order they come and however often, with the end of the session before or after', async () => {
    const end = sessionEnd('s-1', '2026-03-19T17:59:55Z');
    const seen: unknown[] = [];
    for (const order of [
      [first, end],
      [end, first],
      [end, first, end, first],
    ]) {
      const { sql, send } = await houseWithTill(await open());
      for (const [place, one] of order.entries()) await send(sent([one], clock + place));
      seen.push((await shiftsOf(sql)).map(({ report: { receivedAt: _, ...report } }) => report));
    }
    expect(seen[0]).toMatchObject([{ id: 's-1', salesCount: 2, closedAt: Date.parse('2026-03-19T18:00:00Z') }]);
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  test('that say more than what arrived are told as missing receipts', async () => {
    const { sql, send } = await houseWithTill(await open());
    await send(sent([...receipts, first, second]));
    const settings = await loadSettings(sql, owner);
    const stores = [...settings.stores.values()].filter(({ id }) => id === 'arbat');
    const { checks } = checksAnswerOf(await findChecks(sql, owner, { settings, stores, now: clock + 3_600_000 }), 'en');
    const [found] = checks.filter(({ code }) => code === 'missing_receipts');
    expect(found).toMatchObject({ device: 'evo-1', severity: 'high', figures: { shifts: 1, receipts: 3 } });
    expect(found?.text).toContain('3 receipts, 50.00 RUB of its sales missing');
  });

  test('of a store of somebody else are not there', async () => {
    const { sql } = await houseWithTill(await open());
    const settings = await loadSettings(sql, owner);
    const ask = { settings, storeIds: ['paris'], fromAt: 0, toAt: clock };
    await expect(readShifts(sql, manager, ask)).rejects.toMatchObject({ code: 'not_found' });
  });
});
