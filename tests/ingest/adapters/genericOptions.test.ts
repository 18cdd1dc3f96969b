import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePath, placesAt, valueAt } from '../../../ingest/adapters/generic/path.ts';
import { planOf } from '../../../ingest/adapters/generic/plan.ts';
import { parseTopicPattern } from '../../../ingest/adapters/generic/topicPattern.ts';

const message = { a: { b: [{ c: 1 }, { c: 2 }] }, 'input:2': { total: 9 }, 'x.y': 3, zones: { east: 4, west: 5 } };

function at(text: string, item: unknown = message): unknown {
  const path = parsePath(text);
  return path === null ? 'no path' : valueAt(path, item, message);
}

describe('a path', () => {
  test('leads through fields and places', () => {
    expect([at('a.b[0].c'), at('a.b[1].c'), at('input:2.total'), at('["x.y"]'), at('zones.west')]).toEqual([
      1, 2, 9, 3, 5,
    ]);
  });

  test('is the message itself as a dot, and of the whole message from $ on', () => {
    expect([at('.'), at('$.zones.east', 7), at('$', 7), at('.', 7)]).toEqual([message, 4, message, 7]);
  });

  test('leads nowhere where there is nothing, and never to what every object has', () => {
    expect([at('a.z'), at('a.b[7]'), at('a[0]'), at('constructor'), at('__proto__.toString')]).toEqual(
      Array(5).fill(undefined),
    );
  });

  test('has every item or field, with its place or name, by a star', () => {
    const places = (text: string): unknown =>
      placesAt(parsePath(text)!, message, message).map(({ value, name }) => [name, value]);
    expect(places('a.b[*].c')).toEqual([
      ['0', 1],
      ['1', 2],
    ]);
    expect(places('zones[*]')).toEqual([
      ['east', 4],
      ['west', 5],
    ]);
    expect(places('nothing[*]')).toEqual([]);
  });

  test.for(['', '  ', 'a[', 'a]', 'a[x]', 'a..b', '[-1]', 'a.'])('is not "%s"', (text) => {
    expect(parsePath(text)).toBeNull();
  });

  test('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (text, value) => {
        const path = parsePath(text);
        if (path !== null) placesAt(path, value, value);
      }),
    );
    expect(parsePath('a.b')).not.toBeNull();
  });
});

describe('a pattern of topics', () => {
  const words = (pattern: string, topic: string): unknown => parseTopicPattern(pattern)?.(topic);

  test('names the device, the line and the direction', () => {
    expect(words('shop/{address}/{line}/{direction}', 'shop/esp-1/main/in')).toEqual({
      address: 'esp-1',
      line: 'main',
      direction: 'in',
    });
    expect(words('ha/sensor/door_{direction}/state', 'ha/sensor/door_out/state')).toEqual({ direction: 'out' });
  });

  test('takes any level for + and any rest for #, and nothing else', () => {
    expect(words('+/events/rpc', 'shelly-1/events/rpc')).toEqual({});
    expect(words('shop/#', 'shop/a/b')).toEqual({});
    expect(words('shop/#', 'shop')).toEqual({});
    expect(words('+/events/rpc', 'a/b/events/rpc')).toBeNull();
    expect(words('a.c/{line}', 'abc/x')).toBeNull();
  });

  test('is none with an unknown name or one name twice', () => {
    expect([parseTopicPattern('a/{shop}'), parseTopicPattern('{line}/{line}'), parseTopicPattern('')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('the options of a generic device', () => {
  test.for([
    [{ in: 'a', timeFormat: 'iso' }, '`timeFormat` is none of'],
    [{ in: 'a', factor: '-2' }, '`factor` is not a number above 0'],
    [{ in: 'a', where: 'type counter' }, 'write it like `type = counter`'],
    [{ in: 'a', topic: 'a/{b}' }, '`topic` is no pattern'],
    [{ in: { path: 'a' } }, '`in` is not a text'],
    [{ line: 'a' }, 'do not say what counts'],
  ] as const)('that are wrong say what to do: %j', ([options, sentence]) => {
    expect(planOf(options)).toContain(sentence);
  });

  test('are read once', () => {
    const options = { in: 'a', where: 'type = counter, pulse\nstate = *' };
    expect(planOf(options)).toBe(planOf(options));
    expect(planOf(options)).toMatchObject({ where: [{ texts: new Set(['counter', 'pulse']) }, { texts: null }] });
  });
});
