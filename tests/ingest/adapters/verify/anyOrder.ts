import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clock } from '../../house.ts';
import { inShop, type Sent, type ShopOf } from './shop.ts';

const hour = 3_600_000;
const start = clock - 6 * hour;

/** So many minutes after the stories begin, epoch ms. */
export function minute(n: number): number {
  return start + n * 60_000;
}

export function iso(ms: number): string {
  return new Date(ms).toISOString();
}

/** What a clock in Moscow shows. */
export function moscow(ms: number): string {
  return iso(ms + 3 * hour).slice(0, 19);
}

/** Messages of one device, and what they come to. */
export interface Story {
  readonly name: string;
  readonly profile: string;
  readonly device?: NonNullable<ShopOf['devices']>[number];
  readonly currency?: string;
  readonly sent: readonly Omit<Sent, 'device' | 'receivedAt'>[];
  readonly people?: { readonly in: number; readonly out: number };
  readonly receipts?: readonly string[];
}

/** For devices that count by their totals. */
export const cumulative = { mode: 'cumulative' } as const;

const tried = 6;

/** The same messages of one make, in any order and any number of times, are the same people and the same money. */
export function describeInAnyOrder(stories: readonly Story[]): void {
  describe('the same messages in any order, any number of times', () => {
    test.for(stories.map((story) => [story.name, story] as const))('%s', async ([, story]) => {
      const places = [...story.sent.keys()];
      const order = fc.shuffledSubarray([...places, ...places], { minLength: places.length * 2 });
      const expected = { people: { in: 0, out: 0 }, receipts: [], refused: [], ...only(story) };
      expect(await countedIn(story, places)).toEqual(expected);
      await fc.assert(
        fc.asyncProperty(order, async (one) => {
          expect(await countedIn(story, one)).toEqual(expected);
        }),
        { numRuns: tried },
      );
    });
  });
}

function only({ people, receipts }: Story): Partial<Story> {
  return { ...(people === undefined ? {} : { people }), ...(receipts === undefined ? {} : { receipts }) };
}

function countedIn(
  { profile, device = {}, currency = 'EUR', sent }: Story,
  order: readonly number[],
): Promise<unknown> {
  return inShop({ profile, store: { currency }, devices: [device] }, async (shop) => {
    for (const [step, place] of order.entries()) {
      const message = sent[place];
      if (message !== undefined) await shop.send({ ...message, receivedAt: clock + step * 1000 });
    }
    return { people: await shop.people(), receipts: await shop.receipts(), refused: await shop.refused() };
  });
}
