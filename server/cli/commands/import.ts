import type { Command } from 'commander';
import { readImportMappings } from '../../../db/reads/importMappings.ts';
import { loadSettings } from '../../../db/reads/settings.ts';
import type { Sql } from '../../../db/sql/port.ts';
import { AppError } from '../../../db/vocabulary/errors.ts';
import type { Settings, Store } from '../../../db/vocabulary/place.ts';
import { noteImport, saveImportMapping } from '../../../db/writes/importMappings.ts';
import { type ImportMapping, importMapping } from '../../contracts/imports.ts';
import { nearestWord } from '../../provision/strict.ts';
import { cliScope, withDatabase } from '../database.ts';
import { importDeviceId } from '../import/device.ts';
import { type ImportKind, importFields, pairsOf, readMapping } from '../import/mapping.ts';
import { readingOf } from '../import/reading.ts';
import { showRejected, summary, writeRejected } from '../import/report.ts';
import { type ImportResult, runImport } from '../import/run.ts';
import { databaseSink } from '../import/sink.ts';
import { isSheet } from '../import/source.ts';
import { importVendorFile } from '../import/vendorFile.ts';
import { print } from '../output.ts';
import { addImportKinds, type ImportOptions } from './importKinds.ts';

function storeOf(id: string, stores: ReadonlyMap<string, Store>): Store {
  const store = stores.get(id);
  if (store) return store;
  const nearest = nearestWord(id, [...stores.keys()]);
  throw new AppError(
    'not_found',
    `there is no store "${id}"${nearest === undefined ? ': provision it first' : `: did you mean "${nearest}"?`}`,
  );
}

/** `refund=return,adjustment=skip` by word. */
function wordsOf(values: readonly string[] | undefined, option: string): Record<string, string> | undefined {
  if (values === undefined) return undefined;
  const pairs = values
    .flatMap((value) => value.split(','))
    .map((text): [string, string] => {
      const at = text.lastIndexOf('=');
      if (at < 0) throw new AppError('invalid', `${option} "${text}": write WORD=MEANING, such as refund=return`);
      return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    });
  return Object.fromEntries(pairs);
}

/** What the options themselves say of how the table is read. */
function writtenMapping(kind: ImportKind, options: ImportOptions): Partial<ImportMapping> {
  const { dateFormat, zone, label, slotMinutes, zero, decimalComma, encoding, waitUnit } = options;
  const delimiter = options.delimiter === '\\t' ? '\t' : options.delimiter;
  const map = Object.fromEntries(readMapping(options.map, importFields[kind]));
  const said = Object.entries({
    ...{ dateFormat, zone, label, slotMinutes, zero, decimalComma, encoding, delimiter, waitUnit },
    ...{ type: wordsOf(options.type, '--type'), direction: wordsOf(options.direction, '--direction') },
    ...{ outcome: wordsOf(options.outcome, '--outcome'), passed: wordsOf(options.passed, '--passed') },
    ...{
      set: setOf(kind, options.set),
      bins: columnsOf(options.bin, '--bin'),
      items: columnsOf(options.item, '--item'),
    },
    skipScores: options.skipScore?.flatMap((text) => text.split(',')).map((text) => text.trim()),
  }).filter(([, value]) => value !== undefined);
  return { kind, ...(options.map.length === 0 ? {} : { map }), ...Object.fromEntries(said) };
}

/** `survey=nps,criterion=airport`: fields that are the same in every line. */
function setOf(kind: ImportKind, values: readonly string[] | undefined): Record<string, string> | undefined {
  return values === undefined ? undefined : Object.fromEntries(readMapping(values, importFields[kind], '--set'));
}

/** `0-900=Column,900-=Column` by what stands before the first sign of equality. */
function columnsOf(values: readonly string[] | undefined, option: string): Record<string, string> | undefined {
  return values === undefined ? undefined : Object.fromEntries(values.flatMap((value) => pairsOf(value, option)));
}

interface In {
  readonly sql: Sql;
  readonly settings: Settings;
  readonly store: Store;
}

/** The kept mapping with what the options say over it; kept under a new name where that is asked for. */
async function mappingFor(
  kind: ImportKind,
  options: ImportOptions,
  { sql, settings, store }: In,
): Promise<ImportMapping> {
  const written = writtenMapping(kind, options);
  const kept = options.mapping === undefined ? {} : await keptMapping(options.mapping, { sql, settings, store });
  const { map: keptMap = {} } = kept;
  const mapping = importMapping.parse({ ...kept, ...written, map: { ...keptMap, ...written.map } });
  if (options.saveMapping !== undefined && options.dryRun !== true) {
    const to = { settings, storeId: store.id, name: options.saveMapping, kind, mapping, now: Date.now() };
    await saveImportMapping(sql, cliScope, to);
  }
  return mapping;
}

async function keptMapping(name: string, { sql, settings, store }: In): Promise<Partial<ImportMapping>> {
  const all = await readImportMappings(sql, cliScope, { settings, storeId: store.id });
  const found = all.find((one) => one.name === name);
  if (found !== undefined) return importMapping.parse(found.mapping);
  const names = all.map((one) => one.name).join(', ') || 'none; --save-mapping NAME keeps one';
  throw new AppError('not_found', `the store ${store.id} has no mapping "${name}": it has ${names}`);
}

function tell(what: string, options: ImportOptions, { report, header }: ImportResult): void {
  showRejected(report.rejected, options.rejected);
  if (options.rejected !== undefined) writeRejected(options.rejected, header, report.rejected);
  print(`${options.dryRun ? 'would import' : 'imported'} ${summary(report, what)}`);
  const stored = report.accepted + report.duplicates + report.corrected;
  if (report.lines > 0 && stored === 0 && report.rejected.length > 0) process.exitCode = 1;
}

async function run(kind: ImportKind, file: string, options: ImportOptions): Promise<void> {
  await withDatabase(async (sql) => {
    const settings = await loadSettings(sql, cliScope);
    const store = storeOf(options.store, settings.stores);
    const inside = { sql, settings, store };
    const { profile } = options;
    const { result, what } =
      profile === undefined || profile === 'import'
        ? await runTable(kind, { file, options }, inside)
        : await runVendor(profile, { file, options }, inside);
    tell(what, options, result);
    if (options.dryRun === true) return;
    const deviceId = importDeviceId({ kind, store, deviceId: options.device, profile });
    const { lines, accepted, duplicates, corrected, rejected } = result.report;
    const told = { lines, accepted, duplicates, corrected, rejected: rejected.length };
    await noteImport(sql, cliScope, { settings, storeId: store.id, deviceId, summary: told });
  });
}

interface Asked {
  readonly file: string;
  readonly options: ImportOptions;
}

interface Told {
  readonly result: ImportResult;
  readonly what: string;
}

async function runTable(kind: ImportKind, { file, options }: Asked, inside: In): Promise<Told> {
  const mapping = await mappingFor(kind, options, inside);
  const { makeReader, measures, mode, what } = readingOf(mapping, inside.store, isSheet(file));
  const result = await runImport(inside.sql, {
    source: { file, delimiter: mapping.delimiter, encoding: mapping.encoding ?? 'utf-8' },
    target: { kind, store: inside.store, deviceId: options.device, measures, mode },
    makeReader,
    isDryRun: options.dryRun ?? false,
  });
  return { result, what: what() };
}

async function runVendor(profile: string, { file, options }: Asked, { sql, store }: In): Promise<Told> {
  const report = await importVendorFile(databaseSink(sql), {
    file,
    encoding: options.encoding ?? 'utf-8',
    target: { kind: 'sales', profile, store, deviceId: options.device, measures: ['sales'] },
    isDryRun: options.dryRun ?? false,
    now: Date.now(),
  });
  return { result: { report, header: [] }, what: 'receipt' };
}

/** Reads files: what a line is, by the name of the command. */
export function addImport(program: Command): void {
  const parent = program
    .command('import')
    .description('read counts, receipts, queues or service from a file (docs/import.md)');
  addImportKinds(parent, run);
}
