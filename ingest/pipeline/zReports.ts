import { findZReports, type ZReportFact, type ZReportKey } from '../../db/reads/zReports.ts';
import type { ZReport } from '../../db/vocabulary/event.ts';
import { writeZReports } from '../../db/writes/zReports.ts';
import type { Arrival, Batch } from './batch.ts';
import { type Weighed, weighFacts } from './weighing.ts';

function keyText({ storeId, source, id }: ZReportKey): string {
  return JSON.stringify([storeId, source, id]);
}

const weighedZReports: Weighed<ZReportFact, string> = {
  kind: 'zReport',
  keyOf: keyText,
  gravestone: ({ storeId, source, id }) => [storeId, JSON.stringify([source, id])],
  contentText: (fact) => {
    const { till, openedAt, closedAt, salesCount, salesMinor, returnsCount, returnsMinor, receiptsCount } = fact;
    return JSON.stringify([
      till,
      openedAt,
      closedAt,
      salesCount,
      salesMinor,
      returnsCount,
      returnsMinor,
      receiptsCount,
    ]);
  },
};

function factOf({ event, store, device, receivedAt }: Arrival<ZReport>): ZReportFact {
  const { kind: _, ...report } = event;
  return { ...report, storeId: store.id, deviceId: device.id, receivedAt };
}

/** Stores what tills say of their shifts, by the order law. No figure is made of it: it is compared with what arrived. */
export async function storeZReports(batch: Batch, arrivals: readonly Arrival<ZReport>[]): Promise<void> {
  if (arrivals.length === 0) return;
  const arriving = arrivals.map((arrival) => ({ arrival, fact: factOf(arrival) }));
  const keys = [...new Map(arriving.map(({ fact }) => [keyText(fact), fact])).values()];
  const before = new Map((await findZReports(batch.sql, keys)).map((fact) => [keyText(fact), fact]));
  const after = await weighFacts(batch, weighedZReports, { arriving, before });
  await writeZReports(
    batch.sql,
    [...after].filter(([key, fact]) => fact !== before.get(key)).map(([, fact]) => fact),
  );
}
