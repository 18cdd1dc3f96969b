import { iso, major, moscow, type Receipt, receipts } from './day.ts';
import { bearer, type Make, type Sent } from './make.ts';
import { json, signOf, till } from './receipt.ts';

const kindOfDocument = (receipt: Receipt): string => (receipt.type === 'sale' ? 'retaildemand' : 'retailsalesreturn');
const moyskladId = (id: string): string => `5b0e7d11-7777-11ef-0a80-0000000${id}`;
const moyskladTime = (at: number): string => `${moscow(at).replace('T', ' ')}.000`;

/** What MoySklad's API answers, by the path asked for. */
export function moyskladDocuments(): ReadonlyMap<string, object> {
  return new Map(
    receipts.map((receipt) => {
      const type = kindOfDocument(receipt);
      const href = (of: string, id: string): object => ({
        meta: { href: `https://api.moysklad.ru/api/remap/1.2/entity/${of}/${id}`, type: of },
      });
      const document = {
        ...href(type, moyskladId(receipt.id)),
        id: moyskladId(receipt.id),
        name: receipt.id,
        moment: moyskladTime(receipt.at),
        updated: moyskladTime(receipt.at + 5000),
        applicable: true,
        sum: receipt.minor,
        vatSum: 0,
        retailStore: href('retailstore', moyskladId('00000')),
        positions: { rows: [{ quantity: receipt.items, price: 1 }] },
        ...(receipt.original === null ? {} : { demand: href('retaildemand', moyskladId(receipt.original)) }),
      };
      return [`/api/remap/1.2/entity/${type}/${moyskladId(receipt.id)}`, document];
    }),
  );
}

/** Its webhooks only name what was sold. `host`: where its API is asked. */
export function moysklad(host: string): Make {
  const make = till('MoySklad', 'moysklad', (secret) =>
    receipts.map((receipt): Sent => {
      const type = kindOfDocument(receipt);
      const href = `https://api.moysklad.ru/api/remap/1.2/entity/${type}/${moyskladId(receipt.id)}`;
      const body = JSON.stringify({
        auditContext: { moment: moyskladTime(receipt.at).slice(0, 19) },
        events: [{ meta: { href, type }, action: 'CREATE', accountId: 'a-77' }],
      });
      return { path: `/${secret}?requestId=${receipt.id}`, body, headers: json };
    }),
  );
  return { ...make, currency: 'RUB', device: { ...make.device, options: { host }, apiSecret: 'token-of-the-api' } };
}

const evotor = till('Evotor', 'evotor', () =>
  receipts.map((receipt): Sent => {
    const sign = signOf(receipt);
    const rubles = (sign * receipt.minor) / 100;
    const document = {
      type: receipt.type === 'sale' ? 'SELL' : 'PAYBACK',
      uuid: `00000000-0000-4000-8000-0000000${receipt.id}`,
      number: Number(receipt.id),
      openDate: iso(receipt.at - 10_000).replace('Z', '+0000'),
      closeDate: iso(receipt.at).replace('Z', '+0000'),
      deviceUuid: '7c1d0a52-3b44-4e0f-9a1c-000000000077',
      sessionNumber: '7',
      closeResultSum: major(receipt.minor),
      transactions: [
        {
          type: 'DOCUMENT_OPEN',
          baseDocumentUUID: receipt.original === null ? null : `00000000-0000-4000-8000-0000000${receipt.original}`,
        },
        { type: 'REGISTER_POSITION', quantity: sign * receipt.items, price: 1, resultSum: rubles },
        { type: 'PAYMENT', sum: rubles },
      ],
    };
    return {
      method: 'PUT',
      path: '/inventories/stores/20260110-77AA-4022-8033-A0B1C2D3E4F5/documents',
      body: JSON.stringify([document]),
      headers: { ...json, ...bearer },
    };
  }),
);

const fns = till('Russian fiscal receipts', 'fns', () =>
  receipts.map((receipt): Sent => {
    const body = {
      code: 3,
      operationType: receipt.type === 'sale' ? 1 : 2,
      fiscalDriveNumber: '9960000000000077',
      fiscalDocumentNumber: Number(receipt.id),
      fiscalSign: 77,
      kktRegId: '0001000000000077    ',
      dateTime: moscow(receipt.at),
      items: [{ price: receipt.minor, quantity: receipt.items, sum: receipt.minor }],
      totalSum: receipt.minor,
      ecashTotalSum: receipt.minor,
      cashTotalSum: 0,
    };
    return { path: '', body: JSON.stringify(body), headers: { ...json, ...bearer } };
  }),
);

const iiko = till('iiko', 'iiko', () =>
  receipts
    .filter(({ type }) => type === 'sale')
    .map((receipt): Sent => {
      const at = moscow(receipt.at).replace('T', ' ');
      const order = (status: string): object => ({
        id: `ord-${receipt.id}`,
        status,
        number: 1,
        sum: receipt.minor / 100,
        items: [{ amount: receipt.items }],
      });
      const event = (status: string): object => ({
        eventType: 'TableOrderUpdate',
        eventTime: `${at}.000`,
        organizationId: '5f0c2a10-7777-4a4a-9b9b-000000000077',
        eventInfo: {
          id: `tab-${receipt.id}`,
          creationStatus: 'Success',
          errorInfo: null,
          timestamp: receipt.at,
          order: order(status),
        },
      });
      return { path: '', body: JSON.stringify([event('New'), event('Closed')]), headers: { ...json, ...bearer } };
    }),
);

const atol = till('ATOL Online', 'atol', (secret) =>
  receipts.map((receipt): Sent => {
    const local = (at: number): string => moscow(at).replace(/(\d+)-(\d+)-(\d+)T/, '$3.$2.$1 ');
    const body = {
      uuid: `0d0d0d0d-1111-4222-8333-0000000${receipt.id}`,
      error: null,
      status: 'done',
      payload: {
        total: receipt.minor / 100,
        fn_number: '9960000000000078',
        shift_number: 7,
        receipt_datetime: local(receipt.at),
        fiscal_document_number: Number(receipt.id),
      },
      timestamp: local(receipt.at + 8000),
      device_code: 'KKT-77',
      external_id: `order-${receipt.id}`,
    };
    return {
      path: `/${receipt.type === 'sale' ? 'sell' : 'sell_refund'}/${secret}`,
      body: JSON.stringify(body),
      headers: json,
    };
  }),
);

export const russianTills: readonly Make[] = [evotor, fns, { ...iiko, hasNoReturns: true }, atol].map((make) => ({
  ...make,
  currency: 'RUB',
}));
