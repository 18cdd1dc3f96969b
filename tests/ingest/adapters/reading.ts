import { expect } from 'vitest';
import type { Device } from '../../../db/vocabulary/place.ts';
import type { Adapter, Envelope } from '../../../ingest/adapters/adapter.ts';
import type { Refusal } from '../../../ingest/adapters/decoded.ts';
import type { Finding, Report } from '../../../ingest/adapters/finding.ts';
import { settle } from '../../../ingest/settle/settle.ts';
import type { SettleContext, Settled } from '../../../ingest/settle/settled.ts';
import { makeDevice, makeStore } from '../../db/chain.ts';
import { clock } from '../house.ts';
import type { Expectation } from './fixture.ts';

export function envelopeOf({ topic = '', receivedAt = clock, options = {}, device }: Partial<Expectation>): Envelope {
  return { topic, receivedAt, options, ...(device?.mode === undefined ? {} : { mode: device.mode }) };
}

/** A device of the adapter as it is when nothing but its profile is said, with what an expectation says. */
export function deviceOf(adapter: Adapter, { device, connection, options = {} }: Partial<Expectation>): Device {
  const isTill = adapter.about.kind === 'till';
  return makeDevice('dev-1', 'arbat', {
    profile: adapter.profile,
    mode: adapter.modes[0] ?? 'event',
    measures: isTill ? ['sales'] : adapter.measures,
    lines: [],
    entranceId: isTill ? null : 'main',
    counterBits: adapter.counterBits ?? null,
    connection: { source: null, topics: [], address: null, swap: false, map: [], options, ...connection },
    ...device,
  });
}

export function isRefusal(read: readonly Report[] | Refusal): read is Refusal {
  return !Array.isArray(read);
}

/** All findings of a message, in its order; none where it is refused. */
export function findingsOf(read: readonly Report[] | Refusal): readonly Finding[] {
  return isRefusal(read) ? [] : read.flatMap((report) => report.findings);
}

const counting: ReadonlySet<Finding['kind']> = new Set([
  ...(['interval', 'reading', 'event', 'sale', 'zReport', 'fetch'] as const),
  ...(['queueSample', 'queueVisit', 'queueStatistic', 'survey', 'request'] as const),
]);

/** The findings that people, sales, queues or service can come of. */
export function countingOf(adapter: Adapter, body: unknown, expectation: Partial<Expectation>): readonly Finding[] {
  const findings = findingsOf(adapter.read(body, envelopeOf(expectation)));
  return findings.filter((finding) => counting.has(finding.kind));
}

/** What becomes of a message at the expectation's device. */
function settledOf(adapter: Adapter, body: unknown, expectation: Partial<Expectation>): readonly Settled[] {
  const read = adapter.read(body, envelopeOf(expectation));
  if (isRefusal(read)) return [read];
  const device = deviceOf(adapter, expectation);
  const store = makeStore('arbat', { currency: 'EUR', devices: [device], ...expectation.store });
  const { receivedAt = clock } = expectation;
  const context: SettleContext = { adapter, store, device, now: Math.max(clock, receivedAt), receivedAt };
  return findingsOf(read).map((finding) => settle(finding, context));
}

/** Expects of a message what is expected: all its events, what is refused, and what the adapter sets aside. */
export function expectUnderstood(adapter: Adapter, body: unknown, expectation: Expectation): void {
  const settled = settledOf(adapter, body, expectation);
  const refused = settled.flatMap((one) => (one.kind === 'refused' ? [one] : []));
  expect(refused.map(({ reason }) => reason)).toEqual((expectation.refused ?? []).map(({ reason }) => reason));
  for (const [place, { detail = '' }] of (expectation.refused ?? []).entries()) {
    expect(refused[place]?.detail).toContain(detail);
  }
  expect(settled.flatMap((one) => (one.kind === 'event' ? [one.event] : []))).toMatchObject(expectation.understood);
  const found = findingsOf(adapter.read(body, envelopeOf(expectation)));
  expect(found.flatMap((one) => (one.kind === 'aside' ? [one.why] : []))).toEqual(expectation.aside ?? []);
}
