import type { AdapterAbout, AdapterOption } from '../adapter.ts';

export const aboutShopify: AdapterAbout = {
  make: 'Shopify',
  models: ['Shopify POS Lite', 'Shopify POS Pro', 'Shopify (online store, counted apart)'],
  kind: 'till',
  transports: ['http', 'poll'],
  reads: [
    'Orders (orders/create, orders/updated, orders/paid, orders/cancelled): a paid order is a sale at what was ordered (total_price).',
    'Refunds, by themselves (refunds/create) or with their order: each a return on its own date, at what was paid back.',
    'Exchanges: what is taken instead makes the sale larger, what is brought back is a return on its own date.',
    'source_name pos is the shop; web, apps and drafts count apart as online, under the address `online` where they have no location.',
    'Cancelled, voided and unpaid orders, and refunds that are not paid out yet: kept, counted nowhere.',
  ],
  leavesOut: [
    'current_total_price and the other current_ amounts: what came back is taken off them already.',
    'Tips (total_tip_received) and gift cards sold (gift_card): counted when they are spent.',
    'Deposits (partially_paid): the order counts when it is paid.',
    'Test orders (test: true), payments in test mode and test notifications.',
    'presentment_money: what the buyer saw in another currency than the shop’s.',
    'Transactions and gateways’ receipts, some of them in cents: the order has the same amounts.',
  ],
  steps: [
    'In Shopify admin, Settings, Apps and sales channels, Develop apps, choose Create an app.',
    'Configure Admin API scopes: read_orders (and read_all_orders for what is older than 60 days). Install the app.',
    'API credentials: enter the Admin API access token (shpat_…) as the key to the vendor’s API, and https://YOUR-SHOP.myshopify.com as “Address of the shop”.',
    'Settings, Notifications, Webhooks, Create webhook: Order creation, Order update, Order payment, Order cancellation, Refund creation; format JSON; URL {hook}',
    'Below the list of webhooks it says what they are signed with: enter that key as the webhook secret. For webhooks that an app makes it is the app’s client secret.',
    'Settings, Locations: open the shop’s location, the number at the end of its URL (…/locations/61000000001) is “Address in its messages”. A shop with one location may leave it empty; then its online orders come in too, apart.',
  ],
  learntFrom: [
    'https://shopify.dev/docs/apps/build/webhooks/verify-deliveries',
    'https://shopify.dev/docs/api/admin-rest/latest/resources/order',
    'https://shopify.dev/api/admin-rest/2025-01/resources/refund',
    'https://github.com/Shopify/shopify_python_api (test/fixtures)',
  ],
  money: [
    'order.total_price, total_tax, total_tip_received: decimal text, the shop’s currency',
    'line_items[].price, discount_allocations[].amount: decimal text (used to take gift cards off only)',
    'refunds[].transactions[].amount: decimal text, above 0, the currency it was paid in',
    'refund_line_items[].subtotal, total_tax: JSON numbers; *_set.shop_money.amount: decimal text',
    'transactions[].receipt: the gateway’s own, often cents: not read',
  ],
};

export const shopifyOptions: readonly AdapterOption[] = [
  {
    name: 'host',
    label: 'Address of the shop',
    explanation:
      'https://YOUR-SHOP.myshopify.com: there changed orders are asked for every 5 minutes, so that nothing is missed that a webhook lost.',
    isRequired: false,
  },
];
