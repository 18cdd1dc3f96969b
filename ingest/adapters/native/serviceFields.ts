import { type DecodeContext, type Refusal, refuse } from '../decoded.ts';
import { type Fields, instantField, isRefusal, textField } from './fields.ts';

/** A non-empty text of at most 256 characters that must be there. */
export function requiredText(fields: Fields, name: string): string | Refusal {
  return textField(fields, name) ?? refuse('schema', `${name} is missing.`);
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
