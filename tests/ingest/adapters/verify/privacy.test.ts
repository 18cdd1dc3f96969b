import { describe, expect, test } from 'vitest';
import { loadSettings } from '../../../../db/reads/settings.ts';
import { applySettings } from '../../../../db/writes/settings.ts';
import { withoutPersonal, withoutPersonalText } from '../../../../ingest/adapters/redact.ts';
import { judgeFaulty } from '../../../../ingest/pipeline/judge.ts';
import { owner } from '../../../db/chain.ts';
import { inShop, type Shop } from './shop.ts';

const people = /anna|berg|petrov|192\.0\.2|example\.org|hunter2|79161234567|4242/i;

async function kept(shop: Shop): Promise<string> {
  const rows = await shop.sql.all<{ body: string }>('select body from quarantine');
  expect(rows.length).toBeGreaterThan(0);
  return rows.map(({ body }) => body).join('\n');
}

describe('what is kept of a message that cannot be read', () => {
  test('of JSON that is cut off, its form without what it holds', async () => {
    const body =
      '{"merchant_id":"m","buyer_email_address":"anna@example.org","card":{"last_4":"4242","cardholder_name":"ANNA BERG"},"phone":79161234567,"ip":"192.0.2.7","note":"for \\"Anna';
    await inShop({ profile: 'square' }, async (shop) => {
      await shop.send({ body });
      const text = await kept(shop);
      expect(text).not.toMatch(people);
      expect(text).toContain('"merchant_id":"…"');
    });
  });

  test('of XML that is cut off, its elements', async () => {
    const log = `<POSLog><Transaction OperatorName='Anna Berg'><OperatorID>petrov</OperatorID><Total><![CDATA[Anna]]></Total><Sale>`;
    await inShop({ profile: 'poslog' }, async (shop) => {
      await shop.send({ body: log });
      const text = await kept(shop);
      expect(text).not.toMatch(people);
      expect(text).toContain('<OperatorID>…</OperatorID>');
    });
  });

  test('of what is larger than may be, the form of its beginning', async () => {
    await inShop({ profile: 'shopify' }, async (shop) => {
      await shop.send({ body: { customer: { first_name: 'Anna' }, more: 'x'.repeat(2_200_000) } });
      expect(await kept(shop)).not.toMatch(people);
    });
  });

  test('of what Lintel itself stumbles over, no more than of any other', async () => {
    await inShop({ profile: 'terabee' }, async (shop) => {
      await applySettings(shop.sql, owner, {});
      const payload = Buffer.from(
        JSON.stringify({ device_id: 'FA', count_in: 3, username: 'anna', password: 'hunter2' }),
      );
      const raw = { topic: '$hook/dev-1/', payload, isRetained: false, receivedAt: 0 };
      const { whole, found } = judgeFaulty(raw, await loadSettings(shop.sql, owner));
      expect(JSON.parse(whole?.body ?? '')).toEqual({ device_id: 'FA', count_in: 3 });
      expect(found.device?.id).toBe('dev-1');
    });
  });
});

describe('what is personal wherever it hides', () => {
  test('in JSON inside a text, in addresses of the web, in sentences, in images with line breaks', () => {
    const image = `${'QUJD'.repeat(19)}\r\n`.repeat(20);
    const body = {
      a: JSON.stringify({ user: 'anna', password: 'hunter2', in: 3 }),
      b: 'rtsp://admin:hunter2@camera/1',
      c: 'http://192.0.2.7/picture',
      d: 'Anna Berg <anna@example.org>',
      e: image,
      f: 'data:image/png;base64,QUJD',
      g: 'https://shop.example/doors',
    };
    expect(withoutPersonal(body, { drop: ['user'] })).toEqual({ a: '{"in":3}', g: 'https://shop.example/doors' });
  });

  test('in a text that nobody claims: XML is looked into, and of others the addresses go', () => {
    expect(withoutPersonalText('<a><operator>Anna</operator><in>3</in></a>')).toBe('<a><in>3</in></a>');
    expect(withoutPersonalText('in=3;from=192.0.2.7;mail=anna@example.org')).not.toMatch(people);
    expect(withoutPersonalText('{"customer":"Anna","in":3}')).toBe('{"in":3}');
    expect(withoutPersonalText('ON')).toBe('ON');
  });
});
