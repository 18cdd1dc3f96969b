/** The ways by which one set of messages may come. */
import { type CountItem, isEvent, isInterval, type Sent } from './chain.ts';
import type { Random } from './random.ts';

const wayOf = ({ store, device, kind }: Sent): string => `${store}/${device}/${kind}`;

function cut(random: Random, items: readonly Sent[]): Sent[][] {
  const parcels: Sent[][] = [];
  for (let at = 0; at < items.length; ) {
    const size = random.pick([1, 7, 60, 400]);
    parcels.push(items.slice(at, at + size));
    at += size;
  }
  return parcels;
}

/** Items of one device and kind in parcels of odd sizes, in the order in which they are given. */
export function inOrder(random: Random, sent: readonly Sent[]): Sent[][] {
  const ways = [...new Set(sent.map(wayOf))];
  return ways.flatMap((way) =>
    cut(
      random,
      sent.filter((one) => wayOf(one) === way),
    ),
  );
}

/** All of them in any order. */
export function shuffled(random: Random, sent: readonly Sent[]): Sent[][] {
  return random.shuffled(inOrder(random, random.shuffled(sent)));
}

function keyOf({ device, kind, item }: Sent): string {
  if (kind === 'counts') return countKey(device, item);
  return kind === 'sales' ? `${item.source ?? device} ${item.id}` : `${device} ${item.at}`;
}

function countKey(device: string, item: CountItem): string {
  if (isInterval(item)) return `${device} ${item.line ?? 'main'} from ${item.start}`;
  const what = isEvent(item) ? `${item.direction} ${item.id}` : 'reading';
  return `${device} ${item.line ?? 'main'} ${item.at} ${what}`;
}

/** Leaves out what the order law excepts: a second content of one key without `updatedAt`. */
export function whateverTheOrder(sent: readonly Sent[]): Sent[] {
  const undated = new Map<string, string>();
  return sent.filter((one) => {
    if ('updatedAt' in one.item) return true;
    const known = undated.get(keyOf(one));
    undated.set(keyOf(one), known ?? JSON.stringify(one.item));
    return known === undefined || known === JSON.stringify(one.item);
  });
}
