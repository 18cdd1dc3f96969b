import type { Phrase } from '../phrase.ts';

/** What measures of queue and service say that counts nothing. */
export const feedsReadingPhrases: readonly Phrase[] = [
  ['It is no list of button feedbacks.', 'Это не список нажатий.', 'فهرست فشار دکمه‌ها نیست.'],
  ['It is no button feedback.', 'Это не нажатие кнопки.', 'فشار دکمه نیست.'],
  ['Misuse, by the vendor’s own word.', 'Баловство, по словам самого поставщика.', 'سوءاستفاده، به گفتهٔ خود سازنده.'],
  ['The feedback has no feedbackId.', 'У нажатия нет feedbackId.', 'این فشار feedbackId ندارد.'],
  ['The feedback has no localTime.', 'У нажатия нет localTime.', 'این فشار localTime ندارد.'],
  [
    'The button {} is none of five: say with the option scale how many there are.',
    'Кнопка {} — не одна из пяти: укажите параметром scale, сколько их.',
    'دکمهٔ {} از پنج تا نیست: تعدادشان را با تنظیم scale بگویید.',
  ],
  [
    'The button {} is none of four: say with the option scale how many there are.',
    'Кнопка {} — не одна из четырёх: укажите параметром scale, сколько их.',
    'دکمهٔ {} از چهار تا نیست: تعدادشان را با تنظیم scale بگویید.',
  ],
  [
    'It has no eventName, eventTime and parameters: no event of Orchestra.',
    'В нём нет eventName, eventTime и parameters: это не событие Orchestra.',
    'eventName، eventTime و parameters ندارد: رویداد Orchestra نیست.',
  ],
  ['It is no event of Orchestra.', 'Это не событие Orchestra.', 'رویداد Orchestra نیست.'],
  ['The event {} is about no visit.', 'Событие {} — не о визите.', 'رویداد {} دربارهٔ مراجعه نیست.'],
  ['The visit has no visitId.', 'У визита нет visitId.', 'مراجعه visitId ندارد.'],
  ['The event has no eventTime.', 'У события нет eventTime.', 'رویداد eventTime ندارد.'],
  [
    'The event {} changes nothing of a visit’s wait.',
    'Событие {} ничего не меняет в ожидании.',
    'رویداد {} چیزی از انتظار را تغییر نمی‌دهد.',
  ],
  [
    'It is no form_response: choose a webhook of Typeform.',
    'Это не form_response: выберите вебхук Typeform.',
    'form_response نیست: وب‌هوک Typeform را انتخاب کنید.',
  ],
  ['The response has no token.', 'У ответа нет token.', 'پاسخ token ندارد.'],
  ['The response has no submitted_at.', 'У ответа нет submitted_at.', 'پاسخ submitted_at ندارد.'],
  [
    'None of its questions gives a score.',
    'Ни один из его вопросов не даёт оценки.',
    'هیچ‌یک از پرسش‌هایش امتیاز نمی‌دهد.',
  ],
  ['It is about no ticket.', 'Это не об обращении.', 'دربارهٔ درخواست نیست.'],
  [
    'It is no event of a ticket: choose a webhook of Zendesk events.',
    'Это не событие обращения: выберите вебхук Zendesk events.',
    'رویداد درخواست نیست: وب‌هوک Zendesk events را انتخاب کنید.',
  ],
  ['The ticket has no id.', 'У обращения нет номера.', 'درخواست شناسه ندارد.'],
  ['The event has no time.', 'У события нет времени.', 'رویداد زمان ندارد.'],
  [
    'The group has no level: the option groups says which.',
    'У группы нет уровня: он задаётся параметром groups.',
    'گروه سطح ندارد: تنظیم groups آن را می‌گوید.',
  ],
  [
    'The event {} changes none of its times.',
    'Событие {} не меняет ни одного из его времён.',
    'رویداد {} هیچ‌یک از زمان‌هایش را تغییر نمی‌دهد.',
  ],
];
