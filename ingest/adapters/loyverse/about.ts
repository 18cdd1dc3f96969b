import type { AdapterAbout, AdapterOption } from '../adapter.ts';

export const aboutLoyverse: AdapterAbout = {
  make: 'Loyverse',
  models: ['Loyverse POS'],
  kind: 'till',
  transports: ['http', 'poll'],
  reads: [
    'Receipts in batches (receipts.update): SALE is a sale, REFUND a return on its own date that names its sale (refund_for).',
    'A receipt that was cancelled (cancelled_at): kept, counted nowhere.',
    'The receipt’s own date (receipt_date), not when a till that was offline delivered it (created_at).',
    'Dining options that are not eaten or taken in the shop, which count apart: Delivery, and those named in the options.',
  ],
  leavesOut: [
    'Tips (tip): not for goods.',
    'Loyalty points, costs, discounts by name.',
    'Items, customers, stock (items.update, customers.update, inventory_levels.update) and shifts (shifts.create).',
    'The currency: Loyverse does not say it; the store’s is taken.',
  ],
  steps: [
    'In the Back Office (r.loyverse.com), Integrations, Access tokens, choose Add access token; enter it as the key to the vendor’s API: every 5 minutes it is asked for receipts that changed.',
    'For receipts at once: Integrations, Webhooks (or POST https://api.loyverse.com/v1.0/webhooks), event type receipts.update, URL {hook}/{secret}',
    'Loyverse signs only what an OAuth app subscribed to: with such an app, enter its client secret as the webhook secret and {hook} as the URL.',
    'Settings, Stores: the store’s id (a UUID, as GET /v1.0/stores shows it) is “Address in its messages”.',
  ],
  learntFrom: [
    'https://developer.loyverse.com/docs/',
    'https://loyverse.town/topic/7422-webhook-overview-documentation',
    'https://www.rubydoc.info/gems/loyverse_api',
  ],
  money: [
    'total_money: JSON number, the account’s currency, with tax; above 0 for refunds too',
    'total_tax, tip, surcharge: JSON numbers',
    'line_items[].total_money: JSON number (used to see whether the total has the tip in it only)',
  ],
};

export const loyverseOptions: readonly AdapterOption[] = [
  {
    name: 'delivery',
    label: 'Dining options that are deliveries',
    explanation: 'Their names as in Settings, Dining options, with commas between. Default: Delivery.',
    isRequired: false,
  },
  {
    name: 'pickup',
    label: 'Dining options that are pick-up orders',
    explanation:
      'Their names, with commas between, if orders are placed elsewhere and only fetched in the shop. Default: none.',
    isRequired: false,
  },
];
