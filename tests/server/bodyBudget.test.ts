import { expect, test } from 'vitest';
import { bodyBytes, makeBodyBudget } from '../../server/routes/bodyBudget.ts';

test('large messages at once are bounded, and what was taken is given back however it ends', async () => {
  const budget = makeBodyBudget(100);
  let end: () => void = () => undefined;
  const first = budget.within(80, () => new Promise<string>((resolve) => (end = () => resolve('stored'))));
  await expect(budget.within(30, async () => 'stored')).rejects.toMatchObject({ code: 'unavailable' });
  expect(await budget.within(20, async () => 'stored')).toBe('stored');
  end();
  expect(await first).toBe('stored');
  await expect(budget.within(100, () => Promise.reject(new Error('not stored')))).rejects.toThrow('not stored');
  expect(await budget.within(100, async () => 'stored')).toBe('stored');
});

test('a body that does not say how long it is may be as long as any', () => {
  expect([bodyBytes('12', 100), bodyBytes('500', 100), bodyBytes(undefined, 100), bodyBytes('x', 100)]).toEqual([
    12, 100, 100, 100,
  ]);
});
