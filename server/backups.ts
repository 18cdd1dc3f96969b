import type { BackupState } from './contracts/settings.ts';

/** A backup that is done, and lies in DATA_DIR for a day. */
export interface BackupFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
}

/** One backup at a time, made beside the running server. */
export interface Backups {
  state(): BackupState;
  /** Begins one in place of any before it; where one is being made it goes on. @throws unavailable where the disk has no room. */
  start(): BackupState;
  /** null: none is ready. */
  file(): BackupFile | null;
}
