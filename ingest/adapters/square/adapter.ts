import type { Adapter } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import { aside, type Report } from '../finding.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf } from '../jsonFields.ts';
import { withoutPersonal } from '../redact.ts';
import { aboutSquare, squareOptions } from './about.ts';
import { squareApi } from './api.ts';
import { readOrder } from './order.ts';
import { readOrderEntries, readOrderNotice, readPayment, readRefund } from './payment.ts';
import { squareWebhook } from './webhook.ts';

/** Square Point of Sale: webhooks of payments, refunds and orders, orders asked for at the API. */
export const square: Adapter = {
  profile: 'square',
  about: aboutSquare,
  measures: ['sales'],
  modes: [],
  channels: {},
  options: squareOptions,
  body: 'json',
  topics: [],
  read(body, { topic }) {
    if (!isFields(body)) return refuse('schema', 'The message is not an object.');
    if (topic === 'sandbox')
      return [{ address: '', findings: [aside('test', 'From the sandbox, where nothing is sold.')] }];
    return isNotice(body) ? readNotice(body) : readAnswer(body);
  },
  redact: (body) => withoutPersonal(body, { drop: dropped }),
  isLike(body) {
    if (!isFields(body)) return false;
    return isNotice(body) || answerOf(body).length > 0;
  },
  webhook: squareWebhook,
  api: squareApi,
};

const dropped = [
  'note',
  'ticket_name',
  'receipt_url',
  'buyer_email_address',
  'team_member_id',
  'statement_description',
];

/** A webhook: `{merchant_id, type, event_id, created_at, data: {type, id, object}}`. */
function isNotice(body: Fields): boolean {
  return textOf(body['merchant_id']) !== '' && textOf(body['event_id']) !== '' && isFields(body['data']);
}

function readNotice(body: Fields): readonly Report[] {
  const type = textOf(body['type']);
  const { object } = fieldsOf(body['data']);
  const named = fieldsOf(object);
  for (const [name, read] of subjects) if (isFields(named[name])) return [read(named[name])];
  return [{ address: '', findings: [aside('other', `${type.slice(0, 60) || 'An event'} says nothing of sales.`)] }];
}

const subjects: readonly (readonly [string, (subject: Fields) => Report])[] = [
  ['payment', readPayment],
  ['refund', readRefund],
  ['order_created', readOrderNotice],
  ['order_updated', readOrderNotice],
  ['order_fulfillment_updated', readOrderNotice],
];

/** An answer of the API, as it is fetched or as it was exported. */
function readAnswer(body: Fields): readonly Report[] | Refusal {
  const reports = answerOf(body);
  return reports.length > 0
    ? reports
    : refuse('schema', 'It is neither an event of Square nor an order, payment or refund.');
}

function answerOf(body: Fields): readonly Report[] {
  const orders = [body['order'], ...listOf(body['orders'])].filter(isFields).filter(isOrder);
  const payments = [body['payment'], ...listOf(body['payments'])].filter(isFields).filter(isPayment);
  const refunds = [body['refund'], ...listOf(body['refunds'])].filter(isFields).filter(isRefund);
  const entries = listOf(body['order_entries']).filter((entry) => textOf(fieldsOf(entry)['order_id']) !== '');
  return [
    ...orders.map(readOrder),
    ...payments.map(readPayment),
    ...refunds.map(readRefund),
    ...readOrderEntries(entries),
  ];
}

/** Square's orders name a location and give their amounts as objects, which no other vendor's do. */
function isOrder(order: Fields): boolean {
  const isMoney = isFields(order['total_money']) || isFields(fieldsOf(order['return_amounts'])['total_money']);
  return isMoney && typeof order['location_id'] === 'string';
}

function isPayment(payment: Fields): boolean {
  return isFields(payment['amount_money']) && typeof payment['location_id'] === 'string' && !isRefund(payment);
}

function isRefund(refund: Fields): boolean {
  return isFields(refund['amount_money']) && typeof refund['payment_id'] === 'string';
}
