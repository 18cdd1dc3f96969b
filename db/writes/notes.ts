import { randomBytes } from 'node:crypto';
import { findNote } from '../reads/notes.ts';
import { requireStaff, requireStore } from '../settings/reach.ts';
import type { Sql } from '../sql/port.ts';
import { AppError } from '../vocabulary/errors.ts';
import { canSeeNote, canWriteNote, type Note, type NoteContent, type NoteReach } from '../vocabulary/note.ts';
import type { Settings } from '../vocabulary/place.ts';
import type { Scope } from '../vocabulary/scope.ts';
import { appendAudit } from './audit.ts';

export interface NoteWish {
  readonly settings: Settings;
  /** null: a new one. */
  readonly id: string | null;
  readonly content: NoteContent;
  readonly now: number;
}

/**
 * Keeps a note, or puts other words in place of one. Owners, regionals and managers, of stores they answer for; `not_found` for
 * somebody else's store or region, `forbidden` where a note is about stores of others besides.
 */
export async function saveNote(sql: Sql, scope: Scope, { settings, id, content, now }: NoteWish): Promise<Note> {
  requireReach(scope, settings, content);
  return sql.transaction(async (inside) => {
    const before = id === null ? null : await requireNote(inside, scope, { settings, id });
    const note: Note = {
      ...content,
      id: before?.id ?? randomBytes(12).toString('base64url'),
      madeBy: before?.madeBy ?? scope.actor,
      madeAt: before?.madeAt ?? now,
    };
    await put(inside, note, now);
    await appendAudit(inside, scope, {
      action: before === null ? 'added' : 'changed',
      subject: `note ${note.id}`,
      before: before === null ? null : contentText(before),
      after: contentText(note),
    });
    return note;
  });
}

/** Takes a note away; `not_found` where there is none for this caller. */
export async function removeNote(
  sql: Sql,
  scope: Scope,
  { settings, id }: { readonly settings: Settings; readonly id: string },
): Promise<void> {
  requireStaff(scope, 'change notes');
  await sql.transaction(async (inside) => {
    const before = await requireNote(inside, scope, { settings, id });
    await inside.run('delete from notes where id = ?', [id]);
    await appendAudit(inside, scope, { action: 'removed', subject: `note ${id}`, before: contentText(before) });
  });
}

async function requireNote(
  sql: Sql,
  scope: Scope,
  { settings, id }: { readonly settings: Settings; readonly id: string },
): Promise<Note> {
  const note = await findNote(sql, id);
  if (note === null || !canSeeNote(scope, settings, note)) {
    throw new AppError('not_found', `There is no note "${id}": it may have been removed; load the page again.`);
  }
  requireWriter(scope, settings, note);
  return note;
}

function requireReach(scope: Scope, settings: Settings, { storeIds, regionId }: NoteReach): void {
  requireStaff(scope, 'write notes');
  for (const id of storeIds ?? []) requireStore(scope, settings, id);
  if (regionId !== null && !canSeeRegion(scope, settings, regionId)) {
    throw new AppError('not_found', `There is no region "${regionId}": choose one of your own.`);
  }
  requireWriter(scope, settings, { storeIds, regionId });
}

function canSeeRegion(scope: Scope, settings: Settings, regionId: string): boolean {
  if (!settings.regions.some(({ id }) => id === regionId)) return false;
  return canSeeNote(scope, settings, { storeIds: null, regionId });
}

function requireWriter(scope: Scope, settings: Settings, reach: NoteReach): void {
  if (canWriteNote(scope, settings, reach)) return;
  throw new AppError('forbidden', 'This note is about stores of others too: write one about your own stores.');
}

async function put(sql: Sql, { id, from, to, text, storeIds, regionId, madeBy, madeAt }: Note, now: number) {
  await sql.run(
    `insert into notes (id, from_date, to_date, words, store_ids, region_id, made_by, made_at, changed_at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (id) do update set from_date = excluded.from_date, to_date = excluded.to_date, words = excluded.words,
      store_ids = excluded.store_ids, region_id = excluded.region_id, changed_at = excluded.changed_at`,
    [id, from, to, text, storeIds === null ? null : JSON.stringify(storeIds), regionId, madeBy, madeAt, now],
  );
}

function contentText({ from, to, text, storeIds, regionId }: Note): string {
  return JSON.stringify({ from, to, text, stores: storeIds, region: regionId });
}
