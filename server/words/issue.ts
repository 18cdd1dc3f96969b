import type { Language } from '../../db/vocabulary/preferences.ts';
import { say } from './say.ts';

/** What zod tells of a fault; which fields there are follows from the code. */
export interface Issue {
  readonly message: string;
  readonly code?: string;
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly format?: string;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
}

interface IssueWords {
  readonly missing: string;
  readonly wrongKind: string;
  readonly empty: string;
  readonly atLeast: (least: string, isText: boolean) => string;
  readonly atMost: (most: string, isText: boolean) => string;
  readonly email: string;
  readonly wrongForm: string;
  readonly unknownKeys: (keys: string) => string;
  readonly oneOf: (values: string) => string;
  readonly wrong: string;
}

const wordsIn: Readonly<Record<Exclude<Language, 'en'>, IssueWords>> = {
  ru: {
    missing: 'не заполнено',
    wrongKind: 'значение не того вида',
    empty: 'заполните это поле',
    atLeast: (least, isText) => (isText ? `не короче ${least} знаков` : `не меньше ${least}`),
    atMost: (most, isText) => (isText ? `не длиннее ${most} знаков` : `не больше ${most}`),
    email: 'это не адрес электронной почты',
    wrongForm: 'записано не так, как нужно',
    unknownKeys: (keys) => `лишние поля: ${keys}`,
    oneOf: (values) => `должно быть одним из: ${values}`,
    wrong: 'неверное значение',
  },
  fa: {
    missing: 'پر نشده است',
    wrongKind: 'نوع مقدار درست نیست',
    empty: 'این را پر کنید',
    atLeast: (least, isText) => (isText ? `دست‌کم ${least} نویسه` : `دست‌کم ${least}`),
    atMost: (most, isText) => (isText ? `حداکثر ${most} نویسه` : `حداکثر ${most}`),
    email: 'این نشانی ایمیل نیست',
    wrongForm: 'به شکل درست نوشته نشده است',
    unknownKeys: (keys) => `بخش‌های ناشناخته: ${keys}`,
    oneOf: (values) => `باید یکی از این‌ها باشد: ${values}`,
    wrong: 'مقدار درست نیست',
  },
};

/** How zod's own sentences begin; others are a schema's. */
const ownWords = /^(Invalid|Too (small|big)|Unrecognized)/;

/** What is wrong with a field in somebody's language. */
export function sayIssue(issue: Issue, language: Language): string {
  if (language === 'en') return issue.message;
  if (!ownWords.test(issue.message)) return say(issue.message, language);
  return textOf(issue, wordsIn[language]);
}

function textOf(issue: Issue, words: IssueWords): string {
  const isText = issue.origin === 'string';
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? words.missing : words.wrongKind;
    case 'too_small':
      return isText && issue.minimum === 1 ? words.empty : words.atLeast(String(issue.minimum), isText);
    case 'too_big':
      return words.atMost(String(issue.maximum), isText);
    case 'invalid_format':
      return issue.format === 'email' ? words.email : words.wrongForm;
    case 'unrecognized_keys':
      return words.unknownKeys((issue.keys ?? []).join(', '));
    case 'invalid_value':
      return words.oneOf((issue.values ?? []).map(String).join(', '));
    default:
      return words.wrong;
  }
}
