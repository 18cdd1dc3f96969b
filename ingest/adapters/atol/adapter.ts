import type { Adapter, Envelope } from '../adapter.ts';
import { type Refusal, refuse } from '../decoded.ts';
import type { Report } from '../finding.ts';
import { type Fields, isFields } from '../jsonFields.ts';
import { withoutPersonal } from '../redact.ts';
import { verifyShared } from '../signing.ts';
import { nameOf } from '../tills.ts';
import type { HookRequest } from '../webhook.ts';
import { callbackOf, requestOf } from './receipts.ts';

const operations = ['sell', 'sell_refund', 'buy', 'buy_refund', 'sell_correction', 'buy_correction'] as const;

/** ATOL Online, a service that prints fiscal receipts for shops without a till of their own. */
export const atol: Adapter = {
  profile: 'atol',
  about: {
    make: 'ATOL Online (АТОЛ Онлайн)',
    models: ['API v4 and v5'],
    kind: 'till',
    transports: ['http', 'file'],
    reads: [
      'Callbacks of receipts that were printed (status done): the sum and the time of the receipt.',
      "The shop's own requests sell and sell_refund, where it forwards them: the same receipts by external_id, with their goods.",
      'Callbacks with status fail: what a request counted is taken out again.',
    ],
    leavesOut: [
      'A callback does not say whether it was a sale or a refund: it is taken from the path of the callback address or from the option operation, else it is a sale.',
      'Corrections, and the operations buy and buy_refund.',
      'Prepayments and advances in requests (payment_method): what they are for is sold by another receipt.',
      "The buyer's e-mail and phone, the cashier, tax numbers, names of goods.",
    ],
    steps: [
      'In each request to ATOL Online set service.callback_url to {hook}/sell for sales and to {hook}/sell_refund for refunds.',
      "ATOL signs nothing: put the secret {secret} at the end of the address ({hook}/sell/{secret}) and allow only ATOL's addresses (“Networks it may send from”).",
      "Give each device the group_code as “Address in its messages”, or none if all receipts are this shop's. Receipts of an online shop: option channel = online.",
    ],
    learntFrom: ['https://online.atol.ru/possystem/v4/schema', 'https://github.com/skodnik/atol-online (data/samples)'],
    money: ['payload.total, receipt.total, items[].sum, vats[].sum: decimal number, roubles; above 0 for refunds too'],
  },
  measures: ['sales'],
  modes: [],
  channels: {},
  options: [
    {
      name: 'operation',
      label: 'Operation',
      explanation: 'What all receipts of this device are, whatever the path of the callback says.',
      isRequired: false,
      choices: ['sell', 'sell_refund'],
    },
    {
      name: 'channel',
      label: 'Channel',
      explanation:
        'Where these receipts were sold; other than store they count apart, and are no purchase of a visitor.',
      isRequired: false,
      choices: ['store', 'online', 'pickup', 'delivery'],
    },
  ],
  body: 'json',
  topics: [],
  read,
  redact: (body) => withoutPersonal(body, { drop: personal }),
  isLike: (body) => isFields(body) && (isCallback(body) || isRequest(body)),
  webhook: {
    proof: 'path',
    methods: ['POST'],
    answerWithinMs: 10_000,
    verify: verifyShared,
    kindOf: ({ path }: HookRequest) => operationIn(path) ?? '',
  },
  api: null,
};

const personal = [
  ...[
    'name',
    'email',
    'inn',
    'cashier_inn',
    'company',
    'agent_info',
    'supplier_info',
    'callback_url',
    'payment_address',
  ],
  ...['additional_user_props', 'additional_check_props', 'ofd_receipt_url', 'error', 'base_number'],
];

function operationIn(path: string): string | null {
  for (const part of path.split('/')) {
    const operation = operations.find((known) => known === part);
    if (operation !== undefined) return operation;
  }
  return null;
}

function isCallback(body: Fields): boolean {
  return 'external_id' in body && 'status' in body && 'payload' in body;
}

function isRequest(body: Fields): boolean {
  return 'external_id' in body && 'timestamp' in body && (isFields(body['receipt']) || isFields(body['correction']));
}

function read(body: unknown, { topic, options }: Envelope): readonly Report[] | Refusal {
  if (!isFields(body) || !(isCallback(body) || isRequest(body))) {
    return refuse('schema', 'This is no callback and no request of ATOL Online.');
  }
  const context = {
    operation: nameOf(options['operation']) ?? operationIn(topic) ?? 'sell',
    channel: nameOf(options['channel']) ?? 'store',
  };
  const finding = isCallback(body) ? callbackOf(body, context) : requestOf(body, context);
  return [{ address: nameOf(body['group_code']) ?? '', findings: [finding] }];
}
