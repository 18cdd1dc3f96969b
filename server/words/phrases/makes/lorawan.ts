import type { Phrase } from '../phrase.ts';

/** Counters behind the servers of LoRaWAN networks. */
export const lorawanMakePhrases: readonly Phrase[] = [
  // loriot
  ['Parametric PCR2 (decoded)', 'Parametric PCR2 (декодированный)', 'Parametric PCR2 (رمزگشایی‌شده)'],
  [
    'Totals of each line (VS132, VS133, VS135, VS350, VS351, VS360, VS121, IMBuildings, PCR2), at the network server’s time: the default, since a lost telegram loses nobody.',
    'Итоги каждой линии (VS132, VS133, VS135, VS350, VS351, VS360, VS121, IMBuildings, PCR2) по времени сетевого сервера — так по умолчанию: потерянная телеграмма никого не теряет.',
    'جمع انباشتهٔ هر خط (VS132، VS133، VS135، VS350، VS351، VS360، VS121، IMBuildings، PCR2) به زمان سرور شبکه: حالت پیش‌فرض، چون گم شدن یک تلگرام کسی را از قلم نمی‌اندازد.',
  ],
  [
    'Totals of the past that VS133, VS135, VS350, VS351, VS360 and VS121 send again after a loss, at their own time.',
    'Прошлые итоги, которые VS133, VS135, VS350, VS351, VS360 и VS121 после потери присылают снова, — по их собственному времени.',
    'جمع‌های گذشته که VS133، VS135، VS350، VS351، VS360 و VS121 پس از قطعی دوباره می‌فرستند، به زمان خودشان.',
  ],
  [
    'Counts of each report period, for devices set to single crossings (mode event): at the end of the period.',
    'Подсчёты за каждый отчётный период — у устройств, которые считают проходы по отдельности (режим event): на конец периода.',
    'شمارش هر دورهٔ گزارش، برای دستگاه‌هایی که هر عبور را جداگانه می‌شمارند (حالت event): در پایان دوره.',
  ],
  [
    'From the bytes where the network server has no codec, else from the decoded object in the shapes of Milesight, The Things Network’s device repository and ThingsBoard.',
    'Из байтов, если у сетевого сервера нет кодека, иначе из декодированного объекта — в том виде, как его дают Milesight, каталог устройств The Things Network и ThingsBoard.',
    'از بایت‌ها اگر سرور شبکه کدک ندارد، وگرنه از شیء رمزگشایی‌شده به شکل Milesight، فهرست دستگاه‌های The Things Network و ThingsBoard.',
  ],
  [
    'Smileys of IMBuildings’ MoodBox, from the bytes, where the device measures service: each press as CSAT from 5 (the friendliest) to 1, at the time of its report.',
    'Смайлики IMBuildings MoodBox — из байтов, если устройство измеряет сервис: каждое нажатие как CSAT от 5 (самый довольный) до 1, по времени отчёта.',
    'شکلک‌های MoodBox ساخت IMBuildings، از بایت‌ها، اگر دستگاه خدمات را می‌سنجد: هر فشار به‌صورت CSAT از ۵ (خوشحال‌ترین) تا ۱، به زمان گزارش آن.',
  ],
  [
    'Blocked or disturbed sensors (IMBuildings), covered views (VS133, VS135) and alarms of the VS360: the counter is not taken as observing while they last (in mode cumulative).',
    'Закрытый или засвеченный датчик (IMBuildings), закрытый обзор (VS133, VS135) и тревоги VS360: пока они длятся, считается, что счётчик ничего не видит (в режиме cumulative).',
    'حسگر پوشیده یا مختل (IMBuildings)، دید پوشیده (VS133، VS135) و هشدارهای VS360: تا برطرف نشده‌اند، شمارشگر نابینا به شمار می‌آید (در حالت cumulative).',
  ],
  [
    'The same uplink sent twice, as “rx” and as “gw” (with its gateways): it counts once.',
    'Одно и то же сообщение, присланное дважды — как «rx» и как «gw» (со шлюзами): считается один раз.',
    'یک پیام که دو بار می‌رسد، یک بار «rx» و یک بار «gw» (همراه دروازه‌هایش): یک بار شمرده می‌شود.',
  ],
  [
    'Messages about downlinks (“tx”, “txd”) and of the network (“MACsummary”).',
    'Сообщения о передаче на устройство («tx», «txd») и о сети («MACsummary»).',
    'پیام‌های ارسال به دستگاه («tx»، «txd») و پیام‌های شبکه («MACsummary»).',
  ],
  [
    'Periods of the past without totals: the telegram does not tell which of them had arrived.',
    'Прошлые периоды без итогов: по телеграмме не понять, какие из них уже дошли.',
    'دوره‌های گذشتهٔ بدون جمع: تلگرام نمی‌گوید کدام‌یک پیش‌تر رسیده است.',
  ],
  [
    'The period count in a threshold alarm: it comes again with the regular report.',
    'Подсчёт за период в тревоге о пороге: он придёт ещё раз с обычным отчётом.',
    'شمارش دوره در هشدارِ گذر از آستانه: با گزارش عادی دوباره می‌آید.',
  ],
  [
    'Children, groups, flows between sides, regions, dwell times, temperature.',
    'Дети, группы, потоки между сторонами, области, время пребывания, температура.',
    'کودکان، گروه‌ها، رفت‌وآمد میان سوها، ناحیه‌ها، زمان ماندن، دما.',
  ],
  [
    'Occupied seats and desks (VS340, VS341, VS370): who is there, not who came in.',
    'Занятые места и столы (VS340, VS341, VS370): это кто есть, а не кто вошёл.',
    'صندلی‌ها و میزهای پر (VS340، VS341، VS370): می‌گوید چه کسی هست، نه چه کسی وارد شده.',
  ],
  [
    'In LORIOT open the application, Outputs, and add “HTTP Push”: the target URL is {hook}, the custom authorization header is “Bearer {secret}”.',
    'В LORIOT откройте приложение, Outputs, и добавьте «HTTP Push»: целевой URL — {hook}, custom authorization header — «Bearer {secret}».',
    'در LORIOT برنامهٔ خود و سپس Outputs را باز کنید و «HTTP Push» را بیفزایید: نشانی مقصد {hook} و custom authorization header برابر «Bearer {secret}».',
  ],
  [
    'For each counter set up a device; where several share the webhook, with the device EUI as “Address in its messages”.',
    'Для каждого счётчика добавьте устройство; если вебхук у нескольких общий, укажите EUI устройства как «Адрес в его сообщениях».',
    'برای هر شمارشگر یک دستگاه راه‌اندازی کنید؛ اگر چند دستگاه یک وب‌هوک دارند، EUI دستگاه را در «نشانی در پیام‌های آن» بنویسید.',
  ],
  [
    'Set “Model” to what stands on the counter.',
    'В поле «Модель» выберите то, что написано на счётчике.',
    'در «مدل» آنچه را روی شمارشگر نوشته شده انتخاب کنید.',
  ],
  ['Model', 'Модель', 'مدل'],
  [
    'The counter’s model: it tells how bytes of the past are laid out, and at which number its totals begin again (65,536 or later).',
    'Модель счётчика: по ней известно, как записаны байты прошлых отчётов и на каком числе его итоги начинаются заново (65 536 или позже).',
    'مدل شمارشگر: از روی آن دانسته می‌شود بایت‌های گذشته چگونه چیده شده‌اند و جمع‌هایش در چه عددی از نو آغاز می‌شود (۶۵٬۵۳۶ یا دیرتر).',
  ],
  // ttn
  [
    'Simulated uplinks, joins, downlinks, locations and normalized payloads: kept for liveness.',
    'Имитация сообщений, присоединения, передача на устройство, местоположение и normalized payload: только признак связи.',
    'پیام‌های شبیه‌سازی‌شده، پیوستن‌ها، ارسال به دستگاه، مکان‌ها و normalized payload: فقط نشانهٔ زنده بودن.',
  ],
  [
    'The same uplink by webhook and by MQTT counts once: by session key, frame counter and time of receipt.',
    'Одно сообщение по вебхуку и по MQTT считается один раз: по ключу сеанса, счётчику кадров и времени получения.',
    'یک پیام که با وب‌هوک و MQTT می‌رسد یک بار شمرده می‌شود: با کلید نشست، شمارندهٔ قاب و زمان دریافت.',
  ],
  [
    'In the console of The Things Stack open your application, then Integrations.',
    'В консоли The Things Stack откройте своё приложение, затем Integrations.',
    'در کنسول The Things Stack برنامهٔ خود و سپس Integrations را باز کنید.',
  ],
  [
    'By MQTT: choose MQTT, press Generate new API key, and set up a source in Lintel with the Public address (mqtts://…:8883), the Username (application@tenant) and the key as password.',
    'По MQTT: выберите MQTT, нажмите Generate new API key и добавьте в Lintel источник: адрес из Public address (mqtts://…:8883), имя пользователя из Username (application@tenant), пароль — ключ.',
    'با MQTT: گزینهٔ MQTT را انتخاب کنید، Generate new API key را بزنید و در Lintel منبعی بسازید با نشانی Public address (mqtts://…:8883)، نام کاربری Username (application@tenant) و کلید به‌جای گذرواژه.',
  ],
  [
    'Or by webhook: choose Webhooks, Add webhook, Custom webhook; Webhook format JSON; Base URL {hook}; under Additional headers add Authorization with the value Bearer {secret}; under Enabled event types tick Uplink message and leave its path empty.',
    'Или вебхуком: выберите Webhooks, Add webhook, Custom webhook; Webhook format JSON; Base URL {hook}; в Additional headers добавьте Authorization со значением Bearer {secret}; в Enabled event types отметьте Uplink message и оставьте его путь пустым.',
    'یا با وب‌هوک: Webhooks، سپس Add webhook و Custom webhook را انتخاب کنید؛ Webhook format برابر JSON، Base URL برابر {hook}، در Additional headers سرآیند Authorization با مقدار Bearer {secret} بیفزایید؛ در Enabled event types گزینهٔ Uplink message را علامت بزنید و مسیرش را خالی بگذارید.',
  ],
  [
    'For each counter set up a device with the source and, as “Address in its messages”, the End device ID or the DevEUI.',
    'Для каждого счётчика добавьте устройство с этим источником и укажите End device ID или DevEUI как «Адрес в его сообщениях».',
    'برای هر شمارشگر دستگاهی با همین منبع بسازید و End device ID یا DevEUI را در «نشانی در پیام‌های آن» بنویسید.',
  ],
  // chirpstack
  [
    'join, status, log, ack, txack, location and integration events: kept for liveness.',
    'События join, status, log, ack, txack, location и integration: только признак связи.',
    'رویدادهای join، status، log، ack، txack، location و integration: فقط نشانهٔ زنده بودن.',
  ],
  [
    'The same uplink by MQTT and by HTTP counts once: by its deduplicationId.',
    'Одно сообщение по MQTT и по HTTP считается один раз: по его deduplicationId.',
    'یک پیام که با MQTT و HTTP می‌رسد یک بار شمرده می‌شود: با deduplicationId آن.',
  ],
  [
    'ChirpStack v3 (devEUI beside the data) and events in Protobuf.',
    'ChirpStack v3 (devEUI рядом с данными) и события в Protobuf.',
    'ChirpStack نسخهٔ ۳ (devEUI کنار داده‌ها) و رویدادها در Protobuf.',
  ],
  [
    'By MQTT: set up a source in Lintel with the address of ChirpStack’s broker; the events come on application/…/device/…/event/…, in JSON.',
    'По MQTT: добавьте в Lintel источник с адресом брокера ChirpStack; события идут в топиках application/…/device/…/event/…, в JSON.',
    'با MQTT: در Lintel منبعی با نشانی بروکر ChirpStack بسازید؛ رویدادها روی application/…/device/…/event/… و در JSON می‌آیند.',
  ],
  [
    'Or by HTTP: in ChirpStack open Applications, your application, Integrations, HTTP; Payload encoding JSON; Event endpoint URL {hook}; add the header Authorization with the value Bearer {secret}.',
    'Или по HTTP: в ChirpStack откройте Applications, своё приложение, Integrations, HTTP; Payload encoding JSON; Event endpoint URL {hook}; добавьте заголовок Authorization со значением Bearer {secret}.',
    'یا با HTTP: در ChirpStack به Applications، برنامهٔ خود، Integrations و HTTP بروید؛ Payload encoding برابر JSON، Event endpoint URL برابر {hook}، و سرآیند Authorization با مقدار Bearer {secret} را بیفزایید.',
  ],
  [
    'For each counter set up a device with the source and, as “Address in its messages”, the Device EUI.',
    'Для каждого счётчика добавьте устройство с этим источником и укажите Device EUI как «Адрес в его сообщениях».',
    'برای هر شمارشگر دستگاهی با همین منبع بسازید و Device EUI را در «نشانی در پیام‌های آن» بنویسید.',
  ],
  [
    'Set “Model” to what stands on the counter. A codec in the device profile is not needed, and does no harm.',
    'В поле «Модель» выберите то, что написано на счётчике. Кодек в профиле устройства не нужен, но и не мешает.',
    'در «مدل» آنچه را روی شمارشگر نوشته شده انتخاب کنید. کدک در پروفایل دستگاه لازم نیست و زیانی هم ندارد.',
  ],
  // imbuildings
  [
    'Telegrams in hexadecimal (payloadHex and port) and decoded ones, forwarded by a platform: totals A and B, which begin again at 65,536 (mode cumulative, the default).',
    'Телеграммы в шестнадцатеричном виде (payloadHex и port) и декодированные, пересланные платформой: итоги A и B, которые начинаются заново на 65 536 (режим cumulative, по умолчанию).',
    'تلگرام‌های شانزده‌شانزدهی (payloadHex و port) و رمزگشایی‌شده که سکویی می‌فرستد: جمع‌های A و B که در ۶۵٬۵۳۶ از نو آغاز می‌شوند (حالت cumulative، پیش‌فرض).',
  ],
  [
    'NB-IoT telegrams in a platform’s push (reports with a hexadecimal value): people since the report before, at the platform’s time (mode event).',
    'Телеграммы NB-IoT в отправке платформы (отчёты с шестнадцатеричным значением): люди с предыдущего отчёта, по времени платформы (режим event).',
    'تلگرام‌های NB-IoT در ارسال سکو (گزارش‌هایی با مقدار شانزده‌شانزدهی): افراد از گزارش پیشین تاکنون، به زمان سکو (حالت event).',
  ],
  [
    'MoodBox, where the device measures service: each press of one of its five smileys as CSAT, from 5 (the friendliest) to 1, at the time of its report.',
    'MoodBox, если устройство измеряет сервис: каждое нажатие одного из пяти смайликов как CSAT от 5 (самый довольный) до 1, по времени отчёта.',
    'دستگاه MoodBox، اگر خدمات را می‌سنجد: هر فشار یکی از پنج شکلک به‌صورت CSAT از ۵ (خوشحال‌ترین) تا ۱، به زمان گزارش آن.',
  ],
  [
    'Blocked and disturbed sensors: the counter is not taken as observing while they last.',
    'Закрытый и засвеченный датчик: пока это длится, считается, что счётчик ничего не видит.',
    'حسگر پوشیده یا مختل: تا برطرف نشده، شمارشگر نابینا به شمار می‌آید.',
  ],
  [
    'The date inside NB-IoT telegrams: its order of day and hour is not the same everywhere.',
    'Дата внутри телеграмм NB-IoT: порядок дня и часа в ней не везде одинаков.',
    'تاریخ درون تلگرام‌های NB-IoT: ترتیب روز و ساعت آن همه‌جا یکسان نیست.',
  ],
  [
    'Comfort sensors, pulse counters, trackers.',
    'Датчики микроклимата, импульсные счётчики, трекеры.',
    'حسگرهای محیط، شمارنده‌های پالس، ردیاب‌ها.',
  ],
  [
    'Registrations and other news of the platform: kept for liveness.',
    'Регистрации и другие новости платформы: только признак связи.',
    'ثبت‌نام‌ها و خبرهای دیگر سکو: فقط نشانهٔ زنده بودن.',
  ],
  [
    'LoRaWAN behind The Things Stack or ChirpStack: set up the device with those profiles instead, with the model IMBuildings People Counter.',
    'LoRaWAN за The Things Stack или ChirpStack: выберите для устройства их марку, модель IMBuildings People Counter.',
    'برای LoRaWAN پشت The Things Stack یا ChirpStack: دستگاه را با گزینهٔ همان‌ها و مدل IMBuildings People Counter راه‌اندازی کنید.',
  ],
  [
    'Over another platform: have it forward each message as JSON with port and payloadHex to {hook}, with HTTP Basic or a bearer token {secret}; or by MQTT to {topic}.',
    'Через другую платформу: пусть она пересылает каждое сообщение как JSON с port и payloadHex на {hook} по HTTP Basic или с токеном {secret}; или по MQTT в топик {topic}.',
    'از راه سکویی دیگر: هر پیام را به‌صورت JSON با port و payloadHex به {hook} بفرستد، با HTTP Basic یا توکن {secret}؛ یا با MQTT روی {topic}.',
  ],
  [
    'NB-IoT: enter {hook} as the platform’s push address, and set “Counting by” to every passage by itself: these telegrams hold no totals.',
    'NB-IoT: укажите {hook} как адрес отправки платформы и выберите «Как считает» — каждый проход отдельно: итогов в этих телеграммах нет.',
    'برای NB-IoT: نشانی {hook} را به‌جای نشانی ارسال سکو وارد کنید و «شیوهٔ شمارش» را «هر عبور جداگانه» بگذارید: این تلگرام‌ها جمع ندارند.',
  ],
  [
    'Direction A counts as in and B as out; tick “In and out are the other way round” where the counter hangs so.',
    'Направление A считается входом, B — выходом; если счётчик висит наоборот, отметьте «Вход и выход перепутаны».',
    'جهت A ورود و B خروج شمرده می‌شود؛ اگر شمارشگر برعکس نصب شده، «ورود و خروج جابه‌جاست» را علامت بزنید.',
  ],
  [
    '“Address in its messages” is the id inside the telegram, or the platform’s serialNumber (IMEI:…).',
    '«Адрес в его сообщениях» — номер внутри телеграммы или serialNumber платформы (IMEI:…).',
    '«نشانی در پیام‌های آن» شناسهٔ درون تلگرام یا serialNumber سکو است (IMEI:…).',
  ],
];
