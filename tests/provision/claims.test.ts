import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Connection, Device, LineRule } from '../../db/vocabulary/place.ts';
import { isMatched } from '../../ingest/pipeline/routes.ts';
import { sharedClaims } from '../../server/provision/claims.ts';
import { makeDevice } from '../db/chain.ts';

/** A message as it comes: by whose way, on which topic, naming which address and line. */
interface Message {
  readonly way: string;
  readonly topic: string;
  readonly address: string;
  readonly line: string;
  readonly at: number;
}

const topics = ['a', 'b', 'a/b', 'a/a', 'b/b', 'a/b/a'];
const addresses = ['00:01', '00:02'];
const lines = ['1', '2', 'door'];
/** And one that no device speaks of. */
const others = ['3'];

/** Every message there can be, for a handful of ways. */
function messages(ids: readonly string[]): Message[] {
  const ways = ['broker', 'source s', ...ids.map((id) => `hook ${id}`)];
  const all: Message[] = [];
  for (const way of ways)
    for (const topic of way.startsWith('hook') ? [''] : topics)
      for (const address of addresses)
        for (const line of [...lines, ...others])
          for (const at of [50, 150]) all.push({ way, topic, address, line, at });
  return all;
}

/** Whether a device counts a message, told as the pipeline finds and settles it. */
function counts(device: Device, message: Message, devices: ReadonlyMap<string, Device>): boolean {
  const { connection, installedAt, removedAt } = device;
  if (connection === null) return false;
  if (message.at < (installedAt ?? 0) || message.at >= (removedAt ?? 1000)) return false;
  if (connection.address !== null && connection.address.toLowerCase() !== message.address.replace(':', ''))
    return false;
  const isFiltered = (filters: readonly string[]): boolean =>
    filters.some((filter) => isMatched(filter.split('/'), message.topic.split('/')));
  const host = connection.source === null ? device : devices.get(connection.source);
  const isIts =
    host === undefined
      ? message.way === `source ${connection.source}` &&
        (connection.topics.length === 0 || isFiltered(connection.topics))
      : message.way === `hook ${host.id}` || (message.way === 'broker' && isFiltered(host.connection?.topics ?? []));
  if (!isIts) return false;
  const rule = connection.map.find(({ line }) => line === message.line);
  const line = rule?.as ?? message.line;
  return rule?.ignore !== true && (device.lines.length === 0 || device.lines.includes(line));
}

const filter = fc.constantFrom('a', 'a/b', 'a/+', 'a/#', 'b/{address}', 'b/b', 'a/b/a');
const rule: fc.Arbitrary<LineRule> = fc.oneof(
  fc.record({ line: fc.constantFrom(...lines), as: fc.constantFrom('1', '2', 'door') }),
  fc.record({ line: fc.constantFrom(...lines), ignore: fc.constant(true) }),
);
const connection = fc.record({
  source: fc.constantFrom(null, null, 's', 'd0'),
  topics: fc.uniqueArray(filter, { maxLength: 2 }),
  address: fc.constantFrom(null, '0001', '0002'),
  swap: fc.boolean(),
  map: fc.uniqueArray(rule, { maxLength: 2, selector: ({ line }) => line }),
  options: fc.constant({}),
});
const span = fc.constantFrom({}, { removedAt: 100 }, { installedAt: 100 });

function chain(parts: readonly [Connection, readonly string[], object][]): Map<string, Device> {
  const devices = parts.map(([one, own, more], index) => {
    // The first brings its messages by itself, so that others may share them.
    const whole = index === 0 ? { ...one, source: null } : one.source === 'd0' ? { ...one, topics: [] } : one;
    return makeDevice(`d${index}`, 'arbat', { profile: 'xovis', connection: whole, lines: own, ...more });
  });
  return new Map(devices.map((device) => [device.id, device]));
}

it('two devices share a claim exactly where some message would be counted by both', () => {
  const device = fc.tuple(connection, fc.uniqueArray(fc.constantFrom('1', '2', 'door'), { maxLength: 2 }), span);
  fc.assert(
    fc.property(fc.array(device, { minLength: 2, maxLength: 4 }), (parts) => {
      const devices = chain(parts);
      const ids = [...devices.keys()];
      const all = messages(ids);
      const expected: string[] = [];
      for (const one of ids)
        for (const other of ids.slice(ids.indexOf(one) + 1)) {
          const [a, b] = [devices.get(one) as Device, devices.get(other) as Device];
          if (all.some((message) => counts(a, message, devices) && counts(b, message, devices)))
            expected.push(`${one} ${other}`);
        }
      const found = sharedClaims(devices).map(({ one, other }) => `${one.id} ${other.id}`);
      expect(found.sort()).toEqual(expected.sort());
    }),
    { numRuns: 400 },
  );
});

it('devices of different makes, and of other stores’ cameras, share nothing', () => {
  const own: Connection = { source: null, topics: ['a'], address: null, swap: false, map: [], options: {} };
  const devices = new Map(
    [
      makeDevice('x', 'arbat', { profile: 'xovis', connection: own, lines: [] }),
      makeDevice('y', 'arbat', { profile: 'axis', connection: own, lines: [] }),
      makeDevice('n', 'arbat'),
    ].map((device) => [device.id, device]),
  );
  expect(sharedClaims(devices)).toEqual([]);
});
