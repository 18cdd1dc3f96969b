import { findSuperseded } from '../../db/reads/standing.ts';
import type { IngestEvent } from '../../db/vocabulary/event.ts';
import { type Arrival, type Batch, digestOf } from './batch.ts';
import { known } from './memory.ts';
import { laterOf, weigh } from './orderLaw.ts';

interface Fact {
  readonly updatedAt: number | null;
  readonly receivedAt: number;
}

/** What the order law has to know of one kind of fact. */
export interface Weighed<Of extends Fact, Key> {
  /** Its kind in `superseded`. */
  readonly kind: string;
  /** Its natural key, among the facts that are weighed at once. */
  keyOf(fact: Of): Key;
  /** The same in `superseded`: whose it is, and which of theirs. */
  gravestone(fact: Of): readonly [owner: string, key: string];
  /** What of it is its content: all but the key and `updatedAt`. */
  contentText(fact: Of): string;
  /** What stays of two of one content; absent: the later `updatedAt`. `standing` itself where nothing changes. */
  merged?(standing: Of, arriving: Of): Of;
  /** What stands where another content takes the place; absent: the arriving one as it is. */
  inPlaceOf?(standing: Of, arriving: Of): Of;
}

export interface ToWeigh<Of extends Fact> {
  readonly arrival: Pick<Arrival<IngestEvent>, 'slot' | 'device'>;
  readonly fact: Of;
}

/**
 * Weighs facts against those that stand under their keys, in the order they came (contract 3, the order law); sets what became of each,
 * and remembers contents that were replaced.
 * @returns what stands afterwards, by key: `before` with what changed
 */
export async function weighFacts<Of extends Fact, Key>(
  batch: Batch,
  of: Weighed<Of, Key>,
  { arriving, before }: { arriving: readonly ToWeigh<Of>[]; before: ReadonlyMap<Key, Of> },
): Promise<Map<Key, Of>> {
  const after = new Map(before);
  const replaced = await replacedBefore(batch, of, { arriving, before });
  for (const one of arriving) weighOne(batch, of, { one, after, replaced });
  return after;
}

function supersededRow<Of extends Fact, Key>(of: Weighed<Of, Key>, fact: Of, text: string): string[] {
  return [of.kind, ...of.gravestone(fact), digestOf(text)];
}

/** Contents without `updatedAt` that earlier batches replaced; asked only for facts whose key is taken. */
async function replacedBefore<Of extends Fact, Key>(
  batch: Batch,
  of: Weighed<Of, Key>,
  { arriving, before }: { arriving: readonly ToWeigh<Of>[]; before: ReadonlyMap<Key, Of> },
): Promise<Set<string>> {
  const rows = arriving
    .filter(({ fact }) => fact.updatedAt === null && before.has(of.keyOf(fact)))
    .map(({ fact }) => supersededRow(of, fact, of.contentText(fact)));
  const found = rows.length === 0 ? [] : await findSuperseded(batch.sql, rows);
  return new Set(rows.filter((_, i) => found[i]).map((row) => row.join('\n')));
}

interface Weighing<Of extends Fact, Key> {
  readonly one: ToWeigh<Of>;
  readonly after: Map<Key, Of>;
  readonly replaced: Set<string>;
}

function weighOne<Of extends Fact, Key>(
  batch: Batch,
  of: Weighed<Of, Key>,
  { one: { arrival, fact }, after, replaced }: Weighing<Of, Key>,
): void {
  const key = of.keyOf(fact);
  const standing = after.get(key);
  const text = of.contentText(fact);
  const { updatedAt, receivedAt } = fact;
  const wasReplaced = replaced.size > 0 && replaced.has(supersededRow(of, fact, text).join('\n'));
  const old = standing === undefined ? null : { text: of.contentText(standing), updatedAt: standing.updatedAt };
  const verdict = weigh({
    standing: old === null ? null : { ...old, receivedAt: standing?.receivedAt ?? 0 },
    arriving: { text, updatedAt, receivedAt },
    wasReplaced,
  });
  arrival.slot.fate = verdict === 'first' ? 'accepted' : verdict === 'stands' ? 'corrected' : 'duplicate';
  if (standing === undefined || old === null) {
    if (verdict === 'first') after.set(key, fact);
    return;
  }
  if (verdict === 'same') {
    const merged = of.merged?.(standing, fact) ?? withLater(standing, fact);
    if (merged !== standing) after.set(key, merged);
  }
  if (verdict !== 'stands') return;
  after.set(key, of.inPlaceOf?.(standing, fact) ?? fact);
  known(batch.memory, arrival.device.id).state.corrections += 1;
  if (old.updatedAt !== null || updatedAt !== null) return;
  const gone = supersededRow(of, fact, old.text);
  replaced.add(gone.join('\n'));
  batch.superseded.push(gone);
}

function withLater<Of extends Fact>(standing: Of, arriving: Of): Of {
  const updatedAt = laterOf(standing.updatedAt, arriving.updatedAt);
  return updatedAt === standing.updatedAt ? standing : { ...standing, updatedAt };
}
