import type { Phrase } from '../phrase.ts';

/** Door counters on a network cable. */
export const countersMakePhrases: readonly Phrase[] = [
  // xovis
  [
    'PC2S, PC2SE, PC3S, PC series with firmware 5',
    'PC2S, PC2SE, PC3S, серия PC с прошивкой 5',
    'PC2S، PC2SE، PC3S، سری PC با میان‌افزار ۵',
  ],
  [
    'PC series with firmware 3 and 4 (legacy JSON push)',
    'Серия PC с прошивкой 3 и 4 (прежняя отправка JSON)',
    'سری PC با میان‌افزار ۳ و ۴ (ارسال JSON قدیمی)',
  ],
  [
    'Logics Push (firmware 5): what crossed each line logic forwards (fw) and backwards (bw) between two instants. In, out and visits of zones count where you map them.',
    'Logics Push (прошивка 5): кто пересёк каждую логику линии вперёд (fw) и назад (bw) между двумя моментами. Входы, выходы и посещения зон считаются там, где вы это укажете.',
    'داده‌های Logics Push (میان‌افزار ۵): گذر از هر خط به جلو (fw) و عقب (bw) میان دو لحظه. ورود، خروج و بازدید ناحیه‌ها هر جا که تعیین کنید شمرده می‌شود.',
  ],
  [
    'Live Data Push (firmware 5), mode cumulative: the running counters of COUNT_INCREMENT and COUNT_RESET events.',
    'Live Data Push (прошивка 5), режим cumulative: нарастающие счётчики событий COUNT_INCREMENT и COUNT_RESET.',
    'داده‌های Live Data Push (میان‌افزار ۵) در حالت cumulative: شمارنده‌های انباشتهٔ رویدادهای COUNT_INCREMENT و COUNT_RESET.',
  ],
  [
    'Live Data Push (firmware 5), mode event: LINE_CROSS_FORWARD and LINE_CROSS_BACKWARD of persons, one by one.',
    'Live Data Push (прошивка 5), режим event: LINE_CROSS_FORWARD и LINE_CROSS_BACKWARD людей, по одному.',
    'داده‌های Live Data Push (میان‌افزار ۵) در حالت event: رویدادهای LINE_CROSS_FORWARD و LINE_CROSS_BACKWARD، نفر به نفر.',
  ],
  [
    'Queue statistics (firmware 5): people waiting at the end of each interval, people who left the queue (outflow) and how long they waited on average (queueing-time). Zones with balance, visits and dwell time are queues where the device measures queues or its map names them.',
    'Статистика очередей (прошивка 5): сколько людей ждёт в конце интервала, сколько ушло из очереди (outflow) и сколько в среднем ждали (queueing-time). Зоны с balance, visits и dwell time — очереди, если устройство измеряет очереди или зона так отмечена.',
    'آمار صف (میان‌افزار ۵): شمار افراد منتظر در پایان هر بازه، کسانی که از صف بیرون رفتند (outflow) و میانگین انتظارشان (queueing-time). ناحیه‌های دارای balance، visits و dwell time صف‌اند، اگر دستگاه صف را می‌سنجد یا ناحیه چنین تعیین شده باشد.',
  ],
  [
    'Status Push (firmware 5): firmware, a failed sensor, too little light.',
    'Status Push (прошивка 5): прошивка, отказ датчика, недостаток света.',
    'داده‌های Status Push (میان‌افزار ۵): نسخهٔ میان‌افزار، خرابی حسگر، نور کم.',
  ],
  [
    'Legacy line count push (firmware 3 and 4, JSON) and, in mode event, LineCount of the legacy event push.',
    'Прежняя отправка подсчёта по линиям (прошивка 3 и 4, JSON) и, в режиме event, LineCount прежней отправки событий.',
    'ارسال قدیمی شمارش خط‌ها (میان‌افزار ۳ و ۴، JSON) و در حالت event، رویداد LineCount از ارسال قدیمی رویدادها.',
  ],
  [
    'An interval in which samples are missing counts what was seen, and covers only that share of its time.',
    'Интервал, в котором нет части замеров, считает увиденное и закрывает только эту долю времени.',
    'بازه‌ای که بخشی از نمونه‌هایش نیست، آنچه را دیده می‌شمارد و فقط همان سهم از زمان را می‌پوشاند.',
  ],
  [
    'Splits by gender, age, mask or tag (fw-male, bw-mask, …): they are parts of fw and bw, which are counted whole.',
    'Разбивка по полу, возрасту, маске или метке (fw-male, bw-mask, …): это части fw и bw, которые считаются целиком.',
    'تفکیک جنسیت، سن، ماسک یا برچسب (fw-male، bw-mask، …): بخشی از fw و bw است که کامل شمرده می‌شود.',
  ],
  [
    'Balance and dwell time of zones that are no queue; single changes of a queueing time in live data.',
    'Balance и время пребывания зон, где нет очереди; отдельные изменения времени в очереди в Live Data.',
    'مقدار balance و زمان ماندن در ناحیه‌هایی که صف نیستند؛ تغییرهای تکی زمان صف در داده‌های زنده.',
  ],
  [
    'Logics of groups, bicycles, prams and wheelchairs, and crossings of groups: their people are counted already.',
    'Логики групп, велосипедов, колясок и инвалидных кресел, проходы групп: люди в них уже посчитаны.',
    'شمارش گروه‌ها، دوچرخه، کالسکه و ویلچر، و عبور گروه‌ها: افرادشان پیش‌تر شمرده شده‌اند.',
  ],
  [
    'Test data of the trigger DUMMY_DATA and of the connection test, where the package says that it is such.',
    'Проверочные данные триггера DUMMY_DATA и проверки соединения — когда пакет так и говорит.',
    'داده‌های آزمایشی DUMMY_DATA و آزمایش اتصال، هر جا که بسته چنین می‌گوید.',
  ],
  [
    'Positions, heights, ages and genders of people are dropped as they come.',
    'Положение, рост, возраст и пол людей отбрасываются сразу.',
    'جای افراد، قد، سن و جنسیت همان دم رسیدن دور ریخته می‌شود.',
  ],
  [
    'XML formats of the legacy push: choose JSON.',
    'Форматы XML прежней отправки: выберите JSON.',
    'قالب‌های XML ارسال قدیمی: JSON را انتخاب کنید.',
  ],
  [
    'In the sensor’s web interface, give each line logic a name of its own: the name is the line’s name in Lintel. Leave out of the push a second logic on the same line, or it counts twice.',
    'В веб-интерфейсе датчика дайте каждой логике линии своё имя: под ним линия будет видна в Lintel. Не отправляйте вторую логику той же линии — она посчитает дважды.',
    'در صفحهٔ وب حسگر به هر خط شمارش (line logic) نامی جداگانه بدهید: همین نامِ خط در Lintel است. شمارش دوم روی همان خط را نفرستید، وگرنه دو بار شمرده می‌شود.',
  ],
  [
    'Data Push → Connections: add one of type HTTP with the URI {hook}, authentication Basic (user {device}, password {secret}) or Bearer token {secret}; or one of type MQTT with the broker {broker}, user {device}, password {secret} and the topic {topic}.',
    'Data Push → Connections: добавьте соединение типа HTTP с URI {hook} и проверкой Basic (пользователь {device}, пароль {secret}) или Bearer token {secret}; или соединение типа MQTT: брокер {broker}, пользователь {device}, пароль {secret}, топик {topic}.',
    'در Data Push → Connections یک اتصال HTTP بیفزایید با URI برابر {hook} و احراز هویت Basic (کاربر {device}، گذرواژه {secret}) یا Bearer token برابر {secret}؛ یا اتصال MQTT با بروکر {broker}، کاربر {device}، گذرواژهٔ {secret} و تاپیک {topic}.',
  ],
  [
    'Data Push → Agents: add one of type Logics with that connection, format JSON, version 5.0, resolution ONE_MINUTE, retry mode INTERVAL or INCREASING_DELAY: with DROP an outage leaves a gap. “Include empty” stays off.',
    'Data Push → Agents: добавьте агента типа Logics с этим соединением: формат JSON, версия 5.0, resolution ONE_MINUTE, retry mode INTERVAL или INCREASING_DELAY: при DROP сбой оставит пропуск. «Include empty» не включайте.',
    'در Data Push → Agents یک عامل از نوع Logics با همان اتصال بیفزایید: قالب JSON، نسخهٔ 5.0، گزینهٔ resolution برابر ONE_MINUTE و retry mode برابر INTERVAL یا INCREASING_DELAY: با DROP هر قطعی یک وقفه به جا می‌گذارد. «Include empty» خاموش بماند.',
  ],
  [
    'Firmware 3 and 4: Data Push → add an agent of type Line count with the format JSON to {hook}.',
    'Прошивка 3 и 4: Data Push → добавьте агента типа Line count в формате JSON на адрес {hook}.',
    'میان‌افزار ۳ و ۴: در Data Push یک عامل از نوع Line count با قالب JSON به {hook} بیفزایید.',
  ],
  [
    'Enter the sensor’s serial number (its MAC, as printed on it) as “Address in its messages” where several sensors share the webhook or topic.',
    'Если вебхук или топик общий у нескольких датчиков, укажите серийный номер датчика (MAC, напечатан на корпусе) как «Адрес в его сообщениях».',
    'اگر چند حسگر یک وب‌هوک یا تاپیک دارند، شمارهٔ سریال حسگر (همان MAC که رویش چاپ شده) را در «نشانی در پیام‌های آن» وارد کنید.',
  ],
  [
    'Queues: add a queue statistics logic over the area in front of the tills. Once it was heard, choose its queue under “Zones that are queues” on the device’s page.',
    'Очереди: добавьте логику queue statistics на площадь перед кассами. Когда она впервые отзовётся, выберите её очередь на странице устройства, в разделе «Зоны, где стоят очереди».',
    'صف‌ها: روی محوطهٔ جلوی صندوق‌ها queue statistics بیفزایید. پس از نخستین گزارش آن، صفش را در صفحهٔ دستگاه زیر «ناحیه‌هایی که صف هستند» انتخاب کنید.',
  ],
  [
    'fw and bw are the line’s geometry: walk through the door once, and tick “In and out are the other way round” if the walk shows as an exit.',
    'fw и bw — это геометрия линии: пройдите через дверь один раз и, если проход показан как выход, отметьте «Вход и выход перепутаны».',
    'مقدارهای fw و bw از شکل خط می‌آید: یک بار از در بگذرید و اگر به‌صورت خروج نشان داده شد، «ورود و خروج جابه‌جاست» را علامت بزنید.',
  ],
  ['View that counts', 'Какой обзор считает', 'دیدی که می‌شمارد'],
  [
    'Only where one sensor pushes both its own counts and those of a multisensor: single or multi; else both count.',
    'Только если один датчик шлёт и свои подсчёты, и подсчёты мультисенсора: single или multi; иначе считаются оба.',
    'فقط وقتی یک حسگر هم شمارش خودش و هم شمارش چندحسگری را می‌فرستد: single یا multi؛ وگرنه هر دو شمرده می‌شود.',
  ],
  // irisys
  [
    'HTTP POST of count logs: the running value of every register at each count logging period.',
    'HTTP POST журналов подсчёта: нарастающее значение каждого регистра за каждый период журнала.',
    'گزارش‌های شمارش با HTTP POST: مقدار انباشتهٔ هر رجیستر در هر دورهٔ ثبت.',
  ],
  [
    'Mode interval: what each register counted in the period (LogPeriodValue), of firmware that sends it.',
    'Режим interval: сколько насчитал каждый регистр за период (LogPeriodValue) — у прошивок, которые это присылают.',
    'حالت interval: آنچه هر رجیستر در دوره شمرده (LogPeriodValue)، در میان‌افزارهایی که آن را می‌فرستند.',
  ],
  [
    'MQTT topic Counts, mode event: every change of a register; MQTT topic Live counts: running values.',
    'Топик MQTT Counts, режим event: каждое изменение регистра; топик MQTT Live counts: нарастающие значения.',
    'تاپیک MQTT با نام Counts در حالت event: هر تغییر یک رجیستر؛ تاپیک Live counts: مقدارهای انباشته.',
  ],
  [
    'MQTT topic Status: connected, and disconnected as the last will.',
    'Топик MQTT Status: connected, а последней волей — disconnected.',
    'تاپیک MQTT با نام Status: مقدار connected و در وصیت پایانی disconnected.',
  ],
  [
    'A register with the tag direction=IN or direction=OUT counts as in or out; every other one is a channel by its own name, which you map.',
    'Регистр с тегом direction=IN или direction=OUT считает вход или выход; любой другой — канал под своим именем, который вы назначаете.',
    'رجیستری با برچسب direction=IN یا direction=OUT ورود یا خروج شمرده می‌شود؛ هر رجیستر دیگر کانالی با نام خودش است که شما تعیینش می‌کنید.',
  ],
  [
    'Registers that are not mapped: which line, zone or dwell time a register is, only the installation knows.',
    'Регистры, которые никуда не назначены: какая это линия, зона или время пребывания, знает только монтаж.',
    'رجیسترهای تعیین‌نشده: اینکه هر کدام کدام خط، ناحیه یا زمان ماندن است، فقط در نصب معلوم می‌شود.',
  ],
  [
    'Histograms (heights, waits) and the topics Targets (positions of people) and Device Info.',
    'Гистограммы (рост, ожидание) и топики Targets (положение людей) и Device Info.',
    'هیستوگرام‌ها (قد، انتظار) و تاپیک‌های Targets (جای افراد) و Device Info.',
  ],
  [
    'Two people counted by one register within one second, in two messages: nothing tells them from a repeat.',
    'Два человека на одном регистре за одну секунду в двух сообщениях: от повтора их не отличить.',
    'دو نفر که یک رجیستر در یک ثانیه و در دو پیام شمرده: از تکرار جداشدنی نیست.',
  ],
  [
    'Connect to the Vector with its set-up page. On each count line’s register set the tag direction=IN or direction=OUT, or note the registers’ names and map them in Lintel: channels of the line main, such as MainEntranceIn to in.',
    'Откройте страницу настройки Vector. На регистре каждой линии поставьте тег direction=IN или direction=OUT или запишите имена регистров и назначьте их в Lintel: каналы линии main, например MainEntranceIn — вход.',
    'صفحهٔ تنظیم Vector را باز کنید. روی رجیستر هر خط شمارش برچسب direction=IN یا direction=OUT بگذارید، یا نام رجیسترها را یادداشت و در Lintel تعیین کنید: کانال‌های خط main، مانند MainEntranceIn برای ورود.',
  ],
  [
    'Settings → Count Logging: 60 seconds.',
    'Settings → Count Logging: 60 секунд.',
    'در Settings → Count Logging: ۶۰ ثانیه.',
  ],
  [
    'Settings → HTTP POST: an entry with the URL {hook}, Authorization Token {secret}, all registers selected, and as many Max Attempts and as much history as it lets you set, so that an outage is filled in.',
    'Settings → HTTP POST: запись с URL {hook}, Authorization Token {secret}, все регистры, Max Attempts и история — столько, сколько позволит устройство, чтобы сбой потом заполнился.',
    'در Settings → HTTP POST: یک مورد با URL برابر {hook} و Authorization Token برابر {secret}، همهٔ رجیسترها، و Max Attempts و تاریخچه هرچه بیشتر، تا پس از قطعی جای خالی پر شود.',
  ],
  [
    'Or Settings → MQTT: Add: address {broker}, user {device}, password {secret}; topic Counts {topic}, such as irisys/SERIAL/counts, and topic Status irisys/SERIAL/status beside it; then set “Counting by” to every passage by itself.',
    'Или Settings → MQTT: Add: адрес {broker}, пользователь {device}, пароль {secret}; топик Counts {topic}, например irisys/SERIAL/counts, и рядом топик Status irisys/SERIAL/status; затем выберите «Как считает» — каждый проход отдельно.',
    'یا Settings → MQTT و سپس Add: نشانی {broker}، کاربر {device}، گذرواژه {secret}؛ تاپیک Counts برابر {topic}، مانند irisys/SERIAL/counts، و تاپیک Status کنار آن irisys/SERIAL/status؛ سپس «شیوهٔ شمارش» را «هر عبور جداگانه» بگذارید.',
  ],
  [
    'Enter the serial number (V4D-…) as “Address in its messages” where several Vectors share a webhook. Where one Vector looks at several doors, set up one device in Lintel for each, with its registers’ names in the setting Registers.',
    'Если вебхук общий у нескольких Vector, укажите серийный номер (V4D-…) как «Адрес в его сообщениях». Если один Vector смотрит на несколько дверей, добавьте в Lintel устройство на каждую, с именами её регистров в настройке «Регистры».',
    'اگر چند Vector یک وب‌هوک دارند، شمارهٔ سریال (V4D-…) را در «نشانی در پیام‌های آن» وارد کنید. اگر یک Vector چند در را می‌بیند، برای هر در یک دستگاه در Lintel بسازید و نام رجیسترهایش را در تنظیم «رجیسترها» بنویسید.',
  ],
  ['Registers', 'Регистры', 'رجیسترها'],
  [
    'Where one Vector counts several doors: the names of the registers of this one, separated by commas. Empty: all.',
    'Если один Vector считает несколько дверей: имена регистров этой двери через запятую. Пусто — все.',
    'اگر یک Vector چند در را می‌شمارد: نام رجیسترهای این در، با ویرگول میانشان. خالی: همه.',
  ],
  // terabee
  [
    'Totals in and out since the last reset (People Counting L by HTTP, M by MQTT, L-XL by HTTP).',
    'Итоги вошедших и вышедших со времени сброса (People Counting L по HTTP, M по MQTT, L-XL по HTTP).',
    'جمع ورود و خروج از زمان صفر شدن (People Counting L با HTTP، مدل M با MQTT، مدل L-XL با HTTP).',
  ],
  [
    'A clock that was never set (it shows the year 2000 or earlier): such totals are placed by their receipt.',
    'Часы, которые никто не ставил (показывают 2000 год или раньше): такие итоги относятся ко времени получения.',
    'ساعتی که هرگز تنظیم نشده (سال ۲۰۰۰ یا پیش از آن را نشان می‌دهد): این جمع‌ها در زمان دریافتشان جای می‌گیرند.',
  ],
  [
    'Messages of other types than counters: kept for liveness.',
    'Сообщения других видов, кроме подсчётов: только признак связи.',
    'پیام‌هایی جز شمارش: فقط نشانهٔ زنده بودن.',
  ],
  [
    'The name of the reset period: a reset is seen by totals that fall.',
    'Имя периода сброса: сброс виден по уменьшившимся итогам.',
    'نام دورهٔ صفر شدن: صفر شدن از کم شدن جمع‌ها پیداست.',
  ],
  [
    'The user name and password that the L-XL puts into each message: dropped when it arrives.',
    'Имя пользователя и пароль, которые L-XL пишет в каждое сообщение: отбрасываются сразу.',
    'نام کاربری و گذرواژه‌ای که L-XL در هر پیام می‌گذارد: همان دم رسیدن دور ریخته می‌شود.',
  ],
  [
    'On the sensor’s web page open the settings of the data output.',
    'На веб-странице датчика откройте настройки передачи данных.',
    'در صفحهٔ وب حسگر تنظیمات خروجی داده را باز کنید.',
  ],
  [
    'By HTTP: enter {hook} as the URL; where the page asks for a user name and password, enter {device} and {secret}.',
    'По HTTP: укажите {hook} как URL; если страница спросит имя пользователя и пароль, введите {device} и {secret}.',
    'با HTTP: نشانی {hook} را به‌جای URL وارد کنید؛ اگر صفحه نام کاربری و گذرواژه خواست، {device} و {secret} را بنویسید.',
  ],
  [
    'By MQTT: enter the broker {broker}, {device} as user name, {secret} as password, and {topic} as the topic.',
    'По MQTT: укажите брокер {broker}, имя пользователя {device}, пароль {secret} и топик {topic}.',
    'با MQTT: بروکر {broker}، نام کاربری {device}، گذرواژه {secret} و تاپیک {topic} را وارد کنید.',
  ],
  [
    'Set the time server (NTP), so that the sensor’s clock is right.',
    'Задайте сервер времени (NTP), чтобы часы датчика шли верно.',
    'سرور زمان (NTP) را تنظیم کنید تا ساعت حسگر درست باشد.',
  ],
  [
    '“Address in its messages” is what its messages call serial_number, uid or device_id.',
    '«Адрес в его сообщениях» — то, что в них называется serial_number, uid или device_id.',
    '«نشانی در پیام‌های آن» همان است که پیام‌ها serial_number، uid یا device_id می‌نامند.',
  ],
];
