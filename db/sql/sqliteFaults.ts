import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../vocabulary/errors.ts';

/** The file that a connection has open is not the one at its path any more: only a new start can use that one. */
export class DatabaseReplaced extends AppError {
  constructor(path: string) {
    super(
      'unavailable',
      `The database file ${path} was replaced while Lintel had it open; Lintel ends, so that it can be started with the one that is there now.`,
    );
  }
}

/** What of the machine, not of what was asked, keeps SQLite from doing its work; by the beginning of its result codes. */
const sentences: Readonly<Record<string, string>> = {
  SQLITE_BUSY: 'The database is locked by another program: close it.',
  SQLITE_LOCKED: 'The database is locked by another program: close it.',
  SQLITE_FULL: 'The disk with the database (DATA_DIR) is full: free some space.',
  SQLITE_IOERR:
    'The disk with the database (DATA_DIR) cannot be written or read: check the disk, its free space and its quota.',
  SQLITE_READONLY: 'The database in DATA_DIR may only be read: make the folder and its files writable for Lintel.',
  SQLITE_PERM: 'The database in DATA_DIR may not be opened: give Lintel the right to it.',
  SQLITE_CANTOPEN: 'The database in DATA_DIR cannot be opened: check that the folder is there and writable.',
  SQLITE_NOMEM: 'There is not enough memory for the database: free some.',
  SQLITE_PROTOCOL: 'The database is locked by another program: close it.',
  SQLITE_CORRUPT: 'The database file in DATA_DIR is damaged: stop Lintel and restore a backup (lintel restore FILE).',
  SQLITE_NOTADB:
    'The file lintel.db in DATA_DIR is no database: stop Lintel and restore a backup (lintel restore FILE).',
};

export function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

/** The error as whoever asked should see it: AppError `unavailable` where the machine is at fault, else as it is. */
export function explained(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  // Codes are extended: SQLITE_IOERR_WRITE, SQLITE_READONLY_DBMOVED.
  const [, kind] = /^(SQLITE_[A-Z]+)/.exec(error.code) ?? [];
  const sentence = sentences[kind ?? ''];
  return sentence === undefined ? error : new AppError('unavailable', sentence, { cause: error });
}

type Identity = string | null;

function identityOf(path: string): Identity {
  const file = statSync(path, { throwIfNoEntry: false });
  return file === undefined ? null : `${file.dev}/${file.ino}`;
}

/** Whether what a connection writes ends in the files that its path names. */
export interface FileWatch {
  /**
   * To be called when something was written, before anybody is told so.
   * @throws AppError `unavailable` where the file is gone, DatabaseReplaced where another one is in its place
   */
  check(): void;
}

/**
 * SQLite goes on writing into a file that was removed or moved away, and all of it is lost when the process ends: so the file and
 * its log are looked at after every write (some microseconds beside a commit's milliseconds).
 */
export function watchFile(path: string): FileWatch {
  const file = identityOf(path);
  const log = `${path}-wal`;
  let logAtFirst: Identity = null;
  return {
    check() {
      const now = identityOf(path);
      if (now !== null && now !== file) throw new DatabaseReplaced(path);
      const logNow = identityOf(log);
      logAtFirst ??= logNow;
      if (now === null || logNow !== logAtFirst) throw new AppError('unavailable', goneSentence(path));
    },
  };
}

function goneSentence(path: string): string {
  return `The database file ${path} or its log is gone: put the folder back where it was (is its disk mounted?), or restart Lintel to begin an empty one.`;
}
