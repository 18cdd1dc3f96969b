import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { say } from '../../../server/words/say.ts';

const literal = "(`(?:[^`\\\\]|\\\\.)*`|'(?:[^'\\\\]|\\\\.)*')";

/** Where sentences are written that somebody at the dashboard reads, and by what they are known there. */
const written: readonly (readonly [folder: string, before: string])[] = [
  ['ingest/adapters', String.raw`\b(?:refuse|fault|aside|nothing|left)\(\s*'\w+',\s*`],
  ['ingest/settle', String.raw`\b(?:refuse|fault|aside)\(\s*'\w+',\s*`],
  ['ingest/pipeline', String.raw`\b(?:refuse\(\s*'\w+',|unreadable\(|fault\(\s*'\w+',)\s*`],
  ['ingest/fetch', String.raw`\b(?:sentence|problem): `],
  ['server/provision', String.raw`\b(?:message|error): `],
  ['server/vendors', String.raw`\b(?:fine|wrong)\(\s*`],
  ['server/compose/sourceTrial.ts', String.raw`\b(?:fine|wrong)\(\s*`],
  ['server/cli/import', String.raw`\breason: `],
];

/** Put together of pieces, which are known together: looked at below, or where they are made. */
const composed = [
  'No device is set up for what comes 1: adopt it on the page Devices.',
  '1: adopt it on the page Devices, or set its address in the provision file.',
  'the profile "1" 1',
  '1 is counted by 1, not by this.',
  'The message has no number at 1]) => ',
  'The button 1 is none of 1: say with the option scale how many there are.',
  'People counted in JSON: 1',
  'The 1 has no id.',
  'The 1 1 has no created_at.',
  'A 1 of 1 that is 1.',
  'The secret of the vendor’s API is there: 1.',
  'The secret of the vendor’s API is missing: enter it, so that 1.',
];

/** Names and figures only, and beginnings of what is put together of more than one literal. */
function isPiece(sentence: string): boolean {
  return composed.includes(sentence) || sentence.includes('${') || /^[1 :"'.,…]*$/.test(sentence);
}

function sources(place: string): string[] {
  if (place.endsWith('.ts')) return [place];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(place, file));
}

/** What is said there, 1 for whatever is put in. */
function sentencesIn(place: string, before: string): string[] {
  const said = new RegExp(before + literal, 'g');
  return sources(place).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(said)].map(([, found = '']) =>
      found
        .slice(1, -1)
        .replace(/\\(['`])/g, '$1')
        .replace(/\$\{[^}]*\}/g, '1'),
    ),
  );
}

describe.each(written)('%s', (place, before) => {
  it('says nothing to somebody at the dashboard that is not known in Russian and Persian', () => {
    const sentences = [...new Set(sentencesIn(place, before))].filter((one) => !isPiece(one));
    expect(sentences.length).toBeGreaterThan(2);
    expect(sentences.filter((one) => say(one, 'ru') === one || say(one, 'fa') === one)).toEqual([]);
  });
});

describe('what was understood', () => {
  it.each([
    [
      '2026-11-22 10:00:00 to 2026-11-22 10:05:00, line main: 3 in, 2 passing by',
      '2026-11-22 10:00:00 — 2026-11-22 10:05:00, линия main: вошло 3, мимо прошло 2',
    ],
    ['2026-11-22 10:00:00, line 1: totals 12 in, 11 out', '2026-11-22 10:00:00, линия 1: итоги — вошло 12, вышло 11'],
    ['2026-11-22 10:00:00, line 1: 1 passing by', '2026-11-22 10:00:00, линия 1: мимо прошло 1'],
    ['2026-11-22 10:00:00, receipt 17-4: EUR 12.50', '2026-11-22 10:00:00, чек 17-4: EUR 12.50'],
    [
      'visit 9 of queue tills, joined A, called B, served',
      'визит 9, очередь tills, встал в очередь A, вызван B, обслужен',
    ],
    ['the device is online, with a problem: dark', 'устройство на связи, неисправность: dark'],
  ])('is said with its figures: %s', (english, russian) => {
    expect(say(english, 'ru')).toBe(russian);
    expect(say(english, 'fa')).toMatch(/\p{Script=Arabic}/u);
  });

  it.each([
    'No device is set up for what comes by ttn: adopt it on the page Devices.',
    'It names no device: adopt it on the page Devices, or set its address in the provision file.',
    'No device is set up with the address A1: adopt it on the page Devices, or set its address in the provision file.',
    'the profile "terabee" comes by MQTT alone: name the topic it publishes to, or its source',
    'The secret of the vendor’s API is there: what its messages only name is asked for, and what was missed is found.',
    'The secret of the vendor’s API is missing: enter it, so that what its messages only name is asked for, and what was missed is found.',
    'The source "ttn" is connected and reads v3/#.',
    'In the last 24 hours one item was refused (schema): The body is empty.',
    '4 requests were refused in the last hour, the last at 10:05: not signed. Paste the key by which Square signs on this device’s page.',
    'two editions begin on 2026-01-01',
    'door is counted by its totals, not by this.',
    'The message has no number at `people.in`.',
    'The button 7 is none of four: say with the option scale how many there are.',
    'People counted in JSON: choose XML as the parameter format of the HTTP host notification.',
    'The refund has no id.',
    'The payment p1 has no created_at.',
    'A payment of 5.00 that is CANCELED.',
  ])('says what is put together: %s', (sentence) => {
    expect(say(sentence, 'ru')).toMatch(/\p{Script=Cyrillic}/u);
    expect(say(sentence, 'fa')).toMatch(/\p{Script=Arabic}/u);
    expect(say(sentence, 'ru')).not.toMatch(/[a-z]{3,} [a-z]{3,} [a-z]{3,}/);
    expect(say(sentence, 'fa')).not.toMatch(/[a-z]{3,} [a-z]{3,} [a-z]{3,}/);
  });

  it('says the sentence inside a sentence too', () => {
    expect(say('The item is not an object. (schema)', 'ru')).toBe('Запись — не объект. (schema)');
    expect(say('In the last 24 hours 3 items were refused (schema): id is missing.', 'fa')).toBe(
      'در ۲۴ ساعت گذشته 3 مورد رد شد (schema): فیلد id نیست.',
    );
    expect(say('Its source: there is no source "ttn": did you mean "ttn-1"?.', 'ru')).toBe(
      'Настройка source: не найдено: источник «ttn». Может быть, «ttn-1»?.',
    );
  });
});
