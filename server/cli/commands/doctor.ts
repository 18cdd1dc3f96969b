import type { Command } from 'commander';
import { readHealth } from '../../../db/reads/health.ts';
import { loadSettings } from '../../../db/reads/settings.ts';
import { readSetup } from '../../../db/reads/setup.ts';
import { isMigrated } from '../../../db/sql/migrate.ts';
import { openSql } from '../../../db/sql/open.ts';
import type { Sql } from '../../../db/sql/port.ts';
import type { Settings } from '../../../db/vocabulary/place.ts';
import { type Config, readConfig } from '../../config.ts';
import { cliScope, databasePlace } from '../database.ts';
import { checkBroker } from '../doctor/broker.ts';
import { checkDisk, checkHealth, checkRollups } from '../doctor/database.ts';
import { checkDevices } from '../doctor/devices.ts';
import { type Finding, good, remark, wrong } from '../doctor/finding.ts';
import { checkSources, checkSpool } from '../doctor/sources.ts';
import { print } from '../output.ts';

function checkSettings(settings: Settings, hasOwner: boolean): Finding[] {
  const findings: Finding[] = [];
  const empty = [...settings.stores.values()].filter((store) => store.devices.length === 0).map((store) => store.id);
  if (!hasOwner)
    findings.push(
      remark(
        'settings',
        'nobody is the owner yet',
        'open the link the server prints, or lintel user create --role owner',
      ),
    );
  if (settings.stores.size === 0)
    findings.push(remark('settings', 'no store is set up', 'lintel provision FILE, or the first visit'));
  if (empty.length > 0)
    findings.push(
      remark('settings', `without any device: ${empty.join(', ')}`, 'add counters and tills (lintel provision)'),
    );
  return findings.length > 0
    ? findings
    : [good('settings', `${settings.stores.size} stores, ${settings.devices.size} devices`)];
}

async function checkDatabase(sql: Sql, isRepaired: boolean): Promise<Finding[]> {
  const where = sql.dialect === 'sqlite' ? 'SQLite' : 'PostgreSQL';
  if (!(await isMigrated(sql))) {
    return [
      wrong(
        'database',
        `${where}: its tables are not up to date`,
        'start the server once (npm start): it brings them up to date',
      ),
    ];
  }
  const now = Date.now();
  const settings = await loadSettings(sql, cliScope);
  const { hasOwner } = await readSetup(sql, cliScope, {});
  return [
    good('database', `${where} answers, tables up to date`),
    ...checkSettings(settings, hasOwner),
    ...checkHealth(await readHealth(sql, cliScope, { now }), now),
    ...(await checkDevices(sql, settings, now)),
    ...(await checkSources(sql, settings, now)),
    ...(await checkRollups(sql, settings, isRepaired)),
  ];
}

async function examine(config: Config, isRepaired: boolean): Promise<Finding[]> {
  const found = [await checkDisk(config.dataDir), await checkBroker(config), ...(await checkSpool(config.dataDir))];
  const sql = openSql(databasePlace());
  try {
    return [...found, ...(await checkDatabase(sql, isRepaired))];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [...found, wrong('database', reason, 'check DATABASE_URL or DATA_DIR')];
  } finally {
    await sql.close();
  }
}

const marks = { good: 'ok   ', wrong: 'WRONG', note: 'note ' } as const;

async function run(options: { repair?: boolean }): Promise<void> {
  const findings = await examine(readConfig(process.env), options.repair ?? false);
  for (const { verdict, about, text, advice } of findings) {
    print(`${marks[verdict]} ${about}: ${text}${advice === undefined ? '' : `\n      → ${advice}`}`);
  }
  if (findings.some((finding) => finding.verdict === 'wrong')) process.exitCode = 1;
}

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description(
      'look at settings, broker, database, clock, devices, sources, rollups and disk, and say what to do; exit code 1 if anything is wrong',
    )
    .option('--repair', 'make rollups again that differ from their facts')
    .addHelpText('after', '\nExample:\n  lintel doctor')
    .action(run);
}
