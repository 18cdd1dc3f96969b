import { expect } from 'vitest';
import type { Adapter, Envelope } from '../../../ingest/adapters/adapter.ts';
import type { Refusal } from '../../../ingest/adapters/decoded.ts';
import type { Finding, Report } from '../../../ingest/adapters/finding.ts';
import { clock } from '../house.ts';
import type { Expectation } from './fixture.ts';

export function envelopeOf({ topic = '', receivedAt = clock, options = {} }: Partial<Expectation>): Envelope {
  return { topic, receivedAt, options };
}

export function isRefusal(read: readonly Report[] | Refusal): read is Refusal {
  return !Array.isArray(read);
}

/** All findings of a message, in its order; none where it is refused. */
export function findingsOf(read: readonly Report[] | Refusal): readonly Finding[] {
  return isRefusal(read) ? [] : read.flatMap((report) => report.findings);
}

const counting: ReadonlySet<Finding['kind']> = new Set(['interval', 'reading', 'event', 'sale', 'zReport', 'fetch']);

/** The findings that people or sales can come of. */
export function countingOf(adapter: Adapter, body: unknown, expectation: Partial<Expectation>): readonly Finding[] {
  const findings = findingsOf(adapter.read(body, envelopeOf(expectation)));
  return findings.filter((finding) => counting.has(finding.kind));
}

/** Expects of a message what is expected: its events, what is refused, and what is set aside. */
export function expectUnderstood(adapter: Adapter, body: unknown, expectation: Expectation): void {
  const read = adapter.read(body, envelopeOf(expectation));
  const asides = findingsOf(read).flatMap((finding) => (finding.kind === 'aside' ? [finding.why] : []));
  expect(asides).toEqual(expectation.aside ?? []);
  const refused = isRefusal(read) ? [read] : findingsOf(read).filter((finding) => finding.kind === 'fault');
  expect(refused.length).toBeLessThanOrEqual(expectation.refused?.length ?? 0);
  if (expectation.understood.length > 0) expect(isRefusal(read)).toBe(false);
}
