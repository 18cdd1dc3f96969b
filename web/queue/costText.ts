import type { QueueCostAnswer } from '../../server/contracts/queue.ts';
import { leastDates, leastQuarters } from '../../server/kpi/queue/cost.ts';
import type { Formats } from '../format/formats.ts';
import { queueMessages } from './queueMessages.ts';

/** Why it cannot be said what waiting cost, a sentence for each reason. */
export function costSilence(codes: QueueCostAnswer['whyCodes'], formats: Formats): string[] {
  const text = queueMessages.cost.silence;
  return codes.map((code) => {
    if (code === 'fewDates') return text.fewDates(formats.counted(leastDates));
    if (code === 'fewAbove' || code === 'fewBelow') return text[code](formats.counted(leastQuarters));
    return text[code];
  });
}
