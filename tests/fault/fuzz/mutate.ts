/** What goes wrong with messages on the way from a firmware to us: structure first, then text, then bytes. */
import type { Random } from '../../flow/reckoning/random.ts';
import type { Json } from './valid.ts';

const oddNames = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', '', '\u0000', 'line', 'at', 'id'];

const oddTimes = [
  ...['', 'now', '2026', '2026-03-01', '2026-03-01T10:00', '2026-03-01T10:00:00', '2026-03-01 10:00:00Z'],
  ...['2026-02-30T10:00:00Z', '2026-13-01T10:00:00Z', '2026-03-01T24:00:00Z', '2026-03-01T25:00:00Z'],
  ...['2026-03-31T23:59:60Z', '2026-03-01T10:00:00+99:99', '2026-03-01T10:00:00-00:00', '2026-03-01t10:00:00z'],
  ...[
    '0000-01-01T00:00:00Z',
    '0001-01-01T00:00:00Z',
    '1899-12-31T23:59:59Z',
    '1999-12-31T23:59:59Z',
    '1970-01-01T00:00:00Z',
  ],
  ...['9999-12-31T23:59:59Z', '+275760-09-13T00:00:00Z', '-271821-04-20T00:00:00Z', '+012026-03-01T10:00:00Z'],
  ...['2026-W09-1T10:00:00Z', `2026-03-01T10:00:00.${'0'.repeat(500)}1Z`, '٢٠٢٦-03-01T10:00:00Z', '1772359200', '1e12'],
];

const oddNumbers = [
  ...[-1, -0, 0.1, 1.5, 2 ** 31, 2 ** 32, 2 ** 53, 2 ** 53 + 2, 2 ** 63, 1e21, 1e308, -1e308, 5e-324],
  ...[999_999_999, 1_772_359_200, 1_772_359_200_000],
];

const oddTexts = [
  ...[
    'NaN',
    'Infinity',
    '-Infinity',
    'null',
    'undefined',
    'true',
    '0x10',
    '1e400',
    '1,5',
    '1.',
    '.5',
    '+5',
    ' 5 ',
    '--5',
  ],
  ...[
    '\u0000',
    'a\u0000b',
    '\ud800',
    'x\udfff',
    '\ufeff',
    '\u202e',
    '🛒',
    'é',
    'e\u0301',
    "'; drop table sales; --",
    '$1',
    '?',
    '%s',
  ],
  ...[
    '../../etc/passwd',
    '<script>alert(1)</script>',
    '=cmd|/c calc!A1',
    'a'.repeat(70),
    'ж'.repeat(300),
    'Z'.repeat(20_000),
  ],
];

function oddValue(random: Random): Json {
  const any: readonly (() => Json)[] = [
    () => random.pick(oddTimes),
    () => random.pick(oddTimes),
    () => random.pick(oddNumbers),
    () => random.pick(oddTexts),
    () => random.pick([null, true, false]),
    () => [],
    () => ({}),
    () => [random.pick(oddNumbers), random.pick(oddTexts)],
    () => ({ [random.pick(oddNames)]: random.pick(oddTexts) }),
  ];
  return random.pick(any)();
}

function own(item: { [name: string]: Json }, name: string, value: Json): Json {
  const copy = { ...item };
  // Assigning `__proto__` would set the prototype of the copy instead.
  Object.defineProperty(copy, name, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** One field wrong, gone or too many; or the item no object at all. */
export function mutated(random: Random, item: Json): Json {
  if (typeof item !== 'object' || item === null || Array.isArray(item) || random.chance(0.04)) return oddValue(random);
  const names = Object.keys(item);
  const name = names.length === 0 ? 'at' : random.pick(names);
  const kind = random.int(0, 9);
  if (kind <= 5) return own(item, name, oddValue(random));
  if (kind === 6) return Object.fromEntries(Object.entries(item).filter(([one]) => one !== name));
  if (kind === 7) return own(item, random.pick(oddNames), oddValue(random));
  if (kind === 8) return own(item, name, random.pick(Object.values(item).concat(null)));
  return own(item, name.toUpperCase(), item[name] ?? null);
}

const deep = (open: string, close: string, levels: number): string => open.repeat(levels) + close.repeat(levels);

/** The JSON text as firmware that prints it by hand gets it wrong. */
export function mistyped(random: Random, json: string): string {
  const odd: readonly (() => string)[] = [
    () => json.replace(/:(\d+)/, ':1e400'),
    () => json.replace(/:(\d+)/, ':NaN'),
    () => json.replace(/:(\d+)/, ':0$1'),
    () => json.replace(/:(\d+)/, ':99999999999999999999999999'),
    () => json.replace(/^\{"(\w+)":/, '{"$1":1,"$1":'),
    () => json.replace(/\}$/, `,"at":${deep('[', ']', random.pick([10, 63, 64, 65, 5000, 60_000]))}}`),
    () => deep('{"a":', '}', random.pick([3, 5000])),
    () => deep('[', ']', random.pick([2, 64, 65, 100_000])),
    () => json.replaceAll('"', "'"),
    () => json.replace(/\}$/, ',}'),
    () => `${json}${json}`,
    () => `\ufeff${json}`,
    () => `/* counts */ ${json}`,
    () => json.replace(/"(\w+)":"/, '"$1":"\\ud800'),
    () => json.replace(/"(\w+)":"/, '"$1":"\\u0000'),
    () => json.replace(/"(\w+)":"/, '"\\u005f_proto__":{"in":1},"$1":"'),
    () =>
      random.pick([
        '',
        ' ',
        '\n',
        'null',
        'true',
        '0',
        '""',
        '[]',
        '{}',
        'online',
        'offline ',
        '"online"',
        '[null]',
        '[[]]',
      ]),
  ];
  return random.pick(odd)();
}

/** The bytes as a bad line gets them wrong. */
export function garbled(random: Random, bytes: Buffer): Buffer {
  const at = random.int(0, Math.max(0, bytes.length - 1));
  const kind = random.int(0, 5);
  if (kind === 0) return bytes.subarray(0, at);
  if (kind === 1)
    return Buffer.concat([bytes.subarray(0, at), Buffer.from([random.int(0, 255)]), bytes.subarray(at + 1)]);
  if (kind === 2)
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from([0xc3, 0x28, 0xff, 0xed, 0xa0, 0x80]),
      bytes.subarray(at),
    ]);
  if (kind === 3) return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(random.int(1, 40)), bytes.subarray(at)]);
  if (kind === 4) return Buffer.from(Array.from({ length: random.int(0, 200) }, () => random.int(0, 255)));
  return Buffer.concat([bytes.subarray(at), bytes.subarray(0, at)]);
}
