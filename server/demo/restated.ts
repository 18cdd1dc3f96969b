import type { Sql } from '../../db/sql/port.ts';
import { dayMs, minuteMs } from '../../db/time/calendar.ts';
import { bucketMs } from '../../db/time/opening.ts';
import type { Settings } from '../../db/vocabulary/place.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import { reportDates } from '../../db/writes/reports.ts';
import { messagesOf } from '../cli/feed.ts';
import { tillOf } from './chain.ts';
import type { DemoPlace } from './demand.ts';
import { type History, tellStore } from './history.ts';
import { peopleIn } from './people.ts';

const scope = systemScope('demo');
const hourMs = 60 * minuteMs;
/** Dates further back are history, of which there are no reports. */
const reportedDays = 8;

/** Reports the last days as if the server had run all the time: each date soon after its end. */
export async function reportRecent(sql: Sql, settings: Settings, now: number): Promise<void> {
  const first = Math.floor((now - reportedDays * dayMs) / hourMs) * hourMs + 5 * minuteMs;
  for (let at = first; at <= now; at += hourMs) {
    let cursor: string | null = null;
    do {
      const round = await reportDates(sql, scope, { settings, now: at, cursor });
      cursor = round.cursor;
    } while (cursor !== null);
  }
}

/** What the story's devices kept back comes now, and the office puts two receipts right. */
export async function tellLate(history: History): Promise<void> {
  const { story, places } = history;
  const { delays, corrections } = story;
  for (const place of places) {
    for (const { deviceId, fromAt, toAt } of delays) {
      if (!deviceId.startsWith(`${place.demo.id}-`)) continue;
      const told = { startAt: fromAt, endAt: toAt, intervalMs: bucketMs, hasVisits: true };
      await tellStore({ ...history, story: { ...story, delays: [] } }, place, told);
    }
    for (const correction of corrections) {
      if (correction.storeId === place.demo.id) await tellCorrection(history, place, correction.fromAt);
    }
  }
}

/** The first receipt from there on is voided, the next one was for half as much. */
async function tellCorrection({ feed }: History, place: DemoPlace, fromAt: number): Promise<void> {
  const { demo } = place;
  const receipts: Readonly<Record<string, unknown>>[] = [];
  for (let at = fromAt; receipts.length < 2 && at < fromAt + 4 * hourMs; at += bucketMs) {
    const { receipts: some } = peopleIn(demo, place.demandAt, { startAt: at, endAt: at + bucketMs });
    receipts.push(...some.filter((one) => one['type'] === 'sale' && one['channel'] === undefined));
  }
  const [first, second] = receipts;
  if (first === undefined || second === undefined) return;
  const total = (Number(second['total']) / 2).toFixed(2);
  const { tax: _, ...rest } = second;
  const items = [
    { id: `${String(first['id'])}-void`, at: first['at'], type: 'void', total: first['total'], original: first['id'] },
    { ...rest, total, updatedAt: new Date().toISOString() },
  ];
  await feed.store(messagesOf({ storeId: demo.id, deviceId: tillOf(demo.id), kind: 'sales' }, items, Date.now()));
}
