import type { FieldChange } from './change.ts';
import type { PartKind } from './parts.ts';

/** Fields in which a part would change, all of them for a new one; a field that is left out is null. */
export function changedFields<Part extends object>(
  kind: PartKind<Part>,
  before: Part | undefined,
  after: Part,
): (keyof Part & string)[] {
  if (before === undefined) return [...kind.fields];
  return kind.fields.filter((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null));
}

/** `store arbat`, `entrance arbat/main`; the organisation has no id of its own. */
export function subjectOf<Part extends object>(kind: PartKind<Part>, part: Part): string {
  if (kind.word === 'organisation') return kind.word;
  return `${kind.word} ${kind.key.map((field) => String(part[field as keyof Part])).join('/')}`;
}

/** Fields that are told only as changed, never by their value. */
const secretFields: readonly string[] = ['password'];

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** What changed, field by field; nothing of a part that is new. */
export function fieldChanges<Part extends object>(
  kind: PartKind<Part>,
  before: Part | undefined,
  after: Part,
): { fields?: FieldChange[] } {
  if (before === undefined) return {};
  const told = (part: Part, field: keyof Part & string): unknown =>
    secretFields.includes(field) ? null : (part[field] ?? null);
  const fields = changedFields(kind, before, after);
  return { fields: fields.map((field) => ({ field, before: told(before, field), after: told(after, field) })) };
}

/** What changed, in words. */
export function changeText<Part extends object>(kind: PartKind<Part>, before: Part | undefined, after: Part): string {
  const subject = subjectOf(kind, after);
  if (before === undefined) return `${subject}: added`;
  const parts = changedFields(kind, before, after).map((field) => {
    const [was, is] = [shown(before[field]), shown(after[field])];
    return secretFields.includes(field) || was.length + is.length > 100
      ? `${field} changed`
      : `${field} ${was} → ${is}`;
  });
  return `${subject}: ${parts.join(', ')}`;
}

/** The named fields for the audit log, without secrets. */
export function auditText<Part extends object>(part: Part, fields: readonly (keyof Part & string)[]): string {
  const told = fields.filter((field) => !secretFields.includes(field));
  return JSON.stringify(Object.fromEntries(told.map((field) => [field, part[field]])));
}
