import { type Command, InvalidArgumentError, Option } from 'commander';
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
import { countFields, readMapping, salesFields } from '../import/mapping.ts';
import { readingOf } from '../import/reading.ts';
import { showRejected, summary, writeRejected } from '../import/report.ts';
import { type ImportResult, runImport } from '../import/run.ts';
import { databaseSink } from '../import/sink.ts';
import { isSheet } from '../import/source.ts';
import { importVendorFile } from '../import/vendorFile.ts';
import { note, print } from '../output.ts';

interface ImportOptions {
  readonly store: string;
  readonly device?: string;
  readonly profile?: string;
  readonly mapping?: string;
  readonly saveMapping?: string;
  readonly map: string[];
  readonly dateFormat?: string;
  readonly zone?: string;
  readonly label?: 'start' | 'end';
  readonly slotMinutes?: number;
  readonly type?: string[];
  readonly direction?: string[];
  readonly zero?: 'keep' | 'skip';
  readonly decimalComma?: boolean;
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly dryRun?: boolean;
  readonly rejected?: string;
}

type Kind = 'counts' | 'sales';

const collect = (value: string, before: string[]): string[] => [...before, value];

function minutes(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 1440)
    throw new InvalidArgumentError('It must be 1 to 1440 minutes.');
  return number;
}

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
function wordsOf(values: readonly string[], option: string): Record<string, string> {
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
function writtenMapping(kind: Kind, options: ImportOptions): Partial<ImportMapping> {
  const { dateFormat, zone, label, slotMinutes, zero, decimalComma, encoding } = options;
  const delimiter = options.delimiter === '\\t' ? '\t' : options.delimiter;
  const map = Object.fromEntries(readMapping(options.map, kind === 'sales' ? salesFields : countFields));
  const type = options.type === undefined ? undefined : wordsOf(options.type, '--type');
  const direction = options.direction === undefined ? undefined : wordsOf(options.direction, '--direction');
  const rest = { dateFormat, zone, label, slotMinutes, zero, decimalComma, encoding, delimiter, type, direction };
  const said = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { kind, ...(options.map.length === 0 ? {} : { map }), ...Object.fromEntries(said) };
}

interface In {
  readonly sql: Sql;
  readonly settings: Settings;
  readonly store: Store;
}

/** The kept mapping with what the options say over it; kept under a new name where that is asked for. */
async function mappingFor(kind: Kind, options: ImportOptions, { sql, settings, store }: In): Promise<ImportMapping> {
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

const countedWhat = { interval: 'interval', cumulative: 'reading', event: 'event' } as const;

function tell(what: string, options: ImportOptions, { report, header }: ImportResult): void {
  showRejected(report.rejected, options.rejected);
  if (options.rejected !== undefined) writeRejected(options.rejected, header, report.rejected);
  print(`${options.dryRun ? 'would import' : 'imported'} ${summary(report, what)}`);
  const stored = report.accepted + report.duplicates + report.corrected;
  if (report.lines > 0 && stored === 0 && report.rejected.length > 0) process.exitCode = 1;
}

async function run(kind: Kind, file: string, options: ImportOptions): Promise<void> {
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

async function runTable(kind: Kind, { file, options }: Asked, inside: In): Promise<Told> {
  const mapping = await mappingFor(kind, options, inside);
  const { makeReader, measures, mode } = readingOf(mapping, inside.store, isSheet(file));
  const result = await runImport(inside.sql, {
    source: { file, delimiter: mapping.delimiter, encoding: mapping.encoding ?? 'utf-8' },
    target: { kind, store: inside.store, deviceId: options.device, measures, mode },
    makeReader,
    isDryRun: options.dryRun ?? false,
  });
  return { result, what: kind === 'counts' ? countedWhat[mode()] : 'receipt' };
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

function withSharedOptions(command: Command): Command {
  return command
    .argument('<file>', 'a CSV file with a header, also gzipped, or the first sheet of an XLSX file')
    .requiredOption('--store <id>', 'the store it belongs to')
    .option('--device <id>', "into a device that is set up already (default: the store's own import device)")
    .option(
      '--map <field=Column,…>',
      'which column is which field, or a YAML file of such lines; Date+Time joins two columns',
      collect,
      [],
    )
    .option('--date-format <format>', 'how times are written: yyyy MM dd HH mm ss, hh and a, XXX (default: ISO 8601)')
    .option('--zone <zone>', "time zone of times without an offset (default: the store's)")
    .option('--decimal-comma', 'numbers are written 1.234,50')
    .option('--delimiter <char>', 'between columns (default: the commonest of , ; tab |)')
    .option('--encoding <name>', 'of the file (default: utf-8)')
    .option('--mapping <name>', 'read it as it was kept under this name; other options go over it')
    .option('--save-mapping <name>', 'keep how it is read under this name, for this store')
    .option('--dry-run', 'read and report, but store nothing')
    .option('--rejected <file>', 'write the rejected lines with their numbers and reasons');
}

function addCounts(parent: Command): void {
  withSharedOptions(parent.command('counts'))
    .description('people counted, a line each: intervals, readings of a running total, or single events')
    .addOption(
      new Option('--label <which>', "whether a line's time is its interval's start or end").choices(['start', 'end']),
    )
    .option('--slot-minutes <n>', 'how long an interval is, where the file gives one time a line', minutes)
    .option(
      '--direction <word=direction,…>',
      'what a word of the direction column means: in, out, passerBy or skip',
      (value: string, before: string[] | undefined) => collect(value, before ?? []),
    )
    .addHelpText(
      'after',
      `\nFields: ${countFields.join(', ')}\n\nExample:\n  lintel import counts doors.csv --store arbat --map "start=Time,in=Entries,out=Exits" \\\n    --date-format "dd/MM/yyyy HH:mm" --label end --slot-minutes 30\n  lintel import counts totals.csv --store arbat --map "at=Time,totalIn=Counter"\n  lintel import counts events.csv --store arbat --map "at=Time,direction=Way" --direction "Entry=in,Exit=out"`,
    )
    .action((file: string, options: ImportOptions) => run('counts', file, options));
}

function addSales(parent: Command): void {
  withSharedOptions(parent.command('sales'))
    .description('receipts, a line each; amounts are rounded to the currency half away from zero, a receipt at a time')
    .option('--profile <make>', "the file is in a make's own format: fns, evotor, poslog, … (docs/tills.md)")
    .option(
      '--type <word=type,…>',
      'what a word of the type column means: sale, return, exchange, void or skip',
      (value: string, before: string[] | undefined) => collect(value, before ?? []),
    )
    .addOption(
      new Option('--zero <what>', 'whether sales of 0 are purchases (default: keep)').choices(['keep', 'skip']),
    )
    .addHelpText(
      'after',
      `\nFields: ${salesFields.join(', ')}\n\nExample:\n  lintel import sales receipts.csv.gz --store arbat --map "id=receipt_id,at=ts_local,type=kind,total=amount" \\\n    --type refund=return,adjustment=skip --zero skip --save-mapping weekly\n  lintel import sales receipts.xlsx --store arbat --mapping weekly\n  lintel import sales export.json --store arbat --profile fns`,
    )
    .action((file: string, options: ImportOptions) => run('sales', file, options));
}

export function addImport(program: Command): void {
  const parent = program.command('import').description('read counts or receipts from a file (docs/import.md)');
  addCounts(parent);
  addSales(parent);
  for (const kind of ['queue', 'service']) {
    parent
      .command(kind)
      .description('comes with a later version')
      .argument('[file]')
      .allowUnknownOption()
      .allowExcessArguments()
      .action(() => {
        note(`import ${kind} comes with a later version of Lintel`);
        process.exitCode = 2;
      });
  }
}
