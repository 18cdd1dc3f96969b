import { Hono } from 'hono';
import type { Note, NoteContent } from '../../db/vocabulary/note.ts';
import { storeFor } from '../answers/stores.ts';
import {
  type NoteAnswer,
  type NoteBody,
  noteAnswer,
  noteBody,
  noteParam,
  noteRemoved,
  notesAnswer,
  notesQuery,
} from '../contracts/notes.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe, scopeOf, take } from './contract.ts';

function contentOf({ from, to, text, stores = [], region }: NoteBody): NoteContent {
  return { from, to, text, storeIds: stores.length === 0 ? null : stores, regionId: region ?? null };
}

function written({ id, from, to, text, storeIds, regionId }: Note): NoteAnswer {
  return { id, from, to, text, stores: storeIds === null ? null : [...storeIds], region: regionId };
}

/** What people want remembered of some dates; shown beside the figures. */
export function noteRoutes({ db, settings, allow, now }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/notes',
      describe({ summary: 'Notes of a period', tag: 'notes', access: 'read', answer: notesAnswer }),
      allow('read'),
      take('query', notesQuery),
      async (c) => {
        const { from, to, store } = c.req.valid('query');
        const storeId = store === undefined ? null : storeFor(scopeOf(c), settings.current, store).id;
        const notes = await db.reads.readNotes(scopeOf(c), { from, to, storeId });
        return c.json({
          notes: notes.map(({ authorName, madeAt, canWrite, ...note }) => ({
            ...written({ ...note, madeAt }),
            author: authorName,
            madeAt: new Date(madeAt).toISOString(),
            canChange: canWrite,
          })),
        });
      },
    )
    .post(
      '/api/v1/notes',
      describe({ summary: 'Keeps a note', tag: 'notes', access: 'correct', status: 201, answer: noteAnswer }),
      allow('correct'),
      take('json', noteBody),
      async (c) => {
        const content = contentOf(c.req.valid('json'));
        return c.json(written(await db.writes.saveNote(scopeOf(c), { id: null, content, now: now() })), 201);
      },
    )
    .put(
      '/api/v1/notes/:id',
      describe({
        summary: 'Puts other words in place of a note’s',
        tag: 'notes',
        access: 'correct',
        answer: noteAnswer,
      }),
      allow('correct'),
      take('param', noteParam),
      take('json', noteBody),
      async (c) => {
        const { id } = c.req.valid('param');
        const content = contentOf(c.req.valid('json'));
        return c.json(written(await db.writes.saveNote(scopeOf(c), { id, content, now: now() })));
      },
    )
    .delete(
      '/api/v1/notes/:id',
      describe({ summary: 'Takes a note away', tag: 'notes', access: 'correct', answer: noteRemoved }),
      allow('correct'),
      take('param', noteParam),
      async (c) => {
        const { id } = c.req.valid('param');
        await db.writes.removeNote(scopeOf(c), { id });
        return c.json({ id });
      },
    );
}
