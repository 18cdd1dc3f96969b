import { type Finding, fault, type Report } from '../finding.ts';
import { type Fields, isFields, textOf } from '../jsonFields.ts';
import { utcTimeOf } from '../receipts.ts';

/*
 * A register closure is the Z report of X-Series. Its shape is not in the public documents: what is read is what the documents of
 * registers and of payments_summary call these fields. Its payments have laybys, gift cards and tips in them and returns taken off: they are
 * no sum of sales that could be compared with receipts.
 */

const opened = ['register_open_time', 'open_time', 'opened_at'] as const;
const closed = ['register_close_time', 'close_time', 'closed_at'] as const;

export function isClosure(value: unknown): value is Fields {
  if (!isFields(value) || textOf(value['register_id']) === '') return false;
  return closed.some((name) => name in value) && !('sale_date' in value) && !('line_items' in value);
}

/** A closure by `isClosure`. */
export function readClosure(closure: Fields): Report {
  const address = textOf(closure['register_id']);
  return { address, findings: [foundIn(closure)] };
}

function foundIn(closure: Fields): Finding {
  const closedAt = timeIn(closure, closed);
  if (closedAt === null) return { kind: 'aside', why: 'alive', detail: 'The register is open.' };
  const id = textOf(closure['id']) || textOf(closure['register_closure_sequence_number']);
  if (id === '') return fault('schema', 'The closure has no id.');
  return {
    kind: 'zReport',
    id,
    closedAt,
    openedAt: timeIn(closure, opened),
    till: textOf(closure['register_id']),
  };
}

function timeIn(closure: Fields, names: readonly string[]): ReturnType<typeof utcTimeOf> {
  for (const name of names) {
    const at = utcTimeOf(closure[name]);
    if (at !== null) return at;
  }
  return null;
}
