import type { Phrase } from './phrase.ts';

/** Files, what is the matter here, what a request lacks. */
export const requestPhrases: readonly Phrase[] = [
  // Files and messages.
  [
    'Other files are being imported: try again when they are done.',
    'Сейчас загружаются другие файлы: повторите, когда они загрузятся.',
    'پرونده‌های دیگری در حال ورودند: پس از پایان دوباره تلاش کنید.',
  ],
  ['The file is empty.', 'Файл пуст.', 'پرونده خالی است.'],
  [
    'The body is empty: send the file itself.',
    'Пустой запрос: отправьте сам файл.',
    'درخواست خالی است: خود پرونده را بفرستید.',
  ],
  [
    'The file is larger than {} MiB: import it in parts.',
    'Файл больше {} МиБ: загрузите его частями.',
    'پرونده بزرگ‌تر از {} مبی‌بایت است: آن را بخش‌بخش وارد کنید.',
  ],
  [
    'The workbook is too large: save its sheet as CSV.',
    'Книга слишком большая: сохраните её лист как CSV.',
    'کارپوشه بیش از اندازه بزرگ است: برگهٔ آن را به CSV ذخیره کنید.',
  ],
  [
    'The file is no workbook of Excel (XLSX), or is damaged: save it anew, or as CSV.',
    'Это не книга Excel (XLSX), или файл повреждён: сохраните его заново или как CSV.',
    'این پرونده کارپوشهٔ Excel (XLSX) نیست یا خراب است: دوباره یا به CSV ذخیره‌اش کنید.',
  ],
  [
    'The file is no JSON: choose the file as the till or the service gave it.',
    'Это не JSON: выберите файл таким, каким его выдала касса или сервис.',
    'این پرونده JSON نیست: همان پرونده‌ای را انتخاب کنید که صندوق یا سرویس داده است.',
  ],
  ['The body is larger than {} KiB.', 'Запрос больше {} КиБ.', 'درخواست بزرگ‌تر از {} کبی‌بایت است.'],
  [
    'a message of at most 256 KiB can be tried.',
    'проверить можно сообщение не больше 256 КиБ.',
    'پیامی تا ۲۵۶ کبی‌بایت را می‌توان امتحان کرد.',
  ],
  ['there is no profile "{}".', 'марки «{}» нет.', 'سازندهٔ «{}» وجود ندارد.'],
  [
    'what the vendor’s API wants to be shown is made there; paste it.',
    'ключ создаётся у производителя; вставьте его.',
    'کلید نزد سازنده ساخته می‌شود؛ آن را بچسبانید.',
  ],
  [
    'the password of another broker is made there; type it.',
    'пароль чужого брокера создаётся там; введите его.',
    'گذرواژهٔ بروکر دیگر همان‌جا ساخته می‌شود؛ آن را بنویسید.',
  ],
  // What is the matter here.
  ['Lintel is shutting down.', 'Lintel завершает работу.', 'Lintel در حال خاموش شدن است.'],
  [
    'The database thread has stopped; try again.',
    'Поток базы данных остановился; повторите.',
    'رشتهٔ پایگاه داده ایستاد؛ دوباره تلاش کنید.',
  ],
  [
    'Too many questions wait for the database; ask again soon.',
    'К базе данных слишком много запросов; повторите чуть позже.',
    'پرسش‌های زیادی در انتظار پایگاه داده‌اند؛ کمی بعد دوباره بپرسید.',
  ],
  ['Too many live streams are open.', 'Открыто слишком много живых страниц.', 'صفحه‌های زندهٔ زیادی باز است.'],
  [
    'Too many large messages are being sent at once; send it again soon.',
    'Сразу отправляется слишком много больших сообщений; повторите чуть позже.',
    'پیام‌های بزرگ زیادی هم‌زمان فرستاده می‌شود؛ کمی بعد دوباره بفرستید.',
  ],
  [
    'This process does not ingest; its ROLES leave it out.',
    'Этот процесс не принимает данные: в ROLES этого нет.',
    'این فرایند داده نمی‌گیرد؛ در ROLES نیامده است.',
  ],
  [
    'The disk of DATA_DIR has no room for a backup: make some, or use the command line to write it elsewhere.',
    'На диске DATA_DIR нет места для резервной копии: освободите его или запишите копию в другое место из командной строки.',
    'دیسک DATA_DIR برای پشتیبان جا ندارد: جا باز کنید یا با خط فرمان جای دیگری بنویسید.',
  ],
  [
    'Something went wrong here; the log says what.',
    'Здесь что-то пошло не так; подробности в журнале.',
    'اینجا خطایی رخ داد؛ گزارش سرور می‌گوید چه.',
  ],
  [
    'The database has not answered for 10 s: check that it runs and that its disk is not overloaded. What devices send waits with them until it does.',
    'База данных не отвечает 10 секунд: проверьте, работает ли она и не перегружен ли её диск. Данные устройств до тех пор ждут у них.',
    'پایگاه داده ۱۰ ثانیه پاسخ نداده است: بررسی کنید کار می‌کند و دیسکش پر بار نیست. فرستاده‌های دستگاه‌ها تا آن زمان نزد خودشان می‌ماند.',
  ],
  // What a schema says in its own words.
  [
    'the period is longer than {} days',
    'период длиннее {} дней: возьмите короче',
    'دوره بلندتر از {} روز است: کوتاه‌ترش کنید',
  ],
  [
    '{} days at most; take a shorter period',
    'не больше {} дней: возьмите период короче',
    'حداکثر {} روز؛ دورهٔ کوتاه‌تری بگیرید',
  ],
  ['must be at most {} days after from', 'не позже чем через {} дней после начала', 'حداکثر {} روز پس از آغاز'],
  [
    'by {} days at most by hour or 15m; take by=day or a shorter period',
    'по часам и четвертям часа — не больше {} дней: возьмите по дням или период короче',
    'ساعتی و ربع‌ساعتی حداکثر {} روز؛ روزانه یا دورهٔ کوتاه‌تری بگیرید',
  ],
  ['must not be after to', 'начало не должно быть позже конца', 'آغاز نباید پس از پایان باشد'],
  ['must be after start', 'должно быть позже начала', 'باید پس از آغاز باشد'],
  ['must be true or false', 'должно быть true или false', 'باید true یا false باشد'],
  ['must be one of {}', 'должно быть одним из: {}', 'باید یکی از این‌ها باشد: {}'],
  ['must be before or after', 'должно быть before или after', 'باید before یا after باشد'],
  ['must be a time of day like "06:00"', 'время пишется как 06:00', 'زمان باید مانند 06:00 باشد'],
  ['must be a multiple of 15 minutes', 'должно быть кратно 15 минутам', 'باید مضربی از ۱۵ دقیقه باشد'],
  [
    'is missing; give the last date too, or neither',
    'не указано: дайте и последнюю дату или ни одной',
    'نیامده است؛ تاریخ پایان را هم بدهید یا هیچ‌کدام',
  ],
  [
    'is missing; give a date as YYYY-MM-DD',
    'не указано: дайте дату как ГГГГ-ММ-ДД',
    'نیامده است؛ تاریخ را به شکل YYYY-MM-DD بدهید',
  ],
  [
    'must be an instant with its offset, as 2026-03-29T10:00:00+03:00',
    'нужен момент со смещением, например 2026-03-29T10:00:00+03:00',
    'باید لحظه‌ای با اختلاف ساعت باشد، مانند 2026-03-29T10:00:00+03:00',
  ],
  [
    'a note is about stores or about a region: leave one of them out',
    'заметка бывает о магазинах или о регионе: уберите что-то одно',
    'یادداشت یا دربارهٔ فروشگاه‌هاست یا منطقه: یکی را بردارید',
  ],
  // Titles.
  ['The request is not valid', 'Запрос неверен', 'درخواست درست نیست'],
  ['Sign in first', 'Сначала войдите', 'نخست وارد حساب شوید'],
  ['Not allowed', 'Нельзя', 'مجاز نیست'],
  ['Not found', 'Не найдено', 'یافت نشد'],
  ['Conflict', 'Противоречие', 'ناسازگاری'],
  ['Too large', 'Слишком много', 'بیش از اندازه بزرگ'],
  ['Too many requests', 'Слишком много запросов', 'درخواست‌های بیش از اندازه'],
  ['Not available now', 'Сейчас недоступно', 'اکنون در دسترس نیست'],
  ['Internal error', 'Внутренняя ошибка', 'خطای داخلی'],
];
