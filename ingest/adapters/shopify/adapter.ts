import type { Adapter } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import { aside, type Report } from '../finding.ts';
import { type Fields, isFields, listOf, textOf } from '../jsonFields.ts';
import { withoutPersonal } from '../redact.ts';
import { aboutShopify, shopifyOptions } from './about.ts';
import { shopifyApi } from './api.ts';
import { readOrder, readRefund } from './order.ts';
import { shopifyWebhook } from './webhook.ts';

/** Shopify POS: webhooks of orders and refunds. */
export const shopify: Adapter = {
  profile: 'shopify',
  about: aboutShopify,
  measures: ['sales'],
  modes: [],
  channels: {},
  options: shopifyOptions,
  body: 'json',
  topics: [],
  read(body, { topic }) {
    if (!isFields(body)) return refuse('schema', 'The message is not an object.');
    if (topic.startsWith('test/'))
      return [{ address: '', findings: [aside('test', 'A test notification of Shopify.')] }];
    return reportsOf(body);
  },
  redact: (body) => withoutPersonal(body, { drop: dropped }),
  isLike: (body) => isFields(body) && partsOf(body).length > 0,
  webhook: shopifyWebhook,
  api: shopifyApi,
};

/** Of a buyer, beside the shared list. */
const dropped = [
  ...[
    'note',
    'note_attributes',
    'client_details',
    'landing_site',
    'referring_site',
    'order_status_url',
    'checkout_token',
  ],
  ...['cart_token', 'destination', 'origin_location', 'properties', 'receipt', 'authorization', 'default_address'],
  ...['tracking_number', 'tracking_numbers', 'tracking_url', 'tracking_urls', 'attributed_staffs', 'company'],
];

interface Part {
  readonly kind: 'order' | 'refund' | 'transaction';
  readonly of: Fields;
}

function reportsOf(body: Fields): readonly Report[] | Refusal {
  const parts = partsOf(body);
  if (parts.length === 0) return refuse('schema', 'It is neither an order nor a refund of Shopify.');
  return parts.flatMap(({ kind, of }) => {
    if (kind === 'order') return readOrder(of);
    return [
      kind === 'refund'
        ? readRefund(of)
        : { address: '', findings: [aside('other', 'A payment, which its order has too.')] },
    ];
  });
}

/** Bare as webhooks send them, or wrapped as the API answers. */
function partsOf(body: Fields): readonly Part[] {
  const wrapped = [body['order'], ...listOf(body['orders']), body['refund'], body['transaction']].filter(isFields);
  return [body, ...wrapped].flatMap((of): readonly Part[] => {
    const kind = kindOf(of);
    return kind === null ? [] : [{ kind, of }];
  });
}

function kindOf(of: Fields): Part['kind'] | null {
  if (Array.isArray(of['line_items']) && 'financial_status' in of && 'total_price' in of) return 'order';
  if (Array.isArray(of['refund_line_items']) && textOf(of['order_id']) !== '') return 'refund';
  const isTransaction = 'gateway' in of && 'parent_id' in of && textOf(of['kind']) !== '';
  return isTransaction ? 'transaction' : null;
}
