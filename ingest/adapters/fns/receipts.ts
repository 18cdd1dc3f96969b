import { aside, type Finding, type FoundSale, fault, type Money, type When } from '../finding.ts';
import { type Fields, fieldsOf, listOf, wholeOf } from '../jsonFields.ts';
import { addedPieces, nameOf } from '../tills.ts';
import { localOfEpoch, whenOf } from '../times.ts';

/** What the profile's options say. */
export interface FiscalChoices {
  /** Prepayments count as what is sold. */
  readonly countsPrepaid: boolean;
}

/** `operationType`: приход, возврат прихода, расход, возврат расхода; all amounts are above 0. */
const types: ReadonlyMap<string, FoundSale['type'] | 'bought'> = new Map([
  ['1', 'sale'],
  ['2', 'return'],
  ['3', 'bought'],
  ['4', 'bought'],
]);

/** A cheque. Amounts are whole kopecks. */
export function receiptOf(fields: Fields, choices: FiscalChoices): Finding {
  const type = types.get(nameOf(fields['operationType']) ?? '');
  if (type === undefined) return fault('schema', 'operationType is not 1, 2, 3 or 4.');
  if (type === 'bought') return aside('other', 'money paid out by the shop, or given back to it');
  const id = documentId(fields);
  if (id === null) return fault('schema', 'fiscalDriveNumber or fiscalDocumentNumber is missing.');
  const at = documentTime(fields);
  if (at === null) return fault('bad_time', 'dateTime is no time of the calendar.');
  const totalSum = wholeOf(fields['totalSum']);
  if (totalSum === null) return fault('bad_amount', 'totalSum is no number of kopecks.');
  const goods = goodsOf(fields, choices);
  if (goods.isAllPrepaid) return aside('other', 'a prepayment: what it is for is sold by a later receipt');
  return {
    kind: 'sale',
    id,
    at,
    type,
    total: { minor: totalSum - goods.prepaid },
    tax: taxOf(fields),
    items: goods.pieces,
    till: documentTill(fields),
    currency: 'RUB',
  };
}

/**
 * Unique by law: the fiscal drive's number and the document's in it. The sign adds nothing, and not every source has it; but of a drive's
 * number that came as a JSON number the last of its 16 digits are lost, and then the sign tells two drives of a shop apart.
 */
export function documentId(fields: Fields): string | null {
  const drive = nameOf(fields['fiscalDriveNumber']);
  const number = nameOf(fields['fiscalDocumentNumber']);
  if (drive === null || number === null) return null;
  const isRounded =
    typeof fields['fiscalDriveNumber'] === 'number' && !Number.isSafeInteger(fields['fiscalDriveNumber']);
  if (!isRounded) return `${drive}-${number}`;
  const sign = nameOf(fields['fiscalSign']);
  return sign === null ? null : `${drive}-${number}-${sign}`;
}

/** Local time of the shop without a zone; some services give it as an epoch whose seconds were counted from local time. */
export function documentTime(fields: Fields): When | null {
  for (const name of ['dateTime', 'localDateTime', 'receiptDate']) {
    const value = fields[name];
    if (value === undefined || value === null) continue;
    return localOfEpoch(value) ?? whenOf(value);
  }
  return null;
}

/** The till's registration number, padded with spaces by the tax service; where it is missing the fiscal drive's. */
export function documentTill(fields: Fields): string | null {
  return nameOf(fields['kktRegId']) ?? nameOf(fields['fiscalDriveNumber']);
}

interface Goods {
  readonly pieces: number | null;
  /** Kopecks of lines that are prepayments. */
  readonly prepaid: number;
  readonly isAllPrepaid: boolean;
}

/** `paymentType` of a line (tag 1214): 1–3 prepayment, partial prepayment, advance; 7 payment of a credit. 4–6 hand goods over. */
const prepaidTypes = new Set([1, 2, 3, 7]);

function goodsOf(fields: Fields, { countsPrepaid }: FiscalChoices): Goods {
  const items = listOf(fields['items']);
  let pieces = 0;
  let prepaid = 0;
  let prepaidLines = 0;
  for (const each of items) {
    const item = fieldsOf(each);
    const isPrepaid = !countsPrepaid && prepaidTypes.has(wholeOf(item['paymentType']) ?? 0);
    if (isPrepaid) {
      prepaidLines += 1;
      prepaid += wholeOf(item['sum']) ?? 0;
    } else pieces += addedPieces(item['quantity']);
  }
  // Lines that were entered and taken back; totalSum is without them.
  for (const each of listOf(fields['stornoItems'])) pieces -= Math.abs(addedPieces(fieldsOf(each)['quantity']));
  const isAllPrepaid = items.length > 0 && prepaidLines === items.length;
  return { pieces: items.length === 0 ? null : Math.max(0, pieces), prepaid, isAllPrepaid };
}

/** Fields that are taxes; ndsNo and nds0 are sums of goods without tax. nds18 holds 20 % too. */
const taxes = ['nds18', 'nds20', 'nds10', 'nds18118', 'nds20120', 'nds10110', 'nds5', 'nds7', 'nds5105', 'nds7107'];

function taxOf(fields: Fields): Money | null {
  let sum: number | null = 'ndsNo' in fields || 'nds0' in fields ? 0 : null;
  for (const name of taxes) {
    const tax = wholeOf(fields[name]);
    if (tax !== null) sum = (sum ?? 0) + tax;
  }
  const ofTotal = listOf(fieldsOf(fields['amountsReceiptNds'])['amountsNds']);
  for (const each of ofTotal) {
    const tax = wholeOf(fieldsOf(each)['ndsSum']);
    if (tax !== null) sum = (sum ?? 0) + tax;
  }
  return sum === null ? null : { minor: Math.abs(sum) };
}
