import type { Phrase } from '../phrase.ts';

/** Tills and cash register software of all countries. */
export const tillsMakePhrases: readonly Phrase[] = [
  // loyverse
  [
    'Receipts in batches (receipts.update): SALE is a sale, REFUND a return on its own date that names its sale (refund_for).',
    'Чеки пакетами (receipts.update): SALE — продажа, REFUND — возврат в свой день, который называет свою продажу (refund_for).',
    'رسیدها دسته‌ای (receipts.update): SALE فروش است و REFUND مرجوعی در روز خودش که فروشش را نام می‌برد (refund_for).',
  ],
  [
    'A receipt that was cancelled (cancelled_at): kept, counted nowhere.',
    'Отменённый чек (cancelled_at): хранится, нигде не считается.',
    'رسید لغوشده (cancelled_at): نگه داشته و هیچ‌جا شمرده نمی‌شود.',
  ],
  [
    'The receipt’s own date (receipt_date), not when a till that was offline delivered it (created_at).',
    'Собственная дата чека (receipt_date), а не когда касса, бывшая без связи, его доставила (created_at).',
    'تاریخ خود رسید (receipt_date)، نه زمانی که صندوقِ آفلاین آن را رساند (created_at).',
  ],
  [
    'Dining options that are not eaten or taken in the shop, which count apart: Delivery, and those named in the options.',
    'Варианты обслуживания, при которых едят и берут не в магазине, считаются отдельно: Delivery и названные в параметрах.',
    'شیوه‌های سرویسی که مصرف یا تحویلش در فروشگاه نیست و جداگانه شمرده می‌شود: Delivery و آن‌هایی که در تنظیمات نام برده شود.',
  ],
  ['Tips (tip): not for goods.', 'Чаевые (tip): это не за товар.', 'انعام (tip): بهای کالا نیست.'],
  [
    'Loyalty points, costs, discounts by name.',
    'Баллы, себестоимость, скидки по названиям.',
    'امتیاز وفاداری، بهای تمام‌شده، تخفیف‌ها به نام.',
  ],
  [
    'Items, customers, stock (items.update, customers.update, inventory_levels.update) and shifts (shifts.create).',
    'Товары, покупатели, остатки (items.update, customers.update, inventory_levels.update) и смены (shifts.create).',
    'کالاها، مشتریان، موجودی (items.update، customers.update، inventory_levels.update) و نوبت‌ها (shifts.create).',
  ],
  [
    'The currency: Loyverse does not say it; the store’s is taken.',
    'Валюта: Loyverse её не называет, берётся валюта магазина.',
    'واحد پول: Loyverse آن را نمی‌گوید؛ واحد پول فروشگاه گرفته می‌شود.',
  ],
  [
    'In the Back Office (r.loyverse.com), Integrations, Access tokens, choose Add access token; enter it as the key to the vendor’s API: every 5 minutes it is asked for receipts that changed.',
    'В Back Office (r.loyverse.com): Integrations, Access tokens, Add access token; введите его как ключ к API поставщика: каждые 5 минут запрашиваются изменившиеся чеки.',
    'در Back Office (r.loyverse.com) به Integrations، Access tokens بروید و Add access token را بزنید؛ آن را به‌جای کلید API سازنده وارد کنید: هر ۵ دقیقه رسیدهای تغییریافته پرسیده می‌شود.',
  ],
  [
    'For receipts at once: Integrations, Webhooks (or POST https://api.loyverse.com/v1.0/webhooks), event type receipts.update, URL {hook}/{secret}',
    'Чтобы чеки приходили сразу: Integrations, Webhooks (или POST https://api.loyverse.com/v1.0/webhooks), тип события receipts.update, URL {hook}/{secret}',
    'برای رسیدن فوری رسیدها: Integrations، Webhooks (یا POST https://api.loyverse.com/v1.0/webhooks)، نوع رویداد receipts.update، نشانی {hook}/{secret}',
  ],
  [
    'Loyverse signs only what an OAuth app subscribed to: with such an app, enter its client secret as the webhook secret and {hook} as the URL.',
    'Loyverse подписывает только то, на что подписалось приложение OAuth: с таким приложением введите его client secret как секрет вебхука, а {hook} — как URL.',
    'سازنده فقط آنچه را یک برنامهٔ OAuth مشترکش شده امضا می‌کند: با چنین برنامه‌ای client secret آن را به‌جای رمز وب‌هوک و {hook} را به‌جای نشانی وارد کنید.',
  ],
  [
    'Settings, Stores: the store’s id (a UUID, as GET /v1.0/stores shows it) is “Address in its messages”.',
    'Settings, Stores: номер магазина (UUID, как его показывает GET /v1.0/stores) — «Адрес в его сообщениях».',
    'در Settings، Stores شناسهٔ فروشگاه (یک UUID، همان که GET /v1.0/stores نشان می‌دهد) «نشانی در پیام‌های آن» است.',
  ],
  ['Dining options that are deliveries', 'Варианты обслуживания, которые — доставка', 'شیوه‌های سرویسی که پیک است'],
  [
    'Their names as in Settings, Dining options, with commas between. Default: Delivery.',
    'Их названия, как в Settings, Dining options, через запятую. По умолчанию: Delivery.',
    'نامشان همان‌طور که در Settings، Dining options آمده، با ویرگول میانشان. پیش‌فرض: Delivery.',
  ],
  [
    'Dining options that are pick-up orders',
    'Варианты обслуживания, которые — самовывоз',
    'شیوه‌های سرویسی که تحویل در محل است',
  ],
  [
    'Their names, with commas between, if orders are placed elsewhere and only fetched in the shop. Default: none.',
    'Их названия через запятую, если заказ делают в другом месте, а в магазине только забирают. По умолчанию: нет.',
    'نامشان با ویرگول میانشان، اگر سفارش جای دیگری ثبت و فقط از فروشگاه گرفته می‌شود. پیش‌فرض: هیچ.',
  ],
  // lightspeed
  [
    'Sales (sale.update) of a register: closed, on account and finished layby sales.',
    'Продажи (sale.update) кассы: закрытые, в долг и завершённые продажи с отложенной оплатой (layby).',
    'فروش‌های (sale.update) یک صندوق: بسته‌شده، نسیه، و فروش‌های قسطی پایان‌یافته (layby).',
  ],
  [
    'Negative quantities: a receipt of nothing else is a return, one with both an exchange.',
    'Отрицательные количества: чек только из них — возврат, чек с теми и другими — обмен.',
    'تعدادهای منفی: رسیدی که فقط آن‌ها را دارد مرجوعی است و رسیدی با هر دو تعویض.',
  ],
  [
    'Sales to be picked up or dispatched (AWAITING_PICKUP, PICKED_UP_CLOSED, AWAITING_DISPATCH, DISPATCHED_CLOSED), which count apart.',
    'Продажи на самовывоз или с отправкой (AWAITING_PICKUP, PICKED_UP_CLOSED, AWAITING_DISPATCH, DISPATCHED_CLOSED) — считаются отдельно.',
    'فروش‌های تحویل در محل یا ارسالی (AWAITING_PICKUP، PICKED_UP_CLOSED، AWAITING_DISPATCH، DISPATCHED_CLOSED)، که جداگانه شمرده می‌شوند.',
  ],
  [
    'Parked, open, pending and voided sales: kept, counted nowhere.',
    'Отложенные, открытые, ожидающие и аннулированные продажи: хранятся, нигде не считаются.',
    'فروش‌های کنارگذاشته، باز، در انتظار و باطل‌شده: نگه داشته و هیچ‌جا شمرده نمی‌شوند.',
  ],
  [
    'Register closures (register_closure.update): when a shift of a register began and ended.',
    'Закрытия касс (register_closure.update): когда смена началась и закончилась.',
    'بستن صندوق‌ها (register_closure.update): آغاز و پایان نوبت یک صندوق.',
  ],
  [
    'The sale of API 2.0 (status, line_items) and of 2026-07 (state, totals) as well as the older register_sale.',
    'Продажа API 2.0 (status, line_items) и 2026-07 (state, totals), а также прежняя register_sale.',
    'فروش در API 2.0 (status، line_items) و 2026-07 (state، totals) و نیز register_sale قدیمی.',
  ],
  [
    'Layby payments (LAYBY): a deposit; the sale counts when it is finished (LAYBY_CLOSED).',
    'Платежи по отложенной оплате (LAYBY): это задаток; продажа считается, когда завершена (LAYBY_CLOSED).',
    'پرداخت‌های قسطی (LAYBY): پیش‌پرداخت است؛ فروش هنگام پایان شمرده می‌شود (LAYBY_CLOSED).',
  ],
  ['Tips (adjustments of type TIP).', 'Чаевые (adjustments типа TIP).', 'انعام (adjustments از نوع TIP).'],
  [
    'A closure’s payments: laybys, gift cards and tips are in them and returns taken off, so that they are no sum of sales to compare with.',
    'Оплаты в закрытии кассы: в них есть отложенные оплаты, подарочные карты и чаевые, а возвраты вычтены, поэтому это не та сумма продаж, с которой можно сравнивать.',
    'پرداخت‌های بستن صندوق: قسط‌ها، کارت‌های هدیه و انعام در آن هست و مرجوعی کم شده، پس جمع فروشی نیست که بتوان با آن سنجید.',
  ],
  [
    'Gift cards sold: X-Series sells them as a product and does not tell them apart.',
    'Проданные подарочные карты: X-Series продаёт их как товар и не отличает.',
    'کارت هدیهٔ فروخته‌شده: X-Series آن را مانند کالا می‌فروشد و جدا نمی‌کند.',
  ],
  [
    'Products, stock, customers and consignments.',
    'Товары, остатки, покупатели и поставки.',
    'کالاها، موجودی، مشتریان و محموله‌ها.',
  ],
  [
    'In Lightspeed, Setup, Personal tokens, add a token and enter it as the key to the vendor’s API, and https://YOUR-SHOP.retail.lightspeed.app as “Address of the shop”: every 5 minutes it is asked for sales that changed.',
    'В Lightspeed: Setup, Personal tokens; добавьте токен и введите его как ключ к API поставщика, а https://YOUR-SHOP.retail.lightspeed.app — как «Адрес магазина»: каждые 5 минут запрашиваются изменившиеся продажи.',
    'در Lightspeed به Setup، Personal tokens بروید، توکنی بسازید و آن را به‌جای کلید API سازنده و https://YOUR-SHOP.retail.lightspeed.app را در «نشانی فروشگاه» وارد کنید: هر ۵ دقیقه فروش‌های تغییریافته پرسیده می‌شود.',
  ],
  [
    'For receipts at once: https://YOUR-SHOP.retail.lightspeed.app/setup/api, Add webhook: types sale.update and register_closure.update, URL {hook}/{secret}',
    'Чтобы чеки приходили сразу: https://YOUR-SHOP.retail.lightspeed.app/setup/api, Add webhook: типы sale.update и register_closure.update, URL {hook}/{secret}',
    'برای رسیدن فوری رسیدها: در https://YOUR-SHOP.retail.lightspeed.app/setup/api گزینهٔ Add webhook با نوع‌های sale.update و register_closure.update، نشانی {hook}/{secret}',
  ],
  [
    'Lightspeed signs only what an OAuth app subscribed to (POST /api/webhooks): with such an app, enter its client secret as the webhook secret and {hook} as the URL.',
    'Lightspeed подписывает только то, на что подписалось приложение OAuth (POST /api/webhooks): с таким приложением введите его client secret как секрет вебхука, а {hook} — как URL.',
    'سازنده فقط آنچه را یک برنامهٔ OAuth مشترکش شده (POST /api/webhooks) امضا می‌کند: با چنین برنامه‌ای client secret آن را به‌جای رمز وب‌هوک و {hook} را به‌جای نشانی وارد کنید.',
  ],
  [
    'Setup, Outlets and registers: open the register; the id at the end of the page’s URL is “Address in its messages”. Each register is a device.',
    'Setup, Outlets and registers: откройте кассу; номер в конце URL страницы — «Адрес в его сообщениях». Каждая касса — отдельное устройство.',
    'در Setup، Outlets and registers صندوق را باز کنید؛ شناسهٔ پایان نشانی صفحه «نشانی در پیام‌های آن» است. هر صندوق یک دستگاه است.',
  ],
  [
    'https://YOUR-SHOP.retail.lightspeed.app: there changed sales are asked for.',
    'https://YOUR-SHOP.retail.lightspeed.app: там запрашиваются изменившиеся продажи.',
    'نشانی https://YOUR-SHOP.retail.lightspeed.app: فروش‌های تغییریافته از آنجا پرسیده می‌شود.',
  ],
  // iiko
  ['iiko (iikoCloud, Syrve)', 'iiko (iikoCloud, Syrve)', 'iiko (iikoCloud، Syrve)'],
  [
    'iikoCloud API webhooks: orders at tables and deliveries',
    'Вебхуки iikoCloud API: заказы за столами и доставки',
    'وب‌هوک‌های iikoCloud API: سفارش‌های سر میز و پیک',
  ],
  [
    'Orders that are Closed, once each, however often they are told; a delivery counts under the channel delivery, one that is fetched under pickup.',
    'Заказы в состоянии Closed, каждый один раз, сколько бы о нём ни сообщали; доставка считается в канале delivery, самовывоз — в pickup.',
    'سفارش‌های Closed، هر کدام یک بار هر چند بار که گفته شود؛ پیک در کانال delivery و تحویل در محل در pickup شمرده می‌شود.',
  ],
  [
    'Cancelled and Deleted orders: what was counted of them is taken out, whichever comes first.',
    'Заказы в состоянии Cancelled и Deleted: посчитанное по ним убирается, что бы ни пришло раньше.',
    'سفارش‌های Cancelled و Deleted: آنچه از آن‌ها شمرده شده برداشته می‌شود، هر کدام زودتر برسد.',
  ],
  [
    'Orders that are not closed yet, and orders that could not be made.',
    'Ещё не закрытые заказы и заказы, которые не удалось создать.',
    'سفارش‌هایی که هنوز بسته نشده یا ساخته نشده‌اند.',
  ],
  [
    'An order that is opened again after it was closed stays counted until it is closed anew, cancelled or deleted.',
    'Заказ, открытый снова после закрытия, остаётся посчитанным, пока его не закроют заново, не отменят или не удалят.',
    'سفارشی که پس از بستن دوباره باز شود، تا بسته شدن دوباره، لغو یا حذف شمرده می‌ماند.',
  ],
  [
    'Stop lists, reserves, staff shifts and other events.',
    'Стоп-листы, брони, смены сотрудников и другие события.',
    'فهرست‌های توقف، رزروها، نوبت کارکنان و رویدادهای دیگر.',
  ],
  [
    'Tips: they are not in the sum of an order. Tax: the webhook does not tell it.',
    'Чаевые: их нет в сумме заказа. Налог: вебхук его не сообщает.',
    'انعام: در مبلغ سفارش نیست. مالیات: وب‌هوک آن را نمی‌گوید.',
  ],
  [
    'Names, phones and addresses of guests, waiters and couriers, comments.',
    'Имена, телефоны и адреса гостей, официантов и курьеров, комментарии.',
    'نام، تلفن و نشانی مهمانان، پیشخدمت‌ها و پیک‌ها، یادداشت‌ها.',
  ],
  [
    'In iikoWeb, or by POST /api/1/webhooks/update_settings, set webHooksUri to {hook} and authToken to {secret}.',
    'В iikoWeb или запросом POST /api/1/webhooks/update_settings задайте webHooksUri: {hook} и authToken: {secret}.',
    'در iikoWeb یا با POST /api/1/webhooks/update_settings مقدار webHooksUri را {hook} و authToken را {secret} بگذارید.',
  ],
  [
    'In webHooksFilter choose deliveryOrderFilter with the status Closed and Cancelled, tableOrderFilter with Closed and Deleted.',
    'В webHooksFilter выберите deliveryOrderFilter со статусами Closed и Cancelled, tableOrderFilter — с Closed и Deleted.',
    'در webHooksFilter برای deliveryOrderFilter وضعیت‌های Closed و Cancelled و برای tableOrderFilter وضعیت‌های Closed و Deleted را انتخاب کنید.',
  ],
  [
    'Give each device the organizationId as “Address in its messages”; leave it empty where the account has one restaurant.',
    'Укажите для каждого устройства organizationId как «Адрес в его сообщениях»; оставьте пустым, если в учётной записи один ресторан.',
    'برای هر دستگاه organizationId را در «نشانی در پیام‌های آن» بنویسید؛ اگر حساب فقط یک رستوران دارد خالی بگذارید.',
  ],
  ['Times', 'Время', 'زمان'],
  [
    "How eventTime is to be read, which has no zone: the shop's clock (local) or UTC (utc).",
    'Как читать eventTime, у которого нет пояса: по часам магазина (local) или как UTC (utc).',
    'زمان eventTime که منطقه ندارد چگونه خوانده شود: به ساعت فروشگاه (local) یا UTC (utc).',
  ],
  [
    'public tests of integrations on GitHub',
    'Открытые тесты интеграций на GitHub',
    'آزمون‌های عمومی برنامه‌ها در GitHub',
  ],
  // poslog
  [
    'POSLog 2.1 and 2.2 (NCR ACS and others)',
    'POSLog 2.1 и 2.2 (NCR ACS и другие)',
    'POSLog 2.1 و 2.2 (NCR ACS و دیگران)',
  ],
  [
    'RetailTransaction: lines that sell as a sale, lines that return as a return, both as an exchange, by TransactionGrandAmount.',
    'RetailTransaction: строки продажи — продажа, строки возврата — возврат, то и другое — обмен; сумма по TransactionGrandAmount.',
    'در RetailTransaction: ردیف‌های فروش به‌صورت فروش، ردیف‌های برگشت به‌صورت مرجوعی، هر دو با هم تعویض؛ به مبلغ TransactionGrandAmount.',
  ],
  [
    'PostVoidTransaction, and a TransactionLink whose reason is a void: they take the other receipt out.',
    'PostVoidTransaction и TransactionLink с причиной «аннулирование»: убирают другой чек.',
    'سند PostVoidTransaction و TransactionLink به دلیل ابطال: رسید دیگر را برمی‌دارند.',
  ],
  [
    'Lines for pick-up and for delivery, and sales of a web site, under their own channels.',
    'Строки самовывоза и доставки и продажи сайта — в своих каналах.',
    'ردیف‌های تحویل در محل و پیک، و فروش‌های وب‌گاه، در کانال‌های خودشان.',
  ],
  [
    'ItemCount; without it the lines, voided ones taken off.',
    'ItemCount; без него — строки за вычетом аннулированных.',
    'مقدار ItemCount؛ بدون آن تعداد ردیف‌ها منهای ردیف‌های باطل‌شده.',
  ],
  [
    'TrainingModeFlag, CancelFlag, VoidedFlag: kept, counted nowhere. Suspended transactions are none yet.',
    'TrainingModeFlag, CancelFlag, VoidedFlag: хранятся, нигде не считаются. Отложенные операции — ещё не чеки.',
    'موارد TrainingModeFlag، CancelFlag و VoidedFlag: نگه داشته و هیچ‌جا شمرده نمی‌شوند. تراکنش‌های معلق هنوز رسید نیستند.',
  ],
  [
    'BusinessDayDate: a receipt belongs to a date by its time and the time at which the day begins in the store (dayStartsAt).',
    'BusinessDayDate: день чека определяется его временем и часом, с которого в магазине начинается день (dayStartsAt).',
    'مقدار BusinessDayDate: روز رسید از زمان خودش و ساعت آغاز روز در فروشگاه (dayStartsAt) دانسته می‌شود.',
  ],
  [
    'Control, tender and inventory transactions, settlements of tills: they are no Z report.',
    'Служебные, платёжные и складские операции, итоги касс: это не Z-отчёты.',
    'تراکنش‌های کنترلی، پرداخت و انبار، تسویهٔ صندوق‌ها: گزارش Z نیستند.',
  ],
  [
    'Gift cards, deposits, tips and payments on account: their amounts are taken off (TransactionNonSalesAmount, else the lines).',
    'Подарочные карты, задатки, чаевые и платежи по счёту: их суммы вычитаются (TransactionNonSalesAmount, иначе по строкам).',
    'کارت هدیه، پیش‌پرداخت، انعام و پرداخت به حساب: مبلغشان کم می‌شود (TransactionNonSalesAmount، وگرنه از ردیف‌ها).',
  ],
  [
    'Operators, customers, loyalty, tenders, cards, birthdates, names of goods.',
    'Кассиры, покупатели, баллы, способы оплаты, карты, даты рождения, названия товаров.',
    'صندوقداران، مشتریان، امتیاز وفاداری، شیوه‌های پرداخت، کارت‌ها، تاریخ تولد، نام کالاها.',
  ],
  [
    'A file: on the page Import a file choose Receipts, this make and the XML file; or on the command line: lintel import sales FILE --store STORE --profile poslog.',
    'Файлом: на странице «Загрузка файла» выберите «Чеки», эту марку и файл XML; или в командной строке: lintel import sales FILE --store STORE --profile poslog.',
    'با پرونده: در صفحهٔ «ورود داده از پرونده» گزینهٔ رسیدها، همین سازنده و پروندهٔ XML را انتخاب کنید؛ یا در خط فرمان: lintel import sales FILE --store STORE --profile poslog.',
  ],
  [
    'Sending: POST each log to {hook} with the header “Authorization: Bearer {secret}”.',
    'Отправкой: шлите каждый журнал методом POST на {hook} с заголовком «Authorization: Bearer {secret}».',
    'با ارسال: هر گزارش را با POST و سرآیند «Authorization: Bearer {secret}» به {hook} بفرستید.',
  ],
  [
    'Give one device the RetailStoreID (POSLog 6: UnitID) as “Address in its messages”, or one device for each register RetailStoreID/WorkstationID (9/34); not both, or receipts count twice.',
    'Укажите для одного устройства RetailStoreID (POSLog 6: UnitID) как «Адрес в его сообщениях» или заведите устройство на каждую кассу — RetailStoreID/WorkstationID (9/34); не то и другое, иначе чеки посчитаются дважды.',
    'برای یک دستگاه RetailStoreID (در POSLog 6: UnitID) را در «نشانی در پیام‌های آن» بنویسید، یا برای هر صندوق دستگاهی با RetailStoreID/WorkstationID (9/34)؛ نه هر دو، وگرنه رسیدها دو بار شمرده می‌شوند.',
  ],
];
