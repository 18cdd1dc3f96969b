import type { Phrase } from '../phrase.ts';

/** Cameras that count. */
export const camerasMakePhrases: readonly Phrase[] = [
  // axis
  ['Cameras with AXIS 3D People Counter', 'Камеры с AXIS 3D People Counter', 'دوربین‌های دارای AXIS 3D People Counter'],
  ['Cameras with AXIS Object Analytics', 'Камеры с AXIS Object Analytics', 'دوربین‌های دارای AXIS Object Analytics'],
  [
    'AXIS 3D People Counter, generic data push (Axis Retail Data): people in and out between two instants.',
    'AXIS 3D People Counter, generic data push (Axis Retail Data): вошедшие и вышедшие между двумя моментами.',
    'برنامهٔ AXIS 3D People Counter با generic data push (Axis Retail Data): ورود و خروج افراد میان دو لحظه.',
  ],
  [
    'AXIS Object Analytics over MQTT, mode cumulative: the running total of humans of each crossline counting scenario, which is a line (Device1Scenario1).',
    'AXIS Object Analytics по MQTT, режим cumulative: нарастающий итог людей каждого сценария пересечения линии, который и есть линия (Device1Scenario1).',
    'برنامهٔ AXIS Object Analytics با MQTT در حالت cumulative: جمع انباشتهٔ افراد در هر سناریوی گذر از خط، که همان خط است (Device1Scenario1).',
  ],
  [
    'Adults among the people counted: a part of them.',
    'Взрослые среди посчитанных: это их часть.',
    'بزرگسالان در میان شمرده‌شدگان: بخشی از همان‌ها هستند.',
  ],
  [
    'Vehicles, bicycles and unknown objects of a crossline counting scenario, and its total over all classes.',
    'Транспорт, велосипеды и неизвестные объекты сценария пересечения линии и его итог по всем классам.',
    'خودروها، دوچرخه‌ها و اشیای ناشناس سناریوی گذر از خط، و جمع همهٔ رده‌ها در آن.',
  ],
  [
    'Occupancy in area: a level, no passages.',
    'Occupancy in area: это уровень, а не проходы.',
    'مقدار Occupancy in area: شمار افراد حاضر است، نه عبورها.',
  ],
  [
    'Scene metadata (frames, object tracks): tracks are no counts; what they hold of pictures and clothes is dropped.',
    'Метаданные сцены (кадры, траектории): траектории — не подсчёты; снимки и одежда в них отбрасываются.',
    'فرادادهٔ صحنه (قاب‌ها، مسیر اشیا): مسیرها شمارش نیستند؛ تصویر و پوشاک در آن‌ها دور ریخته می‌شود.',
  ],
  [
    'AXIS People Counter (tvpc): it is asked, and pushes nothing.',
    'AXIS People Counter (tvpc): его нужно спрашивать, сам он ничего не шлёт.',
    'برنامهٔ AXIS People Counter (tvpc): باید از آن پرسید و خودش چیزی نمی‌فرستد.',
  ],
  [
    'AXIS 3D People Counter: open the application’s settings, Reporting → generic data push: endpoint URL {hook}, API token {secret} (the camera sends it as Authorization: Bearer), interval 1 minute. The camera wants HTTPS with a certificate that it can verify: install your own root CA in it if need be.',
    'AXIS 3D People Counter: откройте настройки приложения, Reporting → generic data push: endpoint URL {hook}, API token {secret} (камера шлёт его как Authorization: Bearer), интервал 1 минута. Камере нужен HTTPS с сертификатом, который она может проверить: при необходимости установите в неё свой корневой сертификат.',
    'در AXIS 3D People Counter تنظیمات برنامه و سپس Reporting → generic data push را باز کنید: endpoint URL برابر {hook} و API token برابر {secret} (دوربین آن را به‌صورت Authorization: Bearer می‌فرستد)، فاصله ۱ دقیقه. دوربین HTTPS با گواهی قابل بررسی می‌خواهد: اگر لازم است گواهی ریشهٔ خود را در آن نصب کنید.',
  ],
  [
    'AXIS Object Analytics: add a scenario Crossline counting with the object class Human. A scenario counts one direction: for the way out add a second one with the line turned round, and map its channel human to out.',
    'AXIS Object Analytics: добавьте сценарий Crossline counting с классом Human. Сценарий считает в одну сторону: для выхода добавьте второй с развёрнутой линией и назначьте его канал human на выход.',
    'در AXIS Object Analytics یک سناریوی Crossline counting با ردهٔ Human بیفزایید. هر سناریو یک جهت را می‌شمارد: برای خروج سناریوی دومی با خط برعکس بسازید و کانال human آن را خروج تعیین کنید.',
  ],
  [
    'The camera’s web interface → System → MQTT → MQTT client: host {broker}, user name {device}, password {secret}; connect. MQTT publication: Add condition → Application: Object Analytics, the scenario; include the serial number in the payload.',
    'Веб-интерфейс камеры → System → MQTT → MQTT client: узел {broker}, пользователь {device}, пароль {secret}; подключите. MQTT publication: Add condition → Application: Object Analytics, нужный сценарий; включите серийный номер в сообщение.',
    'در صفحهٔ وب دوربین، System → MQTT → MQTT client: میزبان {broker}، کاربر {device}، گذرواژه {secret}؛ وصل شوید. در MQTT publication گزینهٔ Add condition → Application: Object Analytics و سناریو را انتخاب کنید و شمارهٔ سریال را هم در پیام بگنجانید.',
  ],
  [
    'In Lintel, for AXIS Object Analytics: topic {topic}, such as axis/SERIAL/event/# with the camera’s serial number, and “Counting by” totals that grow.',
    'В Lintel, для AXIS Object Analytics: топик {topic}, например axis/SERIAL/event/# с серийным номером камеры, и «Как считает» — нарастающий итог.',
    'در Lintel برای AXIS Object Analytics: تاپیک {topic}، مانند axis/SERIAL/event/# با شمارهٔ سریال دوربین، و «شیوهٔ شمارش» برابر «جمع انباشته».',
  ],
  [
    'Enter the camera’s serial number as “Address in its messages” where several cameras share a webhook or topic.',
    'Если вебхук или топик общий у нескольких камер, укажите серийный номер камеры как «Адрес в его сообщениях».',
    'اگر چند دوربین یک وب‌هوک یا تاپیک دارند، شمارهٔ سریال دوربین را در «نشانی در پیام‌های آن» وارد کنید.',
  ],
  // hikvision
  [
    'Dual-lens people counting cameras (iDS-2CD68…, DS-2CD68…, iDS-2CD81…)',
    'Двухобъективные камеры подсчёта людей (iDS-2CD68…, DS-2CD68…, iDS-2CD81…)',
    'دوربین‌های دوعدسی شمارش افراد (iDS-2CD68…، DS-2CD68…، iDS-2CD81…)',
  ],
  [
    'Cameras with the ISAPI event PeopleCounting',
    'Камеры с событием ISAPI PeopleCounting',
    'دوربین‌های دارای رویداد ISAPI PeopleCounting',
  ],
  [
    'PeopleCounting, statistics by time range: people who entered, left, and passed by (pass) between two instants.',
    'PeopleCounting, статистика за промежуток времени: кто вошёл, вышел и прошёл мимо (pass) между двумя моментами.',
    'رویداد PeopleCounting، آمار یک بازه: ورود، خروج و گذر (pass) افراد میان دو لحظه.',
  ],
  [
    'PeopleCounting in real time, mode cumulative: the camera’s totals since its daily reset.',
    'PeopleCounting в реальном времени, режим cumulative: итоги камеры со времени её суточного сброса.',
    'رویداد PeopleCounting زنده در حالت cumulative: جمع‌های دوربین از زمان صفر شدن روزانه‌اش.',
  ],
  [
    'Each region counts as a line of its own; a further channel of a recorder as ch2, ch3, …',
    'Каждая область считается отдельной линией; следующие каналы регистратора — ch2, ch3, …',
    'هر ناحیه خطی جداگانه است؛ کانال‌های دیگر یک ضبط‌کننده ch2، ch3، … هستند.',
  ],
  [
    'People in a queue (personQueueCounting, personQueueRealTime, in JSON): the length of each region, where the device measures queues or its map names the region.',
    'Люди в очереди (personQueueCounting, personQueueRealTime, в JSON): длина очереди в каждой области, если устройство измеряет очереди или область так отмечена.',
    'افراد در صف (personQueueCounting، personQueueRealTime، در JSON): طول صف هر ناحیه، اگر دستگاه صف را می‌سنجد یا ناحیه چنین تعیین شده باشد.',
  ],
  [
    'Video tampering (shelteralarm): the camera is covered until it says otherwise.',
    'Закрытие объектива (shelteralarm): камера закрыта, пока не сообщит обратное.',
    'پوشاندن دوربین (shelteralarm): تا خود دوربین خلافش را نگوید، پوشیده به شمار می‌آید.',
  ],
  [
    'childCounting and people counted twice (duplicatePeople): parts of the totals, or taken out of them by the camera.',
    'childCounting и посчитанные дважды (duplicatePeople): часть итогов или уже вычтены камерой.',
    'مقدار childCounting و افراد دوباره‌شمرده (duplicatePeople): بخشی از جمع‌ها هستند یا دوربین آن‌ها را کم کرده است.',
  ],
  [
    'Vehicles and bicycles (vehicleEnter, bicycleEnter, …): no people.',
    'Автомобили и велосипеды (vehicleEnter, bicycleEnter, …): это не люди.',
    'خودروها و دوچرخه‌ها (vehicleEnter، bicycleEnter، …): انسان نیستند.',
  ],
  [
    'Waiting times (personQueueTime): no body of it is public, so that it is shown in the live view and counts nowhere.',
    'Время ожидания (personQueueTime): его формат нигде не опубликован, поэтому оно показано в живом просмотре и нигде не считается.',
    'زمان انتظار (personQueueTime): قالب آن جایی منتشر نشده، پس در نمای زنده نشان داده و جایی شمرده نمی‌شود.',
  ],
  [
    'Other alarms of the camera (motion, line crossing detection, faces, plates): they only show that it lives; pictures are dropped.',
    'Другие тревоги камеры (движение, пересечение линии, лица, номера): только показывают, что она жива; снимки отбрасываются.',
    'هشدارهای دیگر دوربین (حرکت، گذر از خط، چهره، پلاک): فقط نشان می‌دهند دوربین زنده است؛ تصویرها دور ریخته می‌شود.',
  ],
  [
    'The number activePostCount, which counts repeats of an alarm and names nothing.',
    'Число activePostCount: считает повторы тревоги и ничего не обозначает.',
    'عدد activePostCount: تکرارهای یک هشدار را می‌شمارد و نام چیزی نیست.',
  ],
  [
    'Configuration → People Counting (Counting): draw the detection line with its arrow into the shop, enable people counting, and arm it for the whole week (Arming Schedule).',
    'Configuration → People Counting (Counting): проведите линию подсчёта со стрелкой внутрь магазина, включите подсчёт людей и поставьте его на всю неделю (Arming Schedule).',
    'در Configuration → People Counting (Counting): خط شمارش را با پیکان رو به درون فروشگاه بکشید، شمارش افراد را روشن و برای همهٔ هفته فعال کنید (Arming Schedule).',
  ],
  [
    'There, switch on the upload of statistics by the data statistics cycle (1 to 15 minutes) and switch off Real-Time Upload Data: both together report the same people twice, and Lintel counts the one that “Counting by” says.',
    'Там же включите отправку статистики по data statistics cycle (1–15 минут) и выключите Real-Time Upload Data: вместе они дважды сообщают об одних и тех же людях, и Lintel считает то, что выбрано в «Как считает».',
    'همان‌جا ارسال آمار با data statistics cycle (۱ تا ۱۵ دقیقه) را روشن و Real-Time Upload Data را خاموش کنید: هر دو با هم یک نفر را دو بار گزارش می‌کنند و Lintel آن را می‌شمارد که «شیوهٔ شمارش» می‌گوید.',
  ],
  [
    'Linkage Method: tick Notify Surveillance Center, without which nothing is sent.',
    'Linkage Method: отметьте Notify Surveillance Center, без этого ничего не отправляется.',
    'در Linkage Method گزینهٔ Notify Surveillance Center را علامت بزنید؛ بدون آن چیزی فرستاده نمی‌شود.',
  ],
  [
    'Configuration → Network → Advanced Settings → HTTP Listening (older firmware: Configuration → Event → Alarm Server; ISAPI: /ISAPI/Event/notification/httpHosts): enter this server’s address and port, protocol HTTP or HTTPS, and as the URL the path of {hook}. The path holds the secret, because most firmwares show none.',
    'Configuration → Network → Advanced Settings → HTTP Listening (в старых прошивках Configuration → Event → Alarm Server; ISAPI: /ISAPI/Event/notification/httpHosts): укажите адрес и порт этого сервера, протокол HTTP или HTTPS, а как URL — путь из {hook}. Секрет стоит в пути, потому что большинство прошивок не предъявляет никакого другого.',
    'در Configuration → Network → Advanced Settings → HTTP Listening (در میان‌افزارهای قدیمی‌تر Configuration → Event → Alarm Server؛ در ISAPI: /ISAPI/Event/notification/httpHosts) نشانی و درگاه این سرور، پروتکل HTTP یا HTTPS، و به‌جای URL مسیرِ {hook} را وارد کنید. رمز در همین مسیر است، چون بیشتر میان‌افزارها رمزی نشان نمی‌دهند.',
  ],
  [
    'Queues: Configuration → Queue Management (Queue Detection): draw the region in front of the tills, enable queuing-up detection with real-time upload. Once it was heard, choose its queue under “Zones that are queues” on the device’s page. What is public of these alarms is little: look at the live view before you rely on it.',
    'Очереди: Configuration → Queue Management (Queue Detection): обведите область перед кассами, включите обнаружение очереди с отправкой в реальном времени. Когда она впервые отзовётся, выберите её очередь на странице устройства, в разделе «Зоны, где стоят очереди». Об этих тревогах опубликовано мало: прежде чем полагаться на них, посмотрите в живом просмотре.',
    'صف‌ها: در Configuration → Queue Management (Queue Detection) ناحیهٔ جلوی صندوق‌ها را بکشید و تشخیص صف با ارسال زنده را روشن کنید. پس از نخستین گزارش آن، صفش را در صفحهٔ دستگاه زیر «ناحیه‌هایی که صف هستند» انتخاب کنید. دربارهٔ این هشدارها کم منتشر شده است: پیش از تکیه بر آن‌ها نمای زنده را ببینید.',
  ],
  [
    'Configuration → System → Time Settings: the right zone and NTP.',
    'Configuration → System → Time Settings: верный часовой пояс и NTP.',
    'در Configuration → System → Time Settings: منطقهٔ زمانی درست و NTP.',
  ],
  [
    'Enter the camera’s MAC address as “Address in its messages” where several cameras share a webhook.',
    'Если вебхук общий у нескольких камер, укажите MAC-адрес камеры как «Адрес в его сообщениях».',
    'اگر چند دوربین یک وب‌هوک دارند، نشانی MAC دوربین را در «نشانی در پیام‌های آن» وارد کنید.',
  ],
  [
    'EventNotificationAlert messages of cameras, as five public integrations quote them',
    'Сообщения EventNotificationAlert камер — как их приводят пять открытых интеграций',
    'پیام‌های EventNotificationAlert دوربین‌ها، آن‌گونه که پنج برنامهٔ متن‌باز آورده‌اند',
  ],
  // milesight
  ['VS133 and VS135 on a network cable', 'VS133 и VS135 с сетевым кабелем', 'VS133 و VS135 با کابل شبکه'],
  [
    'Line Periodic Data: in and out of each line over each report period (mode interval, the default).',
    'Line Periodic Data: вход и выход каждой линии за каждый отчётный период (режим interval, по умолчанию).',
    'داده‌های Line Periodic Data: ورود و خروج هر خط در هر دورهٔ گزارش (حالت interval، پیش‌فرض).',
  ],
  [
    'Line Total Data: running totals of each line (mode cumulative).',
    'Line Total Data: нарастающие итоги каждой линии (режим cumulative).',
    'داده‌های Line Total Data: جمع انباشتهٔ هر خط (حالت cumulative).',
  ],
  [
    'Line Trigger Data: each crossing as it happens (mode event).',
    'Line Trigger Data: каждый проход сразу (режим event).',
    'داده‌های Line Trigger Data: هر عبور همان دم (حالت event).',
  ],
  [
    'Region People Counting: how many people are in each region (region_count_data, current_total), as the length of a queue; Dwell Time Detection as a trigger: how long each person stayed in a region, as their wait. Both where the device measures queues or its map names the region.',
    'Region People Counting: сколько людей в каждой области (region_count_data, current_total) — длина очереди; Dwell Time Detection по событию: сколько каждый пробыл в области — его ожидание. То и другое — если устройство измеряет очереди или область так отмечена.',
    'داده‌های Region People Counting: شمار افراد هر ناحیه (region_count_data، current_total) به‌جای طول صف؛ Dwell Time Detection به‌صورت رویداد: هر نفر چقدر در ناحیه ماند، به‌جای زمان انتظارش. هر دو اگر دستگاه صف را می‌سنجد یا ناحیه چنین تعیین شده باشد.',
  ],
  [
    'Data sent again after an outage (isRetransmission) fills the past.',
    'Данные, присланные после сбоя ещё раз (isRetransmission), заполняют прошлое.',
    'داده‌هایی که پس از قطعی دوباره می‌رسد (isRetransmission) گذشته را پر می‌کند.',
  ],
  [
    'The VS121-P’s line crossing: in_counted and out_counted of the period, and total_data.',
    'Пересечение линии у VS121-P: in_counted и out_counted за период и total_data.',
    'گذر از خط در VS121-P: مقدارهای in_counted و out_counted دوره و total_data.',
  ],
  [
    'Counters with a LoRaWAN radio: set them up with the network server’s profile (ttn, chirpstack, loriot).',
    'Счётчики с радио LoRaWAN: настройте их маркой сетевого сервера (ttn, chirpstack, loriot).',
    'شمارشگرهای دارای رادیوی LoRaWAN: آن‌ها را با گزینهٔ سرور شبکه راه‌اندازی کنید (ttn، chirpstack، loriot).',
  ],
  [
    'Of the three sources one counts, which the mode says; the others show that the counter lives.',
    'Из трёх источников считается один, тот, что задан режимом; остальные показывают, что счётчик жив.',
    'از سه منبع یکی شمرده می‌شود، همان که حالت شمارش می‌گوید؛ دیگران نشان می‌دهند شمارشگر زنده است.',
  ],
  [
    'Children, staff, groups, men and women: they are part of the totals.',
    'Дети, сотрудники, группы, мужчины и женщины: они входят в итоги.',
    'کودکان، کارکنان، گروه‌ها، مردان و زنان: بخشی از جمع‌ها هستند.',
  ],
  [
    'Regions that are no queue, average and longest dwell times of a period (they do not say of how many people), flows between sides, occupancy.',
    'Области, где нет очереди, среднее и наибольшее время пребывания за период (не сказано, скольких людей), потоки между сторонами, заполненность.',
    'ناحیه‌هایی که صف نیستند، میانگین و بیشترین زمان ماندن در دوره (نمی‌گوید برای چند نفر)، رفت‌وآمد میان سوها، شمار حاضران.',
  ],
  [
    'The number that the counter gives a person (people_id).',
    'Номер, который счётчик даёт человеку (people_id).',
    'شماره‌ای که شمارشگر به هر نفر می‌دهد (people_id).',
  ],
  [
    'capacity_counted (in less out), snapshots, the SIM card’s numbers.',
    'capacity_counted (вошло минус вышло), снимки, номера SIM-карты.',
    'مقدار capacity_counted (ورود منهای خروج)، عکس‌ها، شماره‌های سیم‌کارت.',
  ],
  [
    'In mode event, a second crossing of one line in the same direction within the same second: nothing tells it from a repeat.',
    'В режиме event — второй проход через ту же линию в ту же сторону за ту же секунду: от повтора его не отличить.',
    'در حالت event، گذر دوم از همان خط، در همان جهت و همان ثانیه: از تکرار جداشدنی نیست.',
  ],
  [
    'Whether Line Trigger Data holds single crossings or totals differs in what is known of it: the option trigger says which; look at the live view before you rely on it.',
    'О том, что лежит в Line Trigger Data — отдельные проходы или итоги, — источники расходятся: это говорит параметр trigger; прежде чем полагаться, посмотрите в живом просмотре.',
    'اینکه Line Trigger Data عبورهای جداگانه است یا جمع‌ها، در منبع‌ها یکسان نیست: تنظیم trigger آن را می‌گوید؛ پیش از تکیه بر آن نمای زنده را ببینید.',
  ],
  [
    'On the counter’s web page open Recipient and API (or Communication), and add a receiver.',
    'На веб-странице счётчика откройте Recipient and API (или Communication) и добавьте получателя.',
    'در صفحهٔ وب شمارشگر Recipient and API (یا Communication) را باز کنید و یک گیرنده بیفزایید.',
  ],
  [
    'By HTTP: Report Protocol HTTP(s), URL {hook}, Username {device}, Password {secret}; press Test.',
    'По HTTP: Report Protocol HTTP(s), URL {hook}, Username {device}, Password {secret}; нажмите Test.',
    'با HTTP: گزینهٔ Report Protocol برابر HTTP(s)، URL برابر {hook}، Username برابر {device}، Password برابر {secret}؛ سپس Test را بزنید.',
  ],
  [
    'By MQTT: Report Protocol MQTT, Host and Port of {broker}, Username {device}, Password {secret}, Topic {topic}, QoS 1.',
    'По MQTT: Report Protocol MQTT, Host и Port из {broker}, Username {device}, Password {secret}, Topic {topic}, QoS 1.',
    'با MQTT: گزینهٔ Report Protocol برابر MQTT، Host و Port از {broker}، Username برابر {device}، Password برابر {secret}، Topic برابر {topic}، QoS 1.',
  ],
  [
    'Report Scheme: Periodic, on the dot, every minute or longer. Choose Line Periodic Data (and Line Total Data if you like).',
    'Report Scheme: Periodic, on the dot, раз в минуту или реже. Выберите Line Periodic Data (и, если хотите, Line Total Data).',
    'در Report Scheme: گزینهٔ Periodic، on the dot، هر دقیقه یا بیشتر. Line Periodic Data را انتخاب کنید (و اگر خواستید Line Total Data).',
  ],
  [
    'Queues: draw a region over the area in front of the tills, choose Region People Counting in the periodic report and Dwell Time in the trigger report. Once it was heard, choose its queue under “Zones that are queues” on the device’s page.',
    'Очереди: обведите область перед кассами, выберите Region People Counting в периодическом отчёте и Dwell Time в отчёте по событию. Когда она впервые отзовётся, выберите её очередь на странице устройства, в разделе «Зоны, где стоят очереди».',
    'صف‌ها: ناحیه‌ای روی محوطهٔ جلوی صندوق‌ها بکشید، در گزارش دوره‌ای Region People Counting و در گزارش رویدادی Dwell Time را انتخاب کنید. پس از نخستین گزارش آن، صفش را در صفحهٔ دستگاه زیر «ناحیه‌هایی که صف هستند» انتخاب کنید.',
  ],
  [
    'Set the time zone and a time server (NTP) on the counter.',
    'Задайте на счётчике часовой пояс и сервер времени (NTP).',
    'منطقهٔ زمانی و سرور زمان (NTP) را روی شمارشگر تنظیم کنید.',
  ],
  [
    '“Address in its messages” is the counter’s serial number (SN).',
    '«Адрес в его сообщениях» — серийный номер счётчика (SN).',
    '«نشانی در پیام‌های آن» شمارهٔ سریال شمارشگر (SN) است.',
  ],
  ['Line Trigger Data', 'Line Trigger Data: что внутри', 'محتوای Line Trigger Data'],
  [
    'What it holds: the people of this crossing (crossings, counted in mode event), or all since the last reset (totals, counted in mode cumulative).',
    'Что в них: люди этого прохода (crossings, считается в режиме event) или все со времени сброса (totals, считается в режиме cumulative).',
    'چه چیزی در آن است: افراد همین عبور (crossings، در حالت event شمرده می‌شود) یا همه از زمان صفر شدن (totals، در حالت cumulative شمرده می‌شود).',
  ],
];
