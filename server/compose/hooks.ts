import { join } from 'node:path';
import type { Logger } from 'pino';
import { addressList, senderAddress } from '../../db/settings/networks.ts';
import type { Database } from '../../db/threads/database.ts';
import { systemScope } from '../../db/vocabulary/scope.ts';
import type { Batcher } from '../../ingest/batcher.ts';
import { openHookDoor } from '../../ingest/hooks/door.ts';
import { findFeed } from '../../ingest/hooks/feeds.ts';
import { keepMessages } from '../../ingest/hooks/keeping.ts';
import { keepSecrets } from '../../ingest/hooks/secrets.ts';
import { openSpool } from '../../ingest/hooks/spool.ts';
import type { Refusals } from '../../ingest/refusals.ts';
import type { IngestWrites } from '../../ingest/writer.ts';
import type { Config } from '../config.ts';
import type { Telemetry } from '../metrics.ts';
import type { Hooks } from '../services.ts';

const scope = systemScope('hooks');
/** A request waits no longer for the settings of the moment: those of the moment before will do. */
const patienceMs = 300;

export interface HooksInput {
  readonly config: Pick<Config, 'dataDir' | 'trustedProxy'>;
  readonly log: Logger;
  readonly db: Database<IngestWrites>;
  readonly telemetry: Telemetry;
  readonly batcher: Batcher;
  readonly refusals: Refusals;
}

/** Opens the door for vendors' requests, and stores what the last run answered and could not store any more. */
export async function openHooks({
  config,
  log,
  db,
  telemetry,
  batcher,
  refusals,
}: HooksInput): Promise<Hooks & { close(): void }> {
  const spool = await openSpool(join(config.dataDir, 'spool'));
  telemetry.observeSpool(spool.load);
  const keeping = keepMessages({
    spool,
    submit: (message, patience) => {
      telemetry.messages.hook += 1;
      return batcher.submit(message, patience);
    },
    isHeldUp: () => batcher.isFull() || batcher.load().outage !== null,
    room: batcher.room,
    onTrouble: (what, error) => log.warn({ err: error }, what),
  });
  let settings = await db.settings();
  const refresh = async (): Promise<void> => {
    settings = await db.settings();
  };
  const trusted = config.trustedProxy === null ? null : addressList(config.trustedProxy);
  const secrets = keepSecrets(() => db.reads.readVendorSecrets(scope, { name: 'hook', now: Date.now() }), Date.now);
  await keeping.resume();
  return {
    door: openHookDoor({ feedOf: (id) => findFeed(settings, id), secrets, keeping, refusals, now: Date.now }),
    senderOf: (peer, forwardedFor) => senderAddress(peer, forwardedFor, trusted),
    refreshed: () => Promise.race([refresh().catch(() => undefined), wait(patienceMs)]),
    close: keeping.close,
  };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
