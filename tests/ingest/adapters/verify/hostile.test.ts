import { describe, expect, test } from 'vitest';
import { adapters } from '../../../../ingest/adapters/registry.ts';
import { inShop } from './shop.ts';

/** Names that every object of the language has. */
const inherited = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
const at = '2026-03-20T10:00:00+0000';

describe('names that are also the language’s own', () => {
  test.for(inherited)('a register called %s counts nowhere, and holds nothing up', async (register) => {
    const devices = [{ mode: 'event' as const }, { id: 'dev-2', mode: 'event' as const, connection: { swap: true } }];
    await inShop({ profile: 'irisys', devices }, async (shop) => {
      await shop.send({ body: [{ register, value: 1, t: at }] });
      await shop.send({ body: [{ register, value: 1, t: at }], device: 'dev-2' });
      expect(await shop.people()).toEqual({ in: 0, out: 0 });
    });
  });

  test('a direction of that name beside in and out takes nobody from them', async () => {
    const items = [{ direction: 'in', count: '3' }, ...inherited.map((direction) => ({ direction, count: 1 }))];
    const span = { utcFrom: '2026-03-20T10:00:00Z', utcTo: '2026-03-20T10:15:00Z' };
    const data = { ...span, measurements: [{ kind: 'people-counts', ...span, items }] };
    await inShop({ profile: 'axis' }, async (shop) => {
      await shop.send({ body: { apiName: 'Axis Retail Data', sensor: { serial: 'ACCC8E000001' }, data } });
      expect(await shop.people()).toEqual({ in: 3, out: 0 });
    });
  });

  test.for(inherited)('a kind of receipt called %s is refused, not stored', async (kind) => {
    await inShop({ profile: 'fns', store: { currency: 'RUB' } }, async (shop) => {
      const number = { fiscalDriveNumber: '9960440300000001', fiscalDocumentNumber: 7 };
      await shop.send({ body: { ...number, operationType: kind, totalSum: 100, dateTime: '2026-03-20T10:00:00' } });
      expect(await shop.refused()).toEqual(['schema']);
    });
    const log = `<POSLog><Transaction><RetailStoreID>4</RetailStoreID><SequenceNumber>1</SequenceNumber>
      <EndDateTime>2026-03-20T10:00:00</EndDateTime><RetailTransaction><LineItem><${kind}><Quantity>1</Quantity></${kind}></LineItem>
      <Total TotalType="TransactionGrandAmount">5.00</Total></RetailTransaction></Transaction></POSLog>`;
    await inShop({ profile: 'poslog' }, async (shop) => {
      await shop.send({ body: log });
      expect(await shop.receipts()).toEqual([]);
    });
  });
});

describe('bodies made to hurt', () => {
  const deep = (text: string): string => `${text.replace('…', '['.repeat(300_000) + ']'.repeat(300_000))}`;

  test('JSON nested without end is refused, also inside a text and of a device that nobody knows', async () => {
    await inShop(
      { profile: 'hikvision', devices: [{ connection: { address: '44:19:b6:00:00:01' } }] },
      async (shop) => {
        await shop.send({ body: deep('{"macAddress":"44:19:b6:00:00:02","eventType":"faces","a":…}') });
        expect(await shop.refused()).toEqual(['unknown_device']);
      },
    );
    const options = { present: 'a' };
    await inShop({ profile: 'generic', devices: [{ connection: { options } }] }, async (shop) => {
      await shop.send({ body: deep('{"a":…}') }, { body: JSON.stringify(deep('{"a":…}')) });
      expect(await shop.people()).toEqual({ in: 0, out: 0 });
    });
  });

  const big = 2_000_000;
  const bodies: readonly (readonly [string, unknown])[] = [
    ['a list of nothing', Array.from({ length: big / 20 }, () => null)],
    ['a list of empty objects', Array.from({ length: big / 20 }, () => ({}))],
    [
      'an object of many names',
      Object.fromEntries(Array.from({ length: big / 200 }, (_, i) => [`line_${i}_total_in`, 1])),
    ],
    ['a text without end', 'a'.repeat(big)],
    ['spaces without end', `<a>${' '.repeat(big)}!`],
    ['tags without end', '<a b="'.repeat(big / 6)],
    ['marks without end', '<!'.repeat(big / 2)],
    ['entities', `<!DOCTYPE a [<!ENTITY b "${'c'.repeat(1000)}">]><a>${'&b;'.repeat(big / 4)}</a>`],
    ['quotation marks', '"\\'.repeat(big / 3)],
  ];

  test.for(bodies)('%s is read, kept and looked at by every make, and counts nobody', ([, body]) => {
    for (const adapter of adapters.values()) {
      const read = adapter.read(body, { topic: '', receivedAt: Date.UTC(2026, 2, 20), options: {} });
      const findings = 'reason' in read ? [] : read.flatMap((report) => report.findings);
      expect(findings.every(({ kind }) => kind === 'fault' || kind === 'aside')).toBe(true);
      adapter.redact(body);
      expect(adapter.isLike(body, '')).toBe(false);
    }
  });

  test('a list of a hundred thousand parts that are wrong is one row in quarantine', async () => {
    const body = Array.from({ length: 100_000 }, () => ({}));
    await inShop({ profile: 'milesight' }, async (shop) => {
      await shop.send({ body });
      expect(await shop.sql.all('select count, reason from quarantine')).toEqual([
        { count: 100_000, reason: 'schema' },
      ]);
    });
  });

  test.for([
    [
      'xovis',
      {
        logics_data: {
          logics: [logic(Number.MAX_VALUE), logic(-1), logic(0.5), logic('1e3'), logic('NaN'), logic(2 ** 60)],
        },
      },
    ],
    ['terabee', { device_id: 'FA', count_in: 1e300, count_out: -3, timestamp: '1774000000' }],
    [
      'milesight',
      { device_info: { device_sn: 'A1' }, time_info: times(), line_periodic_data: [{ line: 1, in: 1e16, out: '-4' }] },
    ],
  ] as const)('numbers that are no count of people count nobody (%s)', async ([profile, body]) => {
    await inShop({ profile }, async (shop) => {
      await shop.send({ body });
      expect(await shop.people()).toEqual({ in: 0, out: 0 });
      expect(await shop.refused()).toContain('schema');
    });
  });
});

function logic(value: unknown): unknown {
  const from = Date.UTC(2026, 2, 20, 9);
  return {
    id: String(value),
    name: `Door ${String(value)}`,
    records: [{ from, to: from + 60_000, counts: [{ name: 'fw', value }] }],
  };
}

function times(): unknown {
  return { start_time: '2026-03-20T10:00:00+00:00', end_time: '2026-03-20T10:01:00+00:00' };
}

describe('objects where a text or number should be', () => {
  const trap = { toString: 1, valueOf: null };

  test('are not asked for their text or number', () => {
    const bodies: readonly (readonly [string, unknown, Readonly<Record<string, unknown>>])[] = [
      ['generic', { a: trap, state: trap }, { in: 'n', where: 'a = 1' }],
      ['generic', { a: trap }, { present: 'a' }],
      ['generic', { state: trap }, { in: 'n', availability: '#' }],
      ['generic', { n: 3, from: '2026-03-20T10:00:00Z', length: trap }, { in: 'n', start: 'from', length: 'length' }],
      ['lightspeed', { id: 1, register_id: 'r', sale_date: 'x', total_price: 1, line_items: [{ quantity: trap }] }, {}],
      [
        'evotor',
        { type: 'FPRINT', uuid: 'u', closeDate: '2026-03-20T09:00:00.000+0000', transactions: [{ type: trap }] },
        {},
      ],
    ];
    for (const [profile, body, options] of bodies) {
      const read = adapters.get(profile)?.read(body, { topic: 'x', receivedAt: 0, options });
      expect(read, profile).toBeDefined();
    }
  });

  test('what the language alone takes for a number is none', async () => {
    const options = { in: 'n' };
    await inShop({ profile: 'generic', devices: [{ connection: { options } }] }, async (shop) => {
      await shop.send({ body: { n: '40.0' } }, { body: { n: ' ' } }, { body: { n: '0x1f' } }, { body: { n: '42' } });
      expect(await shop.people()).toEqual({ in: 2, out: 0 });
    });
  });
});
