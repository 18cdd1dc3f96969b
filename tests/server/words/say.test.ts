import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sayIssue } from '../../../server/words/issue.ts';
import { say } from '../../../server/words/say.ts';

const folders = ['server/routes', 'server/auth', 'server/answers', 'db/writes', 'db/settings', 'db/reads'];

/** Programs and devices hear these, not somebody at the dashboard. */
const forPrograms = [
  'A device may report for itself only.',
  'From another machine an owner’s token is needed.',
  'An owner’s token is needed.',
  'The body is larger than 8 MiB.',
  'Something went wrong here; the log says what. Send it again later.',
  'store: name at most 1 stores for one stream',
  // The phone says it before it sends.
  '"1" cannot be 1: 1, or leave it out, and send it again.',
  'answers: 1 is a whole number from 1 to 1, not 1.',
  'answers: 1 is answered twice; send one answer of each.',
  // The page always takes these from the device's own list.
  'The device "1" has no difference on line 1 between these two times: take start and end from its list, which may have changed.',
  'There is no 1 "1": choose one of the list.',
];

/** What `new AppError(code, sentence)` says, 1 for whatever is put in. */
function sentencesOf(source: string): string[] {
  const said = source.matchAll(/new AppError\(\s*[\w.']+,\s*(`(?:[^`\\]|\\.)*`|'(?:[^'\\]|\\.)*')/g);
  return [...said].map(([, literal = '']) => literal.slice(1, -1).replace(/\$\{[^}]*\}/g, '1'));
}

describe('what the server refuses', () => {
  it('is said in Russian and Persian wherever somebody at the dashboard may hear it', () => {
    const files = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => join(folder, file)),
    );
    const sentences = files.flatMap((file) => sentencesOf(readFileSync(file, 'utf8')));
    expect(sentences.length).toBeGreaterThan(80);
    const unsaid = sentences.filter((one) => say(one, 'ru') === one || say(one, 'fa') === one);
    expect([...new Set(unsaid)].filter((one) => !forPrograms.includes(one))).toEqual([]);
  });

  it('keeps what is put into a sentence, and the field it is about', () => {
    expect(say('There is no store "arbat".', 'ru')).toBe('Магазина «arbat» нет.');
    expect(say('The store "arbat" has no device "cam-1".', 'fa')).toBe('فروشگاه «arbat» دستگاه «cam-1» ندارد.');
    expect(say('end: must be after start.', 'ru')).toBe('end: должно быть позже начала.');
    expect(say('There is no GET /nothing.', 'ru')).toBe('Здесь ничего нет: GET /nothing.');
    expect(say('There is no store "arbat".', 'en')).toBe('There is no store "arbat".');
    expect(say('Nobody has translated this.', 'ru')).toBe('Nobody has translated this.');
  });

  it('names a field’s fault in the reader’s words, also where the schema has words of its own', () => {
    const person = z.object({
      name: z.string().min(1),
      email: z.email(),
      age: z.number().max(120),
      at: z.string({ error: 'must be after start' }),
    });
    const { error } = person.safeParse({ name: '', email: 'nobody', age: 200 });
    const said = (language: 'ru' | 'fa' | 'en'): string[] =>
      (error?.issues ?? []).map((issue) => sayIssue({ ...issue } as Parameters<typeof sayIssue>[0], language));
    expect(said('ru')).toEqual([
      'заполните это поле',
      'это не адрес электронной почты',
      'не больше 120',
      'должно быть позже начала',
    ]);
    expect(said('fa')).toEqual(['این را پر کنید', 'این نشانی ایمیل نیست', 'حداکثر 120', 'باید پس از آغاز باشد']);
    expect(said('en')).toEqual(error?.issues.map(({ message }) => message));
  });
});
