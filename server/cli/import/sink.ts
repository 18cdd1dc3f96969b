import { loadSettings } from '../../../db/reads/settings.ts';
import type { Sql } from '../../../db/sql/port.ts';
import type { Device } from '../../../db/vocabulary/place.ts';
import { applySettings } from '../../../db/writes/settings.ts';
import type { MessageFate, RawMessage } from '../../../ingest/pipeline/message.ts';
import { cliScope } from '../database.ts';
import { type Feed, openFeed } from '../feed.ts';
import { openProgress, type Progress } from '../progress.ts';

/** Where what a file holds goes: into this process' database, or to the server that asked for it. */
export interface ImportSink {
  /** Sets the importing device up as it is given; called once, before anything is stored. null: it is there already. */
  prepare(device: Device | null): Promise<void>;
  /** Stores messages and answers what became of each, in their order. */
  store(messages: readonly RawMessage[]): Promise<readonly MessageFate[]>;
  /** So many of so many lines are done. */
  progress(done: number, total: number): void;
}

/** Into a database of one's own, with a bar on the terminal. */
export function databaseSink(sql: Sql): ImportSink {
  let feed: Feed | undefined;
  let bar: Progress | undefined;
  return {
    async prepare(device) {
      if (device !== null) await applySettings(sql, cliScope, { devices: [device] });
      feed = openFeed(sql, await loadSettings(sql, cliScope));
    },
    async store(messages) {
      if (feed === undefined) throw new Error('nothing was prepared to take what is stored');
      return feed.store(messages);
    },
    progress(done, total) {
      bar ??= openProgress('importing', total);
      bar.at(done);
      if (done >= total) bar.end();
    },
  };
}
