import { withoutContacts } from '../../../db/vocabulary/redaction.ts';
import { isFields, maxTextLength } from './fields.ts';
import { withoutMail } from './serviceFields.ts';

/** Names by which things are known, and times: no text that somebody wrote, and needed as they are to be tried again. */
const plain: ReadonlySet<string> = new Set([
  ...['id', 'at', 'joinedAt', 'calledAt', 'leftAt', 'openedAt', 'answeredAt', 'resolvedAt', 'updatedAt'],
  ...['start', 'end', 'queue', 'process', 'criterion', 'standard', 'item'],
]);

/**
 * The item as it may be kept: the fields that the contract names, texts without e-mail addresses and telephone numbers. What is no
 * object is kept as a text would be.
 */
export function keptFields(item: unknown, names: readonly string[]): unknown {
  if (!isFields(item)) return withoutContactsIn(item);
  const kept = names
    .filter((name) => item[name] !== undefined)
    .map((name) => [name, plain.has(name) ? plainText(item[name]) : withoutContactsIn(item[name])]);
  return Object.fromEntries(kept);
}

/** An id of digits is no telephone number; too long for a name, it is a text that somebody wrote. */
function plainText(value: unknown): unknown {
  return typeof value === 'string' && value.length <= maxTextLength ? withoutMail(value) : withoutContactsIn(value);
}

function withoutContactsIn(value: unknown): unknown {
  if (typeof value === 'string') return withoutContacts(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutContactsIn);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutContactsIn(each)]));
}
