/** An object of parsed JSON. */
export type Fields = Readonly<Record<string, unknown>>;

const none: Fields = {};

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object, or an empty one where there is none. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : none;
}

/** The array, or an empty one where there is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The array, or what stands in place of one that has a single item, as converters from XML write it. */
export function oneOrMore(value: unknown): readonly unknown[] {
  return isFields(value) ? [value] : listOf(value);
}

/** A text that is not empty, or a number as text (`"line": 1`); else ''. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

const wholeText = /^[+-]?\d{1,16}(?:\.0{1,9})?$/;

/** A whole number, also as text (`"timestamp": "1767225600"`); null where it is none. */
export function wholeOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : null;
  if (typeof value !== 'string' || !wholeText.test(value)) return null;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : null;
}
