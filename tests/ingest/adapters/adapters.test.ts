import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collect, strayModules } from './collected.ts';
import { countingOf, envelopeOf, expectUnderstood } from './reading.ts';

const all = await collect();

/** Texts and JSON of any kind, with what vendors' decoders look for first. */
const anything = fc.oneof(
  fc.json().map((text): unknown => JSON.parse(text)),
  fc.jsonValue(),
  fc.string(),
);

describe.for(all.map((one) => [one.adapter.profile, one] as const))('%s', ([, { adapter, fixtures }]) => {
  test('has fixtures', () => {
    expect(fixtures.length).toBeGreaterThan(0);
    expect(new Set(fixtures.map(({ name }) => name)).size).toBe(fixtures.length);
  });

  test.for(fixtures.map((one) => [one.name, one] as const))('understands %s', ([, fixture]) => {
    expectUnderstood(adapter, fixture.sent, fixture);
  });

  test.for(fixtures.map((one) => [one.name, one] as const))('keeps nothing personal of %s', ([, fixture]) => {
    const before = JSON.stringify(fixture.sent);
    const redacted = adapter.redact(fixture.sent);
    const kept = JSON.stringify(redacted) ?? '';
    for (const personal of fixture.personal ?? []) {
      expect(before, 'planted').toContain(JSON.stringify(personal).slice(1, -1));
      expect(kept).not.toContain(JSON.stringify(personal).slice(1, -1));
    }
    expect(adapter.read(redacted, envelopeOf(fixture))).toEqual(adapter.read(fixture.sent, envelopeOf(fixture)));
    expect(adapter.redact(redacted)).toEqual(redacted);
  });

  test('knows its own messages by their looks', () => {
    const unlike = fixtures.filter(({ sent, topic = '', looksLikeNothing = false }) => {
      return !looksLikeNothing && !adapter.isLike(sent, topic);
    });
    expect(unlike.map(({ name }) => name)).toEqual([]);
  });

  const others = all.filter((other) => other.adapter !== adapter);
  test('takes no other make for its own, and counts nothing of it', () => {
    const mistaken = others.flatMap((other) =>
      other.fixtures.flatMap((fixture) => [
        ...(adapter.isLike(fixture.sent, fixture.topic ?? '')
          ? [`looks like: ${other.adapter.profile} ${fixture.name}`]
          : []),
        ...(countingOf(adapter, fixture.sent, { ...fixture, options: {} }).length > 0
          ? [`counts: ${other.adapter.profile} ${fixture.name}`]
          : []),
      ]),
    );
    expect(mistaken).toEqual([]);
  });

  test('never throws, whatever it is sent', () => {
    fc.assert(
      fc.property(anything, fc.string(), (body, topic) => {
        adapter.read(body, envelopeOf({ topic }));
        adapter.redact(body);
        adapter.isLike(body, topic);
      }),
      { numRuns: 200 },
    );
    expect(adapter.isLike(null, '')).toBe(false);
  });

  test('never throws at its own messages with something else in one place', () => {
    for (const fixture of fixtures) {
      for (const body of maimed(fixture.sent)) {
        adapter.read(body, envelopeOf(fixture));
        adapter.redact(body);
        adapter.isLike(body, fixture.topic ?? '');
      }
    }
    expect(fixtures).not.toEqual([]);
  });
});

test('every module of fixtures and samples belongs to an adapter', async () => {
  expect(await strayModules()).toEqual([]);
});

const wrong: readonly unknown[] = [null, '', 'x', -1, 1.5, 1e300, true, [], {}, '2026-02-31T99:00:00Z', undefined];

/** A body with each of its places in turn replaced by something wrong, or left out; texts cut and with a letter changed at up to so many places. */
function* maimed(body: unknown, cuts = 200): Generator<unknown> {
  if (typeof body === 'string') {
    const step = Math.max(1, Math.floor(body.length / cuts));
    for (let cut = 0; cut < body.length; cut += step) {
      yield body.slice(0, cut);
      yield `${body.slice(0, cut)}<\u0000${body.slice(cut + 1)}`;
    }
    return;
  }
  yield* wrong;
  if (Array.isArray(body)) {
    for (const [place, item] of body.entries()) {
      for (const other of maimed(item, 6)) yield body.map((old, index): unknown => (index === place ? other : old));
    }
  } else if (body !== null && typeof body === 'object') {
    for (const [name, item] of Object.entries(body)) {
      for (const other of maimed(item, 6)) yield { ...body, [name]: other };
    }
  }
}
