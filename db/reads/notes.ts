import type { Sql } from '../sql/port.ts';
import { canSeeNote, canWriteNote, isAboutStore, type Note } from '../vocabulary/note.ts';
import type { Settings } from '../vocabulary/place.ts';
import { canSeeStore, type Scope } from '../vocabulary/scope.ts';

interface NoteRow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly storeIds: string | null;
  readonly regionId: string | null;
  readonly madeBy: string;
  readonly madeAt: number;
  readonly authorName: string | null;
}

const columns = `n.id, n.from_date as "from", n.to_date as "to", n.words as "text", n.store_ids as "storeIds",
  n.region_id as "regionId", n.made_by as "madeBy", n.made_at as "madeAt"`;

function noteOf({ storeIds, madeAt, authorName: _, ...row }: NoteRow): Note {
  // Written by saveNote alone, as a list of ids.
  const ids = storeIds === null ? null : (JSON.parse(storeIds) as string[]);
  return { ...row, storeIds: ids, madeAt: Number(madeAt) };
}

/** A note as it is kept, whoever asks; null: there is none. */
export async function findNote(sql: Sql, id: string): Promise<Note | null> {
  const [row] = await sql.all<NoteRow>(`select ${columns}, null as "authorName" from notes n where n.id = ?`, [id]);
  return row === undefined ? null : noteOf(row);
}

export interface NotesQuery {
  readonly settings: Settings;
  /** Business dates, both included: notes that touch them. */
  readonly from: string;
  readonly to: string;
  /** Notes about this store; null: about any that the caller may see. */
  readonly storeId: string | null;
}

/** A note as its reader may know it: of the stores those alone that they may see. */
export interface ReadNote extends Note {
  /** null: a token's, or of somebody who is gone. */
  readonly authorName: string | null;
  readonly canWrite: boolean;
}

/** Notes that touch a period, the earliest first. */
export async function readNotes(
  sql: Sql,
  scope: Scope,
  { settings, from, to, storeId }: NotesQuery,
): Promise<ReadNote[]> {
  const rows = await sql.all<NoteRow>(
    `select ${columns}, u.name as "authorName" from notes n left join "user" u on n.made_by = 'user:' || u.id
    where n.from_date <= ? and n.to_date >= ? order by n.from_date, n.made_at, n.id`,
    [to, from],
  );
  const store = storeId === null ? null : settings.stores.get(storeId);
  return rows.flatMap((row) => {
    const note = noteOf(row);
    if (!canSeeNote(scope, settings, note)) return [];
    if (store !== null && (store === undefined || !isAboutStore(note, store))) return [];
    const canWrite = canWriteNote(scope, settings, note);
    return [{ ...note, storeIds: seenOf(scope, settings, note), authorName: row.authorName, canWrite }];
  });
}

function seenOf(scope: Scope, settings: Settings, { storeIds }: Note): readonly string[] | null {
  if (storeIds === null) return null;
  return storeIds.filter((id) => {
    const store = settings.stores.get(id);
    return store !== undefined && canSeeStore(scope, store);
  });
}
