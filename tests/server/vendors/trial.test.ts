import { describe, expect, it } from 'vitest';
import type { DeviceState } from '../../../db/reads/devices.ts';
import type { Connection, Device, Settings } from '../../../db/vocabulary/place.ts';
import { secretsOf } from '../../../server/vendors/connection.ts';
import { type TrialInput, tryDevice } from '../../../server/vendors/trial.ts';
import { makeDevice, makeStore } from '../../db/chain.ts';
import { profiles } from '../../provision/profiles.ts';

const now = Date.UTC(2026, 2, 20, 12);
const minute = 60_000;

function connection(more: Partial<Connection> = {}): Connection {
  return { source: null, topics: [], address: null, swap: false, map: [], options: {}, ...more };
}

function head(more: Partial<Device> = {}): Device {
  return makeDevice('head', 'arbat', { profile: 'xovis', connection: connection(), lines: [], ...more });
}

function state(more: Partial<DeviceState> = {}): DeviceState {
  return {
    deviceId: 'head',
    lastSeenAt: now - minute,
    lastReportAt: now - 2 * minute,
    firstReportAt: now - 90 * minute,
    state: null,
    problem: null,
    stateAt: null,
    battery: null,
    firmware: null,
    corrections: 0,
    ...more,
  };
}

interface Around {
  readonly device?: Device;
  readonly others?: readonly Device[];
  readonly sources?: Settings['sources'];
  readonly input?: Partial<TrialInput>;
}

/** What is said of a device; each sentence begins with ✓ or ✗. */
function said({ device = head(), others = [], sources = new Map(), input = {} }: Around = {}): string[] {
  const devices = [device, ...others];
  const store = makeStore('arbat', { devices, timezone: 'UTC' });
  const settings: Settings = {
    version: 1,
    organisation: { name: 'Shops', currency: 'EUR', locale: 'en' },
    regions: [],
    stores: new Map([['arbat', store]]),
    devices: new Map(devices.map((one) => [one.id, one])),
    standards: [],
    checklists: [],
    mqttClients: new Map(),
    sources,
  };
  const holder = { holderKind: 'device', holderId: device.id } as const;
  const steps = tryDevice({
    settings,
    store,
    device,
    profiles,
    facts: { state: state(), refused: [], placed: [] },
    secrets: secretsOf([{ ...holder, name: 'hook', endsAt: null }], holder),
    asked: undefined,
    sourceState: undefined,
    refused: null,
    troubles: [],
    now,
    ...input,
  });
  return steps.map(({ ok, text }) => `${ok ? '✓' : '✗'} ${text}`);
}

const wrong = (lines: readonly string[]): string[] => lines.filter((line) => line.startsWith('✗'));

describe('trying a device out', () => {
  it('all is well where it is set up, was heard, and its clock is right', () => {
    expect(said()).toEqual([
      '✓ It is set up as Maker.',
      '✓ The webhook of "head" has its secret.',
      '✓ Its last message came at 2026-03-20T11:59:00+00:00.',
      '✓ Its clock is right to within minutes.',
    ]);
  });

  it('a webhook without its secret, and a device that was never heard', () => {
    const secrets = secretsOf([], { holderKind: 'device', holderId: 'head' });
    const facts = { state: null, refused: [], placed: [] };
    expect(wrong(said({ input: { secrets, facts } }))).toEqual([
      '✗ The webhook of "head" has no secret yet: make one and enter it at the vendor.',
      '✗ Nothing of it has arrived yet: have it send a message, and watch what arrives.',
    ]);
    const topic = head({ connection: connection({ topics: ['door/{address}'], address: 'A1' }) });
    expect(said({ device: topic, input: { secrets } })).toContain('✓ It may publish to door/A1 as the user head.');
    expect(wrong(said({ device: topic, input: { secrets } }))).toEqual([]);
  });

  it('a vendor that is asked, and does not answer', () => {
    const device = head({ profile: 'square', measures: ['sales'], connection: connection({ address: 'L1' }) });
    const holder = { holderKind: 'device', holderId: 'head' } as const;
    const there = (['hook', 'api'] as const).map((name) => ({ ...holder, name, endsAt: null }));
    const secrets = secretsOf(there, holder);
    const of = (asked: TrialInput['asked']) => said({ device, input: { secrets, asked } });
    expect(wrong(of({ waiting: 2, failed: 0, error: null }))).toEqual([]);
    expect(of({ waiting: 2, failed: 0, error: null })).toContain('✓ Still to be asked for: 2.');
    expect(wrong(of({ waiting: 0, failed: 3, error: null }))[0]).toContain('did not tell 3 that it named');
    expect(wrong(of({ waiting: 0, failed: 0, error: 'The key is refused.' }))).toEqual(['✗ The key is refused.']);
  });

  it('a source that is away, and one that is read elsewhere', () => {
    const device = head({
      profile: 'ttn',
      mode: 'cumulative',
      connection: connection({ source: 'net', options: { model: 'vs132' } }),
    });
    const source = { id: 'net', profile: 'ttn', url: 'mqtt://b', username: null, topics: [], options: {} };
    const sources = new Map([['net', source]]);
    const away = { connected: false, since: now, problem: 'b cannot be reached: check it.', lastMessageAt: null };
    expect(wrong(said({ device, sources, input: { sourceState: away } }))).toEqual([
      '✗ The source "net" is not connected. b cannot be reached: check it.',
    ]);
    const here = { ...away, connected: true, problem: null };
    expect(wrong(said({ device, sources, input: { sourceState: here } }))).toEqual([]);
    expect(wrong(said({ device, sources }))[0]).toContain('is not read by this process');
  });

  it('what keeps it from counting: another device, another make, settings that do not fit', () => {
    const device = head({ connection: connection({ topics: ['door'] }) });
    const others = [
      makeDevice('twin', 'arbat', { profile: 'xovis', connection: connection({ topics: ['door'] }), lines: [] }),
      makeDevice('odd', 'arbat', {
        profile: 'generic',
        connection: connection({ topics: ['+/+', 'door'] }),
        lines: [],
      }),
    ];
    expect(wrong(said({ device, others }))).toEqual([
      '✗ The device "twin" counts the same lines of the same address: give one of them other lines or its own address.',
      '✗ The device "odd" reads the same topic as "generic": a topic can be of one make only.',
    ]);
    expect(wrong(said({ device: head({ mode: 'event' }) }))).toEqual([
      '✗ Its mode: the profile "xovis" does not count by event: take one of interval, cumulative.',
    ]);
    expect(said({ device: head({ profile: 'gone' }) })).toEqual([
      '✗ This version does not read the profile "gone": choose another make.',
    ]);
  });

  it('clocks that were never set, stand still, run ahead or lag', () => {
    const facts = { state: state(), refused: [], placed: [{ reason: 'unset', count: 3 }] };
    expect(wrong(said({ input: { facts } }))[0]).toMatch(/^✗ Its clock was never set/);
    const frozen = { ...facts, placed: [{ reason: 'frozen', count: 3 }] };
    expect(wrong(said({ input: { facts: frozen } }))[0]).toMatch(/^✗ Its clock stands still/);
    const of = (lastReportAt: number) => ({ state: state({ lastReportAt }), refused: [], placed: [] });
    expect(wrong(said({ input: { facts: of(now + 60 * minute) } }))[0]).toMatch(/^✗ Its clock is ahead/);
    expect(wrong(said({ input: { facts: of(now - 300 * minute) } }))[0]).toContain('hours older');
  });

  it('silence, a problem it reports, what was refused, and what is wrong with the server', () => {
    const quiet = {
      state: state({ lastSeenAt: now - 300 * minute, lastReportAt: now - 301 * minute }),
      refused: [],
      placed: [],
    };
    expect(wrong(said({ input: { facts: quiet } }))).toEqual([
      '✗ Its last message came at 2026-03-20T07:00:00+00:00: check its power and its network.',
    ]);
    const bell = head({
      profile: 'ttn',
      mode: 'event',
      connection: connection({ topics: ['a'], options: { model: 'vs132' } }),
    });
    expect(wrong(said({ device: bell, input: { facts: quiet } }))).toEqual([]);
    const covered = {
      state: state({ problem: 'covered' }),
      refused: [{ reason: 'schema', detail: 'No counts.', count: 2 }],
      placed: [],
    };
    expect(wrong(said({ input: { facts: covered, troubles: ['The database is full.'] } }))).toEqual([
      '✗ The database is full.',
      '✗ It reports a problem: covered.',
      '✗ In the last 24 hours 2 items were refused (schema): No counts.',
    ]);
  });
});
