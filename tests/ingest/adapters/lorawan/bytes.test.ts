import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../../ingest/adapters/finding.ts';
import { bytesOfBase64, bytesOfHex } from '../../../../ingest/adapters/lorawan/bytes.ts';
import { bitsByModel } from '../../../../ingest/adapters/lorawan/models.ts';
import { readUplink } from '../../../../ingest/adapters/lorawan/uplink.ts';

const at = Date.parse('2026-03-20T11:00:00Z');

function read(hex: string, { model = '', port = 85 }: { model?: string; port?: number } = {}): readonly Finding[] {
  const bytes = Buffer.from(hex.replaceAll(' ', ''), 'hex');
  return readUplink({ bytes, decoded: undefined, port, model, at, id: 's:1' });
}

function totalsOf(findings: readonly Finding[]): unknown[] {
  return findings.flatMap((one) => (one.kind === 'reading' ? [[one.line, one.channels]] : []));
}

describe('bytes of Milesight’s counters', () => {
  test('totals of 16 and of 32 bits are read from their low byte on', () => {
    expect(totalsOf(read('04cc ffff 0080'))).toEqual([['', { in: 65535, out: 32768 }]]);
    expect(totalsOf(read('03d2 ffffffff 04d2 00000080'))).toEqual([['1', { in: 4294967295, out: 2147483648 }]]);
  });

  test('children are part of the totals, and not told apart', () => {
    expect(totalsOf(read('03d2 0a000000 04d2 09000000 11d2 04000000 12d2 03000000 13cc 01000100'))).toEqual([
      ['1', { in: 10, out: 9 }],
    ]);
  });

  test('what follows a channel that nobody knows is not guessed at', () => {
    expect(totalsOf(read('04cc 0500 0400 aabb 04cc 0900 0900'))).toEqual([['', { in: 5, out: 4 }]]);
  });

  test('a telegram that was cut says so, and what came before it is read', () => {
    const findings = read('04cc 0500 0400 05cc 01');
    expect(totalsOf(findings)).toEqual([['', { in: 5, out: 4 }]]);
    expect(findings.at(-1)).toMatchObject({ kind: 'fault', reason: 'schema' });
  });

  test('a single crossing told at once is in the period too, and counts nobody', () => {
    expect(read('10f7 01000000')).toMatchObject([{ kind: 'aside', why: 'other' }]);
  });

  test('the past of four lines is put together by time', () => {
    const past = (kind: string, data: string): string => `20ce 40 10 bd 69 ${kind} ${data}`;
    const hex = [past('06', '01000000'), past('07', '02000000'), past('0c', '03000000'), past('0d', '04000000')].join(
      '',
    );
    const findings = read(hex, { model: 'VS135' });
    expect(totalsOf(findings)).toEqual([
      ['2', { in: 1, out: 2 }],
      ['4', { in: 3, out: 4 }],
    ]);
    expect(findings.every((one) => one.kind === 'reading' && one.isHistory)).toBe(true);
  });

  test('a past ahead of the network server’s time is by a clock that is wrong', () => {
    const later = Buffer.alloc(4);
    later.writeUInt32LE(at / 1000 + 3600);
    expect(read(`20ce ${later.toString('hex')} 01 0100 0100 0900 0900`)).toMatchObject([
      { kind: 'aside', why: 'repeat' },
    ]);
  });

  test('totals of 32 bits and a past of the VS121 are read by the option model alone', () => {
    const hex = '20ce 40 10 bd 69 10 9001 0e01';
    expect(totalsOf(read(hex, { model: 'VS121' }))).toEqual([['', { in: 400, out: 270 }]]);
    expect(read(hex, { model: 'VS350' })).toMatchObject([
      { kind: 'fault', detail: expect.stringContaining('option model') },
    ]);
  });

  test('any bytes are read without a fault of ours, and each telegram says something', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.constantFrom('', 'VS121', 'VS133', 'VS350', 'IMBuildings'),
        (bytes, model) => {
          const findings = readUplink({ bytes, decoded: undefined, port: 85, model, at, id: '' });
          expect(findings.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  test('totals that are written are the totals that are read, whatever stands between them', () => {
    const between = fc.constantFrom('', '017564', '03670c01', '0aef40 10bd69', '05cc 0100 0200', 'ff0bff');
    fc.assert(
      fc.property(fc.nat(65535), fc.nat(65535), between, (incoming, outgoing, more) => {
        const totals = Buffer.alloc(4);
        totals.writeUInt16LE(incoming, 0);
        totals.writeUInt16LE(outgoing, 2);
        const findings = read(`${more} 04cc ${totals.toString('hex')} ${more}`);
        expect(totalsOf(findings)).toEqual([['', { in: incoming, out: outgoing }]]);
      }),
    );
  });
});

describe('bytes of IMBuildings’ counters', () => {
  test('are told from Milesight’s by kind, variant and length', () => {
    expect(totalsOf(read('0206 0004a30b00f1aa02 00 0104 0003 0002 20 fff0 0102 61', { port: 1 }))).toEqual([
      ['', { a: 65520, b: 258 }],
    ]);
  });

  test('of the fifth variant hold a period only', () => {
    const findings = read('0205 0004a30b00f1aa02 00 0104 0003 0002 00 61', { port: 1 });
    expect(findings.slice(0, 2)).toMatchObject([
      { kind: 'event', channel: 'a', count: 3 },
      { kind: 'event', channel: 'b', count: 2 },
    ]);
  });
});

describe('the width of totals', () => {
  test('is the model’s, and 16 bits where the model is not told', () => {
    const models = [
      'VS350',
      'VS351',
      'VS360',
      'VS121',
      'IMBuildings People Counter',
      undefined,
      'VS132',
      'VS133',
      'VS135',
    ];
    expect(models.map((model) => bitsByModel({ model }))).toEqual([16, 16, 16, 16, 16, 16, 32, 32, 32]);
  });
});

describe('bytes as text', () => {
  test('are base64 or hexadecimal, and nothing else', () => {
    expect(bytesOfBase64('BMwFAAQA')).toEqual(Buffer.from('04cc05000400', 'hex'));
    expect(bytesOfHex('04CC05000400')).toEqual(Buffer.from('04cc05000400', 'hex'));
    expect([
      bytesOfBase64('no base64!'),
      bytesOfBase64(''),
      bytesOfBase64(7),
      bytesOfHex('abc'),
      bytesOfHex(null),
    ]).toEqual([null, null, null, null, null]);
  });
});
