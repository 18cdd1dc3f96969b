import { type Command, InvalidArgumentError, Option } from 'commander';
import { countFields, type ImportKind, queueFields, salesFields, serviceFields } from '../import/mapping.ts';

/** What is said beside the file. */
export interface ImportOptions {
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
  readonly set?: string[];
  readonly bin?: string[];
  readonly waitUnit?: 'seconds' | 'minutes';
  readonly outcome?: string[];
  readonly skipScore?: string[];
  readonly item?: string[];
  readonly passed?: string[];
  readonly decimalComma?: boolean;
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly dryRun?: boolean;
  readonly rejected?: string;
}

const collect = (value: string, before: string[]): string[] => [...before, value];

const collectMore = (value: string, before: string[] | undefined): string[] => collect(value, before ?? []);

function minutes(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 1440)
    throw new InvalidArgumentError('It must be 1 to 1440 minutes.');
  return number;
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
    .option('--set <field=text,…>', 'what a field is in every line, where the file has no column for it', collectMore)
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

/** Reads one file. */
export type RunImport = (kind: ImportKind, file: string, options: ImportOptions) => Promise<void>;

/** The command of each kind. */
export function addImportKinds(parent: Command, run: RunImport): void {
  addCounts(parent, run);
  addSales(parent, run);
  addQueue(parent, run);
  addService(parent, run);
}

const labelled = (): Option =>
  new Option('--label <which>', "whether a line's time is its interval's start or end").choices(['start', 'end']);

function addCounts(parent: Command, run: RunImport): void {
  withSharedOptions(parent.command('counts'))
    .description('people counted, a line each: intervals, readings of a running total, or single events')
    .addOption(labelled())
    .option('--slot-minutes <n>', 'how long an interval is, where the file gives one time a line', minutes)
    .option(
      '--direction <word=direction,…>',
      'what a word of the direction column means: in, out, passerBy or skip',
      collectMore,
    )
    .addHelpText(
      'after',
      `\nFields: ${countFields.join(', ')}\n\nExample:\n  lintel import counts doors.csv --store arbat --map "start=Time,in=Entries,out=Exits" \\\n    --date-format "dd/MM/yyyy HH:mm" --label end --slot-minutes 30\n  lintel import counts totals.csv --store arbat --map "at=Time,totalIn=Counter"\n  lintel import counts events.csv --store arbat --map "at=Time,direction=Way" --direction "Entry=in,Exit=out"`,
    )
    .action((file: string, options: ImportOptions) => run('counts', file, options));
}

function addSales(parent: Command, run: RunImport): void {
  withSharedOptions(parent.command('sales'))
    .description('receipts, a line each; amounts are rounded to the currency half away from zero, a receipt at a time')
    .option('--profile <make>', "the file is in a make's own format: fns, evotor, poslog, … (docs/tills.md)")
    .option(
      '--type <word=type,…>',
      'what a word of the type column means: sale, return, exchange, void or skip',
      collectMore,
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

function addQueue(parent: Command, run: RunImport): void {
  withSharedOptions(parent.command('queue'))
    .description("queues, a line each: visits, lengths at an instant, or a sensor's statistics of a stretch of time")
    .addOption(labelled())
    .option('--slot-minutes <n>', 'how long a stretch is, where the file gives one time a line', minutes)
    .option(
      '--bin <from-to=Column,…>',
      'the column with the people who waited so many seconds: 0-900=Short,900-=Long; people served are their sum where no column says',
      collectMore,
    )
    .addOption(
      new Option('--wait-unit <unit>', 'what meanWait, wait and service are written in (default: seconds)').choices([
        'seconds',
        'minutes',
      ]),
    )
    .option(
      '--outcome <word=outcome,…>',
      'what a word of the outcome column means: served, abandoned or skip',
      collectMore,
    )
    .addHelpText(
      'after',
      `\nFields: ${queueFields.join(', ')}\n\nExample:\n  lintel import queue tickets.csv --store arbat --map "id=Ticket,joinedAt=Issued,calledAt=Called,leftAt=Closed" --set queue=tills\n  lintel import queue lengths.csv --store arbat --map "at=Time,length=Waiting,open=Desks"\n  lintel import queue hours.csv --store ord --map "start=date+hour,meanWait=average" --date-format "yyyy-MM-dd HHmm - HHmm" \\\n    --slot-minutes 60 --wait-unit minutes --bin "0-900=n_0_15,900-1800=n_16_30,1800-=n_31"`,
    )
    .action((file: string, options: ImportOptions) => run('queue', file, options));
}

function addService(parent: Command, run: RunImport): void {
  withSharedOptions(parent.command('service'))
    .description('service, a line each: observations, answers of surveys, requests, or standards checks')
    .option('--skip-score <text,…>', 'a score that means no answer, such as 11', collectMore)
    .option('--item <id=Column,…>', 'checks: the column that says whether the item passed', collectMore)
    .option('--passed <word=yes|no|skip,…>', 'checks: what a word of such a column means', collectMore)
    .addHelpText(
      'after',
      `\nFields: ${serviceFields.join(', ')}\n\nExample:\n  lintel import service answers.csv --store arbat --map "id=response,at=date,score=recommend" --set survey=nps --skip-score 11\n  lintel import service calls.csv --store arbat --map "at=Time,value=Seconds" --set process=hotline,criterion=answer-seconds\n  lintel import service complaints.xlsx --store arbat --map "id=No,openedAt=Opened,resolvedAt=Closed,category=About"\n  lintel import service audit.csv --store arbat --map "at=Date" --set standard=opening --item "floor=Floor clean,greeting=Greeted"`,
    )
    .action((file: string, options: ImportOptions) => run('service', file, options));
}
