import type { QueueNowAnswer } from '../../server/contracts/queue.ts';
import type { QueueBrief } from '../../server/kpi/queue/schema.ts';
import type { ServiceBrief } from '../../server/kpi/service/schema.ts';
import { durationText } from '../format/durations.ts';
import { type Formats, unknown } from '../format/formats.ts';
import { lightTones } from '../frame/lightTone.ts';
import { besideMessages } from './besideMessages.ts';

export interface BesideRow {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** How far the value is known, and from what. */
  readonly note?: string;
  /** Its key in the registry of metrics. */
  readonly metric: string;
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
  const duration = (value: number): string => durationText(value, formats);
  const percent = (value: number): string => formats.percent(value);
  return {
    id: 'queue',
    title: text.title,
    badge: isToday && now !== null ? queueBadge(now) : null,
    shares: null,
    said: isToday && now !== null ? tillsText(now, formats) : null,
    rows: [
      ...(isToday && brief !== null ? nowRows(now, formats) : []),
      ...row(
        { name: 'queueWait', label: text.meanWait, metric: 'waitSeconds' },
        said(brief?.meanWaitSeconds, duration),
      ),
      ...row({ name: 'queueP90', label: text.p90, metric: 'waitSeconds' }, said(brief?.p90WaitSeconds, duration)),
      ...row(
        { name: 'queueLevel', label: text.serviceLevel, metric: 'serviceLevel' },
        said(brief?.serviceLevel, percent),
      ),
      ...row(
        { name: 'queueLeft', label: text.abandonment, metric: 'abandonmentRate' },
        said(brief?.abandonmentRate, percent),
      ),
      ...row(
        { name: 'queueLength', label: text.length, metric: 'averageLength' },
        said(brief?.averageLength, (value) => formats.count(value)),
      ),
    ],
    nothing: isToday ? text.nothing : text.nothingPast,
  };
}

type QueueAtMoment = QueueNowAnswer['queues'][number];

/**
 * All queues together: how many wait, how long the one with the longest wait takes, and how many tills are open. Both have a row
 * before they are known, so that nothing moves when they are.
 */
function nowRows(now: QueueNowAnswer | null, formats: Formats): BesideRow[] {
  const text = besideMessages.queue;
  const queues = now?.queues ?? [];
  const known = queues.filter(({ length }) => length !== null);
  const people = known.reduce((sum, { length }) => sum + (length ?? 0), 0);
  const waits = queues.flatMap(({ expectedWaitSeconds }) => expectedWaitSeconds ?? []);
  const wait = waits.length === 0 || people === 0 ? null : durationText(Math.max(...waits), formats);
  const tilled = queues.flatMap(({ openTills, needed }) =>
    openTills === null || needed.now.tills === null ? [] : [{ open: openTills, needed: needed.now.tills }],
  );
  const sum = (of: 'open' | 'needed'): string => formats.count(tilled.reduce((total, one) => total + one[of], 0));
  return [
    ...row(
      { name: 'queueNow', label: text.now, metric: 'queueNow' },
      known.length === 0 ? unknown : text.nowText(formats.count(people), wait),
    ),
    ...row(
      { name: 'queueTills', label: text.tills, metric: 'queueNow' },
      tilled.length === 0 ? unknown : text.tillsText(sum('open'), sum('needed')),
    ),
  ];
}

/** The worst wait; where it is short and tills are lacking for those who come, that. */
function queueBadge(now: QueueNowAnswer): BesideCard['badge'] {
  const worst = worstLight(now);
  const isShort = tillsKnown(now).some(({ lacking }) => lacking > 0);
  if (isShort && worst !== 'yellow' && worst !== 'red') return { tone: 'fair', text: besideMessages.tillsShort };
  return worst === null ? null : { tone: lightTones[worst], text: besideMessages.waits[worst] };
}

function tillsKnown({ queues }: QueueNowAnswer): { readonly name: string; readonly lacking: number }[] {
  return queues.flatMap(({ name, openTills, needed }) =>
    openTills === null || needed.now.tills === null ? [] : [{ name, lacking: needed.now.tills - openTills }],
  );
}

/** Which queues lack tills now; the page of the queue says why. null where none is known to. */
function tillsText(now: QueueNowAnswer, formats: Formats): string | null {
  const text = besideMessages.queue;
  const known = tillsKnown(now);
  const short = known.filter(({ lacking }) => lacking > 0);
  if (short.length === 0) return known.length === 0 ? null : text.enough;
  const texts = short.map(({ name, lacking }) => {
    const tills = formats.counted(lacking);
    return now.queues.length === 1 ? text.openMore(tills) : text.openMoreAt(name, tills);
  });
  return texts.join(' ');
}

function worstLight(now: QueueNowAnswer | null): QueueAtMoment['light'] {
  const lights = now?.queues.flatMap(({ light }) => light ?? []) ?? [];
  return (['red', 'yellow', 'green'] as const).find((light) => lights.includes(light)) ?? null;
}

export function serviceCard(brief: ServiceBrief | null, isToday: boolean, formats: Formats): BesideCard {
  const text = besideMessages.service;
  const shares = brief?.zones?.shares ?? null;
  const whole = (share: number): string => formats.percent(share, 0);
  const percent = (value: number): string => formats.percent(value);
  const answersOf = (count: number): string => text.answers(formats.counted(count));
  const nps = brief && npsFigure(brief, answersOf, formats);
  const score = (value: number | null, answers: number): Said | null => {
    if (value === null) return null;
    const note = answersOf(answers);
    return answers < leastAnswers ? { value: text.tooFew, note } : { value: percent(value), note };
  };
  return {
    id: 'service',
    title: text.title,
    badge: brief?.light ? { tone: lightTones[brief.light], text: text.lights[brief.light] } : null,
    shares:
      shares === null ? null : (['green', 'yellow', 'red'] as const).map((color) => ({ color, share: shares[color] })),
    said: said(shares, ({ green, yellow, red }) => text.zones(whole(green), whole(yellow), whole(red))),
    rows: [
      ...row({ name: 'serviceNps', label: text.nps, metric: 'nps' }, nps),
      ...row({ name: 'serviceCsat', label: text.csat, metric: 'csat' }, brief && score(brief.csat, brief.csatAnswers)),
      ...row({ name: 'serviceCsi', label: text.csi, metric: 'csi' }, brief && score(brief.csi, brief.csiAnswers)),
      ...row(
        { name: 'serviceRequests', label: text.requests, metric: 'requests' },
        said(brief?.openRequests || null, (value) => formats.count(value)),
      ),
      ...row({ name: 'serviceChecks', label: text.checks, metric: 'standards' }, said(brief?.passedShare, percent)),
    ],
    nothing: isToday ? text.nothing : text.nothingPast,
  };
}

/** Fewer answers say too little of a score. */
const leastAnswers = 5;

/** What a row says. */
type Said = Pick<BesideRow, 'value' | 'note'>;

/** The figure, and beside it its 95 % interval and of how many answers it is; of a handful, that they are too few. null: nobody answered. */
export function npsFigure(
  { nps, npsInterval, npsAnswers }: Pick<ServiceBrief, 'nps' | 'npsInterval' | 'npsAnswers'>,
  answersOf: (count: number) => string,
  formats: Formats,
): Said | null {
  const text = besideMessages.service;
  if (nps === null) return null;
  const answers = answersOf(npsAnswers);
  if (npsAnswers < leastAnswers || npsInterval === null) return { value: text.tooFew, note: answers };
  const [low, high] = npsInterval;
  return { value: npsText(nps, formats), note: text.npsNote(npsText(low, formats), npsText(high, formats), answers) };
}

/** Points from −100 to 100, with their sign. */
export function npsText(nps: number, formats: Formats): string {
  return nps < 0 ? formats.signed(nps, formats.count(-nps)) : formats.count(nps);
}

function said<Value>(value: Value | null | undefined, write: (value: Value) => string): string | null {
  return value === null || value === undefined ? null : write(value);
}

/** Only what is known has a row. */
function row(named: Omit<BesideRow, 'value' | 'note'>, told: string | Said | null): BesideRow[] {
  if (told === null) return [];
  return [{ ...named, ...(typeof told === 'string' ? { value: told } : told) }];
}
