import type { RefusedFilter } from '../db/reads/refusals.ts';
import { makeSettingsCache } from '../db/settings/cache.ts';
import type { Sql } from '../db/sql/port.ts';
import { writes } from '../db/threads/writes.ts';
import type { Scope } from '../db/vocabulary/scope.ts';
import { type PackedFates, type PackedMessages, packFates, unpackMessages } from './pipeline/packed.ts';
import { hasFailed, makePipeline } from './pipeline/pipeline.ts';
import { type Retried, retryAdopted, retryQuarantine } from './pipeline/retry.ts';

/** Everything the writer thread answers: the database's own writes and what ingest stores. */
export function makeWriterFunctions(now: () => number = Date.now) {
  const settingsOf = makeSettingsCache();
  const pipeline = makePipeline({ settingsOf, now });
  return {
    ...writes,
    /** Stores messages and answers, after the commit, what became of each. */
    async ingest(sql: Sql, scope: Scope, packed: PackedMessages): Promise<PackedFates> {
      const stored = await pipeline.ingest(sql, scope, unpackMessages(packed));
      const fates = stored.map((one) => (hasFailed(one) ? textOf(one.failure) : one));
      const faults = stored.flatMap((one) => ('fault' in one ? [textOf(one.fault)] : []));
      return { ...packFates(packed, fates), faults };
    },
    /** Tries quarantined items again; of all that are given, those that the caller may see. */
    retryQuarantine(sql: Sql, scope: Scope, filter: RefusedFilter): Promise<Retried> {
      return retryQuarantine(sql, scope, { pipeline, settingsOf, filter });
    },
    /** Tries again what was sent before its store or device was set up; to be called when settings have changed. */
    retryAdopted(sql: Sql, scope: Scope, _nothing: Record<string, never>): Promise<Retried> {
      return retryAdopted(sql, scope, pipeline);
    },
  };
}

export type IngestWrites = ReturnType<typeof makeWriterFunctions>;

function textOf(error: Error): string {
  return error.stack ?? error.message;
}
