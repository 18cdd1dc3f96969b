import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PluralForms } from '../../web/language/plural.ts';

/** What the page of a language makes of numbers; the build sets its language down. */
async function saidIn(language: string, forms: PluralForms, numbers: readonly number[]): Promise<string[]> {
  vi.resetModules();
  vi.stubGlobal('LINTEL_LANGUAGE', language);
  const { plural } = await import('../../web/language/plural.ts');
  return numbers.map((value) => plural({ value }, forms));
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe('a noun after its number', () => {
  it('in Russian follows the last digits, and a part of one has its own form', async () => {
    const forms = { one: 'вход', few: 'входа', many: 'входов', other: 'входа (часть)' };
    expect(await saidIn('ru', forms, [1, 2, 5, 11, 12, 21, 24, 0, 1.5])).toEqual([
      ...['вход', 'входа', 'входов', 'входов', 'входов', 'вход', 'входа', 'входов', 'входа (часть)'],
    ]);
  });

  it('in English and Persian is one or many, and a form that is left out is the other', async () => {
    expect(await saidIn('en', { one: 'entry', other: 'entries' }, [0, 1, 2, 1.5])).toEqual([
      ...['entries', 'entry', 'entries', 'entries'],
    ]);
    expect(await saidIn('fa', { one: 'یک ورود', other: 'ورود' }, [1, 2])).toEqual(['یک ورود', 'ورود']);
    expect(await saidIn('ru', { other: 'чел.' }, [1, 2, 5])).toEqual(['чел.', 'чел.', 'чел.']);
  });

  it('is said in words of their own where there is none at all', async () => {
    expect(await saidIn('en', { zero: 'nobody', one: 'one', other: 'many' }, [0, 1, 2])).toEqual([
      'nobody',
      'one',
      'many',
    ]);
    expect(await saidIn('ru', { zero: 'никого', many: 'человек', other: 'x' }, [0, 5])).toEqual(['никого', 'человек']);
  });
});
