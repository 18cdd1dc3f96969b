import type { Formats } from '../format/formats.ts';
import { auditMessages } from './auditMessages.ts';
import type { ComparedDirection, DirectionTogether } from './auditTypes.ts';

/** Below this many people chance alone moves the result by more than a tenth. */
const fewPeople = 30;

/** What one count by hand says of a counter, in a sentence for whoever runs the shop. */
export function accuracySentence(direction: 'in' | 'out', compared: ComparedDirection, formats: Formats): string {
  const told = toldOf(direction, compared, formats);
  if (compared.accuracy < 0) return auditMessages.sawTwice(told);
  if (compared.accuracy === 1) return auditMessages.sawAll(told);
  return compared.device > compared.manual ? auditMessages.sawMore(told) : auditMessages.saw(told);
}

/** What all counts that hold say together. */
export function togetherSentence(direction: 'in' | 'out', together: DirectionTogether, formats: Formats): string {
  const isPlain = together.audits === 1 || together.accuracy < 0 || together.accuracy === 1;
  if (isPlain) return accuracySentence(direction, together, formats);
  return auditMessages.sawTogether(toldOf(direction, together, formats));
}

function toldOf(direction: 'in' | 'out', { manual, device, accuracy, interval }: ComparedDirection, formats: Formats) {
  return {
    people: auditMessages.people[direction],
    device: formats.count(device),
    manual: formats.count(manual),
    share: shareText(accuracy, formats),
    low: shareText(interval[0], formats),
    high: shareText(interval[1], formats),
  };
}

export function isOfFewPeople({ manual }: ComparedDirection): boolean {
  return manual < fewPeople;
}

/** Whole per cent, but never 100 % of something that was missed. */
function shareText(share: number, formats: Formats): string {
  const isNearlyAll = share < 1 && share >= 0.995;
  return formats.percent(isNearlyAll ? Math.floor(share * 1000) / 1000 : share, isNearlyAll ? 1 : 0);
}
