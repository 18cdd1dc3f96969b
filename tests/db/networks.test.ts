import { expect, test } from 'vitest';
import { addressList, senderAddress, wrongNetworks } from '../../db/settings/networks.ts';

test('a list of networks and single addresses, of both kinds', () => {
  const list = addressList(['192.0.2.0/24', '2001:db8::/32', '198.51.100.7']);
  const inside = ['192.0.2.200', '::ffff:192.0.2.1', '2001:db8::5', '198.51.100.7'];
  expect(inside.filter((address) => !list.has(address))).toEqual([]);
  expect(['192.0.3.1', '198.51.100.8', '2001:db9::1', '', 'nonsense'].filter(list.has)).toEqual([]);
});

test('what is no network is named, and lets nobody in', () => {
  expect(wrongNetworks(['10.0.0.0/8', '10.0.0.0/33', '300.1.1.1', 'shop.example', '::1/129', 7, '1.2.3.4/'])).toEqual([
    '10.0.0.0/33',
    '300.1.1.1',
    'shop.example',
    '::1/129',
    '7',
    '1.2.3.4/',
  ]);
  expect(addressList(['nonsense']).has('192.0.2.1')).toBe(false);
});

test('what a proxy says of the sender is believed of trusted proxies alone, and only their own word', () => {
  const proxies = addressList(['10.0.0.0/8']);
  expect(senderAddress('::ffff:192.0.2.1', '198.51.100.9', null)).toBe('192.0.2.1');
  expect(senderAddress('192.0.2.1', '198.51.100.9', proxies)).toBe('192.0.2.1');
  expect(senderAddress('10.0.0.1', '198.51.100.9', proxies)).toBe('198.51.100.9');
  expect(senderAddress('10.0.0.1', '203.0.113.66, 198.51.100.9, 10.0.0.2', proxies)).toBe('198.51.100.9');
  expect(senderAddress('10.0.0.1', undefined, proxies)).toBe('10.0.0.1');
});
