import { columnWords, dateWords } from './columnWords.ts';
import { type Field, type Form, times } from './forms.ts';
import type { TableLook } from './importTypes.ts';

/** By field: the columns that make it; two where date and time stand apart, any number of `bins`. */
export type Pointed = Readonly<Partial<Record<Field, readonly string[]>>>;

function plain(column: string): string {
  return column
    .toLowerCase()
    .replace(/[_.:/-]+/g, ' ')
    .replace(/\s*[([].*[)\]]\s*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What columns of these names probably are. */
export function guessColumns(form: Form, look: TableLook): Pointed {
  const words = columnWords[form.kind];
  const used = new Set<string>();
  const found: Partial<Record<Field, readonly string[]>> = {};
  for (const field of form.fields) {
    const fitting = look.header.filter((column) => !used.has(column) && words[field]?.includes(plain(column)));
    const taken = fitting.slice(0, times.includes(field) ? 2 : 1);
    if (taken.length === 0) continue;
    for (const column of taken) used.add(column);
    found[field] = taken;
  }
  return withDates(found, look);
}

/** A time of day alone belongs to the column with the day. */
function withDates(pointed: Pointed, look: TableLook): Pointed {
  const day = look.header.find((column) => dateWords.includes(plain(column)));
  if (day === undefined) return pointed;
  const joined = Object.entries(pointed).map(([field, columns = []]) => {
    const [column, ...more] = columns;
    const isBare = times.includes(field) && more.length === 0 && column !== day;
    return [field, isBare && isTimeOfDay(look, column ?? '') ? [day, ...columns] : columns];
  });
  return Object.fromEntries(joined);
}

function isTimeOfDay({ header, rows }: TableLook, column: string): boolean {
  const place = header.indexOf(column);
  return rows.some((row) => /^\d{1,2}:?\d{2}(?!\d*[-/.]\d)/.test(row[place] ?? ''));
}

/**
 * Points a field at a column, or away from it; a second column of a time joins the first. A column plays one part, but the
 * day may belong to several times.
 */
export function point(pointed: Pointed, field: Field, column: string): Pointed {
  const present = pointed[field] ?? [];
  const isTime = times.includes(field);
  const others = Object.fromEntries(
    Object.entries(pointed).flatMap(([name, columns = []]) => {
      const left = isTime && times.includes(name) ? columns : columns.filter((one) => one !== column);
      return name === field || left.length === 0 ? [] : [[name, left]];
    }),
  );
  if (present.includes(column)) {
    const left = present.filter((one) => one !== column);
    return left.length === 0 ? others : { ...others, [field]: left };
  }
  const joins = field === 'bins' || (isTime && present.length === 1);
  return { ...others, [field]: joins ? [...present, column] : [column] };
}

/** As the API takes it: `Date+Time` where two columns make one field. */
export function mapOf(pointed: Pointed): Record<string, string> {
  return Object.fromEntries(Object.entries(pointed).map(([field, columns = []]) => [field, columns.join('+')]));
}

/** What a saved mapping points at in a file with this header; columns that the file does not have are left out. */
export function pointedOf(
  map: Readonly<Record<string, string>>,
  fields: readonly Field[],
  header: readonly string[],
): Pointed {
  const entries = fields.flatMap((field) => {
    const written = map[field];
    // Nothing: the mapping says that a column of the field's own name is not read.
    if (written === undefined || written === '') return [];
    const columns = (header.includes(written) ? [written] : written.split('+').map((one) => one.trim())).filter((one) =>
      header.includes(one),
    );
    return columns.length === 0 ? [] : [[field, columns] as const];
  });
  return Object.fromEntries(entries);
}

/** What the first lines hold at a field. */
export function textsOf({ header, rows }: TableLook, columns: readonly string[] = []): string[] {
  const places = columns.map((column) => header.indexOf(column));
  return places.length === 0 ? [] : rows.map((row) => places.map((place) => row[place] ?? '').join(' '));
}
