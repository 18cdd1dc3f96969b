import { localMsAt } from '../../db/time/zone.ts';
import type { IngestEvent, QueueEvent, QueueVisit, ServiceEvent } from '../../db/vocabulary/event.ts';
import type { Store } from '../../db/vocabulary/place.ts';

/** What was understood, for people who set a device up: `what` is the event's kind, `text` one sentence without a full stop. */
export interface Told {
  readonly what: IngestEvent['kind'] | 'aside' | 'refused';
  readonly text: string;
}

/** One event in words, with times by the store's clock. */
export function tellEvent(event: IngestEvent, store: Pick<Store, 'timezone' | 'currency'>): Told {
  return { what: event.kind, text: textOf(event, store) };
}

function textOf(event: IngestEvent, { timezone, currency }: Pick<Store, 'timezone' | 'currency'>): string {
  const time = (at: number): string => new Date(localMsAt(timezone, at)).toISOString().slice(0, 19).replace('T', ' ');
  switch (event.kind) {
    case 'interval':
      return `${time(event.startAt)} to ${time(event.endAt)}, line ${event.line}: ${countsText(event)}`;
    case 'reading': {
      const { totalIn, totalOut, totalPassersBy } = event;
      return `${time(event.at)}, line ${event.line}: totals ${countsText({ in: totalIn, out: totalOut, passersBy: totalPassersBy })}`;
    }
    case 'event':
      return `${time(event.at)}, line ${event.line}: ${event.count} ${event.direction === 'passerBy' ? 'passing by' : event.direction}`;
    case 'sale':
      return `${time(event.at)}, ${saleText(event)} ${event.id}: ${amountText(event.totalMinor, currency)}`;
    case 'completion':
      return `everything up to ${event.completeTo} has been delivered`;
    case 'status':
      return `the device is ${event.state}${event.problem === null ? '' : `, with a problem: ${event.problem}`}`;
    case 'zReport':
      return `${time(event.closedAt)}, end of a shift: ${zText(event, currency)}`;
    case 'fetch':
      return `names ${event.resource} ${event.key}: Lintel asks the vendor for it, if the API key is set`;
    default:
      return serviceText(event, time);
  }
}

function serviceText(event: QueueEvent | ServiceEvent, time: (at: number) => string): string {
  switch (event.kind) {
    case 'queueSample':
      return `${time(event.at)}, queue ${event.queue}: ${event.length} waiting${event.open === null ? '' : `, ${event.open} tills open`}`;
    case 'queueVisit':
      return visitText(event, time);
    case 'queueStatistic':
      return `${time(event.startAt)} to ${time(event.endAt)}, queue ${event.queue}: ${event.served} served${
        event.meanWaitSeconds === null ? '' : `, waited ${Math.round(event.meanWaitSeconds)} s on average`
      }`;
    case 'observation':
      return `${time(event.at)}, ${event.process} / ${event.criterion}: ${event.value}`;
    case 'survey':
      return `${time(event.at)}, ${event.survey} ${event.score}${event.criterion === null ? '' : ` for ${event.criterion}`}`;
    case 'request':
      return `request ${event.id}${event.openedAt === null ? '' : `, opened ${time(event.openedAt)}`}${
        event.resolvedAt === null ? '' : `, resolved ${time(event.resolvedAt)}`
      }`;
    case 'check':
      return `${time(event.at)}, checked by ${event.standard}: ${event.items.filter((one) => one.passed).length} of ${event.items.length} passed`;
  }
}

function visitText({ id, queue, joinedAt, calledAt, outcome }: QueueVisit, time: (at: number) => string): string {
  const joined = joinedAt === null ? '' : `, joined ${time(joinedAt)}`;
  const called = calledAt === null ? '' : `, called ${time(calledAt)}`;
  return `visit ${id}${queue === null ? '' : ` of queue ${queue}`}${joined}${called}${outcome === null ? '' : `, ${outcome}`}`;
}

function countsText(counts: { in: number | null; out: number | null; passersBy: number | null }): string {
  const parts = [
    counts.in === null ? null : `${counts.in} in`,
    counts.out === null ? null : `${counts.out} out`,
    counts.passersBy === null ? null : `${counts.passersBy} passing by`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

function saleText({ type, isTraining, channel }: Extract<IngestEvent, { kind: 'sale' }>): string {
  const word = type === 'sale' ? 'receipt' : type;
  if (isTraining) return `${word} that does not count (training, draft or cancelled)`;
  return channel === 'store' ? word : `${word} of the channel ${channel}`;
}

function zText({ salesCount, salesMinor }: Extract<IngestEvent, { kind: 'zReport' }>, currency: string): string {
  const count = salesCount === null ? 'receipts not counted' : `${salesCount} receipts`;
  return salesMinor === null ? count : `${count}, ${amountText(salesMinor, currency)}`;
}

function amountText(minor: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
