import { join } from 'node:path';
import { readFetchStates } from '../../../db/reads/fetches.ts';
import { readSources } from '../../../db/reads/sources.ts';
import { readVendorSecrets } from '../../../db/reads/vendorSecrets.ts';
import type { Sql } from '../../../db/sql/port.ts';
import type { Settings } from '../../../db/vocabulary/place.ts';
import { openSpool } from '../../../ingest/hooks/spool.ts';
import { trySource } from '../../compose/sourceTrial.ts';
import { cliScope } from '../database.ts';
import { type Finding, good, remark, wrong } from './finding.ts';

/** Whether the other brokers and vendors' accounts that are set up can be reached, and whether what they only named was asked for. */
export async function checkSources(sql: Sql, settings: Settings, now: number): Promise<Finding[]> {
  const secrets = await readVendorSecrets(sql, cliScope, { name: 'api', now });
  const hooks = await readVendorSecrets(sql, cliScope, { name: 'hook', now });
  const findings: Finding[] = [];
  for (const source of await readSources(sql, cliScope)) {
    const isOwn = ({ holderKind, holderId }: (typeof secrets)[number]): boolean =>
      holderKind === 'source' && holderId === source.id;
    const apiSecret = secrets.find(isOwn)?.value ?? null;
    const steps = await trySource({ source, settings, apiSecret, hasHookSecret: hooks.some(isOwn) });
    const about = `source ${source.id}`;
    const failed = steps.filter(({ ok }) => !ok).map(({ text }) => text);
    findings.push(
      failed.length === 0
        ? good(about, steps.map(({ text }) => text).join(' ') || 'there is nothing to try')
        : wrong(about, failed.join(' '), 'the page Devices shows its settings, and tries it again'),
    );
  }
  for (const { feed, failed, error } of await readFetchStates(sql, cliScope, {})) {
    if (failed > 0) {
      const reason = error === null ? '' : `: ${error}`;
      findings.push(
        wrong(`feed ${feed}`, `${failed} of its receipts could not be fetched${reason}`, 'enter its API key anew'),
      );
    }
  }
  return findings;
}

/** Whether anything that was acknowledged still waits on the disk. */
export async function checkSpool(dataDir: string): Promise<Finding[]> {
  const { files } = (await openSpool(join(dataDir, 'spool'))).load();
  if (files === 0) return [];
  const advice = 'a server that runs stores them by itself: look again in a minute, then in its log';
  return [remark('spool', `${files} requests of vendors wait on the disk to be stored`, advice)];
}
