import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { loadSettings } from '../../../db/reads/settings.ts';
import { readSources } from '../../../db/reads/sources.ts';
import type { Change } from '../../../db/settings/change.ts';
import type { Sql } from '../../../db/sql/port.ts';
import { AppError } from '../../../db/vocabulary/errors.ts';
import { applySettings } from '../../../db/writes/settings.ts';
import { knownProfiles } from '../../compose/profiles.ts';
import { writeProvision } from '../../provision/export.ts';
import { faultLines, parseProvision } from '../../provision/parse.ts';
import { planProvision } from '../../provision/plan.ts';
import type { Profiles } from '../../provision/profiles.ts';
import { cliScope, withDatabase } from '../database.ts';
import { note, print } from '../output.ts';

function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch {
    throw new AppError('not_found', `${file} cannot be read`);
  }
}

function report(changes: readonly Change[]): void {
  for (const change of changes) print(change.text);
  const withSecrets = changes.filter((change) => change.secret !== undefined);
  if (withSecrets.length > 0) note('New secrets, shown this once (the user name of a device is its id):');
  for (const change of withSecrets) print(`secret of ${change.subject}: ${change.secret}`);
  if (changes.length === 0) print('nothing changed');
}

/** Applies a provision file's text; answers what changed. Throws AppError `invalid` with every fault and its line. */
export function provisionText(sql: Sql, text: string, name: string): Promise<Change[]> {
  return provisionWith(sql, text, { name, profiles: knownProfiles() });
}

/** The same for these profiles. */
export async function provisionWith(
  sql: Sql,
  text: string,
  { name, profiles }: { readonly name: string; readonly profiles: Profiles },
): Promise<Change[]> {
  const parsed = parseProvision(text);
  if (!parsed.ok) throw new AppError('invalid', faultLines(name, parsed.faults));
  const plan = planProvision({
    file: parsed.file,
    lines: parsed.lines,
    settings: await loadSettings(sql, cliScope),
    sources: await readSources(sql, cliScope),
    places: { env: process.env, folder: name === '-' ? process.cwd() : dirname(resolve(name)) },
    profiles,
  });
  if (plan.faults.length > 0) throw new AppError('invalid', faultLines(name, plan.faults));
  for (const warning of plan.warnings) note(`warning: ${warning}`);
  return applySettings(sql, cliScope, plan.change);
}

async function exportSettings(): Promise<void> {
  await withDatabase(async (sql) => {
    const settings = await loadSettings(sql, cliScope);
    const sources = await readSources(sql, cliScope);
    process.stdout.write(writeProvision({ settings, sources, profiles: knownProfiles() }));
  });
}

export function addProvision(program: Command): void {
  program
    .command('provision')
    .description('set up or change organisation, stores and devices from a YAML file; the same again changes nothing')
    .argument('[file]', 'the provision file (docs/provision.md), - for standard input')
    .option('--export', 'write the present settings as such a file instead, without secrets')
    .addHelpText('after', '\nExamples:\n  lintel provision chain.yaml\n  lintel provision --export > chain.yaml')
    .action(async (file: string | undefined, options: { export?: boolean }) => {
      if (options.export) return exportSettings();
      if (file === undefined) throw new AppError('invalid', 'name the provision file, or use --export');
      const text = readText(file);
      await withDatabase(async (sql) => report(await provisionText(sql, text, file)));
    });
  program
    .command('export-settings')
    .description('write the present settings as a provision file, without secrets')
    .addHelpText('after', '\nExample:\n  lintel export-settings > chain.yaml')
    .action(exportSettings);
}
