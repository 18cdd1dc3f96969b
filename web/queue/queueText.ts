import type { QueueAnswer, QueueNowAnswer } from '../../server/contracts/queue.ts';
import type { QueueKpis } from '../../server/kpi/queue/schema.ts';
import { leastServed } from '../../server/kpi/queue/serviceTime.ts';
import { mostTills } from '../../server/kpi/queue/staffing.ts';
import { durationText } from '../format/durations.ts';
import type { Formats } from '../format/formats.ts';
import type { Count } from '../language/plural.ts';
import { queueMessages } from './queueMessages.ts';
import type { StepPlace } from './steps.ts';

export type QueueOfStore = QueueAnswer['queues'][number];
export type QueueAtMoment = QueueNowAnswer['queues'][number];

/** What a share of people is written as: `80%`. */
export function shareText(share: number | null, formats: Formats): string {
  return formats.percent(share, share !== null && share > 0 && share < 0.1 ? 1 : 0);
}

/** One queue by itself, or all together where none of that name is there. */
export function chosenQueue(answer: QueueAnswer, queue: string | null): QueueOfStore | null {
  if (answer.queues.length === 1) return answer.queues[0] ?? null;
  return answer.queues.find((one) => one.queue === queue) ?? null;
}

/** null: the queues have several targets. */
export function commonTarget(queues: readonly QueueOfStore[]): number | null {
  const [first] = queues;
  return first !== undefined && queues.every(({ targetSeconds }) => targetSeconds === first.targetSeconds)
    ? first.targetSeconds
    : null;
}

/** What is to be done about the tills, in a sentence; null: nothing can be said, or nothing need be done. */
export function tillAdvice({ openTills, needed }: QueueAtMoment, formats: Formats): string | null {
  const text = queueMessages.now;
  const [now, soon] = [needed.now.tills, needed.in30Minutes.tills];
  if (openTills === null || now === null) return null;
  if (now > openTills) return text.openMore(formats.counted(now - openTills));
  if (soon !== null && soon > openTills) return text.openSoon(formats.counted(soon - openTills));
  return text.enough;
}

/** Why more tills are to be opened, in one sentence of the numbers that are shown; null: none need be, or it is not known. */
export function tillReason(queue: QueueAtMoment, formats: Formats): string | null {
  const { openTills, needed } = queue;
  const [now, soon] = [needed.now.tills, needed.in30Minutes.tills];
  if (openTills === null || now === null) return null;
  if (now > openTills) return reasonNow(queue, openTills, formats);
  const people = peopleAnHour(needed.in30Minutes.arrivalsPerHour, formats);
  return people !== null && soon !== null && soon > openTills ? queueMessages.now.why.soon(people) : null;
}

/** The line that stands already, where it alone waits longer than the target; else what comes. */
function reasonNow({ length, light, openFrom, needed }: QueueAtMoment, open: number, formats: Formats): string | null {
  const text = queueMessages.now.why;
  if (length !== null && length > 0 && light !== 'green') return text.waitAlready(formats.counted(length));
  if (open === 0) return openFrom === 'receipts' ? text.noneSold : text.noneOpen;
  const anHour = peopleAnHour(needed.now.arrivalsPerHour, formats);
  if (anHour === null || needed.openServiceLevel === null) return null;
  const waiting = length === null ? null : formats.counted(length);
  const told = { waiting, anHour, tills: formats.counted(open) };
  if (needed.openServiceLevel === 0) return text.tooMany(told);
  // Rounded down: a share below the target is never written as the target.
  return text.keeps(told, formats.percent(Math.floor(needed.openServiceLevel * 100) / 100, 0));
}

/** null: not known, or hardly anybody. */
function peopleAnHour(arrivals: number | null, formats: Formats): Count | null {
  return arrivals === null || arrivals < 0.5 ? null : formats.counted(Math.round(arrivals));
}

/** What the number of tills is worked out from; null: it is not known. */
export function basisText({ needed, serviceSeconds }: QueueAtMoment, formats: Formats): string | null {
  if (serviceSeconds === null) return null;
  const { mean, from, people } = serviceSeconds;
  const anHour = peopleAnHour(needed.now.arrivalsPerHour, formats);
  return queueMessages.now.basis[from](anHour, durationText(mean, formats), formats.counted(people));
}

/** Why nothing is said of the tills; null: something is. `isOnly`: the store has one queue. */
export function tillSilence({ needed }: QueueAtMoment, isOnly: boolean, formats: Formats): string | null {
  const text = queueMessages.now.silence;
  switch (needed.whyCode) {
    case 'noServiceTime':
      return text.noServiceTime(formats.counted(leastServed), isOnly);
    case 'noArrivals':
      return text.noArrivals(isOnly);
    case 'noHistory':
      return text.noHistory;
    case 'tooMany':
      return text.tooMany(formats.counted(mostTills));
    default:
      return null;
  }
}

const columns = queueMessages.overTime.columns;

/** Every figure of a step that can be shown in a table, in words. */
const cells: readonly { readonly name: string; readonly of: (kpis: QueueKpis, formats: Formats) => string | null }[] = [
  { name: columns.served, of: ({ served }, formats) => said(served, (value) => formats.count(value)) },
  { name: columns.abandoned, of: ({ abandoned }, formats) => said(abandoned, (value) => formats.count(value)) },
  {
    name: columns.abandonmentRate,
    of: ({ abandonmentRate }, formats) => said(abandonmentRate, (value) => formats.percent(value)),
  },
  { name: columns.mean, of: ({ waitSeconds }, formats) => seconds(waitSeconds.mean, formats) },
  { name: columns.p50, of: ({ waitSeconds }, formats) => seconds(waitSeconds.p50, formats) },
  { name: columns.p90, of: ({ waitSeconds }, formats) => seconds(waitSeconds.p90, formats) },
  { name: columns.p95, of: ({ waitSeconds }, formats) => seconds(waitSeconds.p95, formats) },
  {
    name: columns.serviceLevel,
    of: ({ serviceLevel }, formats) => said(serviceLevel, (value) => formats.percent(value)),
  },
  { name: columns.service, of: ({ serviceSeconds }, formats) => seconds(serviceSeconds.mean, formats) },
  {
    name: columns.averageLength,
    of: ({ averageLength }, formats) => said(averageLength, (value) => formats.count(value)),
  },
  { name: columns.maxLength, of: ({ maxLength }, formats) => said(maxLength, (value) => formats.count(value)) },
  { name: columns.averageOpen, of: ({ averageOpen }, formats) => said(averageOpen, (value) => formats.count(value)) },
  {
    name: columns.estimated,
    of: ({ estimatedWaitSeconds }, formats) => seconds(estimatedWaitSeconds?.mean ?? null, formats),
  },
];

export interface QueueTable {
  readonly columns: readonly string[];
  /** In the order of what was asked for; null: not known. */
  readonly rows: readonly (readonly (string | null)[])[];
}

/** What queues are compared by. */
const briefColumns: readonly string[] = [
  ...[columns.served, columns.abandonmentRate, columns.mean, columns.p90, columns.serviceLevel, columns.averageLength],
  ...[columns.maxLength, columns.estimated],
];

/** The figures as a table; what is known of none of them has no column. `isBrief`: the main ones alone. */
export function queueTable(all: readonly QueueKpis[], formats: Formats, isBrief: boolean): QueueTable {
  const wanted = cells.filter(({ name }) => !isBrief || briefColumns.includes(name));
  const shown = wanted.filter(({ of }) => all.some((kpis) => of(kpis, formats) !== null));
  return {
    columns: shown.map(({ name }) => name),
    rows: all.map((kpis) => shown.map(({ of }) => of(kpis, formats))),
  };
}

/** What a tooltip says of a step. */
export function stepLines({ kpis, state }: StepPlace, formats: Formats): string[] {
  if (state === 'gap') return [queueMessages.overTime.gap];
  return cells.flatMap(({ name, of }) => {
    const value = of(kpis, formats);
    return value === null ? [] : [`${name}: ${value}`];
  });
}

function said(value: number | null, write: (value: number) => string): string | null {
  return value === null ? null : write(value);
}

function seconds(value: number | null, formats: Formats): string | null {
  return said(value, (known) => durationText(known, formats));
}
