import { expect, it } from 'vitest';
import { makeRateLimit, networkOf } from '../../server/routes/rateLimit.ts';

const minute = 60_000;

function limit(most: number) {
  let now = 1_000_000;
  const { take } = makeRateLimit({ most, windowMs: minute }, () => now);
  const takes = (subject: string): boolean => {
    try {
      take(subject, 'Wait.');
      return true;
    } catch (error) {
      expect(error).toMatchObject({ code: 'too_many', message: 'Wait.' });
      return false;
    }
  };
  const wait = (ms: number): void => {
    now += ms;
  };
  return { takes, wait };
}

it('lets so many through in a window, each subject by itself', () => {
  const { takes, wait } = limit(2);
  expect([takes('a'), takes('a'), takes('a'), takes('b')]).toEqual([true, true, false, true]);
  wait(minute - 1);
  expect(takes('a')).toBe(false);
  wait(1);
  expect([takes('a'), takes('a'), takes('a')]).toEqual([true, true, false]);
});

it('keeps no more subjects than it has room for, the oldest going first', () => {
  const { takes } = limit(1);
  expect(takes('first')).toBe(true);
  for (let n = 0; n < 19_999; n += 1) takes(`of many ${n}`);
  expect(takes('first')).toBe(false);
  takes('one more');
  expect(takes('first')).toBe(true);
});

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['2001:db8::1:2:3:4:5', '2001:db8:0:1::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['64:ff9b::192.0.2.33', '64:ff9b:0:0::/64'],
  ['no address', 'no address'],
])('%s is of %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
