import { expect, test } from 'vitest';
import { makeRetaining } from '../../../ingest/broker/retaining.ts';

test('the broker keeps the last status of a device for readers that come later, and nothing without a bound', () => {
  const mayRetain = makeRetaining();
  expect(mayRetain('lintel/v1/arbat/cam-1/status', 100)).toBe(true);
  expect(mayRetain('lintel/v1/arbat/cam-1/status', 5000)).toBe(false);
  expect(mayRetain('lintel/v1/arbat/cam-1/counts', 100)).toBe(false);
  const kept = Array.from({ length: 30_000 }, (_, place) => mayRetain(`lintel/v1/arbat/ghost-${place}/status`, 10));
  expect(kept.filter((is) => is)).toHaveLength(19_999);
  expect(mayRetain('lintel/v1/arbat/cam-1/status', 100)).toBe(true);
});
