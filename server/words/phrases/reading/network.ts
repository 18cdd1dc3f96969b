import type { Phrase } from '../phrase.ts';

/** What counters behind a LoRaWAN network say that counts nothing. */
export const networkReadingPhrases: readonly Phrase[] = [
  [
    'The decoded {} are no whole numbers.',
    'Декодированные {} — не целые числа.',
    'مقدارهای رمزگشایی‌شدهٔ {} عدد صحیح نیستند.',
  ],
  [
    'An entry of history has totals and no timestamp.',
    'В записи истории есть итоги, но нет времени.',
    'یکی از موارد تاریخچه جمع دارد ولی زمان ندارد.',
  ],
  [
    'The count of the period up to an alarm: it comes again when the period ends.',
    'Подсчёт периода до тревоги: он придёт снова в конце периода.',
    'شمارش دوره تا هشدار: در پایان دوره دوباره می‌آید.',
  ],
  [
    'Totals of the past by a clock that is not set: the totals after them hold them.',
    'Прошлые итоги по часам, которые не поставлены: они входят в следующие итоги.',
    'جمع‌های گذشته با ساعتی تنظیم‌نشده: در جمع‌های پس از آن‌ها هستند.',
  ],
  [
    'Periods of the past without totals: which of them had arrived cannot be told.',
    'Прошлые периоды без итогов: не узнать, какие из них уже дошли.',
    'دوره‌های گذشتهٔ بدون جمع: معلوم نیست کدام‌یک پیش‌تر رسیده است.',
  ],
  ['Nothing in it is about people at a door.', 'В нём нет ничего о людях у двери.', 'چیزی دربارهٔ افراد کنار در ندارد.'],
  ['Nobody is counted in it: {}.', 'Людей в нём никто не считает: {say}.', 'کسی در آن شمرده نمی‌شود: {say}.'],
  ['Nobody is counted in it.', 'Людей в нём никто не считает.', 'کسی در آن شمرده نمی‌شود.'],
  ['answer to a setting', 'ответ на настройку', 'پاسخ به یک تنظیم'],
  ['device information', 'сведения об устройстве', 'مشخصات دستگاه'],
  ['smiley buttons', 'кнопки-смайлики', 'دکمه‌های شکلک'],
  ['comfort sensor', 'датчик микроклимата', 'حسگر محیط'],
  [
    'The telegram ends in the middle of a channel.',
    'Телеграмма обрывается посреди канала.',
    'تلگرام میان یک کانال بریده شده است.',
  ],
  ['counting anomaly', 'сбой подсчёта', 'ناهنجاری شمارش'],
  ['node without response', 'узел не отвечает', 'گره بی‌پاسخ'],
  ['flow between sides', 'поток между сторонами', 'رفت‌وآمد میان سوها'],
  ['single crossing', 'отдельный проход', 'عبور جداگانه'],
  [
    'The telegram holds the past in a form that several models have: set the option model.',
    'Прошлое в телеграмме записано так, как у нескольких моделей: укажите параметр «Модель».',
    'تلگرام گذشته را به شکلی دارد که در چند مدل هست: تنظیم «مدل» را تعیین کنید.',
  ],
  [
    'The telegram holds a past that a {} does not send: check the option model.',
    'Такого прошлого {} не присылает: проверьте параметр «Модель».',
    'تلگرام گذشته‌ای دارد که {} نمی‌فرستد: تنظیم «مدل» را بررسی کنید.',
  ],
  [
    'The MoodBox tells of more than {} presses since its last report.',
    'MoodBox сообщает о нажатиях со времени последнего отчёта: больше {}.',
    'MoodBox از بیش از {} فشار پس از گزارش پیشین خبر می‌دهد.',
  ],
  ['Nobody pressed a smiley.', 'На смайлики никто не нажимал.', 'کسی شکلکی را فشار نداد.'],
  ['The uplink has no data.', 'В сообщении нет данных.', 'پیام داده‌ای ندارد.'],
  [
    '{} bytes on port {} are of no people counter that Lintel reads.',
    'Байт: {}, порт {} — это не от счётчика людей, который читает Lintel.',
    '{} بایت روی درگاه {} از شمارشگری که Lintel می‌خواند نیست.',
  ],
  [
    'It has no deviceInfo.devEui: choose JSON as the payload encoding.',
    'В нём нет deviceInfo.devEui: выберите JSON как payload encoding.',
    'deviceInfo.devEui ندارد: برای payload encoding گزینهٔ JSON را انتخاب کنید.',
  ],
  [
    'The time of receipt is not a time of the calendar.',
    'Время получения — не календарное время.',
    'زمان دریافت زمان درستی در تقویم نیست.',
  ],
  [
    'ChirpStack says of the device: {}.',
    'ChirpStack сообщает об устройстве: {}.',
    'ChirpStack دربارهٔ دستگاه می‌گوید: {}.',
  ],
  [
    'A {} event: nobody is counted in it.',
    'Событие {}: людей в нём никто не считает.',
    'رویداد {}: کسی در آن شمرده نمی‌شود.',
  ],
  [
    'It has no `cmd` and `EUI`: no message of LORIOT.',
    'В нём нет `cmd` и `EUI`: это не сообщение LORIOT.',
    '`cmd` و `EUI` ندارد: پیام LORIOT نیست.',
  ],
  ['A {}: nobody is counted in it.', 'Вид {}: людей в нём никто не считает.', 'پیام {}: کسی در آن شمرده نمی‌شود.'],
  [
    'The network server’s time `ts` is not a number of milliseconds.',
    'Время сетевого сервера `ts` — не число миллисекунд.',
    'زمان سرور شبکه `ts` به میلی‌ثانیه نیست.',
  ],
  [
    'It has no end_device_ids: choose JSON as the webhook’s format.',
    'В нём нет end_device_ids: выберите JSON как формат вебхука.',
    'end_device_ids ندارد: قالب وب‌هوک را JSON بگذارید.',
  ],
  ['A simulated uplink.', 'Имитация сообщения.', 'پیام شبیه‌سازی‌شده.'],
  ['The device joined the network.', 'Устройство присоединилось к сети.', 'دستگاه به شبکه پیوست.'],
  [
    'The uplink again, normalized.',
    'То же сообщение ещё раз, в виде normalized.',
    'همان پیام دوباره، به‌شکل normalized.',
  ],
  ['Data of a service.', 'Служебные данные.', 'داده‌های یک سرویس.'],
  [
    'No uplink: nobody is counted in it.',
    'Не сообщение от устройства: людей в нём никто не считает.',
    'پیام دستگاه نیست: کسی در آن شمرده نمی‌شود.',
  ],
  [
    'It has neither payloadHex nor reports, and is no decoded people counter.',
    'В нём нет ни payloadHex, ни reports, и это не декодированный счётчик людей.',
    'نه payloadHex دارد و نه reports، و شمارشگر رمزگشایی‌شده هم نیست.',
  ],
  ['payloadHex is not hexadecimal.', 'payloadHex — не шестнадцатеричная запись.', 'payloadHex شانزده‌شانزدهی نیست.'],
  ['News of the platform, no report.', 'Новость платформы, а не отчёт.', 'خبر سکو، نه گزارش.'],
  ['A report without a telegram.', 'Отчёт без телеграммы.', 'گزارش بدون تلگرام.'],
  [
    'The report has no timestamp in milliseconds.',
    'В отчёте нет времени в миллисекундах.',
    'گزارش زمانی به میلی‌ثانیه ندارد.',
  ],
  [
    'The telegram is of no people counter of IMBuildings.',
    'Телеграмма не от счётчика людей IMBuildings.',
    'تلگرام از شمارشگر IMBuildings نیست.',
  ],
];
