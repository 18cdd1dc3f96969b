import { signOf, sizeOf, sumOf } from '../decimal.ts';
import { aside, type Finding, type FoundSale, fault, type When } from '../finding.ts';
import { type Fields, fieldsOf, isFields, listOf } from '../jsonFields.ts';
import { amountOf } from '../receipts.ts';
import { addedPieces, firstNameOf, nameOf } from '../tills.ts';
import { epochOf, whenOf } from '../times.ts';

/** One event of iiko's webhook: an order at every status it goes through. */
export function orderOf(event: Fields, isUtc: boolean): Finding {
  const type = nameOf(event['eventType']) ?? '';
  if (!orderEvents.has(type)) return aside('other', `the event ${type.slice(0, 40)} is about no order`);
  const info = event['eventInfo'];
  if (!isFields(info)) return aside('other', 'an event without its eventInfo');
  const order = info['order'];
  if (!isFields(order)) return aside('draft', 'an order that could not be made');
  const status = nameOf(order['status'] ?? info['status']) ?? '';
  const isGone = status === 'Cancelled' || status === 'Deleted';
  if (status !== 'Closed' && !isGone)
    return aside('draft', `an order that is ${status === '' ? 'open' : status.slice(0, 40)}`);
  const id = nameOf(info['id']) ?? nameOf(order['id']);
  if (id === null) return fault('schema', 'eventInfo.id is missing.');
  const eventAt = eventTime(event, info, isUtc);
  if (eventAt === null) return fault('bad_time', 'eventTime is no time.');
  const total = totalOf(order) ?? (isGone ? '0' : null);
  if (total === null) return fault('bad_amount', 'order.sum is missing.');
  const isReturned = signOf(total) === -1;
  return {
    kind: 'sale',
    id,
    at: whenOf(order['whenClosed']) ?? eventAt,
    type: isReturned ? 'return' : 'sale',
    total: { major: isReturned ? (sizeOf(total) ?? total) : total },
    items: piecesOf(order),
    till: firstNameOf(order, ['terminalGroupId']) ?? firstNameOf(info, ['terminalGroupId']),
    channel: channelOf(type, order),
    isTraining: isGone,
    updatedAt: eventAt,
  } satisfies FoundSale;
}

const orderEvents: ReadonlySet<string> = new Set(['DeliveryOrderUpdate', 'TableOrderUpdate']);

/** `2026-02-14 12:30:00.000` without a zone; the timestamp beside it is in seconds or milliseconds. */
function eventTime(event: Fields, info: Fields, isUtc: boolean): When | null {
  const at = whenOf(event['eventTime']);
  if (at === null) return epochOf(info['timestamp']);
  return isUtc && typeof at === 'object' ? Date.parse(`${at.local}Z`) : at;
}

/** The order's own sum, after discounts; where it is not told what was paid, without tips, which are apart. */
function totalOf(order: Fields): string | number | null {
  const sum = amountOf(order['sum']);
  if (sum !== null || !Array.isArray(order['payments'])) return sum;
  const paid = order['payments'].map((payment) => amountOf(fieldsOf(payment)['sum']));
  return paid.includes(null) ? null : sumOf(paid.filter((amount) => amount !== null));
}

function piecesOf(order: Fields): number | null {
  const items = listOf(order['items']).map(fieldsOf);
  if (items.length === 0) return null;
  let pieces = 0;
  for (const item of items)
    if (item['deleted'] === undefined || item['deleted'] === null) pieces += addedPieces(item['amount']);
  return Math.max(0, pieces);
}

/** What is delivered or fetched was not bought by a visitor of the shop. */
function channelOf(type: string, order: Fields): string {
  const service = nameOf(fieldsOf(order['orderType'])['orderServiceType'] ?? order['orderServiceType']) ?? '';
  if (service === 'DeliveryPickUp' || service === 'DeliveryByClient') return 'pickup';
  if (service === 'Common') return 'store';
  return type === 'DeliveryOrderUpdate' ? 'delivery' : 'store';
}
