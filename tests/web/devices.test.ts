import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { parsePath, valueAt } from '../../ingest/adapters/generic/path.ts';
import { adapters } from '../../ingest/adapters/registry.ts';
import type { WalkTestAnswer } from '../../server/contracts/walkTests.ts';
import type { DeviceReport } from '../../web/api-types.ts';
import { adopted } from '../../web/devices/adopted.ts';
import { countedTwice } from '../../web/devices/countedTwice.ts';
import type { Profile } from '../../web/devices/deviceTypes.ts';
import { genericOptionMessages } from '../../web/devices/genericOptionMessages.ts';
import { exampleTopic, rolePath } from '../../web/devices/genericRoles.ts';
import { leavesOf } from '../../web/devices/jsonTree.ts';
import { fittingMakes, type MakeKind } from '../../web/devices/makeSearch.ts';
import { messageBody, ownTopic } from '../../web/devices/messageBody.ts';
import { stateOf } from '../../web/devices/stateOf.ts';
import { hostOf, stepTextOf } from '../../web/devices/stepText.ts';
import { Formats } from '../../web/format/formats.ts';
import { verdictOf } from '../../web/install/verdict.ts';
import type { WalkTest } from '../../web/install/walkApi.ts';
import { mockProfiles, mockReport } from './mockDevices.ts';

const formats = new Formats('en');
const names = (profiles: readonly Profile[]): string[] => profiles.map(({ make }) => make);

describe('finding a make', () => {
  it('goes by make, model and kind; Lintel’s own and the generic one lead the whole list', () => {
    expect(names(fittingMakes(mockProfiles, { word: '', kind: 'all' }))).toEqual([
      'Lintel’s own',
      'Any other, by paths',
      'Milesight',
      'Square',
      'Xovis',
    ]);
    expect(names(fittingMakes(mockProfiles, { word: ' vs125 ', kind: 'all' }))).toEqual(['Milesight']);
    expect(names(fittingMakes(mockProfiles, { word: '', kind: 'till' }))).toEqual(['Square']);
    expect(fittingMakes(mockProfiles, { word: 'xovis', kind: 'till' })).toEqual([]);
    expect(names(fittingMakes(mockProfiles, { word: 'ESP', kind: 'all' }))).toEqual(['Any other, by paths']);
  });
});

describe('the makes that Lintel has', () => {
  const profiles: readonly Profile[] = [...adapters.values()].map(({ about, webhook, measures, modes, ...one }) => ({
    ...{ ...about, profile: one.profile, measures, modes, channels: {}, options: [], topics: [], hasApi: false },
    proof: webhook?.proof ?? null,
    examples: undefined,
  }));
  const found = (word: string, kind: MakeKind = 'all'): string[] => names(fittingMakes(profiles, { word, kind }));

  it('are found by what they read and measure, those of that name first', () => {
    expect(found('queue')).toEqual(expect.arrayContaining(['Qmatic', 'Xovis']));
    expect(found('waiting')).toEqual(expect.arrayContaining(['Qmatic', 'Xovis']));
    expect(found('survey')).toEqual(expect.arrayContaining(['Typeform', 'HappyOrNot', 'Zendesk']));
    expect(found('xovis')[0]).toBe('Xovis');
    expect(found('no such thing')).toEqual([]);
  });

  it('stand under queue and service where they count nobody who comes in', () => {
    const feeds = found('', 'feed');
    expect(feeds).toEqual(['HappyOrNot', 'Qmatic', 'Typeform', 'Zendesk']);
    expect(found('', 'device').filter((make) => feeds.includes(make))).toEqual([]);
    expect([...found('', 'device'), ...found('', 'till'), ...feeds].sort()).toEqual(found('').sort());
  });
});

describe('pointing at fields', () => {
  const message = {
    site: 'a',
    'odd name': { 'x.y': 1 },
    doors: [
      { name: 'n', in: 4 },
      { in: 5, deep: { out: null } },
    ],
  };

  it('writes a path that reads exactly the value that was pointed at', () => {
    for (const { path, value } of leavesOf(message)) {
      const parsed = parsePath(path);
      if (parsed === null) throw new Error(`${path} is no path`);
      const found = valueAt(parsed, message, message);
      expect(value === null ? typeof found : JSON.stringify(found)).toEqual(value ?? 'object');
    }
    expect(leavesOf(42)).toEqual([{ path: '.', depth: 0, name: '', value: '42' }]);
  });

  it('does so in any message', () => {
    const paths = fc.check(
      fc.property(fc.object({ key: fc.string({ unit: 'grapheme-ascii', maxLength: 6 }), maxDepth: 3 }), (sent) => {
        const body = JSON.parse(JSON.stringify(sent)) as unknown;
        return leavesOf(body).every(({ path, value }) => {
          // A name with both kinds of quotes has no path.
          if (value === null || (path.includes('"') && path.includes("'"))) return true;
          const parsed = parsePath(path);
          return parsed !== null && JSON.stringify(valueAt(parsed, body, body)) === value;
        });
      }),
    );
    expect(paths.counterexample).toBeNull();
  });

  it('within a list of reports is of one report, and elsewhere of the message', () => {
    expect(rolePath('items', 'doors[1]', '')).toBe('doors[*]');
    expect(rolePath('items', 'doors', '')).toBe('doors[*]');
    expect(rolePath('in', 'doors[1].in', 'doors[*]')).toBe('in');
    expect(rolePath('in', 'doors[1]', 'doors[*]')).toBe('.');
    expect(rolePath('time', 'site', 'doors[*]')).toBe('$.site');
    expect(rolePath('time', 'site', '')).toBe('site');
  });
});

describe('a topic to try a message with', () => {
  it('fits the pattern', () => {
    expect(exampleTopic('esp/{address}/people\nesp/+/status')).toBe('esp/address/people');
    expect(exampleTopic('shop/{line}/{direction}')).toBe('shop/line/in');
    expect(exampleTopic('shop/+/#')).toBe('shop/any');
    expect(exampleTopic('')).toBe('');
  });
});

describe('what is shown of a device', () => {
  const heard = {
    ...{ id: 'door', store: 'arbat', profile: 'xovis', removedAt: null, lastSeen: '2026-03-14T10:00:00Z' },
    ...{ problem: null, state: 'online', coverage: 1 },
  };

  it('is its state in one word', () => {
    expect(stateOf(heard)).toBe('online');
    expect(stateOf({ ...heard, lastSeen: null })).toBe('waiting');
    expect(stateOf({ ...heard, problem: 'covered' })).toBe('problem');
    expect(stateOf({ ...heard, state: 'offline' })).toBe('offline');
    expect(stateOf({ ...heard, state: null, coverage: 0 })).toBe('silent');
    expect(stateOf({ ...heard, removedAt: '2026-03-14T10:00:00Z' })).toBe('removed');
    expect(stateOf({ ...heard, profile: 'import', removedAt: '2026-03-14T10:00:00Z' })).toBe('imported');
    expect(stateOf({ ...heard, id: 'arbat-import-fns', removedAt: '2026-03-14T10:00:00Z' })).toBe('imported');
  });

  it('has its secret in the steps while it is known, and a mark afterwards', () => {
    expect(stepTextOf('Password: {secret}.', 'abc')).toBe('Password: abc.');
    expect(stepTextOf('Password: {secret}.', null)).toBe('Password: •••.');
    expect(hostOf('0.0.0.0', 'shop.example')).toBe('shop.example');
    expect(hostOf('broker.example', 'shop.example')).toBe('broker.example');
  });

  it('is a message as it is pasted, and a topic without the way it came', () => {
    expect(messageBody('{"a":1}')).toEqual({ a: 1 });
    expect(messageBody('<a/>')).toBe('<a/>');
    expect(ownTopic('$source/tts/v3/app/up')).toBe('v3/app/up');
    expect(ownTopic('$hook/cam')).toBe('');
    expect(ownTopic('shop/door')).toBe('shop/door');
  });

  it('of an unknown sender is its own id where that is one', () => {
    expect(adopted('cam-9', 'lintel/v1/arbat/cam-9/counts')).toMatchObject({ id: 'cam-9' });
    expect(adopted('Cam 9!', '$hook/square/')).toEqual({});
  });
});

describe('the generic make', () => {
  it('says every option of its adapter in the page’s words, and in English as the adapter does', () => {
    const options = adapters.get('generic')?.options ?? [];
    const said = options.map(({ name, label }) => [name, label]);
    expect(said.length).toBeGreaterThan(20);
    expect(Object.entries(genericOptionMessages).map(([name, { label }]) => [name, label])).toEqual(said);
  });
});

describe('the verdict of a walk', () => {
  const walked = ([walkedIn, walkedOut]: [number, number], [seenIn, seenOut]: [number | null, number | null]) =>
    verdictOf({ walkedIn, walkedOut, seen: { in: seenIn, out: seenOut }, isComplete: true }, formats);

  it('is what the server promises to answer', () => {
    expectTypeOf<WalkTestAnswer>().toExtend<WalkTest>();
    expect(verdictOf({ walkedIn: 1, walkedOut: 1, seen: { in: 1, out: 1 }, isComplete: false }, formats)).toBeNull();
  });

  it('says what was missed, what was seen besides, and what is the other way round', () => {
    expect(walked([5, 5], [5, 5])).toMatchObject({ tone: 'good' });
    expect(walked([5, 5], [null, null])?.text).toContain('saw none');
    expect(walked([5, 5], [4, 3])?.text).toBe(
      'The counter missed 1 in and 2 out. Check its height, its line and the light.',
    );
    expect(walked([5, 5], [6, 7])).toMatchObject({ tone: 'fair' });
    expect(walked([3, 0], [0, 3])?.text).toContain('other way round');
  });
});

describe('counting by hand', () => {
  it('beside a counter at the same entrance counts everyone twice, until one of them ends', () => {
    const hand: DeviceReport = { ...mockReport, id: 'arbat-hand' };
    const door: DeviceReport = { ...mockReport, id: 'door' };
    const ended = { ...door, removedAt: '2026-03-14T12:00:00+03:00' };
    const ids = (...devices: DeviceReport[]): string[] => countedTwice('arbat', devices).map(({ id }) => id);
    expect(ids(door, hand)).toEqual(['arbat-hand', 'door']);
    expect(ids(hand, ended)).toEqual([]);
    expect(ids(hand, { ...door, entrance: 'side' }, { ...door, measures: ['sales'] })).toEqual([]);
    expect(ids(door, { ...door, id: 'second' })).toEqual([]);
  });
});
