import type { Phrase } from '../phrase.ts';

/** Why something a device says counts nothing here. */
export const factsReadingPhrases: readonly Phrase[] = [
  [
    'The line {} is counted by another device or not at all.',
    'Линию {} считает другое устройство или никто.',
    'خط {} را دستگاه دیگری می‌شمارد یا هیچ‌کدام.',
  ],
  [
    'The name of the line is too long, or no text.',
    'Имя линии слишком длинное или не текст.',
    'نام خط بیش از اندازه بلند است یا متن نیست.',
  ],
  [
    'The count of {} is not a non-negative whole number.',
    'Подсчёт {} — не целое число от нуля.',
    'شمارش {} عدد صحیح نامنفی نیست.',
  ],
  [
    '{} is counted by its periodic counts, not by this.',
    '{} считается по подсчётам за интервал, а не по этому.',
    'شمارش {} از بازه‌هایش است، نه از این.',
  ],
  [
    '{} is counted by its totals, not by this.',
    '{} считается по нарастающему итогу, а не по этому.',
    'شمارش {} از جمع انباشته‌اش است، نه از این.',
  ],
  [
    '{} is counted by its single crossings, not by this.',
    '{} считается по отдельным проходам, а не по этому.',
    'شمارش {} از عبورهای جداگانه‌اش است، نه از این.',
  ],
  [
    'None of the directions of the line {} is set up to count.',
    'Ни одно направление линии {} не настроено для подсчёта.',
    'هیچ‌یک از جهت‌های خط {} برای شمارش تعیین نشده است.',
  ],
  ['A count is too large.', 'Число подсчёта слишком велико.', 'عدد شمارش بیش از اندازه بزرگ است.'],
  ['The interval has no beginning.', 'У интервала нет начала.', 'بازه آغاز ندارد.'],
  [
    'The interval ends before it begins.',
    'Интервал заканчивается раньше, чем начинается.',
    'بازه پیش از آغازش پایان می‌یابد.',
  ],
  ['The interval is longer than 24 hours.', 'Интервал длиннее 24 часов.', 'بازه بلندتر از ۲۴ ساعت است.'],
  ['The count is not a non-negative whole number.', 'Подсчёт — не целое число от нуля.', 'شمارش عدد صحیح نامنفی نیست.'],
  [
    'The id of the crossing is too long, or no text.',
    'Номер прохода слишком длинный или не текст.',
    'شناسهٔ عبور بیش از اندازه بلند است یا متن نیست.',
  ],
  [
    'The queue {} is measured by another device or not at all.',
    'Очередь {} измеряет другое устройство или никто.',
    'صف {} را دستگاه دیگری می‌سنجد یا هیچ‌کدام.',
  ],
  [
    'It is about the zone {}: where that is a queue, say which, on the page of {}.',
    'Это о зоне {}: если там очередь, укажите какая, на странице устройства {}.',
    'دربارهٔ ناحیهٔ {} است: اگر آنجا صف است، در صفحهٔ دستگاه {} بگویید کدام صف.',
  ],
  [
    'The name of the queue is too long, or no text.',
    'Имя очереди слишком длинное или не текст.',
    'نام صف بیش از اندازه بلند است یا متن نیست.',
  ],
  [
    'The length of the queue is not a non-negative whole number.',
    'Длина очереди — не целое число от нуля.',
    'طول صف عدد صحیح نامنفی نیست.',
  ],
  [
    'The open tills are not a non-negative whole number.',
    'Число открытых касс — не целое число от нуля.',
    'شمار صندوق‌های باز عدد صحیح نامنفی نیست.',
  ],
  [
    'The visit ends before it begins: it was called before it joined, or left before that.',
    'Визит заканчивается раньше, чем начинается: вызвали до того, как встали в очередь, или ушли ещё раньше.',
    'مراجعه پیش از آغازش پایان می‌یابد: پیش از پیوستن به صف فراخوانده شده یا پیش از آن رفته است.',
  ],
  [
    'The stretch of time ends before it begins.',
    'Промежуток заканчивается раньше, чем начинается.',
    'این بازه پیش از آغازش پایان می‌یابد.',
  ],
  ['The stretch of time is longer than 24 hours.', 'Промежуток длиннее 24 часов.', 'این بازه بلندتر از ۲۴ ساعت است.'],
  [
    'The people served are not a non-negative whole number.',
    'Число обслуженных — не целое число от нуля.',
    'شمار خدمت‌گرفته‌ها عدد صحیح نامنفی نیست.',
  ],
  [
    'The people who gave up are not a non-negative whole number.',
    'Число не дождавшихся — не целое число от нуля.',
    'شمار کسانی که صف را رها کردند عدد صحیح نامنفی نیست.',
  ],
  ['The mean wait is not a number of seconds.', 'Среднее ожидание — не число секунд.', 'میانگین انتظار به ثانیه نیست.'],
  ['A class of waits is none.', 'Один из классов ожидания записан неверно.', 'یکی از رده‌های انتظار درست نیست.'],
  [
    'It has no id, by which a second delivery would be known.',
    'У него нет номера, по которому узнаётся повторная доставка.',
    'شناسه‌ای ندارد که رسیدن دوباره با آن شناخته شود.',
  ],
  [
    'The id is too long, or no text.',
    'Номер слишком длинный или не текст.',
    'شناسه بیش از اندازه بلند است یا متن نیست.',
  ],
  ['The receipt has no number.', 'У чека нет номера.', 'رسید شماره ندارد.'],
  [
    'A name on the receipt is too long, or no text.',
    'Одно из названий в чеке слишком длинное или не текст.',
    'یکی از نام‌های رسید بیش از اندازه بلند است یا متن نیست.',
  ],
  ['The Z report has no number.', 'У Z-отчёта нет номера.', 'گزارش Z شماره ندارد.'],
  ['The receipt has no total.', 'В чеке нет итоговой суммы.', 'رسید جمع کل ندارد.'],
  ['The total of the {} is below 0.', 'Сумма меньше 0 (вид: {}).', 'جمع کل کمتر از ۰ است (نوع: {}).'],
  [
    "The amount is in {}, the store's currency is {}.",
    'Сумма в {}, а валюта магазина — {}.',
    'مبلغ به {} است و واحد پول فروشگاه {}.',
  ],
  ['An amount is none of {}.', 'Одна из сумм — не сумма в {}.', 'یکی از مبلغ‌ها به {} درست نیست.'],
  [
    'An amount is not a whole number of the smallest units ({} decimals) of {}.',
    'В одной из сумм больше {} знаков после запятой, чем бывает у {}.',
    'یکی از مبلغ‌ها بیش از {} رقم اعشار {} دارد.',
  ],
  [
    'It is about service: add service to what {} measures.',
    'Это о сервисе: добавьте сервис к тому, что измеряет {}.',
    'دربارهٔ خدمات است: خدمات را به آنچه {} می‌سنجد بیفزایید.',
  ],
  [
    'The score of {} is no whole number from {} to {}.',
    'Оценка {} — не целое число от {} до {}.',
    'امتیاز {} عدد صحیحی از {} تا {} نیست.',
  ],
  [
    'The criterion is too long, or no text.',
    'Критерий слишком длинный или не текст.',
    'معیار بیش از اندازه بلند است یا متن نیست.',
  ],
  [
    'The category is too long, or no text.',
    'Категория слишком длинная или не текст.',
    'رده بیش از اندازه بلند است یا متن نیست.',
  ],
  ['It says that it lives.', 'Сообщает, что живо.', 'می‌گوید زنده است.'],
  ['The status is no text.', 'Состояние — не текст.', 'وضعیت متن نیست.'],
  [
    'What the message names has no id, or one that is too long.',
    'У того, что называет сообщение, нет номера или он слишком длинный.',
    'آنچه پیام نام می‌برد شناسه ندارد یا شناسه‌اش بیش از اندازه بلند است.',
  ],
  ['The message gives a time that is no number.', 'Время в сообщении — не число.', 'زمان پیام عدد نیست.'],
  ['"{}" is not a time of the calendar.', '«{}» — не календарное время.', '«{}» زمان درستی در تقویم نیست.'],
  [
    "The till's clock is not set: it shows a time before 2015.",
    'Часы кассы не поставлены: они показывают время до 2015 года.',
    'ساعت صندوق تنظیم نشده: زمانی پیش از ۲۰۱۵ را نشان می‌دهد.',
  ],
  [
    "The message's time is more than 5 minutes ahead of the server's clock.",
    'Время сообщения больше чем на 5 минут впереди часов сервера.',
    'زمان پیام بیش از ۵ دقیقه از ساعت سرور جلوتر است.',
  ],
  ['and {} more', 'и ещё {}', 'و {} مورد دیگر'],
  ['{} ({})', '{say} ({})', '{say} ({})'],
];
