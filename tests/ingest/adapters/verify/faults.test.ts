import { describe, expect, test } from 'vitest';
import { inShop } from './shop.ts';

/* Mistakes that were found by sending what vendors' devices might send as well. */

describe('counters', () => {
  const registers = {
    mode: 'event' as const,
    connection: { map: [{ line: 'main', channels: { AIn: 'in', BIn: 'in' } as const }] },
  };
  const crossing = (register: string, value: unknown = 1): unknown => [
    { register, value, t: '2026-03-20T10:00:00+0000' },
  ];

  test('Irisys: people at two doors within one second are two, in one message or in two, and twice sent', async () => {
    await inShop({ profile: 'irisys', devices: [registers] }, async (shop) => {
      const sent = [{ body: crossing('AIn') }, { body: crossing('BIn', '1') }];
      await shop.send(...sent, ...sent);
      expect(await shop.people()).toEqual({ in: 2, out: 0 });
    });
  });

  test('Milesight VS121-P: summer time said in a text shifts the clock as the word itself does', async () => {
    const body = (dst: unknown): unknown => ({
      device_info: { device_sn: 'A1' },
      time_info: {
        start_time: '2026/03/10 10:00:00',
        end_time: '2026/03/10 10:10:00',
        timezone: 'UTC-6:00',
        dst_status: dst,
      },
      in_counted: '4',
      out_counted: 2,
    });
    await inShop({ profile: 'milesight', store: { timezone: 'America/Chicago' } }, async (shop) => {
      await shop.send({ body: body('true') }, { body: body(true) });
      expect(await shop.sql.all('select start_at as at, count_in as "in" from count_intervals')).toEqual([
        { at: Date.parse('2026-03-10T15:00:00Z'), in: 4 },
      ]);
    });
  });

  test('Xovis: a firmware that writes numbers as texts is counted too', async () => {
    const from = Date.parse('2026-03-20T10:00:00Z');
    const records = [{ from: String(from), to: String(from + 60_000), counts: [{ name: 'fw', value: '3' }] }];
    await inShop({ profile: 'xovis' }, async (shop) => {
      await shop.send({ body: { logics_data: { logics: [{ id: 1, name: 'Door', records }] } } });
      expect(await shop.people()).toEqual({ in: 3, out: 0 });
    });
  });

  test('Xovis of firmware 4: a single element is one, with a list around it or without', async () => {
    const at = { from: '2026-03-20T09:00:00+01:00', to: '2026-03-20T09:01:00+01:00' };
    const measurement = { ...at, value: [{ label: 'fw', value: '2' }] };
    const element = { 'element-id': 0, 'element-name': 'Door', measurement };
    await inShop({ profile: 'xovis' }, async (shop) => {
      await shop.send({ body: { 'sensor-info': { 'serial-number': '1' }, content: { element } } });
      expect(await shop.people()).toEqual({ in: 2, out: 0 });
    });
  });

  test('Hikvision: people counted in JSON are refused with what to choose, not passed over', async () => {
    const body = {
      eventType: 'PeopleCounting',
      macAddress: '44:19:b6:00:00:01',
      peopleCounting: { enter: 3, exit: 1 },
    };
    await inShop({ profile: 'hikvision' }, async (shop) => {
      await shop.send({ body: JSON.stringify(body) });
      expect(await shop.refused()).toEqual(['schema']);
    });
  });
});

describe('counters behind networks, and clocks', () => {
  const loriot = (cmd: string, ms: number): unknown => {
    const ts = Date.parse('2026-03-20T10:00:00Z') + ms;
    return { cmd, EUI: '24E124000000000C', ts, fcnt: 5, port: 85, data: '05cc02000000' };
  };

  test('LORIOT: one uplink told with its gateways and without is one, though a moment lies between', async () => {
    await inShop({ profile: 'loriot', devices: [{ mode: 'event' }] }, async (shop) => {
      await shop.send({ body: loriot('rx', 120) }, { body: loriot('gw', 180) });
      expect(await shop.people()).toEqual({ in: 2, out: 0 });
    });
  });

  test('VS350: a lost total by a clock that runs ahead is no reset among the totals since', async () => {
    const at = Date.parse('2026-03-20T10:00:00Z');
    const uplink = (count: number, ms: number, decoded_payload: unknown): { body: unknown } => {
      const received_at = new Date(at + ms).toISOString();
      return {
        body: { end_device_ids: { dev_eui: 'A' }, uplink_message: { f_cnt: count, received_at, decoded_payload } },
      };
    };
    const history = [{ timestamp: at / 1000 + 660, period_in: 2, period_out: 0, total_in: 110, total_out: 0 }];
    await inShop({ profile: 'ttn' }, async (shop) => {
      await shop.send(
        uplink(1, 0, { total_in: 108, total_out: 0 }),
        uplink(3, 600_000, { total_in: 112, total_out: 0 }),
        uplink(4, 610_000, { history }),
        uplink(5, 1_200_000, { total_in: 113, total_out: 0 }),
      );
      expect(await shop.people()).toEqual({ in: 5, out: 0 });
    });
  });

  test('Terabee: seconds with decimals are seconds', async () => {
    const counters = (at: number, count: number): { body: unknown } => ({
      body: { serial_number: 'b8', type: 'counters', at, value: { in: count, out: 0 } },
    });
    await inShop({ profile: 'terabee' }, async (shop) => {
      await shop.send(counters(1_774_000_000.52, 4), counters(1_774_000_060.9, 6));
      expect(await shop.people()).toEqual({ in: 2, out: 0 });
    });
  });
});

describe('tills', () => {
  const vend = (price: string, tax = '0'): unknown => ({
    id: 's1',
    register_id: 'r1',
    sale_date: '2026-03-20T10:00:00Z',
    status: 'CLOSED',
    total_price: price,
    total_tax: tax,
    line_items: [{ quantity: 1 }],
  });

  test.for([
    ['KWD', '12.34500', '0', 'sale 12345'],
    ['JPY', '1363.63636', '136.36364', 'sale 1500'],
    ['JPY', '1363.63636', '0', 'sale 1364'],
    ['EUR', '12.34500', '0', 'sale 1235'],
  ] as const)('Lightspeed: %s %s and tax %s is %s', async ([currency, price, tax, sale]) => {
    await inShop({ profile: 'lightspeed', store: { currency } }, async (shop) => {
      await shop.send({ body: vend(price, tax) });
      expect(await shop.receipts()).toEqual([sale]);
    });
  });

  test.for([
    ['RUB', 'sale 150050'],
    ['JPY', 'sale 1500'],
    ['KWD', 'sale 1500500'],
  ] as const)('МойСклад: sums are hundredths in every currency (%s)', async ([currency, sale]) => {
    const href = 'https://api.moysklad.ru/api/remap/1.2/entity/retaildemand/a';
    const sum = currency === 'JPY' ? 150_000 : 150_050;
    const body = { meta: { type: 'retaildemand', href }, id: 'a', moment: '2026-03-20 12:00:00', sum };
    await inShop({ profile: 'moysklad', store: { currency } }, async (shop) => {
      await shop.send({ body });
      expect(await shop.receipts()).toEqual([sale]);
    });
  });

  test('Lightspeed: a time whose offset has no colon is that time', async () => {
    await inShop({ profile: 'lightspeed' }, async (shop) => {
      await shop.send({ body: { ...(vend('10') as object), sale_date: '2026-03-20T23:30:00+1300' } });
      expect(await shop.sql.all('select at from sales')).toEqual([{ at: Date.parse('2026-03-20T10:30:00Z') }]);
    });
  });

  test('Evotor: a check that is not fiscal by a word is none either', async () => {
    const data = { storeId: 's', type: 'SELL', dateTime: '2026-03-20T10:00:00.000Z', totalAmount: 10 };
    await inShop({ profile: 'evotor', store: { currency: 'RUB' } }, async (shop) => {
      await shop.send({ body: { type: 'ReceiptCreated', data: { ...data, id: 'e1', infoCheck: 'true' } } });
      await shop.send({ body: { type: 'ReceiptCreated', data: { ...data, id: 'e2', infoCheck: 'false' } } });
      expect(await shop.receipts()).toEqual(['sale 1000']);
    });
  });

  test('Evotor: the sender’s floating point is not the shop’s money', async () => {
    const data = { id: 'e1', storeId: 's', deviceId: 'd', dateTime: '2026-03-20T10:00:00.000Z' };
    const receipt = (id: string, type: string, totalAmount: number): { body: unknown } => ({
      body: { type: 'ReceiptCreated', data: { ...data, id, type, totalAmount } },
    });
    await inShop({ profile: 'evotor', store: { currency: 'RUB' } }, async (shop) => {
      await shop.send(receipt('e1', 'SELL', 333.02000000000004), receipt('e2', 'PAYBACK', 20.489999999999998));
      expect(await shop.receipts()).toEqual(['return 2049', 'sale 33302']);
      await shop.send(receipt('e3', 'SELL', 1.005));
      expect(await shop.refused()).toEqual(['bad_amount']);
    });
  });

  test('FNS: of two drives whose last digit JSON numbers lose, each receipt counts, and once', async () => {
    const cheque = (drive: string, sign: number, dateTime: unknown): { body: string } => ({
      body: `{"fiscalDriveNumber":${drive},"fiscalDocumentNumber":7,"fiscalSign":${sign},"operationType":1,"totalSum":100,"dateTime":${dateTime}}`,
    });
    const ten = Date.parse('2026-03-20T10:00:00Z') / 1000;
    const sent = [cheque('9960440300000000', 11, ten), cheque('9960440300000001', 12, `"${ten}"`)];
    await inShop({ profile: 'fns', store: { currency: 'RUB' } }, async (shop) => {
      await shop.send(...sent, ...sent);
      expect(await shop.receipts()).toEqual(['sale 100', 'sale 100']);
      expect(await shop.sql.all('select distinct at from sales')).toEqual([{ at: Date.parse('2026-03-20T07:00:00Z') }]);
    });
  });

  test('FNS: kopecks written as a text are kopecks', async () => {
    const number = { fiscalDriveNumber: '9960440300000001', fiscalDocumentNumber: '7' };
    const body = { ...number, operationType: '1', totalSum: '12345', dateTime: '2026-03-20T10:00:00' };
    await inShop({ profile: 'fns', store: { currency: 'RUB' } }, async (shop) => {
      await shop.send({ body });
      expect(await shop.receipts()).toEqual(['sale 12345']);
    });
  });

  const one = (id: string, total: number): unknown => ({
    receipt_number: '1-1',
    receipt_type: 'SALE',
    store_id: id,
    total_money: total,
    receipt_date: '2026-03-20T10:00:00.000Z',
  });
  const order = (id: string, minor: number): unknown => ({
    order: {
      id,
      location_id: id,
      state: 'COMPLETED',
      closed_at: '2026-03-20T10:00:00Z',
      total_money: { amount: minor, currency: 'EUR' },
    },
  });
  const accounts = [
    ['loyverse', [{ receipts: [one('A', 5), one('B', 7), one('A', 5)] }, { receipts: [one('B', 7)] }]],
    ['square', [order('A', 500), order('B', 700), order('A', 500)]],
  ] as const;

  test.for(accounts)(
    '%s: two places of one account, with receipts of the same number, share none',
    async ([profile, sent]) => {
      const devices = [
        { connection: { address: 'A' } },
        { id: 'dev-2', connection: { source: 'dev-1', address: 'B' } },
      ];
      await inShop({ profile, devices }, async (shop) => {
        for (const body of [...sent, ...sent]) await shop.send({ body });
        expect(await shop.sql.all('select source, total_minor as total from sales order by source')).toEqual([
          { source: 'dev-1', total: 500 },
          { source: 'dev-2', total: 700 },
        ]);
      });
    },
  );
});
