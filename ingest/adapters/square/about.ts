import type { AdapterAbout, AdapterOption } from '../adapter.ts';

export const aboutSquare: AdapterAbout = {
  make: 'Square',
  models: ['Square Point of Sale', 'Square Register', 'Square for Retail', 'Square for Restaurants'],
  kind: 'till',
  transports: ['http', 'poll'],
  reads: [
    'Orders, which are what counts: a completed order is a sale, a return order a return on its own date, an order with both an exchange.',
    'Payments and refunds, from which the sale or return is shown at once; the order takes their place when it has been asked for.',
    'order.created, order.updated and order.fulfillment.updated, which only name an order: it is asked for at the Orders API.',
    'Orders to be picked up, delivered or shipped, which count apart.',
    'Canceled, draft and unpaid orders, canceled payments, failed refunds: kept, counted nowhere.',
  ],
  leavesOut: [
    'Tips and automatic gratuities (total_tip_money, service charges of type AUTO_GRATUITY): not for goods.',
    'Gift cards sold or loaded (item_type GIFT_CARD): counted when they are spent.',
    'Deposits: an order that is partly paid counts when nothing is left to pay.',
    'The sandbox (header square-environment: Sandbox): nothing is sold there.',
    'Without an access token only payments and refunds are known: a bill split between several cards shows its last payment.',
    'Drawer shifts: Square sends no Z report.',
  ],
  steps: [
    'Open the Developer Console (developer.squareup.com/apps), choose Open for your application.',
    'Under Webhooks, Subscriptions, choose Add subscription. Notification URL: {hook}',
    'Events: order.created, order.updated, payment.created, payment.updated, refund.created, refund.updated. Save.',
    'Open the subscription, choose Show at Signature Key, and enter that key as the webhook secret.',
    'Under Credentials (or OAuth), copy the Production access token, with ORDERS_READ and PAYMENTS_READ, and enter it as the key to the vendor’s API.',
    'In Square Dashboard, Locations, find the location’s id (such as LARBAT0123456) and enter it as “Address in its messages”.',
    'The address that Square was given must be the one it reaches: it is part of what is signed (setting PUBLIC_URL).',
  ],
  learntFrom: [
    'https://developer.squareup.com/docs/webhooks/step3validate',
    'https://developer.squareup.com/blog/everything-is-an-order',
    'https://developer.squareup.com/forums/t/comprehensive-order-view-via-api-order-refunds-returns-quantities-left-etc/14485',
    'https://github.com/square/connect-api-specification (api.json)',
  ],
  money: [
    'every Money object: {amount, currency}, a whole number of the currency’s smallest denomination (cents; yen)',
    'order.total_money: with tax, tips, service charges and gift cards; tips, gratuities and gift cards are taken off',
    'order.return_amounts.total_money: above 0 for what came back',
    'payment.amount_money: without the tip; payment.total_money: with it',
    'refund.amount_money: above 0',
  ],
};

export const squareOptions: readonly AdapterOption[] = [
  {
    name: 'locations',
    label: 'Locations to reconcile',
    explanation:
      'Location ids, with commas between, at most 10: every 5 minutes what changed there is asked for, so that nothing is missed that a webhook lost. Empty: the device’s own address in its messages.',
    isRequired: false,
  },
];
