import type { QueueNowAnswer } from '../../server/contracts/queue.ts';
import { isOver, ranked } from '../../server/kpi/day/attention.ts';
import type { Attention, Outage, QueueAlarm } from '../../server/kpi/day/schema.ts';
import { usualDaysAtLeast } from '../../server/kpi/usual.ts';
import { shortDate } from '../format/dates.ts';
import { durationText } from '../format/durations.ts';
import type { Formats } from '../format/formats.ts';
import type { PagePath } from '../navigation.ts';
import { dayMessages } from './dayMessages.ts';
import type { DayView } from './dayView.ts';
import { todayMessages } from './todayMessages.ts';

/** Something that stands out, in words, with the page that shows more of it. */
export interface AttentionLine {
  readonly tone: 'poor' | 'fair';
  readonly text: string;
  /** What it does to the figures; null: nothing more to say. */
  readonly note: string | null;
  readonly path: PagePath;
  /** What is chosen there. */
  readonly search: Readonly<Record<string, string>>;
  readonly more: string;
}

/** What stands in the place of the one thing where there is none. */
export interface QuietWords {
  readonly tone: 'good' | 'none';
  readonly title: string;
  readonly text: string;
}

interface Words {
  readonly formats: Formats;
  /** The chosen store and day, which go along. */
  readonly search: Readonly<Record<string, string>>;
}

const text = todayMessages.attention;

/** Everything that stands out of a day, what matters most first, the queues at this moment among it. */
export function attentionLines(view: DayView, queueNow: QueueNowAnswer | null, words: Words): AttentionLine[] {
  const alarms = view.isToday && queueNow !== null ? alarmsOf(queueNow) : [];
  return ranked([...view.attention, ...alarms]).map((one) => lineOf(one, { ...words, date: view.date }));
}

function alarmsOf({ queues }: QueueNowAnswer): QueueAlarm[] {
  return queues.flatMap((queue): QueueAlarm[] => {
    const { light, name, length, expectedWaitSeconds, targetSeconds } = queue;
    if (light === null || light === 'green') return [];
    return [{ code: 'queueNow', light, queue: queue.queue, name, length, expectedWaitSeconds, targetSeconds }];
  });
}

/** One thing that stands out, in words. `date`: times of other dates are told with theirs. */
export function lineOf(one: Attention, words: Words & { readonly date: string }): AttentionLine {
  const { formats, search } = words;
  const data = { note: null, path: '/data', search, more: text.more.data } as const;
  const queue = { note: null, path: '/queue', search, more: text.more.queue } as const;
  switch (one.code) {
    case 'outage':
      return { ...data, tone: isOver(one) ? 'fair' : 'poor', text: outageText(one, words), note: text.outage.means };
    case 'implausible':
      return { ...data, tone: 'poor', text: dayMessages.quality.flags[one.flag] ?? one.flag };
    case 'queueNow':
      return { ...queue, tone: one.light === 'red' ? 'poor' : 'fair', text: alarmText(one, formats) };
    case 'queueDay': {
      const share = (value: number): string => formats.percent(value, 0);
      return { ...queue, tone: 'fair', text: text.queueDay(share(one.serviceLevel), share(one.targetShare)) };
    }
    case 'serviceLight':
      return {
        ...data,
        tone: 'poor',
        text: text.serviceLight,
        path: '/service',
        more: text.more.service,
      };
    case 'belowUsual': {
      const isRate = one.figure === 'captureRate' || one.figure === 'conversionRate';
      const write = (value: number): string => (isRate ? formats.percent(value) : formats.whole(value));
      const said = text.belowUsual[one.figure](write(one.value), write(one.low));
      const chosen = { ...search, metric: one.figure };
      return { ...data, tone: 'fair', text: said, path: '/trends', search: chosen, more: text.more.trends };
    }
  }
}

function alarmText({ name, length, expectedWaitSeconds, targetSeconds }: QueueAlarm, formats: Formats): string {
  if (expectedWaitSeconds === null) return text.queueNow.closed(name, formats.counted(length ?? 0));
  return text.queueNow.text(name, durationText(expectedWaitSeconds, formats), durationText(targetSeconds, formats));
}

/** What is said where nothing stands out: that it is so, or that there are too few days yet to tell. */
export function quietWords({ compared, standing }: DayView, formats: Formats): QuietWords {
  if (compared !== null) return { tone: 'good', title: text.nothing, text: text.nothingText };
  const days = Math.max(...Object.values(standing).map((figure) => figure.days));
  const said = text.tooFewDaysText(formats.count(days), formats.count(usualDaysAtLeast));
  return { tone: 'none', title: text.tooFewDays, text: said };
}

/** What is the matter with a device, a step or Lintel itself, in a sentence. */
export function outageText(
  { cause, name, step, since, until, coverage }: Omit<Outage, 'code' | 'device'>,
  { formats, date }: { readonly formats: Formats; readonly date: string },
): string {
  const { outage } = text;
  const device = name ?? '';
  const at = since === null ? '' : sinceText(since, date, formats);
  switch (cause) {
    case 'silent':
      return outage.silent(device, at);
    case 'offline':
      return since === null ? outage.offlineNow(device) : outage.offline(device, at);
    case 'low_coverage':
      return outage.low_coverage[step ?? 'entries'](formats.percent(coverage, 0));
    case 'ingest_gap':
      return outage.ingest_gap(at, until === null ? null : sinceText(until, date, formats));
    default:
      return outage[cause](device);
  }
}

/** `13:05`; of an earlier date `Fri 13 Nov, 16:00`. */
function sinceText(since: string, date: string, formats: Formats): string {
  const time = formats.clock(since);
  const day = since.slice(0, 10);
  return day === date ? time : text.outage.at(shortDate(day, formats.textLocale), time);
}
