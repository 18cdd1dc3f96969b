import { hmacOf } from '../../../ingest/adapters/signing.ts';
import { iso, major, moscow, receipts } from './day.ts';
import { bearer, type Make, type Sent } from './make.ts';
import { json, signOf, till } from './receipt.ts';
import { russianTills } from './russianTills.ts';

const euro = (amount: number): object => ({ amount, currency: 'EUR' });

const square = till('Square', 'square', (secret, address) =>
  receipts.map((receipt): Sent => {
    const named = receipt.type === 'sale' ? 'payment' : 'refund';
    const object = {
      id: `${named}-${receipt.id}`,
      order_id: `ORD-${receipt.id}`,
      location_id: 'LOCARBAT77',
      status: 'COMPLETED',
      ...(receipt.type === 'sale' ? {} : { payment_id: `payment-${receipt.original}` }),
      amount_money: euro(receipt.minor),
      // A tip is no part of the sale.
      ...(receipt.type === 'sale' ? { tip_money: euro(100), total_money: euro(receipt.minor + 100) } : {}),
      created_at: iso(receipt.at),
      updated_at: iso(receipt.at + 1000),
    };
    const body = JSON.stringify({
      merchant_id: 'M77',
      type: `${named}.updated`,
      event_id: `e-${receipt.id}`,
      created_at: iso(receipt.at),
      data: { type: named, id: object.id, object: { [named]: object } },
    });
    const signature = hmacOf({ algorithm: 'sha256', encoding: 'base64', over: [address, body] }, secret);
    return { path: '', body, headers: { ...json, 'x-square-hmacsha256-signature': signature } };
  }),
);

const shopify = till('Shopify POS', 'shopify', (secret) =>
  receipts.map((receipt): Sent => {
    const isSale = receipt.type === 'sale';
    const times = { created_at: iso(receipt.at), processed_at: iso(receipt.at), updated_at: iso(receipt.at) };
    const amount = major(receipt.minor);
    const set = { shop_money: { amount, currency_code: 'EUR' }, presentment_money: { amount, currency_code: 'EUR' } };
    const order = {
      id: Number(receipt.id),
      source_name: 'pos',
      location_id: 61000000077,
      device_id: 880077,
      currency: 'EUR',
      financial_status: 'paid',
      test: false,
      cancelled_at: null,
      total_price: amount,
      current_total_price: amount,
      total_tax: '0.00',
      total_tip_received: '0.00',
      line_items: [
        { id: 1, price: amount, quantity: receipt.items, current_quantity: receipt.items, gift_card: false },
      ],
      refunds: [],
      ...times,
    };
    const line = {
      id: 1,
      quantity: 1,
      line_item_id: 1,
      subtotal: receipt.minor / 100,
      subtotal_set: set,
      total_tax: 0,
    };
    const refund = {
      id: Number(receipt.id),
      order_id: Number(receipt.original),
      refund_line_items: [line],
      transactions: [
        {
          id: 9,
          kind: 'refund',
          status: 'success',
          amount,
          currency: 'EUR',
          source_name: 'pos',
          location_id: 61000000077,
          test: false,
        },
      ],
      ...times,
    };
    const body = JSON.stringify(isSale ? order : refund);
    const signature = hmacOf({ algorithm: 'sha256', encoding: 'base64', over: [body] }, secret);
    const headers = {
      ...json,
      'x-shopify-topic': isSale ? 'orders/create' : 'refunds/create',
      'x-shopify-hmac-sha256': signature,
    };
    return { path: '', body, headers };
  }),
);

const loyverse = till('Loyverse', 'loyverse', (secret) =>
  receipts.map((receipt): Sent => {
    const of = {
      receipt_number: `7-${receipt.id}`,
      receipt_type: receipt.type === 'sale' ? 'SALE' : 'REFUND',
      receipt_date: iso(receipt.at),
      // Offline for an hour: it counts when it was sold.
      created_at: iso(receipt.at + 3_600_000),
      updated_at: iso(receipt.at + 3_600_000),
      cancelled_at: null,
      refund_for: receipt.original === null ? null : `7-${receipt.original}`,
      store_id: 'd2a7b1c4-2222-4f19-8a3b-000000000077',
      pos_device_id: 'a1b2c3d4-3333-4e5f-8a9b-000000000077',
      total_money: receipt.minor / 100,
      total_tax: 0,
      line_items: [{ quantity: receipt.items, price: 99, total_money: receipt.minor / 100 }],
    };
    const body = JSON.stringify({
      merchant_id: 'm-77',
      type: 'receipts.update',
      created_at: iso(receipt.at),
      receipts: [of],
    });
    const signature = hmacOf({ algorithm: 'sha1', encoding: 'base64', over: [body] }, secret);
    return { path: '', body, headers: { ...json, 'x-loyverse-signature': signature } };
  }),
);

const lightspeed = till('Lightspeed X', 'lightspeed', (secret) =>
  receipts.map((receipt): Sent => {
    const sale = {
      id: `0af7b240-cccc-11ee-f2d4-0000000${receipt.id}`,
      register_id: '0af7b240-dddd-11ee-e6c9-000000000077',
      sale_date: iso(receipt.at).slice(0, 19).replace('T', ' '),
      updated_at: iso(receipt.at + 1000)
        .slice(0, 19)
        .replace('T', ' '),
      status: 'CLOSED',
      total_price: major(signOf(receipt) * receipt.minor),
      total_tax: '0.00000',
      register_sale_products: [{ id: 'p', quantity: signOf(receipt) * receipt.items, price: 1, tax: '0' }],
      ...(receipt.original === null ? {} : { return_for: `0af7b240-cccc-11ee-f2d4-0000000${receipt.original}` }),
    };
    const body = new URLSearchParams({ payload: JSON.stringify(sale) }).toString();
    const signature = hmacOf({ algorithm: 'sha256', encoding: 'hex', over: [body] }, secret);
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-signature': `signature=${signature},algorithm=HMAC-SHA256`,
    };
    return { path: '', body, headers };
  }),
);

const poslog = till('POSLog 2.1', 'poslog', () =>
  receipts.map((receipt): Sent => {
    const day = moscow(receipt.at).slice(0, 10);
    const amount = major(signOf(receipt) * receipt.minor);
    const isSale = receipt.type === 'sale';
    const link = `<TransactionLink ReasonCode="Return"><RetailStoreID>7</RetailStoreID><WorkstationID>1</WorkstationID><SequenceNumber>${receipt.original}</SequenceNumber><BusinessDayDate>${day}</BusinessDayDate></TransactionLink>`;
    const goods = `<ItemID>42</ItemID><ExtendedAmount>${amount}</ExtendedAmount><Quantity>${receipt.items}</Quantity>`;
    const line = isSale
      ? `<Sale ItemType="Stock">${goods}</Sale>`
      : `<Return ItemType="Stock">${goods}${link}</Return>`;
    const body = `<?xml version="1.0" encoding="UTF-8"?><POSLog xmlns="http://www.nrf-arts.org/IXRetail/namespace/"><Transaction>
<RetailStoreID>7</RetailStoreID><WorkstationID>1</WorkstationID><SequenceNumber>${receipt.id}</SequenceNumber><BusinessDayDate>${day}</BusinessDayDate>
<EndDateTime>${moscow(receipt.at)}</EndDateTime><CurrencyCode>EUR</CurrencyCode><RetailTransaction Version="2.1"><LineItem><SequenceNumber>1</SequenceNumber>${line}</LineItem>
<Total TotalType="TransactionGrandAmount">${amount}</Total></RetailTransaction></Transaction></POSLog>`;
    return { path: '', body, headers: { 'content-type': 'application/xml', ...bearer } };
  }),
);

export const tills: readonly Make[] = [square, shopify, loyverse, lightspeed, poslog, ...russianTills];
