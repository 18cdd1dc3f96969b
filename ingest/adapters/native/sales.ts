import { addDays, businessDateAt } from '../../../db/time/businessDate.ts';
import type { Sale, SaleType } from '../../../db/vocabulary/event.ts';
import { type DecodeContext, type ItemDecoder, type Refusal, refuse, type Understood, understood } from '../decoded.ts';
import { minorUnits } from './amount.ts';
import { countField, type Fields, instantField, isFields, isRefusal, textField, timeField } from './fields.ts';

const saleTypes: readonly SaleType[] = ['sale', 'return', 'exchange', 'void'];
const calendarDate = /^\d{4}-\d{2}-\d{2}$/;

/** `sales`: receipts in the store's currency, or a batch feed's word how far it is complete (contract 3 and 4). */
export const salesDecoder: ItemDecoder = { decode: decodeSale, redact: redactSale };

/** Who served is personal data: kept only where the store says so. */
function redactSale(item: unknown, keepsEmployees: boolean): unknown {
  if (keepsEmployees || !isFields(item) || item['employee'] === undefined) return item;
  const { employee: _dropped, ...rest } = item;
  return rest;
}

function decodeSale(item: unknown, context: DecodeContext): Understood | Refusal {
  if (!isFields(item)) return refuse('schema', 'The item is not an object.');
  const completeTo = completeToOf(item, context);
  if (isRefusal(completeTo)) return completeTo;
  if (completeTo !== null && item['id'] === undefined) return understood([{ kind: 'completion', completeTo }]);
  const type = saleTypes.find((known) => known === item['type']);
  if (type === undefined) return refuse('schema', 'type is not sale, return, exchange or void.');
  const names = namesOf(item, context);
  if (isRefusal(names)) return names;
  const times = timesOf(item, context);
  if (isRefusal(times)) return times;
  const currency = textField(item, 'currency');
  if (isRefusal(currency)) return currency;
  if (currency !== null && currency !== context.store.currency) {
    return refuse('currency_mismatch', `currency is ${currency}, the store's is ${context.store.currency}.`);
  }
  const amounts = amountsOf(item, type, context.store.currency);
  if (isRefusal(amounts)) return amounts;
  const isTraining = item['training'] ?? false;
  if (typeof isTraining !== 'boolean') return refuse('schema', 'training is not true or false.');
  const event: Sale = { kind: 'sale', type, ...names, ...times, ...amounts, isTraining };
  return understood(completeTo === null ? [event] : [event, { kind: 'completion', completeTo }]);
}

type Names = Pick<Sale, 'id' | 'source' | 'till' | 'employee' | 'channel' | 'original'>;

function namesOf(item: Fields, context: DecodeContext): Names | Refusal {
  const id = textField(item, 'id');
  if (isRefusal(id)) return id;
  if (id === null) return refuse('schema', 'id is missing.');
  const source = textField(item, 'source');
  if (isRefusal(source)) return source;
  const till = textField(item, 'till');
  if (isRefusal(till)) return till;
  const channel = textField(item, 'channel');
  if (isRefusal(channel)) return channel;
  const original = textField(item, 'original');
  if (isRefusal(original)) return original;
  const employee = context.store.keepEmployees ? textField(item, 'employee') : null;
  if (isRefusal(employee)) return employee;
  return { id, source: source ?? context.device.id, till, employee, channel: channel ?? 'store', original };
}

function timesOf(item: Fields, context: DecodeContext): Pick<Sale, 'at' | 'updatedAt'> | Refusal {
  const at = instantField(item, 'at', context);
  if (isRefusal(at)) return at;
  const updatedAt = timeField(item, 'updatedAt', context);
  return isRefusal(updatedAt) ? updatedAt : { at, updatedAt };
}

type Amounts = Pick<Sale, 'totalMinor' | 'taxMinor' | 'items'>;

function amountsOf(item: Fields, type: SaleType, currency: string): Amounts | Refusal {
  const totalMinor = amountField(item, 'total', { type, currency });
  if (isRefusal(totalMinor)) return totalMinor;
  // A void takes another receipt out: what it says of money is not needed.
  if (totalMinor === null && type !== 'void') return refuse('schema', 'total is missing.');
  const taxMinor = amountField(item, 'tax', { type, currency });
  if (isRefusal(taxMinor)) return taxMinor;
  const items = item['items'] === null ? null : countField(item, 'items');
  if (isRefusal(items)) return items;
  return { totalMinor: totalMinor ?? 0, taxMinor, items };
}

function amountField(item: Fields, name: string, of: { type: SaleType; currency: string }): number | null | Refusal {
  const value = item[name];
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string' && typeof value !== 'number') {
    return refuse('schema', `${name} is neither a decimal text nor a number.`);
  }
  const minor = minorUnits(value, of.currency);
  if (minor === null) return refuse('bad_amount', `${name} is not an amount of ${of.currency}.`);
  if (minor < 0 && of.type !== 'exchange') return refuse('bad_amount', `${name} of a ${of.type} is below 0.`);
  return minor;
}

/**
 * The last business date that is complete: `completeTo` is that date, or a timestamp, by which every earlier date was over.
 * null when absent.
 */
function completeToOf(item: Fields, context: DecodeContext): string | null | Refusal {
  const value = item['completeTo'];
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' && calendarDate.test(value)) {
    if (!isCalendarDate(value)) return refuse('bad_time', 'completeTo is not a date of the calendar.');
    const isAhead = value > businessDateAt(context.store, context.now);
    return isAhead ? refuse('future', 'completeTo is a date that has not begun.') : value;
  }
  const at = instantField(item, 'completeTo', context);
  if (isRefusal(at) || at === null) return at;
  return addDays(businessDateAt(context.store, at), -1);
}

function isCalendarDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
