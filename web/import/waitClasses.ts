/** From so long up to so long, in the file's unit; `to` null: without an end. `from` null: not said yet. */
export interface Bounds {
  readonly from: number | null;
  readonly to: number | null;
}
export type BoundsByColumn = Readonly<Record<string, Bounds>>;

interface Named extends Bounds {
  readonly column: string;
  /** What stands before the numbers. */
  readonly prefix: string;
}

const between = /(\d+)\s*(?:\.\.|-|–|to|bis|до)\s*(\d+)/i;
const upwards = /(\d+)\s*(?:\.\.|\+|and more|or more|und mehr|и более)|(?:>|over|more than|über|более|от)\s*(\d+)/i;
const upTo = /(?:<|up to|under|bis|до)\s*(\d+)/i;

function named(column: string): Named | null {
  const both = between.exec(column);
  if (both !== null) {
    return { column, prefix: column.slice(0, both.index), from: Number(both[1]), to: Number(both[2]) };
  }
  const open = upwards.exec(column);
  if (open !== null) return { column, prefix: column.slice(0, open.index), from: Number(open[1] ?? open[2]), to: null };
  const first = upTo.exec(column);
  return first === null ? null : { column, prefix: column.slice(0, first.index), from: 0, to: Number(first[1]) };
}

/** `16..30` after `0..15` begins where that ends: people wait 15.5 minutes too. */
function touching(classes: readonly Named[]): BoundsByColumn {
  const sorted = [...classes].sort((a, b) => (a.from ?? 0) - (b.from ?? 0) || (a.to ?? 1e9) - (b.to ?? 1e9));
  return Object.fromEntries(
    sorted.map(({ column, from, to }, place) => {
      const before = sorted[place - 1]?.to ?? null;
      const isNext = before !== null && from === before + 1;
      return [column, { from: isNext ? before : from, to }];
    }),
  );
}

/** Columns whose names are a row of classes of waits from 0 on (`0-15`, `16-30`, `30+`), with their bounds; none where there is no such row. */
export function guessClasses(header: readonly string[]): BoundsByColumn {
  const all = header.flatMap((column) => named(column) ?? []);
  const prefixes = [...new Set(all.map(({ prefix }) => prefix.trim()))];
  const rows = prefixes.map((prefix) => all.filter((one) => one.prefix.trim() === prefix));
  const whole = rows.filter((row) => row.length > 1 && row.some(({ from }) => from !== null && from <= 1));
  return touching(whole.sort((a, b) => b.length - a.length)[0] ?? []);
}

/** Bounds of these columns: those that are known stay, others by their names. */
export function boundsOf(columns: readonly string[], known: BoundsByColumn): BoundsByColumn {
  const byName = touching(columns.flatMap((column) => named(column) ?? []));
  return Object.fromEntries(
    columns.map((column) => [column, known[column] ?? byName[column] ?? { from: null, to: null }]),
  );
}

/** Whether each column has bounds, and no two the same. */
export function areWhole(bounds: BoundsByColumn): boolean {
  const all = Object.values(bounds);
  const isOrdered = all.every(({ from, to }) => from !== null && from >= 0 && (to === null || to > from));
  return isOrdered && new Set(all.map(({ from, to }) => `${from}-${to}`)).size === all.length;
}

/** As the API takes them, in seconds: `0-900`, `7200-`. */
export function binsOf(bounds: BoundsByColumn, unitSeconds: number): Record<string, string> {
  const seconds = (length: number | null): string => (length === null ? '' : String(Math.round(length * unitSeconds)));
  return Object.fromEntries(
    Object.entries(bounds).map(([column, { from, to }]) => [`${seconds(from)}-${seconds(to)}`, column]),
  );
}

/** Of a saved mapping, for the columns that the file has. */
export function boundsOfBins(
  bins: Readonly<Record<string, string>>,
  unitSeconds: number,
  header: readonly string[],
): BoundsByColumn {
  const length = (text: string | undefined): number | null =>
    text === undefined || text.trim() === '' ? null : Number(text) / unitSeconds;
  const entries = Object.entries(bins).flatMap(([text, column]) => {
    const [from, to] = text.split('-');
    return header.includes(column) ? [[column, { from: length(from), to: length(to) }] as const] : [];
  });
  return Object.fromEntries(entries);
}
