import type { Survey } from '../../db/vocabulary/event.ts';
import type { SurveyQuestion } from '../../db/vocabulary/survey.ts';

/** Languages of the public page; a customer can change between them. */
export const surveyLocales = ['en', 'ru', 'fa'] as const;
export type SurveyLocale = (typeof surveyLocales)[number];

/** Every sentence of the public page in one language. */
interface SurveyMessages {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly languages: string;
  readonly title: string;
  readonly promise: string;
  readonly loading: string;
  /** Where the store has no words of its own. */
  readonly questions: Readonly<Record<Survey, string>>;
  readonly about: (criterion: string) => string;
  /** What the lowest and the highest score mean. */
  readonly ends: Readonly<Record<Survey, readonly [string, string]>>;
  /** Of the five scores of satisfaction. */
  readonly faces: readonly [string, string, string, string, string];
  readonly comment: string;
  readonly commentHint: string;
  readonly send: string;
  readonly nothing: string;
  readonly thanks: string;
  readonly thanksText: string;
  readonly kept: string;
  readonly keptText: string;
  readonly busyText: string;
  readonly sendNow: string;
  readonly change: string;
  readonly refused: string;
  readonly refusedText: string;
  readonly again: string;
  readonly closed: string;
  readonly closedText: string;
  readonly unreachable: string;
  readonly unreachableText: string;
  readonly notKept: string;
}

export const surveyMessages: Readonly<Record<SurveyLocale, SurveyMessages>> = {
  en: {
    language: 'English',
    direction: 'ltr',
    languages: 'Language',
    title: 'How was your visit?',
    promise: 'It takes half a minute. You are not asked for a name, a number or an address.',
    loading: 'Loading…',
    questions: {
      nps: 'How likely are you to recommend us to friends or family?',
      csat: 'How satisfied are you with your visit?',
      csi: 'How good was your visit as a whole?',
    },
    about: (criterion) => `How good was: ${criterion}?`,
    ends: {
      nps: ['Not at all likely', 'Very likely'],
      csat: ['Very dissatisfied', 'Very satisfied'],
      csi: ['Very poor', 'Excellent'],
    },
    faces: ['Very dissatisfied', 'Dissatisfied', 'Neither', 'Satisfied', 'Very satisfied'],
    comment: 'Anything you would like to add? (optional)',
    commentHint: 'Please leave out names, telephone numbers and addresses.',
    send: 'Send',
    nothing: 'Choose an answer to at least one question.',
    thanks: 'Thank you!',
    thanksText: 'Your answer has arrived. It has no name on it.',
    kept: 'Your answer is kept on this phone',
    keptText: 'There is no connection now. It is sent by itself when there is one and this page is open.',
    busyText: 'Many people are answering at once. It is sent by itself in a few minutes while this page is open.',
    sendNow: 'Send now',
    change: 'Change my answer',
    refused: 'Your answer could not be taken',
    refusedText: 'Please answer anew: the questions may have changed meanwhile.',
    again: 'Answer anew',
    closed: 'This page is closed',
    closedText: 'The store asks nothing at the moment, or the code is an old one. Thank you for wanting to tell us!',
    unreachable: 'The questions could not be loaded',
    unreachableText: 'There is no connection. The page goes on by itself as soon as there is one.',
    notKept: 'This browser keeps nothing for pages: leave this one open until your answer has been sent.',
  },
  ru: {
    language: 'Русский',
    direction: 'ltr',
    languages: 'Язык',
    title: 'Как прошёл ваш визит?',
    promise: 'Это займёт полминуты. Имя, телефон и адрес не нужны.',
    loading: 'Загрузка…',
    questions: {
      nps: 'Насколько вероятно, что вы порекомендуете нас друзьям или близким?',
      csat: 'Насколько вы довольны визитом?',
      csi: 'Как вы оцените визит в целом?',
    },
    about: (criterion) => `Как вы оцените: ${criterion}?`,
    ends: {
      nps: ['Точно не порекомендую', 'Точно порекомендую'],
      csat: ['Совсем не доволен', 'Полностью доволен'],
      csi: ['Очень плохо', 'Отлично'],
    },
    faces: ['Очень плохо', 'Плохо', 'Нормально', 'Хорошо', 'Отлично'],
    comment: 'Хотите что-нибудь добавить? (необязательно)',
    commentHint: 'Пожалуйста, не пишите имён, телефонов и адресов.',
    send: 'Отправить',
    nothing: 'Выберите ответ хотя бы на один вопрос.',
    thanks: 'Спасибо!',
    thanksText: 'Ваш ответ получен. Он анонимный.',
    kept: 'Ответ сохранён в этом телефоне',
    keptText: 'Сейчас нет связи. Он отправится сам, когда связь появится и эта страница будет открыта.',
    busyText: 'Сейчас отвечает много людей. Ответ отправится сам через несколько минут, пока открыта эта страница.',
    sendNow: 'Отправить сейчас',
    change: 'Изменить ответ',
    refused: 'Ответ не удалось принять',
    refusedText: 'Пожалуйста, ответьте ещё раз: вопросы могли измениться.',
    again: 'Ответить заново',
    closed: 'Эта страница закрыта',
    closedText: 'Сейчас магазин ни о чём не спрашивает, или код устарел. Спасибо, что хотели ответить!',
    unreachable: 'Не удалось загрузить вопросы',
    unreachableText: 'Нет связи. Страница продолжит сама, как только связь появится.',
    notKept: 'Этот браузер ничего не сохраняет: не закрывайте страницу, пока ответ не отправлен.',
  },
  fa: {
    language: 'فارسی',
    direction: 'rtl',
    languages: 'زبان',
    title: 'بازدید شما چطور بود؟',
    promise: 'نیم دقیقه وقت می‌گیرد. نام، شماره و نشانی از شما نمی‌پرسیم.',
    loading: 'در حال بارگذاری…',
    questions: {
      nps: 'چقدر احتمال دارد ما را به دوستان یا خانواده پیشنهاد کنید؟',
      csat: 'چقدر از بازدید خود راضی هستید؟',
      csi: 'در مجموع بازدید شما چطور بود؟',
    },
    about: (criterion) => `این مورد چطور بود: ${criterion}؟`,
    ends: {
      nps: ['اصلاً احتمال ندارد', 'بسیار محتمل است'],
      csat: ['بسیار ناراضی', 'بسیار راضی'],
      csi: ['بسیار بد', 'عالی'],
    },
    faces: ['بسیار ناراضی', 'ناراضی', 'معمولی', 'راضی', 'بسیار راضی'],
    comment: 'اگر حرف دیگری دارید بنویسید (اختیاری)',
    commentHint: 'لطفاً نام، شماره تلفن و نشانی ننویسید.',
    send: 'ارسال',
    nothing: 'دست‌کم به یک پرسش پاسخ دهید.',
    thanks: 'سپاسگزاریم!',
    thanksText: 'پاسخ شما رسید. نامی همراه آن نیست.',
    kept: 'پاسخ شما در این تلفن نگه داشته شد',
    keptText: 'اکنون اتصال برقرار نیست. وقتی اتصال برقرار و این صفحه باز باشد، خودبه‌خود ارسال می‌شود.',
    busyText: 'اکنون افراد زیادی پاسخ می‌دهند. تا چند دقیقه دیگر، اگر این صفحه باز باشد، خودبه‌خود ارسال می‌شود.',
    sendNow: 'همین حالا ارسال کن',
    change: 'تغییر پاسخ',
    refused: 'پاسخ شما پذیرفته نشد',
    refusedText: 'لطفاً دوباره پاسخ دهید؛ شاید پرسش‌ها تغییر کرده باشند.',
    again: 'پاسخ دوباره',
    closed: 'این صفحه بسته است',
    closedText: 'فروشگاه اکنون چیزی نمی‌پرسد یا این کد قدیمی است. سپاس که می‌خواستید نظر بدهید!',
    unreachable: 'پرسش‌ها بارگذاری نشد',
    unreachableText: 'اتصال برقرار نیست. همین که برقرار شود صفحه خودبه‌خود ادامه می‌دهد.',
    notKept: 'این مرورگر چیزی نگه نمی‌دارد؛ تا ارسال پاسخ، این صفحه را باز بگذارید.',
  },
};

/** A question's words where the store has none of its own: the criterion's name in the customer's language, else by its id. */
export function pageWords(
  { survey, criterion }: SurveyQuestion,
  locale: SurveyLocale,
  names: Readonly<Record<SurveyLocale, string>> | null | undefined,
): string {
  const words = surveyMessages[locale];
  return criterion === null ? words.questions[survey] : (names?.[locale] ?? words.about(criterion));
}

/** `en-GB` → `en`; a language that the page does not speak: null. */
export function surveyLocaleOf(tag: string): SurveyLocale | null {
  const language = tag.slice(0, 2).toLowerCase();
  return surveyLocales.find((one) => one === language) ?? null;
}
