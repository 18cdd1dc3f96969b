import type { AdapterAbout, AdapterOption } from '../adapter.ts';

export const aboutLightspeed: AdapterAbout = {
  make: 'Lightspeed',
  models: ['Lightspeed Retail (X-Series)', 'Vend'],
  kind: 'till',
  transports: ['http', 'poll'],
  reads: [
    'Sales (sale.update) of a register: closed, on account and finished layby sales.',
    'Negative quantities: a receipt of nothing else is a return, one with both an exchange.',
    'Sales to be picked up or dispatched (AWAITING_PICKUP, PICKED_UP_CLOSED, AWAITING_DISPATCH, DISPATCHED_CLOSED), which count apart.',
    'Parked, open, pending and voided sales: kept, counted nowhere.',
    'Register closures (register_closure.update): when a shift of a register began and ended.',
    'The sale of API 2.0 (status, line_items) and of 2026-07 (state, totals) as well as the older register_sale.',
  ],
  leavesOut: [
    'Layby payments (LAYBY): a deposit; the sale counts when it is finished (LAYBY_CLOSED).',
    'Tips (adjustments of type TIP).',
    'A closure’s payments: laybys, gift cards and tips are in them and returns taken off, so that they are no sum of sales to compare with.',
    'Gift cards sold: X-Series sells them as a product and does not tell them apart.',
    'Products, stock, customers and consignments.',
  ],
  steps: [
    'In Lightspeed, Setup, Personal tokens, add a token and enter it as the key to the vendor’s API, and https://YOUR-SHOP.retail.lightspeed.app as “Address of the shop”: every 5 minutes it is asked for sales that changed.',
    'For receipts at once: https://YOUR-SHOP.retail.lightspeed.app/setup/api, Add webhook: types sale.update and register_closure.update, URL {hook}/{secret}',
    'Lightspeed signs only what an OAuth app subscribed to (POST /api/webhooks): with such an app, enter its client secret as the webhook secret and {hook} as the URL.',
    'Setup, Outlets and registers: open the register; the id at the end of the page’s URL is “Address in its messages”. Each register is a device.',
  ],
  learntFrom: [
    'https://x-series-api.lightspeedhq.com/docs/webhooks',
    'https://x-series-api.lightspeedhq.com/docs/webhooks_example_payloads',
    'https://x-series-api.lightspeedhq.com/docs/registers_closing',
    'https://docs.vendhq.com/docs/webhooks',
  ],
  money: [
    'total_price (without tax) and total_tax: number or decimal text with up to 5 decimals; together, to the currency’s digits, the total',
    'total_price_incl, totals.price_incl_tax: number or decimal text, with tax: taken where it is there',
    'below 0 for returns',
    'closures: payments[].total: decimal text, not read',
  ],
};

export const lightspeedOptions: readonly AdapterOption[] = [
  {
    name: 'host',
    label: 'Address of the shop',
    explanation: 'https://YOUR-SHOP.retail.lightspeed.app: there changed sales are asked for.',
    isRequired: false,
  },
];
