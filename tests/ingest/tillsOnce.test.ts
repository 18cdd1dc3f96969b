import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeSettingsCache } from '../../db/settings/cache.ts';
import type { Sql } from '../../db/sql/port.ts';
import { applySettings } from '../../db/writes/settings.ts';
import type { RawMessage } from '../../ingest/pipeline/message.ts';
import { hasFailed, makePipeline } from '../../ingest/pipeline/pipeline.ts';
import { makeDevice, makeStore, owner } from '../db/chain.ts';
import { describeOnBothDialects } from '../db/dialects.ts';
import type { Fixture } from './adapters/fixture.ts';
import { fixtures as lightspeed } from './adapters/fixtures/lightspeed.ts';
import { fixtures as loyverse } from './adapters/fixtures/loyverse.ts';
import { fixtures as moysklad } from './adapters/fixtures/moysklad.ts';
import { fixtures as shopify } from './adapters/fixtures/shopify.ts';
import { fixtures as square } from './adapters/fixtures/square.ts';
import { clock } from './house.ts';

interface Story {
  readonly profile: string;
  readonly fixtures: readonly Fixture[];
  readonly currency?: string;
  /** By the beginnings of their fixtures' names: what the till sends about the same people. */
  readonly sends: readonly string[];
  /** Receipts that count, as `type total`. */
  readonly counted: readonly string[];
}

const stories: readonly Story[] = [
  {
    profile: 'square',
    fixtures: square,
    sends: [
      'an order of a scarf',
      'a payment with a tip',
      'a payment that is only approved',
      'the same order when it was',
      'a notice of an order',
    ],
    counted: ['sale 4580'],
  },
  {
    profile: 'square',
    fixtures: square,
    sends: [
      'an order of a scarf',
      'a payment with a tip',
      'a refund of one item',
      'a refund that waits',
      'the order of that return',
    ],
    counted: ['return 1990', 'sale 4580'],
  },
  {
    profile: 'square',
    fixtures: square,
    sends: ['a payment with a tip', 'an order of a scarf', 'a canceled order'],
    counted: [],
  },
  {
    profile: 'square',
    fixtures: square,
    sends: ['a payment with a tip', 'a payment that was canceled'],
    counted: [],
  },
  {
    profile: 'shopify',
    fixtures: shopify,
    sends: ['an order at the point of sale', 'a refund of one item, by itself', 'the order with that refund'],
    counted: ['return 2900', 'sale 12890'],
  },
  {
    profile: 'shopify',
    fixtures: shopify,
    sends: ['an order at the point of sale', 'a refund of one item, by itself', 'a cancelled order with its refund'],
    counted: [],
  },
  {
    profile: 'loyverse',
    fixtures: loyverse,
    sends: ['a receipt of a till that was offline', 'the same receipt twice', 'a sale and the refund of one tea'],
    counted: ['return 450', 'sale 2049'],
  },
  {
    profile: 'loyverse',
    fixtures: loyverse,
    sends: ['a receipt of a till that was offline', 'a receipt that was cancelled'],
    counted: [],
  },
  {
    profile: 'lightspeed',
    fixtures: lightspeed,
    sends: ['a sale of amounts', 'the same sale with numbers', 'a page of API 2.0'],
    counted: ['sale 1500'],
  },
  {
    profile: 'moysklad',
    fixtures: moysklad,
    currency: 'RUB',
    sends: ['a notice of a sale', 'a sale at 15:04', 'one loaf brought back'],
    counted: ['return 6400', 'sale 51240'],
  },
  {
    profile: 'moysklad',
    fixtures: moysklad,
    currency: 'RUB',
    sends: ['a sale at 15:04', 'a sale in the recycle bin', 'a notice of a sale that was deleted'],
    counted: [],
  },
];

function messagesOf({ fixtures, sends }: Story): readonly RawMessage[] {
  return sends.map((beginning) => {
    const fixture = fixtures.find(({ name }) => name.startsWith(beginning));
    if (fixture === undefined) throw new Error(`No fixture begins with "${beginning}".`);
    const payload = Buffer.from(JSON.stringify(fixture.sent));
    return { topic: `$hook/till-1/${fixture.topic ?? ''}`, payload, isRetained: false, receivedAt: clock };
  });
}

async function countedAfter(
  sql: Sql,
  { profile, currency = 'EUR' }: Story,
  messages: readonly RawMessage[],
): Promise<string[]> {
  const connection = { source: null, topics: [], address: null, swap: false, map: [], options: {} };
  const till = makeDevice('till-1', 'arbat', { profile, measures: ['sales'], entranceId: null, lines: [], connection });
  await sql.run('delete from sales');
  await applySettings(sql, owner, { stores: [makeStore('arbat', { currency })], devices: [till] });
  const pipeline = makePipeline({ settingsOf: makeSettingsCache(), now: () => clock });
  for (const message of messages) {
    const [stored] = await pipeline.ingest(sql, owner, [message]);
    if (stored === undefined || hasFailed(stored)) throw new Error('It was not stored.');
  }
  const rows = await sql.all<{ type: string; total: number }>(
    'select type, total_minor as total from sales where is_training = 0 order by type, total_minor',
  );
  return rows.map(({ type, total }) => `${type} ${total}`);
}

describeOnBothDialects('what a till says of the same receipt in several ways', (open, dialect) => {
  test.for(stories.map((story) => [`${story.profile}: ${story.sends.join(', ')}`, story] as const))(
    'counts once, in whatever order it comes and however often (%s)',
    async ([, story]) => {
      const sql = await open();
      const messages = messagesOf(story);
      const orders = fc.shuffledSubarray([...messages, ...messages], { minLength: messages.length * 2 });
      await fc.assert(
        fc.asyncProperty(orders, async (sent) => {
          expect(await countedAfter(sql, story, sent)).toEqual(story.counted);
        }),
        { numRuns: dialect === 'sqlite' ? 12 : 3 },
      );
      expect(await countedAfter(sql, story, messages)).toEqual(story.counted);
    },
  );
});
