import { formMessages } from './formMessages.ts';
import type { Field, Kind } from './forms.ts';

/** A field as people read it; of observations a criterion is what was measured. */
export function fieldName(kind: Kind, field: Field): string {
  return formMessages.fields[kind][field] ?? field;
}
