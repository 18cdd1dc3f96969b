import { describe, expect, it } from 'vitest';
import { runsOf } from '../../web/language/latinRuns.ts';

const latinOf = (sentence: string): string[] =>
  runsOf(sentence).flatMap(({ text, isLatin }) => (isLatin ? [text] : []));

describe('a sentence with Latin names in it', () => {
  it.each([
    ['در Data Push → Connections یک اتصال HTTP بیفزایید.', ['Data Push → Connections', 'HTTP']],
    ['میانگین انتظار (queueing-time). سپس', ['(queueing-time)']],
    ['نشانی (یا Communication) را بدهید', ['Communication']],
    ['مسیر https://lintel.example/hook/•••.', ['https://lintel.example/hook/•••']],
    ['в ISAPI: /ISAPI/Event/notification/httpHosts, затем', ['ISAPI: /ISAPI/Event/notification/httpHosts']],
    ['от 65,536 и дальше', []],
    ['Path doors[*]', ['Path doors[*]']],
    ['احراز هویت Basic (کاربر xo، گذرواژه •••) یا', ['Basic', 'xo']],
    ['می‌فرستد: single یا multi؛ وگرنه', ['single', 'multi']],
    ['(первая (DevEUI)) строка', ['(DevEUI)']],
  ])('reads them from left to right, and leaves its own marks where they are: %s', (sentence, latin) => {
    expect(latinOf(sentence)).toEqual(latin);
  });

  it('loses nothing of it', () => {
    for (const sentence of [
      '',
      'Only Latin, (here).',
      'فقط فارسی',
      'سپس {hook}/{secret}؛ URL: (x',
      '«HTTP Push» → {hook}',
    ])
      expect(
        runsOf(sentence)
          .map(({ text }) => text)
          .join(''),
      ).toBe(sentence);
  });
});
