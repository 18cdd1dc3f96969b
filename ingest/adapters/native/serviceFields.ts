import { createHash } from 'node:crypto';
import { withoutContacts } from '../../../db/vocabulary/redaction.ts';
import { type DecodeContext, type Refusal, refuse } from '../decoded.ts';
import { type Fields, instantField, isRefusal, textField } from './fields.ts';

/** What something is known by, a non-empty text of at most 256 characters that must be there; see `withoutMail`. */
export function requiredKey(fields: Fields, name: string): string | Refusal {
  const key = textField(fields, name) ?? refuse('schema', `${name} is missing.`);
  return isRefusal(key) ? key : withoutMail(key);
}

/**
 * A name by which things are known, without an e-mail address: one that holds any becomes its hash, the same as a fact and in quarantine,
 * so that two of them stay two, and what is tried again has the key that it would have had.
 */
export function withoutMail(key: string): string {
  if (!key.includes('@') || withoutContacts(key) === key) return key;
  return `sha256:${createHash('sha256').update(key).digest('hex')}`;
}

interface Since {
  readonly context: DecodeContext;
  /** What it may not lie before. */
  readonly after: readonly [name: string, at: number];
}

/** Epoch ms of an optional instant that is neither ahead of the clock nor before another; null when absent. */
export function sinceField(fields: Fields, name: string, { context, after }: Since): number | null | Refusal {
  if (fields[name] === undefined || fields[name] === null) return null;
  const at = instantField(fields, name, context);
  if (isRefusal(at)) return at;
  return at < after[1] ? refuse('schema', `${name} lies before ${after[0]}.`) : at;
}

/** A finite number that must be there. */
export function numberField(fields: Fields, name: string): number | Refusal {
  const value = fields[name];
  if (value === undefined) return refuse('schema', `${name} is missing.`);
  return typeof value === 'number' && Number.isFinite(value) ? value + 0 : refuse('schema', `${name} is not a number.`);
}
