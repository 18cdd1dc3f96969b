import { type Fields, fieldsOf, isFields, listOf } from '../jsonFields.ts';
import { nameOf } from '../tills.ts';

/*
 * Fiscal documents of Russian tills as JSON: the tax service's app («Проверка чеков») exports `[{ticket: {document: {receipt}}}]`, its
 * older interface answered `{document: {receipt}}`, services over it `{data: {json: {…}}}`, operators of fiscal data (ОФД) send bare
 * documents or lists of them. The names of fields are the same in all (the tax service's order ЕД-7-20/662@, format of fiscal documents).
 */

/** `receipt`: cheque or strict form; `correction`; `shiftEnd`; `other`: registration, opening of a shift, … */
export interface FiscalDocument {
  readonly kind: 'receipt' | 'correction' | 'shiftEnd' | 'other';
  readonly fields: Fields;
}

const kinds: Readonly<Record<string, FiscalDocument['kind']>> = {
  receipt: 'receipt',
  bso: 'receipt',
  receiptCorrection: 'correction',
  bsoCorrection: 'correction',
  closeShift: 'shiftEnd',
  openShift: 'other',
  fiscalReport: 'other',
  fiscalReportCorrection: 'other',
  currentStateReport: 'other',
  closeArchive: 'other',
  operatorAck: 'other',
};

const codes: Readonly<Record<string, FiscalDocument['kind']>> = {
  3: 'receipt',
  4: 'receipt',
  31: 'correction',
  41: 'correction',
  5: 'shiftEnd',
};

/** Wrappers that stand around a document, in whatever order. */
const wrappers = ['ticket', 'document', 'data', 'json', 'content', 'payload'];
const deepest = 6;

/** The document inside its wrappers; null where there is none. */
export function documentIn(value: unknown): FiscalDocument | null {
  let inside = value;
  for (let depth = 0; depth < deepest; depth += 1) {
    if (!isFields(inside)) return null;
    const named = namedIn(inside);
    if (named !== null) return named;
    if (isFiscal(inside)) return { kind: kindOf(inside), fields: inside };
    const fields: Fields = inside;
    inside = fields[wrappers.find((name) => isFields(fields[name])) ?? ''];
  }
  return null;
}

/** The documents of a message or a file: a list, a list under `data` or `items`, or one. */
export function itemsOf(body: unknown): readonly unknown[] {
  if (Array.isArray(body)) return body;
  const fields = fieldsOf(body);
  for (const name of ['data', 'documents', 'receipts']) if (Array.isArray(fields[name])) return listOf(fields[name]);
  return [body];
}

function namedIn(fields: Fields): FiscalDocument | null {
  for (const name in kinds) {
    const document = fields[name];
    const kind = kinds[name];
    if (kind !== undefined && isFields(document) && isFiscal(document)) {
      // A correction may come under the name of a plain receipt: its code says what it is.
      return { kind: kind === 'receipt' ? kindOf(document) : kind, fields: document };
    }
  }
  return null;
}

function isFiscal(fields: Fields): boolean {
  return 'fiscalDocumentNumber' in fields && 'fiscalDriveNumber' in fields;
}

function kindOf(fields: Fields): FiscalDocument['kind'] {
  const code = nameOf(fields['code'] ?? fields['receiptCode']);
  if (code !== null) return codes[code] ?? 'other';
  return 'totalSum' in fields ? 'receipt' : 'other';
}
