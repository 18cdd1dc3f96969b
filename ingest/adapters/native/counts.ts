import { asIs, type DecodeContext, type ItemDecoder, type Refusal, refuse, type Understood } from '../decoded.ts';
import { decodeEvent } from './events.ts';
import { isFields } from './fields.ts';
import { decodeInterval } from './intervals.ts';
import { decodeReading } from './readings.ts';

/** `counts` in its three shapes (contract 3). What an item holds decides which it is, whatever mode the device is set up with. */
export const countsDecoder: ItemDecoder = { decode: decodeCounts, redact: asIs };

function decodeCounts(item: unknown, context: DecodeContext): Understood | Refusal {
  if (!isFields(item)) return refuse('schema', 'The item is not an object.');
  if (item['start'] !== undefined || item['end'] !== undefined) return decodeInterval(item, context);
  if (item['direction'] !== undefined) return decodeEvent(item, context);
  const isReading = 'totalIn' in item || 'totalOut' in item || 'totalPassersBy' in item;
  if (isReading) return decodeReading(item, context);
  return refuse(
    'schema',
    'The item is no count: send start and end for an interval, at and totalIn for a running total, or at and direction for an event.',
  );
}
