import { keptInAll, largeBodyLength, letGo, letGoInAll } from '../../db/writes/quarantineBounds.ts';
import { type Kept, keepRefused, releaseRefused } from '../../db/writes/refusals.ts';
import { type Batch, groupBy } from './batch.ts';

/** Between two looks at how many rows there are in all, since counting them takes a moment: so many may be added. */
const lookEvery = 1000;

/** Puts a batch's refused items into quarantine, takes out what is refused no longer, and keeps within the bounds. */
export async function quarantine({ sql, memory, kept, released }: Batch): Promise<void> {
  await releaseRefused(sql, released);
  if (kept.length === 0) return;
  const groups = groupBy(kept, ({ topic, reason, digest }) => `${topic}\n${reason}\n${digest}`);
  const rows = [...groups.values()].map(together);
  await keepRefused(sql, rows);
  for (const [deviceId, own] of groupBy(rows, (row) => row.deviceId)) {
    const hasLarge = own.some(({ body }) => body.length > largeBodyLength);
    await letGo(sql, deviceId, hasLarge);
  }
  memory.keptSinceLook += rows.length;
  if (memory.keptSinceLook < lookEvery) return;
  memory.keptSinceLook = 0;
  await letGoInAll(sql, keptInAll);
}

function together(equal: readonly Kept[]): Kept {
  const [first] = equal as [Kept, ...Kept[]];
  return { ...first, count: equal.reduce((sum, { count }) => sum + count, 0) };
}
