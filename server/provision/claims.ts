import type { Connection, Device } from '../../db/vocabulary/place.ts';
import { filtersMeet } from './filters.ts';

/** Two devices that would count the same people. */
export interface SharedClaim {
  readonly one: Device;
  readonly other: Device;
}

interface Claim {
  readonly device: Device;
  readonly connection: Connection;
  /** null: all addresses. */
  readonly address: string | null;
}

interface Group {
  readonly levels: readonly string[];
  readonly claims: Claim[];
}

/** As the pipeline compares addresses: vendors write one with and without colons, large and small. */
function plainAddress(address: string | null): string | null {
  return address === null ? null : address.replace(/[:\-\s]/g, '').toLowerCase();
}

/**
 * Pairs of vendors' devices whose messages come by the same way, with the same address, and that count the same lines at the same time.
 * Compares only what can meet, so that a chain of thousands takes no time.
 */
export function sharedClaims(devices: ReadonlyMap<string, Device>): SharedClaim[] {
  const ways = new Map<string, Map<string, Group>>();
  for (const device of devices.values()) {
    const { connection } = device;
    if (connection === null) continue;
    const claim: Claim = { device, connection, address: plainAddress(connection.address) };
    for (const [way, filter] of waysOf(device, connection, devices)) {
      const groups = ways.get(way) ?? new Map<string, Group>();
      ways.set(way, groups);
      const group = groups.get(filter) ?? { levels: filter.split('/'), claims: [] };
      groups.set(filter, group);
      group.claims.push(claim);
    }
  }
  const found = new Map<string, SharedClaim>();
  for (const groups of ways.values()) meetings([...groups.values()], found);
  return [...found.values()];
}

/** How its messages come: by which way, and by which of its topics (`#`: all). */
function waysOf(
  device: Device,
  { source, topics }: Connection,
  devices: ReadonlyMap<string, Device>,
): [string, string][] {
  const host = source === null ? undefined : devices.get(source);
  // Another device's messages are shared: whatever comes to it.
  if (host !== undefined) return [[`hook ${host.id}`, '#'], ...ownTopics(host.connection?.topics ?? [])];
  if (source !== null) return (topics.length === 0 ? ['#'] : topics).map((filter) => [`source ${source}`, filter]);
  return [[`hook ${device.id}`, '#'], ...ownTopics(topics)];
}

function ownTopics(topics: readonly string[]): [string, string][] {
  return topics.map((filter) => ['broker', filter]);
}

/** Only what begins alike can meet: each is compared with those whose plain beginning is the beginning of its own. */
function meetings(groups: readonly Group[], found: Map<string, SharedClaim>): void {
  if (groups.length === 1 && groups[0]?.claims.length === 1) return;
  const byBeginning = new Map<string, Group[]>();
  for (const group of groups) {
    const key = beginningOf(group).join('/');
    byBeginning.set(key, [...(byBeginning.get(key) ?? []), group]);
  }
  for (const group of groups) {
    const beginning = beginningOf(group);
    for (let length = 0; length <= beginning.length; length += 1) {
      for (const met of byBeginning.get(beginning.slice(0, length).join('/')) ?? []) {
        if (met === group || filtersMeet(group.levels, met.levels)) compare(group.claims, met.claims, found);
      }
    }
  }
}

/** The levels before the first wildcard. */
function beginningOf({ levels }: Group): readonly string[] {
  const end = levels.findIndex((level) => /^[+#{]/.test(level));
  return end < 0 ? levels : levels.slice(0, end);
}

function compare(claims: readonly Claim[], others: readonly Claim[], found: Map<string, SharedClaim>): void {
  const byAddress = new Map<string | null, Claim[]>();
  for (const claim of others) {
    const alike = byAddress.get(claim.address);
    if (alike === undefined) byAddress.set(claim.address, [claim]);
    else alike.push(claim);
  }
  const everything = byAddress.get(null) ?? [];
  for (const claim of claims) {
    const rivals = claim.address === null ? others : [...(byAddress.get(claim.address) ?? []), ...everything];
    for (const rival of rivals) {
      if (rival.device === claim.device || !isSame(claim, rival)) continue;
      const [one, other] = [claim.device, rival.device].sort((a, b) => (a.id < b.id ? -1 : 1)) as [Device, Device];
      found.set(`${one.id} ${other.id}`, { one, other });
    }
  }
}

function isSame(one: Claim, other: Claim): boolean {
  if (one.device.profile !== other.device.profile || !isTogether(one.device, other.device)) return false;
  const isTill = one.device.measures.includes('sales') && other.device.measures.includes('sales');
  return isTill || shareLine(linesOf(one), linesOf(other));
}

/** A counter that was moved to another store is two devices, one after the other. */
function isTogether(one: Device, other: Device): boolean {
  const ends = (device: Device): number => device.removedAt ?? Number.POSITIVE_INFINITY;
  const begins = (device: Device): number => device.installedAt ?? Number.NEGATIVE_INFINITY;
  return begins(one) < ends(other) && begins(other) < ends(one);
}

/** Which of the vendor's lines a device counts: only some, or all but some. */
interface LinesCounted {
  readonly only: ReadonlySet<string> | null;
  readonly not: ReadonlySet<string>;
}

function linesOf({ device, connection: { map } }: Claim): LinesCounted {
  const not = new Set(map.filter((rule) => rule.ignore === true).map((rule) => rule.line));
  if (device.lines.length === 0) return { only: null, not };
  const renamed = new Map(map.map((rule) => [rule.line, rule.as ?? rule.line]));
  const vendors = device.lines.flatMap((line) => {
    const from = [...renamed].filter(([, as]) => as === line).map(([name]) => name);
    return renamed.has(line) ? from : [...from, line];
  });
  return { only: new Set(vendors.filter((line) => !not.has(line))), not };
}

function shareLine(one: LinesCounted, other: LinesCounted): boolean {
  if (one.only === null && other.only === null) return true;
  if (one.only === null) return shareLine(other, one);
  return [...one.only].some((line) => (other.only === null ? !other.not.has(line) : other.only.has(line)));
}
