import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { AppError } from '../../db/vocabulary/errors.ts';
import { backupState } from '../contracts/settings.ts';
import type { Services } from '../services.ts';
import { type ApiEnv, describe } from './contract.ts';

const tag = 'settings';
const fileType = 'application/vnd.sqlite3';

/** Everything in one file, made beside the running server and fetched from it. */
export function backupRoutes({ backups, allow }: Services): Hono<ApiEnv> {
  return new Hono<ApiEnv>()
    .get(
      '/api/v1/backup',
      describe({ summary: 'How far the backup is', tag, access: 'owner', answer: backupState }),
      allow('owner'),
      (c) => c.json(backups.state()),
    )
    .post(
      '/api/v1/backup',
      describe({
        summary: 'Begins a backup; one that is being made goes on, one that is done is replaced',
        tag,
        access: 'owner',
        status: 201,
        answer: backupState,
      }),
      allow('owner'),
      (c) => c.json(backups.start(), 201),
    )
    .get(
      '/api/v1/backup/file',
      describe({
        summary: 'The backup as a file, for a day; for `lintel restore FILE`',
        tag,
        access: 'owner',
        contentType: fileType,
      }),
      allow('owner'),
      (c) => {
        const file = backups.file();
        if (file === null) throw new AppError('not_found', 'There is no backup to fetch: make one first.');
        // Node's stream of bytes is the one that fetch's types mean.
        const body = Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array>;
        return c.body(body, 200, {
          'content-type': fileType,
          'content-length': String(file.bytes),
          'content-disposition': `attachment; filename="${file.name}"`,
        });
      },
    );
}
