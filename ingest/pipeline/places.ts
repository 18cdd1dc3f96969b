import type { CountEvent } from '../../db/vocabulary/event.ts';
import type { JudgedMessage } from './judge.ts';

type Items = JudgedMessage['items'];

/** Tells single events of one message apart that have no id and one key: each gets its place among them (contract 3). */
export function withPlaces(items: Items): Items {
  if (items.length < 2) return items;
  const seen = new Map<string, number>();
  return items.map((item) => {
    const event = item.kind === 'understood' ? item.events[0] : undefined;
    if (item.kind !== 'understood' || event?.kind !== 'event' || event.id !== '') return item;
    const place = seen.get(keyText(event)) ?? 0;
    seen.set(keyText(event), place + 1);
    return place === 0 ? item : { ...item, events: [{ ...event, place }] };
  });
}

function keyText({ at, direction, line }: CountEvent): string {
  return `${at} ${direction} ${line}`;
}
