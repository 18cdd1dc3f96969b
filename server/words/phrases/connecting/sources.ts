import type { Phrase } from '../phrase.ts';

/** How sources and vendors’ APIs are. */
export const sourcesConnectingPhrases: readonly Phrase[] = [
  [
    'It is not read by this process: look at the process that ingests.',
    'Его читает не этот процесс: проверьте процесс, который принимает данные.',
    'این فرایند آن را نمی‌خواند: فرایند دریافت داده را ببینید.',
  ],
  [
    'The secret of the vendor’s API is missing: enter it.',
    'Не хватает ключа к API поставщика: введите его.',
    'کلید API سازنده نیست: واردش کنید.',
  ],
  [
    'The webhook has no secret yet: make one, or paste the vendor’s.',
    'У вебхука ещё нет секрета: создайте его или вставьте секрет поставщика.',
    'وب‌هوک هنوز رمز ندارد: رمزی بسازید یا رمز سازنده را بچسبانید.',
  ],
  ['The webhook has its secret.', 'У вебхука есть секрет.', 'وب‌هوک رمز دارد.'],
  [
    'The webhook has no secret yet: paste the key by which the vendor signs, or make one and enter it there.',
    'У вебхука ещё нет секрета: вставьте ключ, которым подписывает поставщик, или создайте секрет и введите там.',
    'وب‌هوک هنوز رمز ندارد: کلیدی را که سازنده با آن امضا می‌کند بچسبانید، یا رمزی بسازید و آنجا وارد کنید.',
  ],
  [
    'It did not answer within 10 s: check the address, and that it is an MQTT broker.',
    'Нет ответа за 10 с: проверьте адрес и то, что это брокер MQTT.',
    'در ۱۰ ثانیه پاسخی نداد: نشانی را بررسی کنید و اینکه بروکر MQTT باشد.',
  ],
  ['"{}" is no address: correct it.', '«{}» — не адрес: исправьте его.', '«{}» نشانی نیست: درستش کنید.'],
  ['{} lets us in.', '{} пускает нас.', '{} اجازهٔ ورود داد.'],
  [
    'No topics are set up for it: say which to read.',
    'Для него не указаны топики: укажите, какие читать.',
    'تاپیکی برایش تعیین نشده: بگویید کدام خوانده شود.',
  ],
  [
    'No topics are set up for it: say which to read, since its profile has none of its own.',
    'Для него не указаны топики, а своих у марки нет: укажите, какие читать.',
    'تاپیکی برایش تعیین نشده و سازنده تاپیک خودش را ندارد: بگویید کدام خوانده شود.',
  ],
  [
    'It refuses {}: let this user read these topics, or set others.',
    'Не даёт читать {}: разрешите это пользователю или укажите другие топики.',
    'خواندن {} را نمی‌پذیرد: به این کاربر اجازه دهید یا تاپیک‌های دیگری تعیین کنید.',
  ],
  [
    'The broker refuses {}: let this user read these topics, or set others.',
    'Брокер не даёт читать {}: разрешите это пользователю или укажите другие топики.',
    'بروکر خواندن {} را نمی‌پذیرد: به این کاربر اجازه دهید یا تاپیک‌های دیگری تعیین کنید.',
  ],
  ['It lets us read {}.', 'Даёт читать {}.', 'خواندن {} مجاز است.'],
  [
    '{} does not let us in: check the user name and password of this source.',
    '{} нас не пускает: проверьте имя пользователя и пароль этого источника.',
    '{} اجازهٔ ورود نمی‌دهد: نام کاربری و گذرواژهٔ این منبع را بررسی کنید.',
  ],
  [
    '{} shows a certificate that is not trusted ({}): use one of a known authority.',
    '{} предъявляет сертификат без доверия ({}): нужен сертификат известного центра.',
    '{} گواهی نامعتبری نشان می‌دهد ({}): گواهی یک مرجع شناخته‌شده لازم است.',
  ],
  [
    '{} cannot be reached ({}): check the address, and that the broker runs.',
    'До {} не добраться ({}): проверьте адрес и работает ли брокер.',
    '{} در دسترس نیست ({}): نشانی و روشن بودن بروکر را بررسی کنید.',
  ],
  [
    '{} cannot be read: {}. Check the address and the port, and that it is an MQTT broker.',
    '{} не читается: {say}. Проверьте адрес, порт и то, что это брокер MQTT.',
    '{} خوانده نمی‌شود: {say}. نشانی و درگاه را بررسی کنید و اینکه بروکر MQTT باشد.',
  ],
  ['it does not answer', 'нет ответа', 'پاسخی نمی‌دهد'],
  [
    '{} has ended the connection: check that it runs, and that nobody else has our client id.',
    '{} разорвал соединение: проверьте, работает ли он и не занят ли наш client id кем-то ещё.',
    '{} اتصال را قطع کرد: بررسی کنید روشن باشد و client id ما را کس دیگری نداشته باشد.',
  ],
  ['There is no connection to this source.', 'С этим источником нет соединения.', 'اتصالی به این منبع نیست.'],
  [
    'The vendor’s API cannot be asked yet: options of this source are missing.',
    'Обращаться к API поставщика ещё нельзя: не хватает параметров источника.',
    'هنوز نمی‌توان از API سازنده پرسید: تنظیم‌های این منبع کامل نیست.',
  ],
  [
    '{} did not answer within 10 s: check the address.',
    '{} не ответил за 10 с: проверьте адрес.',
    '{} در ۱۰ ثانیه پاسخی نداد: نشانی را بررسی کنید.',
  ],
  ['{} answers, and takes the secret.', '{} отвечает и принимает ключ.', '{} پاسخ می‌دهد و کلید را می‌پذیرد.'],
  // How a vendor's API answered.
  [
    'The vendor cannot be asked without a key: enter its API secret at this device or source.',
    'Без ключа поставщика не спросить: введите ключ к его API у этого устройства или источника.',
    'بدون کلید نمی‌توان از سازنده پرسید: کلید API را در این دستگاه یا منبع وارد کنید.',
  ],
  [
    'The vendor’s address is not known: say it in the option host.',
    'Адрес поставщика неизвестен: укажите его в параметре host.',
    'نشانی سازنده معلوم نیست: آن را در تنظیم host بنویسید.',
  ],
  [
    'The host {} is none: correct the option host.',
    '{} — не адрес: исправьте параметр host.',
    '{} نشانی نیست: تنظیم host را درست کنید.',
  ],
  [
    'The host {} is not asked without TLS, since the key could be read on the way: write https.',
    'К {} нельзя обращаться без TLS: ключ прочли бы по дороге. Укажите https.',
    'از {} بدون TLS پرسیده نمی‌شود، چون کلید در راه خوانده می‌شود: https بنویسید.',
  ],
  [
    'The vendor’s answer is no JSON: check the host.',
    'Ответ поставщика — не JSON: проверьте адрес.',
    'پاسخ سازنده JSON نیست: نشانی را بررسی کنید.',
  ],
  [
    'The vendor refuses the API secret ({}): enter one that is valid and may read sales.',
    'Поставщик не принимает ключ ({}): введите действующий, с правом читать продажи.',
    'سازنده کلید API را نمی‌پذیرد ({}): کلیدی معتبر با اجازهٔ خواندن فروش وارد کنید.',
  ],
  [
    'The vendor wants to be asked later ({}).',
    'Поставщик просит обратиться позже ({}).',
    'سازنده می‌خواهد بعداً پرسیده شود ({}).',
  ],
  ['The vendor does not know it (404).', 'Поставщик этого не знает (404).', 'سازنده آن را نمی‌شناسد (404).'],
  [
    'The vendor sends us elsewhere ({}): correct the option host.',
    'Поставщик отправляет в другое место ({}): исправьте параметр host.',
    'سازنده به جای دیگری می‌فرستد ({}): تنظیم host را درست کنید.',
  ],
  ['The vendor answered {}.', 'Поставщик ответил: {}.', 'پاسخ سازنده: {}.'],
  [
    'The vendor’s answer is larger than 16 MiB.',
    'Ответ поставщика больше 16 МиБ.',
    'پاسخ سازنده بزرگ‌تر از ۱۶ مبی‌بایت است.',
  ],
  ['{} did not answer within {} s.', '{} не ответил за {} с.', '{} در {} ثانیه پاسخی نداد.'],
  ['Lintel was shutting down.', 'Lintel завершал работу.', 'Lintel در حال خاموش شدن بود.'],
  ['{} cannot be reached ({}).', 'До {} не добраться ({}).', '{} در دسترس نیست ({}).'],
  ['{} cannot be reached.', 'До {} не добраться.', '{} در دسترس نیست.'],
  ['The vendor of this profile cannot be asked.', 'У этой марки нельзя запрашивать.', 'از این سازنده نمی‌توان پرسید.'],
  ['There is no way to ask for {}.', 'Запросить {} нельзя.', 'راهی برای پرسیدن {} نیست.'],
  [
    'The vendor’s answer is not what was asked for.',
    'Поставщик ответил не на то, о чём спрашивали.',
    'پاسخ سازنده آن چیزی نیست که پرسیده شد.',
  ],
  [
    'The vendor’s answer does not end: it is asked again.',
    'Ответ поставщика не кончается: спрашиваем снова.',
    'پاسخ سازنده پایان نمی‌یابد: دوباره پرسیده می‌شود.',
  ],
  ['{} It was given up after {} try.', '{say} После попыток: {} — оставлено.', '{say} پس از {} تلاش رها شد.'],
  ['{} It was given up after {} tries.', '{say} После попыток: {} — оставлено.', '{say} پس از {} تلاش رها شد.'],
];
