import { type CountEvent, directions } from '../../../db/vocabulary/event.ts';
import { type DecodeContext, type Refusal, refuse, type Understood, understood } from '../decoded.ts';
import { countField, type Fields, instantField, isRefusal, textField, timeField } from './fields.ts';

/** People at one instant, in the shape `{at, direction, count?, id?}`. A count of 0 counts nobody, and shows that the device lives. */
export function decodeEvent(item: Fields, context: DecodeContext): Understood | Refusal {
  const direction = directions.find((known) => known === item['direction']);
  if (direction === undefined) return refuse('schema', 'direction is not in, out or passerBy.');
  const count = countField(item, 'count');
  if (isRefusal(count)) return count;
  const line = textField(item, 'line');
  if (isRefusal(line)) return line;
  const id = textField(item, 'id');
  if (isRefusal(id)) return id;
  const at = instantField(item, 'at', context);
  if (isRefusal(at)) return at;
  const updatedAt = timeField(item, 'updatedAt', context);
  if (isRefusal(updatedAt)) return updatedAt;
  const who = { direction, count: count ?? 1, id: id ?? '', place: 0 };
  const event: CountEvent = { kind: 'event', at, line: line ?? 'main', ...who, updatedAt };
  // Canonical in that nothing but what was understood is kept of it.
  return understood([event], 'canonical');
}
