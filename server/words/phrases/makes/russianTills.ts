import type { Phrase } from '../phrase.ts';

/** Tills and receipts of Russia. */
export const russianTillsMakePhrases: readonly Phrase[] = [
  // moysklad
  ['МойСклад (MoySklad)', 'МойСклад', 'МойСклад (MoySklad)'],
  [
    'Розничные продажи (retaildemand): each a sale at its own sum.',
    'Розничные продажи (retaildemand): каждая — продажа на свою сумму.',
    'فروش‌های خرده (retaildemand): هر کدام فروشی به مبلغ خودش.',
  ],
  [
    'Розничные возвраты (retailsalesreturn): each a return on its own date, with the sale it is of (demand).',
    'Розничные возвраты (retailsalesreturn): каждый — возврат в свой день, с указанием продажи (demand).',
    'مرجوعی‌های خرده (retailsalesreturn): هر کدام در روز خودش، همراه فروشی که از آن است (demand).',
  ],
  [
    'Webhooks, which only name documents: each is asked for at the JSON API 1.2.',
    'Вебхуки, которые только называют документы: каждый запрашивается через JSON API 1.2.',
    'وب‌هوک‌هایی که فقط نام سند را می‌گویند: هر سند از JSON API 1.2 پرسیده می‌شود.',
  ],
  [
    'A sale on a customer’s order (customerOrder), which is a pick-up order and counts apart.',
    'Продажа по заказу покупателя (customerOrder): это самовывоз, считается отдельно.',
    'فروش بر پایهٔ سفارش مشتری (customerOrder): تحویل در محل است و جداگانه شمرده می‌شود.',
  ],
  [
    'Drafts (applicable: false) and deleted documents: kept, counted nowhere.',
    'Черновики (applicable: false) и удалённые документы: хранятся, нигде не считаются.',
    'پیش‌نویس‌ها (applicable: false) و سندهای حذف‌شده: نگه داشته و هیچ‌جا شمرده نمی‌شوند.',
  ],
  [
    'Times without a zone, which are Moscow’s.',
    'Время без часового пояса — московское.',
    'زمان‌های بدون منطقهٔ زمانی، که به وقت مسکو است.',
  ],
  [
    'Prepayments (prepayment) and their returns: the sale counts when the goods are handed over.',
    'Предоплаты (prepayment) и их возвраты: продажа считается, когда товар отдан.',
    'پیش‌پرداخت‌ها (prepayment) و برگشتشان: فروش هنگام تحویل کالا شمرده می‌شود.',
  ],
  [
    'How it was paid, gift cards too: a sale paid by one counts like any other.',
    'Чем оплачено, в том числе подарочной картой: такая продажа считается, как любая.',
    'شیوهٔ پرداخت، کارت هدیه هم: فروشی که با آن پرداخت شود مانند هر فروش دیگر شمرده می‌شود.',
  ],
  [
    'Gift cards sold: MoySklad sells them as goods and does not tell them apart.',
    'Проданные подарочные карты: МойСклад продаёт их как товар и не отличает.',
    'کارت هدیهٔ فروخته‌شده: MoySklad آن را مانند کالا می‌فروشد و جدا نمی‌کند.',
  ],
  [
    'Shifts (retailshift): their proceeds are not told apart by sales and returns.',
    'Смены (retailshift): выручка в них не разделена на продажи и возвраты.',
    'نوبت‌ها (retailshift): درآمدشان به فروش و مرجوعی تفکیک نشده است.',
  ],
  [
    'Counterparties, employees and the login in auditContext.',
    'Контрагенты, сотрудники и логин в auditContext.',
    'طرف‌های حساب، کارکنان و نام کاربری در auditContext.',
  ],
  [
    'МойСклад, Настройки, Обмен данными, Токены: choose «Создать токен» and enter it as the key to the vendor’s API. Its owner must see retail sales and returns.',
    'МойСклад, Настройки, Обмен данными, Токены: нажмите «Создать токен» и введите его как ключ к API поставщика. Его владелец должен видеть розничные продажи и возвраты.',
    'در МойСклад، Настройки، Обмен данными، Токены گزینهٔ «Создать токен» را بزنید و توکن را به‌جای کلید API سازنده وارد کنید. صاحب آن باید فروش‌ها و مرجوعی‌های خرده را ببیند.',
  ],
  [
    'Webhooks need a paid tariff. POST https://api.moysklad.ru/api/remap/1.2/entity/webhook {"url": "{hook}/{secret}", "action": "CREATE", "entityType": "retaildemand"}; the same for the actions UPDATE and DELETE, and for the entityType retailsalesreturn. МойСклад signs nothing: the secret stands in the address.',
    'Для вебхуков нужен платный тариф. POST https://api.moysklad.ru/api/remap/1.2/entity/webhook {"url": "{hook}/{secret}", "action": "CREATE", "entityType": "retaildemand"}; то же для действий UPDATE и DELETE и для entityType retailsalesreturn. МойСклад ничего не подписывает: секрет стоит в адресе.',
    'وب‌هوک به طرح پولی نیاز دارد. درخواست POST https://api.moysklad.ru/api/remap/1.2/entity/webhook {"url": "{hook}/{secret}", "action": "CREATE", "entityType": "retaildemand"}؛ همین برای UPDATE و DELETE و برای entityType برابر retailsalesreturn. МойСклад چیزی را امضا نمی‌کند: رمز در نشانی است.',
  ],
  [
    'Without webhooks, or when one is lost (МойСклад waits 1.5 seconds and tries 4 times), changed documents are asked for every 5 minutes.',
    'Без вебхуков или если один потерялся (МойСклад ждёт 1,5 секунды и пробует 4 раза), изменившиеся документы запрашиваются каждые 5 минут.',
    'بدون وب‌هوک، یا اگر یکی گم شود (МойСклад ۱٫۵ ثانیه صبر و ۴ بار تلاش می‌کند)، سندهای تغییریافته هر ۵ دقیقه پرسیده می‌شوند.',
  ],
  [
    'Розница, Точки продаж: open the shop; the id in the address of the page (#retailstore/edit?id=…) is “Address in its messages”.',
    'Розница, Точки продаж: откройте точку; номер в адресе страницы (#retailstore/edit?id=…) — «Адрес в его сообщениях».',
    'در Розница، Точки продаж فروشگاه را باز کنید؛ شناسهٔ درون نشانی صفحه (#retailstore/edit?id=…) «نشانی در پیام‌های آن» است.',
  ],
  // atol
  ['ATOL Online (АТОЛ Онлайн)', 'АТОЛ Онлайн', 'ATOL Online (АТОЛ Онлайн)'],
  ['API v4 and v5', 'API v4 и v5', 'API نسخهٔ ۴ و ۵'],
  [
    'Callbacks of receipts that were printed (status done): the sum and the time of the receipt.',
    'Ответы о напечатанных чеках (status done): сумма и время чека.',
    'پاسخ رسیدهای چاپ‌شده (status برابر done): مبلغ و زمان رسید.',
  ],
  [
    "The shop's own requests sell and sell_refund, where it forwards them: the same receipts by external_id, with their goods.",
    'Собственные запросы магазина sell и sell_refund, если он их пересылает: те же чеки по external_id, с товарами.',
    'درخواست‌های sell و sell_refund خود فروشگاه، اگر آن‌ها را هم بفرستد: همان رسیدها با external_id و با کالاهایشان.',
  ],
  [
    'Callbacks with status fail: what a request counted is taken out again.',
    'Ответы со status fail: посчитанное по запросу убирается.',
    'پاسخ‌های دارای status برابر fail: آنچه با درخواست شمرده شده برداشته می‌شود.',
  ],
  [
    'A callback does not say whether it was a sale or a refund: it is taken from the path of the callback address or from the option operation, else it is a sale.',
    'Ответ не говорит, продажа это или возврат: это берётся из пути адреса для ответов или из параметра operation, иначе считается продажей.',
    'پاسخ نمی‌گوید فروش بوده یا مرجوعی: از مسیر نشانی پاسخ یا تنظیم operation دانسته می‌شود، وگرنه فروش است.',
  ],
  [
    'Corrections, and the operations buy and buy_refund.',
    'Коррекции и операции buy и buy_refund.',
    'اصلاحیه‌ها و عملیات buy و buy_refund.',
  ],
  [
    'Prepayments and advances in requests (payment_method): what they are for is sold by another receipt.',
    'Предоплаты и авансы в запросах (payment_method): то, за что они внесены, продаёт другой чек.',
    'پیش‌پرداخت‌ها در درخواست‌ها (payment_method): آنچه بابتش داده شده با رسید دیگری فروخته می‌شود.',
  ],
  [
    "The buyer's e-mail and phone, the cashier, tax numbers, names of goods.",
    'Почта и телефон покупателя, кассир, ИНН, названия товаров.',
    'ایمیل و تلفن خریدار، صندوقدار، شمارهٔ مالیاتی، نام کالاها.',
  ],
  [
    'In each request to ATOL Online set service.callback_url to {hook}/sell for sales and to {hook}/sell_refund for refunds.',
    'В каждом запросе к АТОЛ Онлайн укажите service.callback_url: {hook}/sell для продаж и {hook}/sell_refund для возвратов.',
    'در هر درخواست به ATOL Online مقدار service.callback_url را برای فروش {hook}/sell و برای مرجوعی {hook}/sell_refund بگذارید.',
  ],
  [
    "ATOL signs nothing: put the secret {secret} at the end of the address ({hook}/sell/{secret}) and allow only ATOL's addresses (“Networks it may send from”).",
    'АТОЛ ничего не подписывает: поставьте секрет {secret} в конец адреса ({hook}/sell/{secret}) и разрешите только адреса АТОЛ («Сети, из которых ему можно отправлять»).',
    'ATOL چیزی را امضا نمی‌کند: رمز {secret} را در پایان نشانی بگذارید ({hook}/sell/{secret}) و فقط نشانی‌های ATOL را مجاز کنید («شبکه‌هایی که اجازهٔ ارسال دارد»).',
  ],
  [
    "Give each device the group_code as “Address in its messages”, or none if all receipts are this shop's. Receipts of an online shop: option channel = online.",
    'Укажите для каждого устройства group_code как «Адрес в его сообщениях» или ничего, если все чеки этого магазина. Чеки интернет-магазина: параметр channel = online.',
    'برای هر دستگاه group_code را در «نشانی در پیام‌های آن» بنویسید، یا اگر همهٔ رسیدها از همین فروشگاه است خالی بگذارید. رسیدهای فروشگاه اینترنتی: تنظیم channel = online.',
  ],
  ['Operation', 'Операция', 'عملیات'],
  [
    'What all receipts of this device are, whatever the path of the callback says.',
    'Чем являются все чеки этого устройства, что бы ни говорил путь ответа.',
    'همهٔ رسیدهای این دستگاه از چه نوعی است، هرچه مسیر پاسخ بگوید.',
  ],
  ['Channel', 'Канал', 'کانال فروش'],
  [
    'Where these receipts were sold; other than store they count apart, and are no purchase of a visitor.',
    'Где проданы эти чеки; всё, кроме store, считается отдельно и не относится к покупкам посетителей.',
    'این رسیدها کجا فروخته شده؛ هرچه جز store جداگانه شمرده می‌شود و خرید بازدیدکننده نیست.',
  ],
  // evotor
  ['Evotor (Эвотор)', 'Эвотор', 'Evotor (Эвотор)'],
  [
    'smart terminals 5, 6, 7.2, 7.3, 10 and Power, through the Evotor cloud',
    'смарт-терминалы 5, 6, 7.2, 7.3, 10 и Power, через облако Эвотор',
    'پایانه‌های هوشمند ۵، ۶، 7.2، 7.3، ۱۰ و Power، از راه ابر Evotor',
  ],
  [
    'SELL and PAYBACK documents as sales and returns, by closeResultSum.',
    'Документы SELL и PAYBACK как продажи и возвраты, по closeResultSum.',
    'سندهای SELL و PAYBACK به‌صورت فروش و مرجوعی، با closeResultSum.',
  ],
  [
    'Receipts of the second version (api/v2/receipts), SELL and PAYBACK.',
    'Чеки второй версии (api/v2/receipts), SELL и PAYBACK.',
    'رسیدهای نسخهٔ دوم (api/v2/receipts)، SELL و PAYBACK.',
  ],
  [
    'Z reports (FPRINT) with their counts and sums, to be compared with what arrived; CLOSE_SESSION as the end of a shift.',
    'Z-отчёты (FPRINT) с количествами и суммами — для сравнения с тем, что пришло; CLOSE_SESSION — конец смены.',
    'گزارش‌های Z (FPRINT) با تعداد و جمعشان، برای سنجش با آنچه رسیده؛ CLOSE_SESSION پایان نوبت است.',
  ],
  [
    'Documents of both versions: transactions (V1) and body (V2).',
    'Документы обеих версий: transactions (V1) и body (V2).',
    'سندهای هر دو نسخه: transactions (V1) و body (V2).',
  ],
  [
    'Checks that are not fiscal (infoCheck) and X reports: nothing was sold by them.',
    'Нефискальные чеки (infoCheck) и X-отчёты: по ним ничего не продано.',
    'رسیدهای غیرمالی (infoCheck) و گزارش‌های X: با آن‌ها چیزی فروخته نشده است.',
  ],
  [
    'BUY and BUYBACK: goods that the shop buys from people.',
    'BUY и BUYBACK: товар, который магазин покупает у людей.',
    'سندهای BUY و BUYBACK: کالاهایی که فروشگاه از مردم می‌خرد.',
  ],
  [
    'Payments: the second PAYMENT row is the change, and a receipt paid in two ways is one receipt.',
    'Оплаты: вторая строка PAYMENT — сдача, а чек, оплаченный двумя способами, — один чек.',
    'پرداخت‌ها: ردیف دوم PAYMENT بقیهٔ پول است و رسیدی که به دو شیوه پرداخت شده یک رسید است.',
  ],
  [
    'Sums of CLOSE_SESSION: the documents do not say what they hold.',
    'Суммы CLOSE_SESSION: в документации не сказано, что в них.',
    'جمع‌های CLOSE_SESSION: در مستندات نیامده که چه در آن‌هاست.',
  ],
  [
    'Names of staff and clients, phones, e-mail addresses, names of goods.',
    'Имена сотрудников и клиентов, телефоны, электронная почта, названия товаров.',
    'نام کارکنان و مشتریان، تلفن، ایمیل، نام کالاها.',
  ],
  [
    'In the Evotor developer console (developer.evotor.ru), open your application, then «Интеграция» ▸ «Вебхуки».',
    'В личном кабинете разработчика Эвотор (developer.evotor.ru) откройте своё приложение, затем «Интеграция» ▸ «Вебхуки».',
    'در کنسول توسعه‌دهندگان Evotor (developer.evotor.ru) برنامهٔ خود و سپس «Интеграция» ▸ «Вебхуки» را باز کنید.',
  ],
  [
    'Choose «Документы» or «Чеки», one of them: both would tell the same receipts under different names. Documents also bring Z reports.',
    'Выберите «Документы» или «Чеки», что-то одно: вместе они сообщат одни и те же чеки под разными именами. С документами приходят и Z-отчёты.',
    'یکی از «Документы» یا «Чеки» را انتخاب کنید: هر دو با هم همان رسیدها را با نام‌های گوناگون می‌آورند. با سندها گزارش‌های Z هم می‌آید.',
  ],
  [
    'Address: {hook}. Evotor adds /api/v1/inventories/stores/… or /api/v2/receipts itself.',
    'Адрес: {hook}. Эвотор сам добавит /api/v1/inventories/stores/… или /api/v2/receipts.',
    'نشانی: {hook}. خود Evotor /api/v1/inventories/stores/… یا /api/v2/receipts را به آن می‌افزاید.',
  ],
  [
    'Token, under «Авторизация» ▸ «Токен стороннего сервиса»: {secret}. Evotor shows it as “Authorization: Bearer”.',
    'Токен, в «Авторизация» ▸ «Токен стороннего сервиса»: {secret}. Эвотор предъявляет его как «Authorization: Bearer».',
    'توکن، در «Авторизация» ▸ «Токен стороннего сервиса»: {secret}. خود Evotor آن را به‌صورت «Authorization: Bearer» نشان می‌دهد.',
  ],
  [
    "Give each device the terminal's deviceUuid as “Address in its messages”, or one device the shop's storeUuid for all its terminals; not both, or receipts count twice.",
    'Укажите для каждого устройства deviceUuid терминала как «Адрес в его сообщениях» или для одного устройства — storeUuid магазина на все терминалы; не то и другое, иначе чеки посчитаются дважды.',
    'برای هر دستگاه deviceUuid پایانه را در «نشانی در پیام‌های آن» بنویسید، یا برای یک دستگاه storeUuid فروشگاه را برای همهٔ پایانه‌ها؛ نه هر دو، وگرنه رسیدها دو بار شمرده می‌شوند.',
  ],
  // fns
  ['Russian fiscal receipts (чеки ФНС и ОФД)', 'Чеки ФНС и ОФД', 'رسیدهای مالی روسیه (чеки ФНС и ОФД)'],
  [
    "any till with a fiscal drive (54-ФЗ), by the tax service's app or an operator of fiscal data that gives JSON of the same shape",
    'любая касса с фискальным накопителем (54-ФЗ) — через приложение налоговой службы или ОФД, который отдаёт JSON того же вида',
    'هر صندوق دارای حافظهٔ مالی (54-ФЗ)، با برنامهٔ سازمان مالیات یا اپراتوری که JSON به همین شکل می‌دهد',
  ],
  [
    'Cheques and strict forms (code 3 and 4): operationType 1 as a sale, 2 as a return.',
    'Кассовые чеки и БСО (код 3 и 4): operationType 1 — продажа, 2 — возврат.',
    'رسیدها و برگه‌های رسمی (کد ۳ و ۴): operationType برابر ۱ فروش و ۲ مرجوعی است.',
  ],
  [
    'The end of a shift (closeShift, code 5) with its number of receipts, to be compared with what arrived.',
    'Закрытие смены (closeShift, код 5) с числом чеков — для сравнения с тем, что пришло.',
    'پایان نوبت (closeShift، کد ۵) با تعداد رسیدها، برای سنجش با آنچه رسیده.',
  ],
  [
    'Exports of the app «Проверка чеков», documents of its older interface, lists of bare documents, `{"data": […]}`.',
    'Выгрузки приложения «Проверка чеков», документы его прежнего интерфейса, списки документов без обёртки, `{"data": […]}`.',
    'خروجی برنامهٔ «Проверка чеков»، سندهای رابط قدیمی آن، فهرست سندهای ساده، `{"data": […]}`.',
  ],
  [
    'Corrections (code 31 and 41): they mend what was told to the tax service, and are no visit of a customer. They are in the number of receipts of a shift, so that a shift with corrections may seem to lack some.',
    'Коррекции (код 31 и 41): они исправляют сведения для налоговой и не являются визитом покупателя. В число чеков смены они входят, поэтому может казаться, что в смене с коррекциями чеков не хватает.',
    'اصلاحیه‌ها (کد ۳۱ و ۴۱): گزارش مالیاتی را اصلاح می‌کنند و مراجعهٔ مشتری نیستند. در تعداد رسیدهای نوبت هستند، پس شاید به نظر آید نوبتی که اصلاحیه دارد چند رسید کم دارد.',
  ],
  [
    'operationType 3 and 4: money that the shop pays out for things it buys.',
    'operationType 3 и 4: деньги, которые магазин платит за купленное.',
    'مقدارهای ۳ و ۴ در operationType: پولی که فروشگاه بابت خرید می‌پردازد.',
  ],
  [
    'Prepayments and advances (paymentType 1, 2, 3) and payments of a credit (7): what they are for is sold by another receipt. The option prepaid = count takes them in.',
    'Предоплаты и авансы (paymentType 1, 2, 3) и платежи по кредиту (7): то, за что они внесены, продаёт другой чек. С параметром prepaid = count они учитываются.',
    'پیش‌پرداخت‌ها (paymentType ۱، ۲، ۳) و پرداخت قسط (۷): آنچه بابتش داده شده با رسید دیگری فروخته می‌شود. تنظیم prepaid = count آن‌ها را هم می‌شمارد.',
  ],
  [
    'A date without a time of day is refused: it would land in the first quarter of the day.',
    'Дата без времени отклоняется: иначе она попала бы в первую четверть часа дня.',
    'تاریخ بدون ساعت رد می‌شود: وگرنه در نخستین ربع ساعت روز جای می‌گرفت.',
  ],
  [
    "Names of cashiers and firms, tax numbers (ИНН), addresses, the buyer's phone and e-mail, names of goods.",
    'Имена кассиров и фирм, ИНН, адреса, телефон и почта покупателя, названия товаров.',
    'نام صندوقداران و شرکت‌ها، شمارهٔ مالیاتی (ИНН)، نشانی‌ها، تلفن و ایمیل خریدار، نام کالاها.',
  ],
  [
    'A file: on the page Import a file choose Receipts, this make and the JSON that the app «Проверка чеков» («Мои чеки» ▸ «Экспорт») or the operator (ОФД) gave; or on the command line: lintel import sales FILE --store STORE --profile fns.',
    'Файлом: на странице «Загрузка файла» выберите «Чеки», эту марку и JSON из приложения «Проверка чеков» («Мои чеки» ▸ «Экспорт») или от ОФД; или в командной строке: lintel import sales FILE --store STORE --profile fns.',
    'با پرونده: در صفحهٔ «ورود داده از پرونده» گزینهٔ رسیدها، همین سازنده و JSON برنامهٔ «Проверка чеков» («Мои чеки» ▸ «Экспорт») یا اپراتور (ОФД) را انتخاب کنید؛ یا در خط فرمان: lintel import sales FILE --store STORE --profile fns.',
  ],
  [
    'Sending: have the operator, or a script, POST documents to {hook} with the header “Authorization: Bearer {secret}”.',
    'Отправкой: пусть ОФД или скрипт шлёт документы методом POST на {hook} с заголовком «Authorization: Bearer {secret}».',
    'با ارسال: اپراتور یا یک اسکریپت سندها را با POST و سرآیند «Authorization: Bearer {secret}» به {hook} بفرستد.',
  ],
  [
    "Give each device the till's registration number (kktRegId, РН ККТ) as “Address in its messages”, or its fiscal drive's (номер ФН); none if all receipts are this shop's.",
    'Укажите для каждого устройства регистрационный номер кассы (kktRegId, РН ККТ) как «Адрес в его сообщениях» или номер фискального накопителя (номер ФН); ничего, если все чеки этого магазина.',
    'برای هر دستگاه شمارهٔ ثبت صندوق (kktRegId، РН ККТ) یا شمارهٔ حافظهٔ مالی (номер ФН) را در «نشانی در پیام‌های آن» بنویسید؛ اگر همهٔ رسیدها از همین فروشگاه است خالی بگذارید.',
  ],
  ['Prepayments', 'Предоплаты', 'پیش‌پرداخت‌ها'],
  [
    'Whether a receipt of a prepayment or an advance counts as a purchase (count) or is left out because a later receipt hands the goods over (leave-out).',
    'Считать ли чек предоплаты или аванса покупкой (count) или не учитывать, потому что товар отдаёт более поздний чек (leave-out).',
    'آیا رسید پیش‌پرداخت خرید شمرده شود (count) یا کنار گذاشته شود، چون رسید بعدی کالا را تحویل می‌دهد (leave-out).',
  ],
  ['public exports of the app on GitHub', 'Открытые выгрузки приложения на GitHub', 'خروجی‌های عمومی برنامه در GitHub'],
];
