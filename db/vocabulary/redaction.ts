/*
 * Ways to reach people, taken out of what people write of their own accord: e-mail addresses, telephone numbers, links. Every pattern is
 * bounded, since anybody can send a text.
 */

const mail = /[^\s@<>,;:"'()]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu;
/** Seven digits of any script or more, with what people put between them; a part of a longer word or number is none. */
const telephone = /(?<![\p{L}\p{N}])[+(]{0,2}\p{Nd}(?:[\s().\u00a0\u2010-\u2015/-]{0,3}\p{Nd}){6,16}(?![\p{L}\p{N}])/gu;
/** A date is no telephone number, though it has as many digits. */
const date = /^(?:\p{Nd}{4}([-./])\p{Nd}{1,2}\1\p{Nd}{1,2}|\p{Nd}{1,2}([-./])\p{Nd}{1,2}\2\p{Nd}{4})(?!\p{Nd})/u;
const webAddress = /(?:https?:\/\/|www\.)\S{1,500}/giu;
// PostgreSQL stores no NUL, and a lone surrogate is no text.
const unstorable = /[\0\p{Surrogate}]/gu;
const longestSearched = 16_384;
/** A comment is read by a person; a longer one is cut. */
const longestComment = 2000;

/** A text without e-mail addresses, telephone numbers and links, which become `…`. What is too long to be searched is cut. */
export function withoutContacts(text: string): string {
  return text
    .slice(0, longestSearched)
    .replace(webAddress, '…')
    .replace(mail, '…')
    .replace(telephone, (found) => (date.test(found) ? found : '…'));
}

/** The texts of a JSON value without contacts, where they are words that somebody may have written: an id of digits is no telephone number. */
export function withoutContactsInWords(value: unknown): unknown {
  if (typeof value === 'string') return /[\s@]/.test(value) ? withoutContacts(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutContactsInWords);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutContactsInWords(each)]));
}

/** A comment without ways to reach who wrote it, at most 2,000 characters and such as a database can store; null where nothing is left. */
export function keptComment(text: string): string | null {
  const kept = withoutContacts(text.replace(unstorable, ' ')).trim().slice(0, longestComment).replace(unstorable, '');
  return kept === '' ? null : kept;
}
