import { describeInAnyOrder } from './anyOrder.ts';

interface Document {
  readonly type: string;
  readonly id: string;
  readonly sum: string;
  readonly more?: object;
}

const evotor = ({ type, id, sum, more = {} }: Document): unknown => [
  {
    uuid: id,
    type,
    deviceUuid: 'term-1',
    storeUuid: 'shop-1',
    sessionUUID: 'session-1',
    closeDate: '2026-03-20T09:00:00.000+0000',
    closeResultSum: sum,
    transactions: [
      { type: 'DOCUMENT_OPEN', baseDocumentUUID: null },
      { type: 'REGISTER_POSITION', quantity: type === 'PAYBACK' ? -1 : 1, sum: type === 'PAYBACK' ? -10 : 10 },
      { type: 'PAYMENT', sum: 500 },
      { type: 'PAYMENT', sum: -490 },
    ],
    ...more,
  },
];

const cheque = (number: number, more: object): unknown => ({
  fiscalDriveNumber: '9960440300000001  ',
  kktRegId: '0000000001000001    ',
  fiscalDocumentNumber: number,
  fiscalSign: 1234567,
  operationType: 1,
  code: 3,
  totalSum: 12_300,
  dateTime: '2026-03-20T10:00:00',
  items: [{ sum: 12_300, price: 9990, quantity: 1.231 }],
  ...more,
});

const callback = (status: string, second: number, more: object = {}): unknown => ({
  external_id: 'order-1',
  uuid: 'u-1',
  group_code: 'g',
  status,
  timestamp: `20.03.2026 10:00:0${second}`,
  payload: status === 'done' ? { total: 1598, receipt_datetime: '20.03.2026 09:59:00' } : null,
  error: null,
  ...more,
});

const iiko = (status: string, second: number, sum: number): unknown => [
  {
    eventType: 'TableOrderUpdate',
    eventTime: `2026-03-20 10:00:0${second}.000`,
    organizationId: 'org',
    correlationId: `c-${second}`,
    eventInfo: { id: 'o-1', timestamp: 1_773_990_000_000 + second, creationStatus: 'Success', order: { status, sum } },
  },
];

const register = (sequence: number, inside: string): string =>
  `<?xml version="1.0"?><POSLog xmlns="http://www.nrf-arts.org/IXRetail/namespace/"><Transaction><RetailStoreID>9</RetailStoreID><WorkstationID>34</WorkstationID><SequenceNumber>${sequence}</SequenceNumber><BusinessDayDate>2026-03-19</BusinessDayDate><EndDateTime>2026-03-20T02:02:00</EndDateTime><CurrencyCode>EUR</CurrencyCode>${inside}</Transaction></POSLog>`;
const bought = (amount: string): string =>
  `<RetailTransaction TransactionStatus="Delivered"><LineItem><Sale><Quantity>1</Quantity></Sale></LineItem><Total TotalType="TransactionGrandAmount">${amount}</Total></RetailTransaction>`;

describeInAnyOrder([
  {
    name: 'Evotor, with a check that is not fiscal, what the shop bought, and the shift’s end',
    profile: 'evotor',
    currency: 'RUB',
    sent: [
      { body: evotor({ type: 'SELL', id: 'd-1', sum: '333.02' }) },
      { body: evotor({ type: 'PAYBACK', id: 'd-2', sum: '37.5' }) },
      { body: evotor({ type: 'SELL', id: 'd-3', sum: '10', more: { infoCheck: true } }) },
      { body: evotor({ type: 'BUY', id: 'd-4', sum: '70' }) },
      { body: evotor({ type: 'CLOSE_SESSION', id: 'd-5', sum: '295.52' }) },
    ],
    receipts: ['return 3750', 'sale 33302'],
  },
  {
    name: 'FNS: the same cheque from the app and from an operator, a return, a correction, money paid out',
    profile: 'fns',
    currency: 'RUB',
    sent: [
      { body: cheque(1, {}) },
      { body: [{ createdAt: '2026-04-01T00:00:00', ticket: { document: { receipt: cheque(1, {}) } } }] },
      { body: { document: { receipt: cheque(2, { operationType: 2, totalSum: 4500 }) } } },
      { body: cheque(3, { code: 31 }) },
      { body: cheque(4, { operationType: 3 }) },
    ],
    receipts: ['return 4500', 'sale 12300'],
  },
  {
    name: 'ATOL: a request, its callbacks, a try that failed before',
    profile: 'atol',
    currency: 'RUB',
    sent: [
      { body: callback('wait', 1), topic: 'sell' },
      { body: callback('fail', 2), topic: 'sell' },
      { body: callback('done', 5), topic: 'sell' },
    ],
    receipts: ['sale 159800'],
  },
  {
    name: 'iiko: an order at every status',
    profile: 'iiko',
    sent: [
      { body: iiko('New', 1, 90) },
      { body: iiko('Bill', 2, 100) },
      { body: iiko('Closed', 3, 100) },
      { body: iiko('Closed', 4, 95.5) },
    ],
    receipts: ['sale 9550'],
  },
  {
    name: 'iiko: an order that was deleted',
    profile: 'iiko',
    sent: [{ body: iiko('Closed', 3, 100) }, { body: iiko('Deleted', 4, 100) }],
    receipts: [],
  },
  {
    name: 'POSLog: a sale, a sale that was voided afterwards, a training sale',
    profile: 'poslog',
    sent: [
      { body: register(1, bought('12.50')) },
      { body: register(2, bought('99.00')) },
      {
        body: register(
          3,
          '<PostVoidTransaction><TransactionLink ReasonCode="Voided"><RetailStoreID>9</RetailStoreID><WorkstationID>34</WorkstationID><BusinessDayDate>2026-03-19</BusinessDayDate><SequenceNumber>2</SequenceNumber></TransactionLink></PostVoidTransaction>',
        ),
      },
      { body: register(4, bought('5.00')).replace('<Transaction>', '<Transaction TrainingModeFlag="true">') },
    ],
    receipts: ['sale 1250'],
  },
]);
