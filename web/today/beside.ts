import type { QueueNowAnswer } from '../../server/contracts/queue.ts';
import type { QueueBrief } from '../../server/kpi/queue/schema.ts';
import type { ServiceBrief } from '../../server/kpi/service/schema.ts';
import { durationText } from '../format/durations.ts';
import type { Formats } from '../format/formats.ts';
import { lightTones } from '../frame/lightTone.ts';
import { tillAdvice, tillReason } from '../queue/queueText.ts';
import { besideMessages } from './besideMessages.ts';

export interface BesideRow {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

/** What stands of queue or service beside a day's funnel; only what is known has a row. */
export interface BesideCard {
  readonly id: 'queue' | 'service';
  readonly title: string;
  readonly badge: { readonly tone: 'good' | 'fair' | 'poor'; readonly text: string } | null;
  readonly shares: readonly { readonly color: string; readonly share: number }[] | null;
  /** What the shares are, or what is to be done about the tills, in words. */
  readonly said: string | null;
  readonly rows: readonly BesideRow[];
  /** Said where there is no row. */
  readonly nothing: string;
}

export interface QueueBeside {
  readonly brief: QueueBrief | null;
  /** null: the day is over, or it is not known yet. */
  readonly now: QueueNowAnswer | null;
  readonly isToday: boolean;
}

export function queueCard({ brief, now, isToday }: QueueBeside, formats: Formats): BesideCard {
  const text = besideMessages.queue;
  const row = (name: string, label: string, value: string | null): BesideRow[] =>
    value === null ? [] : [{ name, label, value }];
  const worst = isToday ? worstLight(now) : null;
  return {
    id: 'queue',
    title: text.title,
    badge: worst === null ? null : { tone: lightTones[worst], text: besideMessages.waits[worst] },
    shares: null,
    said: isToday && now !== null ? tillsText(now, formats) : null,
    rows: [
      ...(isToday && now !== null ? nowRows(now, formats) : []),
      ...row(
        'queueWait',
        text.meanWait,
        said(brief?.meanWaitSeconds, (value) => durationText(value, formats)),
      ),
      ...row(
        'queueP90',
        text.p90,
        said(brief?.p90WaitSeconds, (value) => durationText(value, formats)),
      ),
      ...row(
        'queueLevel',
        text.serviceLevel,
        said(brief?.serviceLevel, (value) => formats.percent(value)),
      ),
      ...row(
        'queueLeft',
        text.abandonment,
        said(brief?.abandonmentRate, (value) => formats.percent(value)),
      ),
      ...row(
        'queueLength',
        text.length,
        said(brief?.averageLength, (value) => formats.count(value)),
      ),
    ],
    nothing: isToday ? text.nothing : text.nothingPast,
  };
}

type QueueAtMoment = QueueNowAnswer['queues'][number];

/** All queues together: how many wait, how long the one with the longest wait takes, and how many tills are open. */
function nowRows({ queues }: QueueNowAnswer, formats: Formats): BesideRow[] {
  const text = besideMessages.queue;
  const known = queues.filter(({ length }) => length !== null);
  const people = known.reduce((sum, { length }) => sum + (length ?? 0), 0);
  const waits = queues.flatMap(({ expectedWaitSeconds }) => expectedWaitSeconds ?? []);
  const wait = waits.length === 0 ? null : durationText(Math.max(...waits), formats);
  const tilled = queues.flatMap(({ openTills, needed }) =>
    openTills === null || needed.now.tills === null ? [] : [{ open: openTills, needed: needed.now.tills }],
  );
  const sum = (of: 'open' | 'needed'): string => formats.count(tilled.reduce((total, one) => total + one[of], 0));
  return [
    ...(known.length === 0
      ? []
      : [
          { name: 'queueNow', label: text.now, value: text.nowText(formats.count(people), people === 0 ? null : wait) },
        ]),
    ...(tilled.length === 0
      ? []
      : [{ name: 'queueTills', label: text.tills, value: text.tillsText(sum('open'), sum('needed')) }]),
  ];
}

/** Of every queue that lacks tills now: what to do, and why. */
function tillsText({ queues }: QueueNowAnswer, formats: Formats): string | null {
  const short = queues.filter(({ openTills, needed }) => openTills !== null && (needed.now.tills ?? 0) > openTills);
  const texts = short.map((queue) => {
    const text = [tillAdvice(queue, formats), tillReason(queue, formats)].filter((one) => one !== null).join(' ');
    return queues.length === 1 ? text : besideMessages.queue.ofQueue(queue.name, text);
  });
  return texts.length === 0 ? null : texts.join(' ');
}

function worstLight(now: QueueNowAnswer | null): QueueAtMoment['light'] {
  const lights = now?.queues.flatMap(({ light }) => light ?? []) ?? [];
  return (['red', 'yellow', 'green'] as const).find((light) => lights.includes(light)) ?? null;
}

export function serviceCard(brief: ServiceBrief | null, isToday: boolean, formats: Formats): BesideCard {
  const text = besideMessages.service;
  const row = (name: string, label: string, value: string | null): BesideRow[] =>
    value === null ? [] : [{ name, label, value }];
  const shares = brief?.zones?.shares ?? null;
  const whole = (share: number): string => formats.percent(share, 0);
  return {
    id: 'service',
    title: text.title,
    badge: brief?.light ? { tone: lightTones[brief.light], text: text.lights[brief.light] } : null,
    shares:
      shares === null ? null : (['green', 'yellow', 'red'] as const).map((color) => ({ color, share: shares[color] })),
    said: said(shares, ({ green, yellow, red }) => text.zones(whole(green), whole(yellow), whole(red))),
    rows: [
      ...row(
        'serviceNps',
        text.nps,
        brief && npsFigure(brief, (count) => text.answers(count, formats.count(count)), formats),
      ),
      ...row(
        'serviceCsat',
        text.csat,
        said(brief?.csat, (value) => formats.percent(value)),
      ),
      ...row(
        'serviceCsi',
        text.csi,
        said(brief?.csi, (value) => formats.percent(value)),
      ),
      ...row(
        'serviceRequests',
        text.requests,
        said(brief?.openRequests || null, (value) => formats.count(value)),
      ),
      ...row(
        'serviceChecks',
        text.checks,
        said(brief?.passedShare, (value) => formats.percent(value)),
      ),
    ],
    nothing: isToday ? text.nothing : text.nothingPast,
  };
}

/** Fewer answers say too little of an NPS. */
export const leastNpsAnswers = 5;

/** The figure with its 95 % interval and of how many answers it is; of a handful, that they are too few. null: nobody answered. */
export function npsFigure(
  { nps, npsInterval, npsAnswers }: Pick<ServiceBrief, 'nps' | 'npsInterval' | 'npsAnswers'>,
  answersOf: (count: number) => string,
  formats: Formats,
): string | null {
  const text = besideMessages.service;
  if (nps === null) return null;
  if (npsAnswers < leastNpsAnswers || npsInterval === null) return text.tooFew(answersOf(npsAnswers));
  const [low, high] = npsInterval;
  const bounds = text.bounds(npsText(low, formats), npsText(high, formats));
  return text.npsText(npsText(nps, formats), bounds, answersOf(npsAnswers));
}

/** Points from −100 to 100, with their sign. */
export function npsText(nps: number, formats: Formats): string {
  return `${nps < 0 ? '\u2212' : ''}${formats.count(Math.abs(nps))}`;
}

function said<Value>(value: Value | null | undefined, write: (value: Value) => string): string | null {
  return value === null || value === undefined ? null : write(value);
}
