import type { Formats } from '../format/formats.ts';
import { auditMessages } from './auditMessages.ts';
import type { ComparedDirection } from './auditTypes.ts';

/** Below this many people chance alone moves the result by more than a tenth. */
const fewPeople = 30;

/** What a count by hand says of a counter, in a sentence for whoever runs the shop. */
export function accuracySentence(direction: 'in' | 'out', compared: ComparedDirection, formats: Formats): string {
  const { manual, device, accuracy, interval } = compared;
  const told = {
    people: auditMessages.people[direction],
    device: formats.whole(device),
    manual: formats.whole(manual),
    share: shareText(accuracy, formats),
    low: shareText(interval[0], formats),
    high: shareText(interval[1], formats),
  };
  if (accuracy < 0) return auditMessages.sawTwice(told);
  if (accuracy === 1) return auditMessages.sawAll(told);
  return device > manual ? auditMessages.sawMore(told) : auditMessages.saw(told);
}

export function isOfFewPeople({ manual }: ComparedDirection): boolean {
  return manual < fewPeople;
}

/** Whole per cent, but never 100 % of something that was missed. */
function shareText(share: number, formats: Formats): string {
  const isNearlyAll = share < 1 && share >= 0.995;
  return formats.percent(isNearlyAll ? Math.floor(share * 1000) / 1000 : share, isNearlyAll ? 1 : 0);
}
