import { expect, test } from 'vitest';
import type { Adapter } from '../../../ingest/adapters/adapter.ts';
import { evotor } from '../../../ingest/adapters/evotor/adapter.ts';
import { fns } from '../../../ingest/adapters/fns/adapter.ts';
import { poslog } from '../../../ingest/adapters/poslog/adapter.ts';
import type { HookRequest } from '../../../ingest/adapters/webhook.ts';
import type { Fixture } from './fixture.ts';
import { fixtures as evotors } from './fixtures/evotor.ts';
import { fixtures as cheques } from './fixtures/fns.ts';
import { fixtures as logs } from './fixtures/poslog.ts';

function namesIn(adapter: Adapter, fixture: Fixture | undefined): unknown {
  const { sent, topic = '' } = fixture ?? { sent: null };
  const reports = adapter.read(sent, { topic, receivedAt: 0, options: {}, mode: 'interval' });
  return 'reason' in reports ? reports : reports.map(({ address, alsoKnownAs }) => [address, ...(alsoKnownAs ?? [])]);
}

const terminal = '7c1d0a52-3b44-4e0f-9a1c-55d2a8f0b311';
const shop = '20260110-11AA-4022-8033-A0B1C2D3E4F5';

test('an Evotor terminal is known by its own id and by its shop, which stands in the address or in the receipt', () => {
  expect(namesIn(evotor, evotors[0])).toEqual([[terminal, shop]]);
  const receipt = evotors.find(({ topic }) => topic === 'receipts');
  expect(namesIn(evotor, receipt)).toEqual([[terminal, shop]]);
});

test('what Evotor adds to the address it was given says what is told, without the secret in it', () => {
  // It looks at the path alone.
  const kindOf = (path: string): string => evotor.webhook?.kindOf({ path } as HookRequest) ?? '';
  expect(kindOf(`api/v1/inventories/stores/${shop}/documents`)).toBe(`documents/${shop}`);
  expect(kindOf('api/v2/receipts/abcdefghijklmnopqrstuvwxyz')).toBe('receipts');
  expect(kindOf('api/v1/inventories/employees')).toBe('employees');
  expect(kindOf('abcdefghijklmnopqrstuvwxyz')).toBe('');
});

test('a Russian till is known by its registration number and by its fiscal drive, both without padding', () => {
  expect(namesIn(fns, cheques[0])).toEqual([['0001000000000042', '9960000000000017']]);
});

test('a transaction of a POSLog is known by its store and by its register', () => {
  expect(namesIn(poslog, logs[0])).toEqual([['9', '9/34']]);
  const sixth = logs.find(({ name }) => name.startsWith('version 6'));
  expect(namesIn(poslog, sixth)).toEqual([
    ['7-240', '7-240/67'],
    ['7-240', '7-240/3'],
  ]);
});
