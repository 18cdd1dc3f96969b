import type { Database } from '../../db/threads/database.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import type { Batcher } from '../../ingest/batcher.ts';
import { openFetchWorker } from '../../ingest/fetch/worker.ts';
import { keepSecrets } from '../../ingest/hooks/secrets.ts';
import type { IngestWrites } from '../../ingest/writer.ts';
import type { Faults } from '../faults.ts';
import type { Telemetry } from '../metrics.ts';
import { every } from './every.ts';

const scope = systemScope('fetch');
const roundEveryMs = 1_000;
const by = 'asking vendors';

export interface VendorsInput {
  readonly db: Database<IngestWrites>;
  readonly telemetry: Telemetry;
  readonly faults: Faults;
  readonly batcher: Batcher;
}

/** Asks vendors for what their messages only name and for what was missed, as long as the process runs. */
export function askVendors({ db, telemetry, faults, batcher }: VendorsInput): { stop(): Promise<void> } {
  const trouble = (what: string, error: unknown): void => faults.report(by, what, error);
  const worker = openFetchWorker({
    reads: db.reads,
    writes: db.writes,
    settings: () => db.settings(),
    secrets: keepSecrets(() => db.reads.readVendorSecrets(scope, { name: 'api', now: Date.now() }), Date.now),
    submit: (message, patience) => {
      telemetry.messages.asked += 1;
      return batcher.submit(message, patience);
    },
    onTrouble: trouble,
  });
  const timer = every(roundEveryMs, () =>
    worker.round().then(
      () => faults.end('database', by),
      (error: unknown) => trouble('asking vendors failed', error),
    ),
  );
  return {
    stop: () => {
      clearInterval(timer);
      return worker.close();
    },
  };
}
