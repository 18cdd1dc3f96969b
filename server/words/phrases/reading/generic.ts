import type { Phrase } from '../phrase.ts';

/** What a device of any make says that counts nothing. */
export const genericReadingPhrases: readonly Phrase[] = [
  ['The message says no direction.', 'В сообщении нет направления.', 'پیام جهت را نمی‌گوید.'],
  ['"{}" is no direction that counts.', '«{}» — не направление, которое считается.', '«{}» جهتی نیست که شمرده شود.'],
  ['A heartbeat.', 'Признак связи.', 'نشانهٔ زنده بودن.'],
  ['At `{}` is no whole number of people.', 'По пути `{}` — не целое число людей.', 'در `{}` شمار صحیح افراد نیست.'],
  ['The message has no number at {}.', 'В сообщении нет числа по пути {}.', 'پیام در {} عددی ندارد.'],
  ['The message has no number.', 'В сообщении нет числа.', 'پیام عددی ندارد.'],
  ['There is no whole number of people.', 'Нет целого числа людей.', 'شمار صحیح افراد نیست.'],
  [
    'At `{}` is no time that can be read: see the option `timeFormat`.',
    'По пути `{}` время не читается: смотрите параметр `timeFormat`.',
    'زمان در `{}` خواندنی نیست: تنظیم `timeFormat` را ببینید.',
  ],
  [
    'An interval needs two of the options `start`, `end` and `length`, and a time with its offset.',
    'Интервалу нужны два из параметров `start`, `end` и `length` и время со смещением.',
    'بازه به دو تا از تنظیم‌های `start`، `end` و `length` و زمانی با اختلاف ساعت نیاز دارد.',
  ],
  [
    'The options do not say what counts: set `in`, `out` or `passersBy` to where the number stands, or `direction` to where the word stands.',
    'Параметры не говорят, что считать: укажите в `in`, `out` или `passersBy`, где стоит число, или в `direction`, где стоит слово.',
    'تنظیم‌ها نمی‌گویند چه شمرده شود: در `in`، `out` یا `passersBy` جای عدد یا در `direction` جای واژه را بنویسید.',
  ],
  ['The option `{}` is not a text.', 'Параметр `{}` — не текст.', 'تنظیم `{}` متن نیست.'],
  [
    'The option `{}` is no path: write it like `{}`.',
    'Параметр `{}` — не путь: пишите так: `{}`.',
    'تنظیم `{}` مسیر نیست: مانند `{}` بنویسید.',
  ],
  [
    'The option `{}` is no pattern of topics: use {address}, {line}, {direction}, + and # in it, each name once.',
    'Параметр `{}` — не шаблон топиков: используйте в нём {address}, {line}, {direction}, + и #, каждое имя один раз.',
    'تنظیم `{}` الگوی تاپیک نیست: در آن {address}، {line}، {direction}، + و # به کار ببرید، هر نام یک بار.',
  ],
  [
    'The option `{}` is not a number above 0.',
    'Параметр `{}` — не число больше 0.',
    'تنظیم `{}` عددی بزرگ‌تر از ۰ نیست.',
  ],
  ['The option `{}` is none of {}.', 'Параметр `{}` — не одно из: {}.', 'تنظیم `{}` هیچ‌یک از این‌ها نیست: {}.'],
  [
    'The option `where` needs `=`: write it like `type = counter`.',
    'В параметре `where` нужен знак `=`: пишите так: `type = counter`.',
    'تنظیم `where` به `=` نیاز دارد: مانند `type = counter` بنویسید.',
  ],
  ['The topic is none that the options name.', 'Такого топика в параметрах нет.', 'این تاپیک در تنظیم‌ها نیست.'],
  [
    'A device in mode interval needs the option `start`, or `length` with `end` or `time`.',
    'Устройству, которое считает людей за каждый интервал, нужен параметр `start` или `length` вместе с `end` или `time`.',
    'دستگاهی که افراد را در هر بازه می‌شمارد به تنظیم `start`، یا `length` با `end` یا `time` نیاز دارد.',
  ],
  ['The message has nothing at `{}`.', 'В сообщении ничего нет по пути `{}`.', 'پیام در `{}` چیزی ندارد.'],
  ['Neither online nor offline: "{}".', 'Ни online, ни offline: «{}».', 'نه online و نه offline: «{}».'],
  [
    'The message is none of those that the option `where` names.',
    'Это сообщение не из тех, что названы в параметре `where`.',
    'این پیام از آن‌هایی نیست که تنظیم `where` نام می‌برد.',
  ],
  [
    'Present now: {}. Presence is not counted as entries.',
    'Сейчас там: {}. Это не считается входами.',
    'اکنون حاضر: {}. حضور ورودی شمرده نمی‌شود.',
  ],
  ['Nobody passed.', 'Никто не прошёл.', 'کسی نگذشت.'],
];
