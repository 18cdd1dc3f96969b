import { type EventFact, findEvents } from '../../db/reads/events.ts';
import { findSuperseded } from '../../db/reads/standing.ts';
import type { CountEvent } from '../../db/vocabulary/event.ts';
import { writeEvents } from '../../db/writes/countFacts.ts';
import { type Arrival, type Batch, digestOf } from './batch.ts';
import { appendEvent, eventKeyText, factOf } from './eventFacts.ts';
import { known } from './memory.ts';
import { laterOf, weigh } from './orderLaw.ts';

/** Who was seen where is the key: the count is all that a correction can change. */
function contentText({ count }: EventFact): string {
  return String(count);
}

function supersededKey(fact: EventFact, text: string): string[] {
  const key = JSON.stringify([fact.at, fact.line, fact.direction, fact.id, fact.place]);
  return ['event', fact.deviceId, key, digestOf(text)];
}

/** Weighs events against those that stand under their keys, and writes what changed. */
export async function settleEvents(batch: Batch, arrivals: readonly Arrival<CountEvent>[]): Promise<void> {
  const facts = arrivals.map(factOf);
  const keys = [...new Map(facts.map((fact) => [eventKeyText(fact), fact])).values()];
  const before = new Map<string, EventFact>();
  for (const found of await findEvents(batch.sql, keys)) {
    if (found !== undefined) before.set(eventKeyText(found), found);
  }
  const after = new Map(before);
  const replaced = await replacedBefore(batch, facts, before);
  arrivals.forEach((arrival, i) => {
    const arriving = facts[i];
    if (arriving !== undefined) settleOne(batch, { arrival, arriving, after, replaced });
  });
  const changed = [...after].filter(([key, fact]) => fact !== before.get(key));
  await writeEvents(
    batch.sql,
    changed.map(([, fact]) => fact),
  );
  for (const [key, is] of changed) {
    const was = before.get(key);
    if (was === undefined) appendEvent(batch, is);
    else if (was.count !== is.count) {
      const span = { deviceId: is.deviceId, fromAt: is.at, toAt: is.at + 1 };
      batch.touchedCounts.push({ ...span, cause: 'corrected', gone: was, came: is });
    }
  }
}

async function replacedBefore(
  batch: Batch,
  facts: readonly EventFact[],
  before: ReadonlyMap<string, EventFact>,
): Promise<Set<string>> {
  const keys = facts
    .filter((fact) => fact.updatedAt === null && before.has(eventKeyText(fact)))
    .map((fact) => supersededKey(fact, contentText(fact)));
  const found = keys.length === 0 ? [] : await findSuperseded(batch.sql, keys);
  return new Set(keys.filter((_, i) => found[i]).map((key) => key.join('\n')));
}

interface EventToSettle {
  readonly arrival: Arrival<CountEvent>;
  readonly arriving: EventFact;
  readonly after: Map<string, EventFact>;
  readonly replaced: Set<string>;
}

function settleOne(batch: Batch, { arrival, arriving, after, replaced }: EventToSettle): void {
  const key = eventKeyText(arriving);
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
