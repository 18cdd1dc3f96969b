import { AppError } from '../../../db/vocabulary/errors.ts';
import type { Adapter } from '../../../ingest/adapters/adapter.ts';
import { isFields } from '../../../ingest/adapters/jsonFields.ts';

/** Under these names vendors' files and answers hold lists of documents. */
const lists = ['items', 'data', 'documents', 'receipts', 'orders', 'rows'];

/**
 * The documents of a vendor's file, each as the text of a message of its own, so that what is wrong with one holds up no other.
 * @throws AppError `invalid` where it is neither JSON nor lines of JSON
 */
export function documentsOf(adapter: Adapter, text: string): string[] {
  if (adapter.body === 'text') return transactionsOf(text) ?? [text];
  return jsonOf(text)
    .flatMap(splitOf)
    .map((one) => JSON.stringify(one));
}

function jsonOf(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch (error) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    try {
      if (lines.length > 1) return lines.map((line): unknown => JSON.parse(line));
    } catch {
      // Neither the whole nor each line: said below.
    }
    throw new AppError('invalid', 'The file is no JSON: choose the file as the till or the service gave it.', {
      cause: error,
    });
  }
}

/** A list as lists of one, with what stands around it. */
function splitOf(body: unknown): unknown[] {
  if (Array.isArray(body)) return body.map((one: unknown) => [one]);
  if (!isFields(body)) return [body];
  for (const name of lists) {
    const list = body[name];
    if (Array.isArray(list) && list.length > 1) return list.map((one: unknown) => ({ ...body, [name]: [one] }));
  }
  return [body];
}

const opening = /<((?:[\w.-]{1,40}:)?)POSLog\b[^>]*>/;

/** The transactions of a POSLog, each in the log's own first tag; null where it is none. */
function transactionsOf(text: string): string[] | null {
  const root = opening.exec(text);
  if (root === null) return null;
  const prefix = root[1] ?? '';
  const [start, end] = [`<${prefix}Transaction`, `</${prefix}Transaction>`];
  const found: string[] = [];
  let at = nextTag(text, start, root.index + root[0].length);
  while (at >= 0) {
    const close = text.indexOf(end, at);
    if (close < 0) return null;
    found.push(`${root[0]}${text.slice(at, close + end.length)}</${prefix}POSLog>`);
    at = nextTag(text, start, close + end.length);
  }
  return found;
}

/** `<Transaction>`, not `<TransactionID>`. */
function nextTag(text: string, start: string, from: number): number {
  for (let at = text.indexOf(start, from); at >= 0; at = text.indexOf(start, at + start.length)) {
    if (/[\s>/]/.test(text[at + start.length] ?? '')) return at;
  }
  return -1;
}
