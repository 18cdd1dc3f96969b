import { guessColumns, mapOf, type Pointed, point, pointedOf, textsOf } from './columns.ts';
import { type Field, type Form, fieldsOf, fittingForm, type Kind, lengthsOfTime, missingOf, times } from './forms.ts';
import type { ImportMapping, TableLook } from './importTypes.ts';
import { areWhole, type BoundsByColumn, binsOf, boundsOf, boundsOfBins, guessClasses } from './waitClasses.ts';
import { guessDateFormat, guessSlotMinutes, guessWords, hasDecimalComma } from './written.ts';

/** How a person says that a table is to be read. */
export interface TableReading {
  readonly form: Form;
  readonly pointed: Pointed;
  /** '': RFC 3339, and dates of Excel. */
  readonly dateFormat: string;
  readonly hasComma: boolean;
  /** What each word of the form's column of words means. */
  readonly words: Readonly<Record<string, string>>;
  /** By field what it is in every line, where no column says. */
  readonly same: Readonly<Record<Field, string>>;
  readonly unit: 'seconds' | 'minutes';
  /** How long a line's stretch of time is, where the file gives one of its ends. */
  readonly slotMinutes: number | null;
  readonly bounds: BoundsByColumn;
  /** Scores that mean no answer, with commas between them. */
  readonly skipScores: string;
}

const emptyLook: TableLook = { header: [], rows: [] };
const decimals: readonly Field[] = ['total', 'tax', 'wait', 'service', 'meanWait', 'value'];
const unitSeconds = { seconds: 1, minutes: 60 };

/** Surveys by what their columns are called; a score alone does not say of which it is. */
const surveyNames: readonly (readonly [RegExp, string])[] = [
  [/nps|net.?pro|recommend|рекоменд|empfehl/i, 'nps'],
  [/csat|satisf|удовлетвор|zufried/i, 'csat'],
  [/csi/i, 'csi'],
];

/** What columns of these names and first lines probably are. */
export function guessReading(form: Form, look: TableLook = emptyLook): TableReading {
  const bounds: BoundsByColumn = form.fields.includes('bins') ? guessClasses(look.header) : {};
  const columns = Object.keys(bounds);
  const guessed = guessColumns(form, { ...look, header: look.header.filter((one) => !columns.includes(one)) });
  const pointed = columns.length === 0 ? guessed : { ...guessed, bins: columns };
  const started = times.find((field) => pointed[field] !== undefined) ?? '';
  return {
    ...{ form, pointed, bounds, skipScores: '', same: surveyOf(pointed) },
    dateFormat: guessDateFormat(textsOf(look, pointed[started])),
    hasComma: decimals.some((field) => hasDecimalComma(textsOf(look, pointed[field]))),
    words: wordsOf(form, pointed, look),
    unit: unitOf(pointed, bounds),
    slotMinutes: form.hasSpan ? guessSlotMinutes(textsOf(look, pointed[started])) : null,
  };
}

function surveyOf({ score }: Pointed): Record<Field, string> {
  const survey = surveyNames.find(([pattern]) => score?.some((column) => pattern.test(column)))?.[1];
  return survey === undefined ? {} : { survey };
}

/** By a column's name, or by classes that end within four hours where they are minutes. */
function unitOf(pointed: Pointed, bounds: BoundsByColumn): TableReading['unit'] {
  const isNamed = lengthsOfTime.some((field) => pointed[field]?.some((column) => /min|мин/i.test(column)));
  const ends = Object.values(bounds).map(({ from, to }) => to ?? from ?? 0);
  return isNamed || (ends.length > 0 && Math.max(...ends) <= 240) ? 'minutes' : 'seconds';
}

/** What the lines of a file of this kind probably are. */
export function guessForm(kind: Kind, look: TableLook): Form {
  const guesses = new Map<Form, TableReading>();
  return fittingForm(kind, (field, form) => {
    const guess = guesses.get(form) ?? guessReading(form, look);
    guesses.set(form, guess);
    return isSaid(guess, field);
  });
}

function wordsOf({ words }: Form, pointed: Pointed, look: TableLook): Record<string, string> {
  return words === undefined ? {} : guessWords(words.key, textsOf(look, pointed[words.field]));
}

/** Points a field at a column or away from it; words of a new column of words and bounds of a new class are guessed. */
export function pointAt(
  reading: TableReading,
  { field, column }: { field: Field; column: string },
  look: TableLook,
): TableReading {
  const pointed = point(reading.pointed, field, column);
  const same = field === 'score' ? { ...surveyOf(pointed), ...reading.same } : reading.same;
  const next = { ...reading, pointed, same, bounds: boundsOf(pointed['bins'] ?? [], reading.bounds) };
  if (field === reading.form.words?.field) return { ...next, words: wordsOf(reading.form, pointed, look) };
  const isFirstTime = times.includes(field) && !times.some((time) => reading.pointed[time] !== undefined);
  return isFirstTime ? { ...next, dateFormat: guessDateFormat(textsOf(look, pointed[field])) } : next;
}

function isSaid({ pointed, same }: TableReading, field: Field): boolean {
  return pointed[field] !== undefined || (same[field] ?? '').trim() !== '';
}

/** Of each of these one has to be said yet. */
export function missingFields(reading: TableReading): (readonly Field[])[] {
  return missingOf(reading.form, (field) => isSaid(reading, field));
}

/** A line's stretch has one end in the file, so that its length has to be said. */
export function needsSlot({ form, pointed }: TableReading): boolean {
  const isPointed = (field: Field): boolean => pointed[field] !== undefined;
  return form.hasSpan === true && isPointed('start') !== isPointed('end');
}

/** Whether a length of time is pointed at, so that its unit matters. */
export function hasLengths({ pointed }: TableReading): boolean {
  return lengthsOfTime.some((field) => pointed[field] !== undefined);
}

/** What besides columns is not said well yet. */
export function faultOf(reading: TableReading): 'slot' | 'bounds' | null {
  const { slotMinutes } = reading;
  const isSlot = slotMinutes !== null && Number.isInteger(slotMinutes) && slotMinutes >= 1 && slotMinutes <= 1440;
  if (needsSlot(reading) && !isSlot) return 'slot';
  return areWhole(reading.bounds) ? null : 'bounds';
}

/** As the API takes it. Columns that bear a field's name and are not pointed at are not read. */
export function mappingOf(reading: TableReading, header: readonly string[]): ImportMapping {
  const { form, pointed, same, words, bounds, dateFormat } = reading;
  const { bins: _, ...columns } = mapOf(pointed);
  const set = Object.entries(same).filter(([field, text]) => pointed[field] === undefined && text.trim() !== '');
  const isOwn = (field: Field): boolean => header.some((column) => column.toLowerCase() === field.toLowerCase());
  const unread = fieldsOf(form.kind).filter((field) => pointed[field] === undefined && isOwn(field));
  const skipScores = reading.skipScores.split(',').flatMap((score) => score.trim() || []);
  const wordField = form.words !== undefined && pointed[form.words.field] !== undefined ? form.words : null;
  return {
    kind: form.kind,
    map: { ...Object.fromEntries(unread.map((field) => [field, ''])), ...columns },
    ...(dateFormat === '' ? {} : { dateFormat }),
    ...(reading.hasComma ? { decimalComma: true } : {}),
    ...(wordField !== null && Object.keys(words).length > 0 ? { [wordField.key]: { ...words } } : {}),
    ...(set.length === 0 ? {} : { set: Object.fromEntries(set.map(([field, text]) => [field, text.trim()])) }),
    ...(needsSlot(reading) && reading.slotMinutes !== null ? { slotMinutes: reading.slotMinutes } : {}),
    ...(hasLengths(reading) ? { waitUnit: reading.unit } : {}),
    ...(Object.keys(bounds).length === 0 ? {} : { bins: binsOf(bounds, unitSeconds[reading.unit]) }),
    ...(form.name === 'answers' && skipScores.length > 0 ? { skipScores } : {}),
  };
}

/** One end alone is pointed at as what it is labelled. */
function labelled(pointed: Pointed, { label }: ImportMapping): Pointed {
  const { start, end, ...others } = pointed;
  const columns = start ?? end;
  return label === undefined || columns === undefined || (start && end) ? pointed : { ...others, [label]: columns };
}

/** What a saved mapping says of a file with this header. */
export function readingOf(mapping: ImportMapping, header: readonly string[]): TableReading {
  const kind = mapping.kind ?? 'sales';
  const { map, set = {}, waitUnit = 'seconds', bins = {} } = mapping;
  const isNamed = (field: Field): boolean => (map[field] ?? set[field] ?? '') !== '';
  const form = fittingForm(kind, (field) => (field === 'bins' ? Object.keys(bins).length > 0 : isNamed(field)));
  const bounds = boundsOfBins(bins, unitSeconds[waitUnit], header);
  const columns = Object.keys(bounds);
  const pointed = labelled(pointedOf(map, form.fields, header), mapping);
  return {
    ...{ form, bounds, dateFormat: mapping.dateFormat ?? '', hasComma: mapping.decimalComma ?? false },
    pointed: columns.length === 0 ? pointed : { ...pointed, bins: columns },
    words: (form.words === undefined ? undefined : mapping[form.words.key]) ?? {},
    same: set,
    unit: waitUnit,
    slotMinutes: mapping.slotMinutes ?? null,
    skipScores: (mapping.skipScores ?? []).join(', '),
  };
}
