import { findStatuses, neighbourStatuses, type StatusFact } from '../../db/reads/standing.ts';
import type { Status } from '../../db/vocabulary/event.ts';
import { writeStatuses } from '../../db/writes/facts.ts';
import type { Arrival, Batch } from './batch.ts';
import { known } from './memory.ts';
import { type Weighed, weighFacts } from './weighing.ts';

function keyText({ deviceId, at }: Pick<StatusFact, 'deviceId' | 'at'>): string {
  return `${deviceId} ${at}`;
}

const weighedStatuses: Weighed<StatusFact, string> = {
  kind: 'status',
  keyOf: keyText,
  gravestone: ({ deviceId, at }) => [deviceId, String(at)],
  contentText: ({ state, problem, battery, firmware }) => JSON.stringify([state, problem, battery, firmware]),
};

function factOf({ event, device, receivedAt }: Arrival<Status>): StatusFact {
  const { kind: _, ...status } = event;
  return { ...status, at: event.at ?? receivedAt, deviceId: device.id, receivedAt };
}

/** Stores statuses. A retained copy says nothing about when it began to hold, so it sets the present state only. */
export async function storeStatuses(batch: Batch, arrivals: readonly Arrival<Status>[]): Promise<void> {
  for (const arrival of arrivals) if (arrival.isRetained) setPresent(batch, factOf(arrival));
  const live = withoutRepeats(
    batch,
    arrivals.filter((arrival) => !arrival.isRetained),
  );
  if (live.length === 0) return;
  const arriving = live.map((arrival) => ({ arrival, fact: factOf(arrival) }));
  const keys = [...new Map(arriving.map(({ fact }) => [keyText(fact), fact])).values()];
  const found = await findStatuses(batch.sql, keys);
  const before = new Map(found.filter((fact) => fact !== undefined).map((fact) => [keyText(fact), fact]));
  const after = await weighFacts(batch, weighedStatuses, { arriving, before });
  const changed = [...after.values()].filter((fact) => fact !== before.get(keyText(fact)));
  // One after the other: what a status changes depends on its neighbours, which may change in this batch as well.
  for (const fact of changed) {
    await writeStatuses(batch.sql, [fact]);
    await follow(batch, { was: before.get(keyText(fact)), is: fact });
  }
}

/** Repeats of a status without a time of its own are told by how soon they come: sent again, or by a second subscription. */
const repeatWithinMs = 5000;

function withoutRepeats(batch: Batch, arrivals: readonly Arrival<Status>[]): Arrival<Status>[] {
  const latest = new Map<string, Pick<StatusFact, 'at' | 'state' | 'problem'>>();
  return arrivals.filter(({ event, device, receivedAt, slot }) => {
    const { state, lastStatus } = known(batch.memory, device.id);
    const present =
      state.state === null || state.stateAt !== lastStatus.at ? undefined : { ...lastStatus, state: state.state };
    const last = latest.get(device.id) ?? present;
    const at = event.at ?? receivedAt;
    const isSame = last !== undefined && event.state === last.state && event.problem === last.problem;
    if (isSame && event.at === null && at >= last.at && at - last.at <= repeatWithinMs) {
      slot.fate = 'duplicate';
      return false;
    }
    if (last === undefined || at >= last.at) latest.set(device.id, { at, state: event.state, problem: event.problem });
    return true;
  });
}

/** What follows from one change: from it to the next status, coverage may be another. */
async function follow(batch: Batch, { was, is }: { was: StatusFact | undefined; is: StatusFact }): Promise<void> {
  const of = known(batch.memory, is.deviceId);
  const { deviceId, at } = is;
  const { problemBefore, nextAt } = await neighbourStatuses(batch.sql, is);
  const toAt = nextAt ?? Math.max(at + 1, batch.now, of.state.lastReportAt ?? 0);
  const hadProblem = was === undefined ? problemBefore !== null : was.problem !== null;
  if (hadProblem !== (is.problem !== null)) batch.touchedCounts.push({ deviceId, fromAt: at, toAt });
  if (was?.state !== is.state || hadProblem !== (is.problem !== null)) batch.stale.push({ deviceId, fromAt: at, toAt });
  const { hasStatusSince } = of.state;
  if (hasStatusSince === null || at < hasStatusSince) {
    batch.stale.push({ deviceId, fromAt: at, toAt: hasStatusSince ?? batch.now });
    of.state.hasStatusSince = at;
  }
  if (at >= of.lastStatus.at) of.lastStatus = { at, problem: is.problem };
  setPresent(batch, is);
}

/** The device's present state is what its latest status says; what that leaves out stays known. */
function setPresent(batch: Batch, fact: StatusFact): void {
  const of = known(batch.memory, fact.deviceId);
  const { state } = of;
  of.isChanged = true;
  if (state.stateAt !== null && fact.at < state.stateAt) return;
  state.state = fact.state;
  state.problem = fact.problem;
  state.stateAt = fact.at;
  state.battery = fact.battery ?? state.battery;
  state.firmware = fact.firmware ?? state.firmware;
}
