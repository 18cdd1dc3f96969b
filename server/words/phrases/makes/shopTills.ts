import type { Phrase } from '../phrase.ts';

/** Tills of Square and Shopify. */
export const shopTillsMakePhrases: readonly Phrase[] = [
  // square
  [
    'Orders, which are what counts: a completed order is a sale, a return order a return on its own date, an order with both an exchange.',
    'Заказы — они и считаются: завершённый заказ — продажа, заказ возврата — возврат в свой день, заказ с тем и другим — обмен.',
    'سفارش‌ها، که همان‌ها شمرده می‌شوند: سفارش تکمیل‌شده فروش است، سفارش مرجوعی در روز خودش مرجوعی، و سفارشی با هر دو تعویض.',
  ],
  [
    'Payments and refunds, from which the sale or return is shown at once; the order takes their place when it has been asked for.',
    'Оплаты и возвраты денег, по которым продажа или возврат видны сразу; их сменяет заказ, когда он запрошен.',
    'پرداخت‌ها و بازپرداخت‌ها که فروش یا مرجوعی را فوری نشان می‌دهند؛ پس از پرسیدن سفارش، خود سفارش جای آن‌ها را می‌گیرد.',
  ],
  [
    'order.created, order.updated and order.fulfillment.updated, which only name an order: it is asked for at the Orders API.',
    'order.created, order.updated и order.fulfillment.updated только называют заказ: он запрашивается через Orders API.',
    'رویدادهای order.created، order.updated و order.fulfillment.updated فقط نام سفارش را می‌گویند: خودش از Orders API پرسیده می‌شود.',
  ],
  [
    'Orders to be picked up, delivered or shipped, which count apart.',
    'Заказы на самовывоз, с доставкой или отправкой — считаются отдельно.',
    'سفارش‌های تحویل در محل، پیک یا پست، که جداگانه شمرده می‌شوند.',
  ],
  [
    'Canceled, draft and unpaid orders, canceled payments, failed refunds: kept, counted nowhere.',
    'Отменённые, черновые и неоплаченные заказы, отменённые оплаты, неудавшиеся возвраты: хранятся, нигде не считаются.',
    'سفارش‌های لغوشده، پیش‌نویس و پرداخت‌نشده، پرداخت‌های لغوشده و بازپرداخت‌های ناموفق: نگه داشته و هیچ‌جا شمرده نمی‌شوند.',
  ],
  [
    'Tips and automatic gratuities (total_tip_money, service charges of type AUTO_GRATUITY): not for goods.',
    'Чаевые и автоматические чаевые (total_tip_money, сервисный сбор типа AUTO_GRATUITY): это не за товар.',
    'انعام و انعام خودکار (total_tip_money، کارمزد خدمات از نوع AUTO_GRATUITY): بهای کالا نیست.',
  ],
  [
    'Gift cards sold or loaded (item_type GIFT_CARD): counted when they are spent.',
    'Проданные или пополненные подарочные карты (item_type GIFT_CARD): считаются, когда их тратят.',
    'کارت هدیهٔ فروخته یا شارژشده (item_type GIFT_CARD): هنگام خرج شدن شمرده می‌شود.',
  ],
  [
    'Deposits: an order that is partly paid counts when nothing is left to pay.',
    'Задатки: частично оплаченный заказ считается, когда оплачен весь.',
    'پیش‌پرداخت‌ها: سفارشی که بخشی از آن پرداخت شده، پس از پرداخت کامل شمرده می‌شود.',
  ],
  [
    'The sandbox (header square-environment: Sandbox): nothing is sold there.',
    'Песочница (заголовок square-environment: Sandbox): там ничего не продают.',
    'محیط آزمایشی (سرآیند square-environment: Sandbox): آنجا چیزی فروخته نمی‌شود.',
  ],
  [
    'Without an access token only payments and refunds are known: a bill split between several cards shows its last payment.',
    'Без токена доступа известны только оплаты и возвраты: счёт, разделённый между картами, показывает последнюю оплату.',
    'بدون توکن دسترسی فقط پرداخت‌ها و بازپرداخت‌ها معلوم است: صورت‌حسابی که با چند کارت پرداخت شده آخرین پرداختش را نشان می‌دهد.',
  ],
  [
    'Drawer shifts: Square sends no Z report.',
    'Смены: Z-отчётов Square не присылает.',
    'نوبت‌های صندوق: Square گزارش Z نمی‌فرستد.',
  ],
  [
    'Open the Developer Console (developer.squareup.com/apps), choose Open for your application.',
    'Откройте Developer Console (developer.squareup.com/apps) и нажмите Open у своего приложения.',
    'صفحهٔ Developer Console (developer.squareup.com/apps) را باز کنید و برای برنامهٔ خود Open را بزنید.',
  ],
  [
    'Under Webhooks, Subscriptions, choose Add subscription. Notification URL: {hook}',
    'В Webhooks, Subscriptions выберите Add subscription. Notification URL: {hook}',
    'در Webhooks، بخش Subscriptions، گزینهٔ Add subscription را انتخاب کنید. Notification URL برابر {hook}',
  ],
  [
    'Events: order.created, order.updated, payment.created, payment.updated, refund.created, refund.updated. Save.',
    'События: order.created, order.updated, payment.created, payment.updated, refund.created, refund.updated. Нажмите Save.',
    'رویدادها: order.created، order.updated، payment.created، payment.updated، refund.created، refund.updated. سپس Save را بزنید.',
  ],
  [
    'Open the subscription, choose Show at Signature Key, and enter that key as the webhook secret.',
    'Откройте подписку, нажмите Show у Signature Key и введите этот ключ как секрет вебхука.',
    'اشتراک را باز کنید، کنار Signature Key گزینهٔ Show را بزنید و آن کلید را به‌جای رمز وب‌هوک وارد کنید.',
  ],
  [
    'Under Credentials (or OAuth), copy the Production access token, with ORDERS_READ and PAYMENTS_READ, and enter it as the key to the vendor’s API.',
    'В Credentials (или OAuth) скопируйте Production access token с правами ORDERS_READ и PAYMENTS_READ и введите его как ключ к API поставщика.',
    'در Credentials (یا OAuth) مقدار Production access token را با دسترسی ORDERS_READ و PAYMENTS_READ رونوشت بردارید و به‌جای کلید API سازنده وارد کنید.',
  ],
  [
    'In Square Dashboard, Locations, find the location’s id (such as LARBAT0123456) and enter it as “Address in its messages”.',
    'В Square Dashboard, Locations найдите номер точки (например, LARBAT0123456) и введите его как «Адрес в его сообщениях».',
    'در Square Dashboard، بخش Locations، شناسهٔ شعبه (مانند LARBAT0123456) را پیدا کنید و در «نشانی در پیام‌های آن» بنویسید.',
  ],
  [
    'The address that Square was given must be the one it reaches: it is part of what is signed (setting PUBLIC_URL).',
    'Адрес, который указан в Square, должен быть тем, по которому Square сюда попадает: он входит в подпись (настройка PUBLIC_URL).',
    'نشانی‌ای که به Square داده شده باید همان باشد که به آن می‌رسد: بخشی از امضاست (تنظیم PUBLIC_URL).',
  ],
  ['Locations to reconcile', 'Точки для сверки', 'شعبه‌های تطبیق'],
  [
    'Location ids, with commas between, at most 10: every 5 minutes what changed there is asked for, so that nothing is missed that a webhook lost. Empty: the device’s own address in its messages.',
    'Номера точек через запятую, не больше 10: каждые 5 минут запрашивается, что там изменилось, чтобы потерянный вебхук ничего не унёс. Пусто — адрес самого устройства.',
    'شناسهٔ شعبه‌ها با ویرگول میانشان، حداکثر ۱۰: هر ۵ دقیقه تغییرهایشان پرسیده می‌شود تا با گم شدن یک وب‌هوک چیزی از قلم نیفتد. خالی: نشانی خود دستگاه.',
  ],
  // shopify
  [
    'Shopify (online store, counted apart)',
    'Shopify (интернет-магазин, считается отдельно)',
    'Shopify (فروشگاه اینترنتی، جداگانه شمرده می‌شود)',
  ],
  [
    'Orders (orders/create, orders/updated, orders/paid, orders/cancelled): a paid order is a sale at what was ordered (total_price).',
    'Заказы (orders/create, orders/updated, orders/paid, orders/cancelled): оплаченный заказ — продажа на заказанную сумму (total_price).',
    'سفارش‌ها (orders/create، orders/updated، orders/paid، orders/cancelled): سفارش پرداخت‌شده فروش است، به مبلغ سفارش (total_price).',
  ],
  [
    'Refunds, by themselves (refunds/create) or with their order: each a return on its own date, at what was paid back.',
    'Возвраты, сами по себе (refunds/create) или вместе с заказом: каждый — возврат в свой день на выплаченную сумму.',
    'مرجوعی‌ها، جداگانه (refunds/create) یا همراه سفارش: هر کدام در روز خودش و به مبلغ بازپرداخت.',
  ],
  [
    'Exchanges: what is taken instead makes the sale larger, what is brought back is a return on its own date.',
    'Обмены: взятое взамен увеличивает продажу, принесённое обратно — возврат в свой день.',
    'تعویض‌ها: آنچه به‌جایش گرفته می‌شود فروش را بزرگ‌تر می‌کند، آنچه برگردانده می‌شود در روز خودش مرجوعی است.',
  ],
  [
    'source_name pos is the shop; web, apps and drafts count apart as online, under the address `online` where they have no location.',
    'source_name pos — магазин; web, приложения и черновики считаются отдельно как online, а если точки у них нет — под адресом `online`.',
    'مقدار source_name برابر pos فروشگاه است؛ web، برنامه‌ها و پیش‌نویس‌ها جداگانه به نام online شمرده می‌شوند و اگر شعبه نداشته باشند با نشانی `online`.',
  ],
  [
    'Cancelled, voided and unpaid orders, and refunds that are not paid out yet: kept, counted nowhere.',
    'Отменённые, аннулированные и неоплаченные заказы и ещё не выплаченные возвраты: хранятся, нигде не считаются.',
    'سفارش‌های لغوشده، باطل‌شده و پرداخت‌نشده، و مرجوعی‌هایی که پولشان هنوز برنگشته: نگه داشته و هیچ‌جا شمرده نمی‌شوند.',
  ],
  [
    'current_total_price and the other current_ amounts: what came back is taken off them already.',
    'current_total_price и другие суммы current_: возвращённое из них уже вычтено.',
    'مبلغ current_total_price و دیگر مبلغ‌های current_: مرجوعی پیش‌تر از آن‌ها کم شده است.',
  ],
  [
    'Tips (total_tip_received) and gift cards sold (gift_card): counted when they are spent.',
    'Чаевые (total_tip_received) и проданные подарочные карты (gift_card): считаются, когда их тратят.',
    'انعام (total_tip_received) و کارت هدیهٔ فروخته‌شده (gift_card): هنگام خرج شدن شمرده می‌شود.',
  ],
  [
    'Deposits (partially_paid): the order counts when it is paid.',
    'Задатки (partially_paid): заказ считается, когда оплачен.',
    'پیش‌پرداخت‌ها (partially_paid): سفارش پس از پرداخت شمرده می‌شود.',
  ],
  [
    'Test orders (test: true), payments in test mode and test notifications.',
    'Пробные заказы (test: true), оплаты в тестовом режиме и тестовые уведомления.',
    'سفارش‌های آزمایشی (test: true)، پرداخت‌های حالت آزمایش و اعلان‌های آزمایشی.',
  ],
  [
    'presentment_money: what the buyer saw in another currency than the shop’s.',
    'presentment_money: то, что покупатель видел в другой валюте, не валюте магазина.',
    'مقدار presentment_money: آنچه خریدار به واحد پولی جز واحد پول فروشگاه دیده است.',
  ],
  [
    'Transactions and gateways’ receipts, some of them in cents: the order has the same amounts.',
    'Операции и квитанции платёжных шлюзов, часть из них в центах: те же суммы есть в заказе.',
    'تراکنش‌ها و رسیدهای درگاه پرداخت، که برخی به سنت است: همان مبلغ‌ها در سفارش هست.',
  ],
  [
    'In Shopify admin, Settings, Apps and sales channels, Develop apps, choose Create an app.',
    'В админке Shopify: Settings, Apps and sales channels, Develop apps, Create an app.',
    'در مدیریت Shopify به Settings، سپس Apps and sales channels و Develop apps بروید و Create an app را انتخاب کنید.',
  ],
  [
    'Configure Admin API scopes: read_orders (and read_all_orders for what is older than 60 days). Install the app.',
    'Configure Admin API scopes: read_orders (и read_all_orders, если нужны заказы старше 60 дней). Установите приложение.',
    'در Configure Admin API scopes: read_orders (و برای سفارش‌های قدیمی‌تر از ۶۰ روز read_all_orders). برنامه را نصب کنید.',
  ],
  [
    'API credentials: enter the Admin API access token (shpat_…) as the key to the vendor’s API, and https://YOUR-SHOP.myshopify.com as “Address of the shop”.',
    'API credentials: введите Admin API access token (shpat_…) как ключ к API поставщика, а https://YOUR-SHOP.myshopify.com — как «Адрес магазина».',
    'در API credentials: مقدار Admin API access token (shpat_…) را به‌جای کلید API سازنده و https://YOUR-SHOP.myshopify.com را در «نشانی فروشگاه» وارد کنید.',
  ],
  [
    'Settings, Notifications, Webhooks, Create webhook: Order creation, Order update, Order payment, Order cancellation, Refund creation; format JSON; URL {hook}',
    'Settings, Notifications, Webhooks, Create webhook: Order creation, Order update, Order payment, Order cancellation, Refund creation; формат JSON; URL {hook}',
    'در Settings، Notifications، Webhooks گزینهٔ Create webhook را برای Order creation، Order update، Order payment، Order cancellation و Refund creation بزنید؛ قالب JSON؛ نشانی {hook}',
  ],
  [
    'Below the list of webhooks it says what they are signed with: enter that key as the webhook secret. For webhooks that an app makes it is the app’s client secret.',
    'Под списком вебхуков сказано, чем они подписаны: введите этот ключ как секрет вебхука. У вебхуков, которые создаёт приложение, это client secret приложения.',
    'زیر فهرست وب‌هوک‌ها نوشته که با چه کلیدی امضا می‌شوند: آن را به‌جای رمز وب‌هوک وارد کنید. برای وب‌هوک‌هایی که یک برنامه می‌سازد، client secret همان برنامه است.',
  ],
  [
    'Settings, Locations: open the shop’s location, the number at the end of its URL (…/locations/61000000001) is “Address in its messages”. A shop with one location may leave it empty; then its online orders come in too, apart.',
    'Settings, Locations: откройте точку; число в конце её URL (…/locations/61000000001) — «Адрес в его сообщениях». Магазин с одной точкой может оставить поле пустым; тогда придут и его интернет-заказы, отдельно.',
    'در Settings، Locations شعبه را باز کنید؛ عدد پایان نشانی آن (…/locations/61000000001) همان «نشانی در پیام‌های آن» است. فروشگاه تک‌شعبه می‌تواند خالی بگذارد؛ آنگاه سفارش‌های اینترنتی‌اش هم جداگانه می‌آید.',
  ],
  ['Address of the shop', 'Адрес магазина', 'نشانی فروشگاه'],
  [
    'https://YOUR-SHOP.myshopify.com: there changed orders are asked for every 5 minutes, so that nothing is missed that a webhook lost.',
    'https://YOUR-SHOP.myshopify.com: там каждые 5 минут запрашиваются изменившиеся заказы, чтобы потерянный вебхук ничего не унёс.',
    'نشانی https://YOUR-SHOP.myshopify.com: هر ۵ دقیقه سفارش‌های تغییریافته از آنجا پرسیده می‌شود تا با گم شدن یک وب‌هوک چیزی از قلم نیفتد.',
  ],
];
