import { findSuperseded } from '../../db/reads/standing.ts';
import type { Marks } from '../../db/reads/standingQueue.ts';
import type { IngestEvent } from '../../db/vocabulary/event.ts';
import { type Arrival, type Batch, digestOf } from './batch.ts';
import { known } from './memory.ts';
import { type Content, laterOf, weigh } from './orderLaw.ts';

/*
 * Facts that are put together of several messages (visits, requests): each field is weighed by itself, as if it were a fact of its own.
 * A message that lacks a field says nothing of it.
 */

interface Merging {
  /** By field that is there: what the order law weighs it by. */
  readonly marks: Marks;
}

/** What has to be known of one kind of them. */
export interface MergedKind<Of extends Merging> {
  /** Its kind in `superseded`, where each field has its own: `visit.calledAt`. */
  readonly kind: string;
  /** The weighed fields; null in a fact: not said. */
  readonly fields: readonly (keyof Of & string)[];
  keyOf(fact: Of): string;
  /** The key in `superseded`: whose it is, and which of theirs. */
  gravestone(fact: Of): readonly [owner: string, key: string];
  /** The standing fact with what is not weighed; `standing` itself where nothing changes. */
  withRest(standing: Of, arriving: Of): Of;
}

interface ToMerge<Of> {
  readonly arrival: Pick<Arrival<IngestEvent>, 'slot' | 'device'>;
  /** The message's word: with marks of the fields that it has. */
  readonly fact: Of;
}

interface Merge<Of> {
  readonly arriving: readonly ToMerge<Of>[];
  readonly before: ReadonlyMap<string, Of>;
}

/** The marks of the fields that a message has. */
export function marksOf<Of>(
  said: Of,
  fields: readonly (keyof Of & string)[],
  mark: readonly [updatedAt: number | null, receivedAt: number],
): Marks {
  return Object.fromEntries(fields.filter((field) => said[field] !== null).map((field) => [field, mark]));
}

/**
 * Merges what messages say into what stands under their keys, in the order they came; sets what became of each message: `accepted` where
 * its key or any of its fields is new, else `corrected` where one changed. Remembers values that were replaced.
 * @returns what stands afterwards, by key: `before` with what changed
 */
export async function mergeFacts<Of extends Merging>(
  batch: Batch,
  of: MergedKind<Of>,
  { arriving, before }: Merge<Of>,
): Promise<Map<string, Of>> {
  const after = new Map(before);
  const replaced = await replacedBefore(batch, of, { arriving, before });
  for (const { arrival, fact } of arriving) {
    const standing = after.get(of.keyOf(fact));
    arrival.slot.fate = 'accepted';
    if (standing === undefined) {
      after.set(of.keyOf(fact), fact);
      continue;
    }
    const { merged, isNew, gone } = mergeOne(of, { standing, fact, replaced });
    if (merged !== standing) after.set(of.keyOf(fact), merged);
    if (!isNew) arrival.slot.fate = gone === null ? 'duplicate' : 'corrected';
    if (gone === null) continue;
    known(batch.memory, arrival.device.id).state.corrections += 1;
    batch.superseded.push(...gone);
  }
  return after;
}

interface MergingOne<Of> {
  readonly standing: Of;
  readonly fact: Of;
  /** Values of the past, also of this batch. */
  readonly replaced: Set<string>;
}

interface MergedOne<Of> {
  readonly merged: Of;
  /** A field had no value before. */
  readonly isNew: boolean;
  /** Values to be remembered as replaced; null: nothing was replaced. */
  readonly gone: string[][] | null;
}

function mergeOne<Of extends Merging>(of: MergedKind<Of>, { standing, fact, replaced }: MergingOne<Of>): MergedOne<Of> {
  const changed: Partial<Of> = {};
  const marks: Record<string, Marks[string]> = {};
  let isNew = false;
  let gone: string[][] | null = null;
  for (const field of of.fields) {
    const arriving = contentOf(fact, field);
    if (arriving === null) continue;
    const old = contentOf(standing, field);
    const row = goneRow(of, { fact, field, text: arriving.text });
    const verdict = weigh({ standing: old, arriving, wasReplaced: replaced.has(row.join('\n')) });
    if (verdict === 'older') continue;
    if (old !== null && verdict === 'same') {
      const updatedAt = laterOf(old.updatedAt, arriving.updatedAt);
      if (updatedAt !== old.updatedAt) marks[field] = [updatedAt, old.receivedAt];
      continue;
    }
    changed[field] = fact[field];
    marks[field] = [arriving.updatedAt, arriving.receivedAt];
    if (old === null) isNew = true;
    else gone = [...(gone ?? []), ...goneBy(of, { fact, field, old, arriving })];
  }
  for (const row of gone ?? []) replaced.add(row.join('\n'));
  const rest = of.withRest(standing, fact);
  if (Object.keys(marks).length === 0) return { merged: rest, isNew, gone };
  return { merged: { ...rest, ...changed, marks: { ...standing.marks, ...marks } }, isNew, gone };
}

/** null: the field is not said. */
function contentOf<Of extends Merging>(fact: Of, field: keyof Of & string): Content | null {
  const mark = fact.marks[field];
  if (mark === undefined) return null;
  return { text: JSON.stringify(fact[field]), updatedAt: mark[0], receivedAt: mark[1] };
}

interface OfField<Of> {
  readonly fact: Of;
  readonly field: keyof Of & string;
}

function goneRow<Of extends Merging>(
  of: MergedKind<Of>,
  { fact, field, text }: OfField<Of> & { text: string },
): string[] {
  return [`${of.kind}.${field}`, ...of.gravestone(fact), digestOf(text)];
}

/** Only contents without `updatedAt` have to be remembered: see weighing.ts. */
function goneBy<Of extends Merging>(
  of: MergedKind<Of>,
  { fact, field, old, arriving }: OfField<Of> & { old: Content; arriving: Content },
): string[][] {
  const isRemembered = old.updatedAt === null && arriving.updatedAt === null;
  return isRemembered ? [goneRow(of, { fact, field, text: old.text })] : [];
}

/**
 * Values that earlier batches replaced. Asked only where a field stands with another value: one that stands now and is replaced in this
 * batch is remembered on the way.
 */
async function replacedBefore<Of extends Merging>(
  batch: Batch,
  of: MergedKind<Of>,
  { arriving, before }: Merge<Of>,
): Promise<Set<string>> {
  const rows: string[][] = [];
  for (const { fact } of arriving) {
    const standing = before.get(of.keyOf(fact));
    if (standing === undefined) continue;
    for (const field of of.fields) {
      const [old, one] = [contentOf(standing, field), contentOf(fact, field)];
      const isAsked = old !== null && one !== null && one.updatedAt === null && one.text !== old.text;
      if (isAsked) rows.push(goneRow(of, { fact, field, text: one.text }));
    }
  }
  const found = rows.length === 0 ? [] : await findSuperseded(batch.sql, rows);
  return new Set(rows.filter((_, i) => found[i]).map((row) => row.join('\n')));
}
