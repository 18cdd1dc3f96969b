/*
 * What people write of themselves in a comment is not ours to keep: addresses by which they could be reached go, the rest stays.
 */

/** A comment is read by a person; a longer one is cut. */
const longestComment = 2000;

const mailAddress = /[^\s@<>,;:"'()]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,4}/gu;
/** Nine digits or more, with what is written between them: shorter ones are prices, dates, receipt numbers. */
const telephone = /\+?\(?\p{Nd}(?:[\s().\-–/]{0,3}\p{Nd}){8,18}/gu;
const webAddress = /\b(?:https?:\/\/|www\.)\S{1,500}/giu;
// PostgreSQL stores no NUL, and a lone surrogate is no text.
const unstorable = /[\0\p{Surrogate}]/gu;

/** A comment without e-mail addresses, telephone numbers and links, at most 2,000 characters; null where nothing is left of it. */
export function keptComment(text: string): string | null {
  const beginning = text.slice(0, 2 * longestComment).replace(unstorable, '');
  const kept = beginning.replace(webAddress, '…').replace(mailAddress, '…').replace(telephone, '…').trim();
  return kept === '' ? null : kept.slice(0, longestComment).replace(unstorable, '');
}
