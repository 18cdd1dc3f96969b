import { aside, type Finding, type FoundZReport } from '../finding.ts';
import { fieldsOf, listOf, textOf, wholeOf } from '../jsonFields.ts';
import { majorOf } from '../receipts.ts';
import type { EvotorDocument } from './documents.ts';

/**
 * The end of a shift. Evotor tells it twice: the fiscal printer's Z report has counts and sums of sales and returns; CLOSE_SESSION has
 * only a total and the proceeds, of which the documents do not say what they hold, so it ends the shift and is compared with nothing.
 * Both are known by the session; the Z report stands, whichever comes last.
 */
export function zReportOf({ id, type, session, closedAt, device, fields }: EvotorDocument): Finding {
  const shift: FoundZReport = { kind: 'zReport', id: session ?? id, closedAt, till: device, currency: 'RUB' };
  if (type === 'CLOSE_SESSION') return shift;
  const step = listOf(fields['transactions'])
    .map(fieldsOf)
    .find((one) => textOf(one['type']).startsWith('FPRINT_'));
  if (step?.['type'] === 'FPRINT_X_REPORT') return aside('other', 'an X report, not the end of a shift');
  if (step?.['type'] !== 'FPRINT_Z_REPORT') return aside('other', 'a report of the fiscal printer');
  // The space is in Evotor's own documents.
  const quantities = fieldsOf(step['quantitySales'] ?? step['quantitySales ']);
  return {
    ...shift,
    salesCount: wholeOf(quantities['quantity']),
    sales: majorOf(fieldsOf(step['sales'])['summ']),
    returnsCount: wholeOf(quantities['back']),
    returns: majorOf(fieldsOf(step['salesBack'])['summ']),
    updatedAt: closedAt,
  };
}
