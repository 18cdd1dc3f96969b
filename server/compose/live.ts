import type { Database } from '../../db/threads/database.ts';
import type { Remote } from '../../db/threads/protocol.ts';
import { AppError } from '../../db/vocabulary/errors.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import type { Heard } from '../../ingest/pipeline/packed.ts';
import type { IngestWrites } from '../../ingest/writer.ts';
import type { Answers } from '../answers/answers.ts';
import type { Faults } from '../faults.ts';
import { type LiveHub, openLiveHub } from '../live/hub.ts';
import { watchCommits } from '../live/watch.ts';

const scope = systemScope('live');

export interface Live {
  readonly hub: LiveHub;
  /** To be told after every commit of this process. */
  committed(heard: readonly Heard[]): void;
  close(): void;
}

/** What the reader threads answer beside the database's own reads: their script is server/reader.ts, which serves both. */
export function answersOf(db: Database<IngestWrites>): Remote<Answers> {
  return db.reads as unknown as Remote<Answers>;
}

/** Live figures over an open database. */
export function openLive(db: Database<IngestWrites>, faults: Faults): Live {
  const answers = answersOf(db);
  const hub = openLiveHub({
    todayJson: (storeId) => answers.todayJson(scope, { storeId, now: Date.now() }).catch(nullWhereGone),
    queueJson: (storeId) => answers.liveQueueJson(scope, { storeId, now: Date.now() }).catch(nullWhereGone),
    onError: (error) => faults.tell('live figures failed', error),
  });
  const watch = watchCommits({
    hub,
    readLastHeard: (storeIds) => answers.lastHeard(scope, { storeIds }),
    onError: (error) => faults.tell('looking for commits of others failed', error),
  });
  return {
    hub,
    committed: (heard) => {
      const at = Date.now();
      watch.committed(heard.map(({ storeId, deviceId }) => ({ store: storeId, device: deviceId, at, state: null })));
    },
    close: () => {
      watch.close();
      hub.close();
    },
  };
}

function nullWhereGone(error: unknown): null {
  if (error instanceof AppError && error.code === 'not_found') return null;
  throw error;
}
