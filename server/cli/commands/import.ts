import { type Command, InvalidArgumentError, Option } from 'commander';
import { loadSettings } from '../../../db/reads/settings.ts';
import { isKnownZone } from '../../../db/time/zone.ts';
import { currencyDigits } from '../../../db/vocabulary/currency.ts';
import { AppError } from '../../../db/vocabulary/errors.ts';
import type { CountMode, Measure, Store } from '../../../db/vocabulary/place.ts';
import { nearestWord } from '../../provision/strict.ts';
import { cliScope, withDatabase } from '../database.ts';
import { compileDateFormat, readIsoInstant } from '../import/dateFormat.ts';
import { countFields, findColumns, readMapping, salesFields } from '../import/mapping.ts';
import { countsReader, modeOf, readDirectionWords } from '../import/passageRows.ts';
import { showRejected, summary, writeRejected } from '../import/report.ts';
import type { RowReader } from '../import/row.ts';
import { type ImportResult, runImport } from '../import/run.ts';
import { readTypeWords, salesRowReader } from '../import/salesRows.ts';
import { note, print } from '../output.ts';

interface ImportOptions {
  readonly store: string;
  readonly device?: string;
  readonly map: string[];
  readonly dateFormat?: string;
  readonly zone?: string;
  readonly label?: 'start' | 'end';
  readonly slotMinutes?: number;
  readonly type: string[];
  readonly direction?: string[];
  readonly zero: 'keep' | 'skip';
  readonly decimalComma?: boolean;
  readonly delimiter?: string;
  readonly encoding: string;
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

function zoneOf(options: ImportOptions, store: Store): string {
  if (options.zone === undefined) return store.timezone;
  if (!isKnownZone(options.zone))
    throw new AppError('invalid', `--zone "${options.zone}" is not an IANA time zone, such as Europe/Moscow`);
  return options.zone;
}

interface Reading {
  readonly makeReader: (header: readonly string[]) => RowReader;
  /** What the mapped columns measure; known once the header was read. */
  readonly measures: Measure[];
  readonly mode: () => CountMode;
}

function readingOf(kind: Kind, options: ImportOptions, store: Store): Reading {
  const shared = {
    readInstant: options.dateFormat === undefined ? readIsoInstant : compileDateFormat(options.dateFormat),
    zone: zoneOf(options, store),
    style: { hasDecimalComma: options.decimalComma ?? false },
  };
  if (kind === 'sales') {
    const mapping = readMapping(options.map, salesFields);
    const types = readTypeWords(options.type);
    const digits = currencyDigits(store.currency);
    const makeReader = (header: readonly string[]): RowReader =>
      salesRowReader({
        ...shared,
        columns: findColumns(mapping, header, salesFields),
        digits,
        types,
        zero: options.zero,
      });
    return { makeReader, measures: ['sales'], mode: () => 'interval' };
  }
  const mapping = readMapping(options.map, countFields);
  const words = readDirectionWords(options.direction ?? []);
  const measures: Measure[] = [];
  let mode: CountMode = 'interval';
  const makeReader = (header: readonly string[]): RowReader => {
    const columns = findColumns(mapping, header, countFields);
    const hasAny = (...fields: readonly string[]): boolean => fields.some((field) => columns.has(field));
    mode = modeOf(columns);
    measures.length = 0;
    if (hasAny('in', 'out', 'totalIn', 'totalOut') || mode === 'event') measures.push('entries');
    if (hasAny('passersBy', 'totalPassersBy')) measures.push('passersBy');
    return countsReader({ ...shared, columns, label: options.label, slotMinutes: options.slotMinutes }, words);
  };
  return { makeReader, measures, mode: () => mode };
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
    const store = storeOf(options.store, (await loadSettings(sql, cliScope)).stores);
    const { makeReader, measures, mode } = readingOf(kind, options, store);
    const result = await runImport(sql, {
      source: { file, delimiter: options.delimiter === '\\t' ? '\t' : options.delimiter, encoding: options.encoding },
      target: { kind, store, deviceId: options.device, measures, mode },
      makeReader,
      isDryRun: options.dryRun ?? false,
    });
    tell(kind === 'counts' ? countedWhat[mode()] : 'receipt', options, result);
  });
}

function withSharedOptions(command: Command): Command {
  return command
    .argument('<file>', 'a CSV file with a header, also gzipped')
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
    .option('--encoding <name>', 'of the file', 'utf-8')
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
      collect,
      [],
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
    .option(
      '--type <word=type,…>',
      'what a word of the type column means: sale, return, exchange, void or skip',
      collect,
      [],
    )
    .addOption(
      new Option('--zero <what>', 'whether sales of 0 are purchases').choices(['keep', 'skip']).default('keep'),
    )
    .addHelpText(
      'after',
      `\nFields: ${salesFields.join(', ')}\n\nExample:\n  lintel import sales receipts.csv.gz --store arbat --map "id=receipt_id,at=ts_local,type=kind,total=amount" \\\n    --type refund=return,adjustment=skip --zero skip`,
    )
    .action((file: string, options: ImportOptions) => run('sales', file, options));
}

export function addImport(program: Command): void {
  const parent = program.command('import').description('read counts or receipts from a CSV file (docs/import.md)');
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
