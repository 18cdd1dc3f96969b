import { findStatuses, findSuperseded, neighbourStatuses, type StatusFact } from '../../db/reads/standing.ts';
import type { Status } from '../../db/vocabulary/event.ts';
import { writeStatuses } from '../../db/writes/facts.ts';
import { type Arrival, type Batch, digestOf } from './batch.ts';
import { known } from './memory.ts';
import { laterOf, weigh } from './orderLaw.ts';

function contentText({ state, problem, battery, firmware }: StatusFact): string {
  return JSON.stringify([state, problem, battery, firmware]);
}

function keyText({ deviceId, at }: Pick<StatusFact, 'deviceId' | 'at'>): string {
  return `${deviceId} ${at}`;
}

function supersededKey(fact: StatusFact, text: string): string[] {
  return ['status', fact.deviceId, String(fact.at), digestOf(text)];
}

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
  const facts = live.map(factOf);
  const keys = [...new Map(facts.map((fact) => [keyText(fact), fact])).values()];
  const found = await findStatuses(batch.sql, keys);
  const before = new Map(found.filter((fact) => fact !== undefined).map((fact) => [keyText(fact), fact]));
  const after = new Map(before);
  const replaced = await replacedBefore(batch, facts, before);
  live.forEach((arrival, i) => {
    const fact = facts[i];
    if (fact !== undefined) settleOne(batch, { arrival, arriving: fact, after, replaced });
  });
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

async function replacedBefore(
  batch: Batch,
  facts: readonly StatusFact[],
  before: ReadonlyMap<string, StatusFact>,
): Promise<Set<string>> {
  const keys = facts
    .filter((fact) => fact.updatedAt === null && before.has(keyText(fact)))
    .map((fact) => supersededKey(fact, contentText(fact)));
  const found = keys.length === 0 ? [] : await findSuperseded(batch.sql, keys);
  return new Set(keys.filter((_, i) => found[i]).map((key) => key.join('\n')));
}

interface StatusToSettle {
  readonly arrival: Arrival<Status>;
  readonly arriving: StatusFact;
  readonly after: Map<string, StatusFact>;
  readonly replaced: Set<string>;
}

function settleOne(batch: Batch, { arrival, arriving, after, replaced }: StatusToSettle): void {
  const key = keyText(arriving);
  const standing = after.get(key);
  const text = contentText(arriving);
  const old = standing === undefined ? null : { ...standing, text: contentText(standing) };
  const wasReplaced = replaced.has(supersededKey(arriving, text).join('\n'));
  const verdict = weigh({ standing: old, arriving: { ...arriving, text }, wasReplaced });
  arrival.slot.fate = verdict === 'first' ? 'accepted' : verdict === 'stands' ? 'corrected' : 'duplicate';
  if (verdict === 'first') after.set(key, arriving);
  if (verdict === 'same' && standing !== undefined) {
    const updatedAt = laterOf(standing.updatedAt, arriving.updatedAt);
    if (updatedAt !== standing.updatedAt) after.set(key, { ...standing, updatedAt });
  }
  if (verdict === 'stands' && old !== null) {
    after.set(key, arriving);
    known(batch.memory, arriving.deviceId).state.corrections += 1;
    if (old.updatedAt !== null || arriving.updatedAt !== null) return;
    const gone = supersededKey(arriving, old.text);
    replaced.add(gone.join('\n'));
    batch.superseded.push(gone);
  }
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
