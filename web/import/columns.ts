/** The fields of a receipt, in the order in which they are pointed at; the first three are needed. */
export const receiptFields = [
  'id',
  'at',
  'total',
  'type',
  'items',
  'tax',
  'till',
  'currency',
  'channel',
  'original',
] as const;
export type ReceiptField = (typeof receiptFields)[number];
export const neededFields: readonly ReceiptField[] = ['id', 'at', 'total'];

/** By field: the columns that make it; two where date and time stand apart. */
export type Pointed = Readonly<Partial<Record<ReceiptField, readonly string[]>>>;

/** Words that columns are called by, in the languages of those whose tills export tables. */
const words: Readonly<Record<ReceiptField, readonly string[]>> = {
  id: [
    'receipt',
    'receipt number',
    'receipt no',
    'number',
    'no',
    'id',
    'bill',
    'check',
    'чек',
    'номер',
    'номер чека',
    '№',
    'bon',
    'belegnummer',
    'ticket',
  ],
  at: [
    'date',
    'time',
    'datetime',
    'date and time',
    'timestamp',
    'at',
    'дата',
    'время',
    'дата и время',
    'datum',
    'uhrzeit',
    'fecha',
    'hora',
  ],
  total: [
    'total',
    'amount',
    'sum',
    'gross',
    'total incl tax',
    'сумма',
    'итого',
    'итог',
    'betrag',
    'summe',
    'gesamt',
    'importe',
  ],
  type: ['type', 'operation', 'kind', 'тип', 'операция', 'тип операции', 'art', 'vorgang'],
  items: ['items', 'quantity', 'qty', 'pieces', 'количество', 'позиций', 'menge', 'anzahl'],
  tax: ['tax', 'vat', 'ндс', 'mwst', 'ust', 'steuer', 'iva'],
  till: ['till', 'register', 'pos', 'terminal', 'касса', 'ккт', 'kasse'],
  currency: ['currency', 'валюта', 'währung', 'moneda'],
  channel: ['channel', 'канал', 'kanal'],
  original: ['original', 'original receipt', 'refund of', 'исходный чек'],
};

function plain(column: string): string {
  return column
    .toLowerCase()
    .replace(/[_.:/-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What columns of these names probably are. */
export function guessColumns(header: readonly string[]): Pointed {
  const used = new Set<string>();
  const found: Partial<Record<ReceiptField, readonly string[]>> = {};
  for (const field of receiptFields) {
    const fitting = header.filter((column) => !used.has(column) && words[field].includes(plain(column)));
    const taken = field === 'at' ? fitting.slice(0, 2) : fitting.slice(0, 1);
    if (taken.length === 0) continue;
    for (const column of taken) used.add(column);
    found[field] = taken;
  }
  return found;
}

/** Points a field at a column, or away from it; a second column of a time joins the first. A column plays one part. */
export function point(pointed: Pointed, field: ReceiptField, column: string): Pointed {
  const present = pointed[field] ?? [];
  const others = Object.fromEntries(
    Object.entries(pointed).flatMap(([name, columns]) => {
      const left = columns.filter((one) => one !== column);
      return name === field || left.length === 0 ? [] : [[name, left]];
    }),
  );
  if (present.includes(column)) {
    const left = present.filter((one) => one !== column);
    return left.length === 0 ? others : { ...others, [field]: left };
  }
  const joins = field === 'at' && present.length === 1;
  return { ...others, [field]: joins ? [...present, column] : [column] };
}

/** As the API takes it: `Date+Time` where two columns make one field. */
export function mapOf(pointed: Pointed): Record<string, string> {
  return Object.fromEntries(Object.entries(pointed).map(([field, columns]) => [field, columns.join('+')]));
}

/** What a saved mapping points at in a file with this header; columns that the file does not have are left out. */
export function pointedOf(map: Readonly<Record<string, string>>, header: readonly string[]): Pointed {
  const entries = receiptFields.flatMap((field) => {
    const written = map[field];
    if (written === undefined) return [];
    const columns = (header.includes(written) ? [written] : written.split('+').map((one) => one.trim())).filter((one) =>
      header.includes(one),
    );
    return columns.length === 0 ? [] : [[field, columns] as const];
  });
  return Object.fromEntries(entries);
}

/** Ways that dates are written, for the choice; '' is RFC 3339 and what Excel keeps as a date. */
export const dateFormats: readonly string[] = [
  '',
  'dd.MM.yyyy HH:mm:ss',
  'dd.MM.yyyy HH:mm',
  'dd/MM/yyyy HH:mm:ss',
  'dd/MM/yyyy HH:mm',
  'MM/dd/yyyy HH:mm',
  'M/d/yyyy h:mm a',
  'yyyy-MM-dd HH:mm:ss',
  'yyyy-MM-dd HH:mm',
  'yyyy/MM/dd HH:mm:ss',
];
const shapes: readonly (readonly [RegExp, string])[] = [
  [/^\d{2}\.\d{2}\.\d{4} \d{1,2}:\d{2}:\d{2}$/, 'dd.MM.yyyy HH:mm:ss'],
  [/^\d{2}\.\d{2}\.\d{4} \d{1,2}:\d{2}$/, 'dd.MM.yyyy HH:mm'],
  [/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/, 'yyyy-MM-dd HH:mm:ss'],
  [/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, 'yyyy-MM-dd HH:mm'],
  [/^\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}:\d{2}$/, 'yyyy/MM/dd HH:mm:ss'],
  [/^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2} [AaPp][Mm]$/, 'M/d/yyyy h:mm a'],
];

/** How the times of a file are probably written. Day before month or after it is told by a number above 12, else by day first. */
export function guessDateFormat(times: readonly string[]): string {
  const [first = ''] = times;
  const shape = shapes.find(([pattern]) => pattern.test(first));
  if (shape !== undefined) return shape[1];
  const slashed = /^\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}(:\d{2})?$/.exec(first);
  if (slashed === null) return '';
  const isMonthFirst = times.some((time) => Number(time.slice(3, 5)) > 12);
  if (isMonthFirst) return 'MM/dd/yyyy HH:mm';
  return slashed[1] === undefined ? 'dd/MM/yyyy HH:mm' : 'dd/MM/yyyy HH:mm:ss';
}

/** Amounts such as `1 299,90`. */
export function hasDecimalComma(amounts: readonly string[]): boolean {
  return amounts.some((amount) => /,\d{1,2}$/.test(amount.trim()));
}

/** What a word of the type column can mean. */
export const saleMeanings = ['sale', 'return', 'exchange', 'void', 'skip'] as const;
export type SaleMeaning = (typeof saleMeanings)[number];

const typeWords: readonly (readonly [RegExp, SaleMeaning])[] = [
  [/void|cancel|storno|отмен|аннул/, 'void'],
  [/return|refund|credit|возврат|rückgabe|retoure|devoluci/, 'return'],
  [/exchange|обмен|umtausch/, 'exchange'],
  [/sale|sell|receipt|purchase|продаж|приход|чек|verkauf|bon|venta/, 'sale'],
];

/** What the words of the type column probably mean, by word in small letters; one that nobody knows leaves its lines out. */
export function guessTypes(texts: readonly string[]): Record<string, SaleMeaning> {
  const words = [...new Set(texts.map((text) => text.trim().toLowerCase()))].filter((word) => word !== '');
  return Object.fromEntries(
    words.map((word) => [word, typeWords.find(([pattern]) => pattern.test(word))?.[1] ?? ('skip' as const)]),
  );
}
