import type { Phrase } from './phrase.ts';

/** Counts by hand, take-outs, service, dates. */
export const dataPhrases: readonly Phrase[] = [
  // Counts by hand, take-outs, walk tests, held differences.
  [
    'This difference is not held: there is nothing to accept or drop. Load it anew.',
    'Эта разница больше не отложена: принимать и отбрасывать нечего. Обновите страницу.',
    'این اختلاف معلق نیست: چیزی برای پذیرفتن یا کنار گذاشتن نیست. صفحه را تازه کنید.',
  ],
  [
    '"{}" does not count entries; choose a counter at a door.',
    '«{}» не считает входы; выберите счётчик у двери.',
    '«{}» ورودی را نمی‌شمارد؛ شمارشگرِ یک در را انتخاب کنید.',
  ],
  ['give in, out or both.', 'укажите вошедших, вышедших или тех и других.', 'ورود، خروج یا هر دو را بدهید.'],
  ['must be after start.', 'должно быть позже начала.', 'باید پس از آغاز باشد.'],
  [
    'a count by hand lasts 24 hours at most.',
    'подсчёт вручную длится не больше 24 часов.',
    'شمارش دستی حداکثر ۲۴ ساعت طول می‌کشد.',
  ],
  [
    'lies in the future; send the count once it is over.',
    'это ещё в будущем; отправьте подсчёт, когда он закончится.',
    'در آینده است؛ پس از پایان شمارش بفرستید.',
  ],
  [
    'lies in the future; take out what is over, and the rest later.',
    'это ещё в будущем; исключите то, что прошло, а остальное потом.',
    'در آینده است؛ آنچه گذشته را کنار بگذارید و بقیه را بعداً.',
  ],
  [
    'at most 31 days at once; take out longer times in several parts.',
    'не больше 31 дня за раз; исключайте по частям.',
    'حداکثر ۳۱ روز در هر بار؛ زمان‌های بلندتر را در چند بخش کنار بگذارید.',
  ],
  [
    'lies in the future; set the clock right and send it again.',
    'это в будущем; поправьте часы и отправьте ещё раз.',
    'در آینده است؛ ساعت را درست کنید و دوباره بفرستید.',
  ],
  [
    'is more than ten years ago; set the date right and send it again.',
    'это больше десяти лет назад; поправьте дату и отправьте ещё раз.',
    'بیش از ده سال پیش است؛ تاریخ را درست کنید و دوباره بفرستید.',
  ],
  [
    'A count "{}" is kept already with other figures: send this one with a new id.',
    'Подсчёт «{}» уже есть с другими числами: отправьте этот под новым номером.',
    'شمارش «{}» با ارقامی دیگر نگه داشته شده است: این را با شناسهٔ تازه بفرستید.',
  ],
  // Service.
  [
    '{} is over already: choose {} or a later date, and send it again.',
    '{} уже прошло: выберите {} или более позднюю дату и отправьте ещё раз.',
    '{} گذشته است: {} یا روزی دیرتر را انتخاب کنید و دوباره بفرستید.',
  ],
  [
    'An action "{}" is kept already with other words: send this one with a new id.',
    'Договорённость «{}» уже есть с другим текстом: отправьте эту под новым номером.',
    'توافق «{}» با متنی دیگر نگه داشته شده است: این را با شناسهٔ تازه بفرستید.',
  ],
  [
    'An observation "{}" is kept already with another value: send this one anew.',
    'Наблюдение «{}» уже есть с другим значением: отправьте это заново.',
    'مشاهدهٔ «{}» با مقداری دیگر نگه داشته شده است: این را از نو بفرستید.',
  ],
  [
    'A check "{}" is kept already with other answers: send this one with a new id.',
    'Проверка «{}» уже есть с другими ответами: отправьте эту под новым номером.',
    'بازرسی «{}» با پاسخ‌هایی دیگر نگه داشته شده است: این را با شناسهٔ تازه بفرستید.',
  ],
  [
    '"{}" is answered twice; send one answer of each.',
    'на «{}» отвечено дважды; пришлите по одному ответу.',
    'به «{}» دو بار پاسخ داده شده؛ از هر کدام یک پاسخ بفرستید.',
  ],
  [
    '{} of {} is asked twice; ask it once.',
    '{} о «{}» спрашивается дважды; спросите один раз.',
    '{} دربارهٔ {} دو بار پرسیده شده؛ یک بار بپرسید.',
  ],
  [
    'The page was never set up: save it first.',
    'Страница ещё не настроена: сначала сохраните её.',
    'صفحه هرگز ساخته نشده است: نخست آن را ذخیره کنید.',
  ],
  [
    'This address leads nowhere: scan the code in the shop again.',
    'Этот адрес никуда не ведёт: отсканируйте код в магазине ещё раз.',
    'این نشانی به جایی نمی‌رسد: کد فروشگاه را دوباره اسکن کنید.',
  ],
  [
    'The questions are closed at the moment. Thank you for coming.',
    'Сейчас вопросы закрыты. Спасибо, что зашли.',
    'پرسش‌ها اکنون بسته است. سپاس که آمدید.',
  ],
  [
    'the questions have changed; open the page again and answer those.',
    'вопросы изменились; откройте страницу ещё раз и ответьте на новые.',
    'پرسش‌ها عوض شده‌اند؛ صفحه را دوباره باز کنید و به آن‌ها پاسخ دهید.',
  ],
  [
    'is more than seven days ago; open the page again and answer anew.',
    'это больше семи дней назад; откройте страницу ещё раз и ответьте заново.',
    'بیش از هفت روز پیش است؛ صفحه را دوباره باز کنید و از نو پاسخ دهید.',
  ],
  // Dates and figures.
  [
    '{} has not begun at {} yet; take {} or an earlier one',
    '{} в магазине {} ещё не началось; возьмите {} или раньше',
    '{} در {} هنوز آغاز نشده؛ {} یا روزی پیش‌تر را بگیرید',
  ],
];
