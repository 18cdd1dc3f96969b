import type { Phrase } from '../phrase.ts';

/** What is wrong with the server itself. */
export const serverConnectingPhrases: readonly Phrase[] = [
  [
    'The broker (MQTT_URL) is not connected yet.',
    'С брокером (MQTT_URL) ещё нет связи.',
    'هنوز اتصالی به بروکر (MQTT_URL) نیست.',
  ],
  [
    'The broker {} (MQTT_URL) is not connected: check that it runs and takes us; what is published waits there.',
    'С брокером {} (MQTT_URL) нет связи: проверьте, работает ли он и пускает ли нас; опубликованное ждёт там.',
    'اتصالی به بروکر {} (MQTT_URL) نیست: بررسی کنید روشن باشد و ما را بپذیرد؛ آنچه منتشر شده آنجا می‌ماند.',
  ],
  [
    'The tables of the database are not up to date: restart Lintel.',
    'Таблицы базы данных устарели: перезапустите Lintel.',
    'جدول‌های پایگاه داده به‌روز نیست: Lintel را از نو راه بیندازید.',
  ],
  [
    'The database does not answer: check that it runs and that its disk is not overloaded.',
    'База данных не отвечает: проверьте, работает ли она и не перегружен ли её диск.',
    'پایگاه داده پاسخ نمی‌دهد: بررسی کنید روشن باشد و دیسکش زیر بار نباشد.',
  ],
  [
    'The database cannot be read: the log says why.',
    'База данных не читается: причина в журнале.',
    'پایگاه داده خوانده نمی‌شود: دلیلش در گزارش آمده است.',
  ],
  [
    'The database file {} was replaced while Lintel had it open; Lintel ends, so that it can be started with the one that is there now.',
    'Файл базы данных {} подменили, пока Lintel работал с ним; Lintel завершается, чтобы начать с тем, что есть сейчас.',
    'پروندهٔ پایگاه داده {} هنگام باز بودن عوض شد؛ Lintel پایان می‌یابد تا با پروندهٔ کنونی آغاز شود.',
  ],
  [
    'The database is locked by another program: close it.',
    'База данных занята другой программой: закройте её.',
    'برنامهٔ دیگری پایگاه داده را قفل کرده است: آن را ببندید.',
  ],
  [
    'The disk with the database (DATA_DIR) is full: free some space.',
    'Диск с базой данных (DATA_DIR) заполнен: освободите место.',
    'دیسک پایگاه داده (DATA_DIR) پر است: جا باز کنید.',
  ],
  [
    'The disk with the database (DATA_DIR) cannot be written or read: check the disk, its free space and its quota.',
    'Диск с базой данных (DATA_DIR) не читается или не пишется: проверьте диск, место и квоту.',
    'دیسک پایگاه داده (DATA_DIR) خوانده یا نوشته نمی‌شود: خود دیسک، جای خالی و سهمیه‌اش را بررسی کنید.',
  ],
  [
    'The database in DATA_DIR may only be read: make the folder and its files writable for Lintel.',
    'База данных в DATA_DIR доступна только для чтения: разрешите Lintel запись в папку и её файлы.',
    'پایگاه داده در DATA_DIR فقط خواندنی است: اجازهٔ نوشتن در پوشه و پرونده‌هایش را به Lintel بدهید.',
  ],
  [
    'The database in DATA_DIR may not be opened: give Lintel the right to it.',
    'Базу данных в DATA_DIR нельзя открыть: дайте Lintel право на это.',
    'اجازهٔ باز کردن پایگاه داده در DATA_DIR نیست: این اجازه را به Lintel بدهید.',
  ],
  [
    'The database in DATA_DIR cannot be opened: check that the folder is there and writable.',
    'База данных в DATA_DIR не открывается: проверьте, есть ли папка и можно ли в неё писать.',
    'پایگاه داده در DATA_DIR باز نمی‌شود: بررسی کنید پوشه باشد و نوشتنی باشد.',
  ],
  [
    'There is not enough memory for the database: free some.',
    'Базе данных не хватает памяти: освободите её.',
    'حافظه برای پایگاه داده کافی نیست: کمی آزاد کنید.',
  ],
  [
    'The database file in DATA_DIR is damaged: stop Lintel and restore a backup (lintel restore FILE).',
    'Файл базы данных в DATA_DIR повреждён: остановите Lintel и восстановите резервную копию (lintel restore FILE).',
    'پروندهٔ پایگاه داده در DATA_DIR آسیب دیده است: Lintel را متوقف و پشتیبان را بازیابی کنید (lintel restore FILE).',
  ],
  [
    'The file lintel.db in DATA_DIR is no database: stop Lintel and restore a backup (lintel restore FILE).',
    'Файл lintel.db в DATA_DIR — не база данных: остановите Lintel и восстановите резервную копию (lintel restore FILE).',
    'پروندهٔ lintel.db در DATA_DIR پایگاه داده نیست: Lintel را متوقف و پشتیبان را بازیابی کنید (lintel restore FILE).',
  ],
  [
    'The database file {} or its log is gone: put the folder back where it was (is its disk mounted?), or restart Lintel to begin an empty one.',
    'Файл базы данных {} или его журнал пропал: верните папку на место (подключён ли её диск?) или перезапустите Lintel, чтобы начать с пустой.',
    'پروندهٔ پایگاه داده {} یا گزارشش نیست: پوشه را به جایش برگردانید (دیسکش وصل است؟) یا Lintel را از نو راه بیندازید تا از صفر آغاز شود.',
  ],
  [
    'The database does not answer; check that PostgreSQL runs and DATABASE_URL is right.',
    'База данных не отвечает; проверьте, работает ли PostgreSQL и верен ли DATABASE_URL.',
    'پایگاه داده پاسخ نمی‌دهد؛ بررسی کنید PostgreSQL روشن و DATABASE_URL درست باشد.',
  ],
  [
    'PostgreSQL is starting or stopping; it will answer in a moment.',
    'PostgreSQL запускается или останавливается; скоро ответит.',
    'PostgreSQL در حال روشن یا خاموش شدن است؛ به‌زودی پاسخ می‌دهد.',
  ],
  [
    'The disk of PostgreSQL is full: free some space there.',
    'Диск PostgreSQL заполнен: освободите там место.',
    'دیسک PostgreSQL پر است: آنجا جا باز کنید.',
  ],
  [
    'PostgreSQL has no connection left: raise max_connections, or end other programs that use it.',
    'У PostgreSQL не осталось соединений: увеличьте max_connections или завершите другие программы.',
    'PostgreSQL اتصال آزادی ندارد: max_connections را بیشتر کنید یا برنامه‌های دیگر را ببندید.',
  ],
  [
    'PostgreSQL lacks memory or disk: give it more, or end other programs that use it.',
    'PostgreSQL не хватает памяти или диска: добавьте или завершите другие программы.',
    'PostgreSQL حافظه یا دیسک کم دارد: بیفزایید یا برنامه‌های دیگر را ببندید.',
  ],
  [
    'PostgreSQL may only be read: make it writable, or point DATABASE_URL at the server that is.',
    'PostgreSQL доступен только для чтения: разрешите запись или укажите в DATABASE_URL другой сервер.',
    'PostgreSQL فقط خواندنی است: نوشتن را روا کنید یا DATABASE_URL را به سروری دیگر بدهید.',
  ],
  [
    'PostgreSQL refuses the user or password of DATABASE_URL: check both.',
    'PostgreSQL не принимает имя или пароль из DATABASE_URL: проверьте их.',
    'PostgreSQL نام کاربری یا گذرواژهٔ DATABASE_URL را نمی‌پذیرد: هر دو را بررسی کنید.',
  ],
  [
    'PostgreSQL has no database of the name in DATABASE_URL: create it, or correct the name.',
    'В PostgreSQL нет базы с именем из DATABASE_URL: создайте её или исправьте имя.',
    'PostgreSQL پایگاهی با نام DATABASE_URL ندارد: بسازید یا نام را درست کنید.',
  ],
  [
    'The user of DATABASE_URL lacks rights in the database: make it the owner of Lintel’s tables.',
    'Пользователю из DATABASE_URL не хватает прав: сделайте его владельцем таблиц Lintel.',
    'کاربر DATABASE_URL در پایگاه اجازهٔ کافی ندارد: او را مالک جدول‌های Lintel کنید.',
  ],
  [
    'Another program holds what Lintel wants to change in PostgreSQL: end it.',
    'Другая программа удерживает в PostgreSQL то, что хочет изменить Lintel: завершите её.',
    'برنامهٔ دیگری آنچه را Lintel می‌خواهد در PostgreSQL تغییر دهد نگه داشته است: آن را ببندید.',
  ],
  [
    'PostgreSQL reports a fault of its own, of its disk or files: look into its log.',
    'PostgreSQL сообщает о собственной неисправности, диска или файлов: посмотрите его журнал.',
    'PostgreSQL از خرابی خود، دیسک یا پرونده‌هایش خبر می‌دهد: گزارش آن را ببینید.',
  ],
];
