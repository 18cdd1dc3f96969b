import type { Phrase } from '../phrase.ts';

/** What measures queues and service. */
export const feedsMakePhrases: readonly Phrase[] = [
  // qmatic
  [
    'Orchestra (events of its event connector or webhooks)',
    'Orchestra (события её коннектора или вебхуков)',
    'Orchestra (رویدادهای event connector یا وب‌هوک‌های آن)',
  ],
  [
    'VISIT_CREATE: somebody took a ticket, in the queue queueId (or queueName).',
    'VISIT_CREATE: кто-то взял талон в очередь queueId (или queueName).',
    'رویداد VISIT_CREATE: کسی در صف queueId (یا queueName) نوبت گرفت.',
  ],
  [
    'VISIT_CALL, VISIT_CONFIRM: called to a counter. The first call counts.',
    'VISIT_CALL, VISIT_CONFIRM: вызвали к окну. Считается первый вызов.',
    'رویدادهای VISIT_CALL و VISIT_CONFIRM: به باجه فراخوانده شد. نخستین فراخوان شمرده می‌شود.',
  ],
  [
    'VISIT_END: served, and gone. VISIT_NOSHOW, VISIT_REMOVE: gave up.',
    'VISIT_END: обслужен и ушёл. VISIT_NOSHOW, VISIT_REMOVE: не дождался.',
    'رویداد VISIT_END: خدمت گرفت و رفت. رویدادهای VISIT_NOSHOW و VISIT_REMOVE: صف را رها کرد.',
  ],
  [
    'Who took the ticket, who serves, and what is noted about a visit: dropped as it comes.',
    'Кто взял талон, кто обслуживает и что записано о визите: отбрасывается сразу.',
    'اینکه چه کسی نوبت گرفت، چه کسی خدمت می‌دهد و یادداشت‌های مراجعه: همان دم رسیدن دور ریخته می‌شود.',
  ],
  [
    'Recalls, recycling, transfers between queues, and events of users, counters and printers: the visit stays in the queue where it began.',
    'Повторные вызовы, возвраты в очередь, переводы между очередями и события сотрудников, окон и принтеров: визит остаётся в той очереди, где начался.',
    'فراخوان دوباره، بازگشت به صف، جابه‌جایی میان صف‌ها و رویدادهای کاربران، باجه‌ها و چاپگرها: مراجعه در صفی می‌ماند که از آن آغاز شده.',
  ],
  [
    'The names of parameters follow what Qmatic’s event envelope and its documents say of visits; no body of a VISIT event is public. Look at the live view before you rely on it.',
    'Имена параметров взяты из обёртки событий Qmatic и её документации о визитах; ни одно событие VISIT целиком не опубликовано. Прежде чем полагаться, посмотрите в живом просмотре.',
    'نام پارامترها از پوشش رویدادهای Qmatic و مستندات آن دربارهٔ مراجعه‌هاست؛ متن هیچ رویداد VISIT منتشر نشده است. پیش از تکیه بر آن نمای زنده را ببینید.',
  ],
  [
    'Have Orchestra’s event connector (or a webhook of Orchestra Cloud) post VISIT_CREATE, VISIT_CALL, VISIT_END, VISIT_NOSHOW and VISIT_REMOVE as JSON to {hook}, with HTTP Basic or a bearer token {secret}; or have it published by MQTT to {topic}.',
    'Пусть коннектор событий Orchestra (или вебхук Orchestra Cloud) шлёт VISIT_CREATE, VISIT_CALL, VISIT_END, VISIT_NOSHOW и VISIT_REMOVE как JSON на {hook} по HTTP Basic или с токеном {secret}; или публикует их по MQTT в топик {topic}.',
    'بگذارید event connector در Orchestra (یا وب‌هوک Orchestra Cloud) رویدادهای VISIT_CREATE، VISIT_CALL، VISIT_END، VISIT_NOSHOW و VISIT_REMOVE را به‌صورت JSON به {hook} بفرستد، با HTTP Basic یا توکن {secret}؛ یا با MQTT روی {topic} منتشر کند.',
  ],
  [
    'One device for each branch: “Address in its messages” is the branch’s number (branchId).',
    'Одно устройство на каждое отделение: «Адрес в его сообщениях» — номер отделения (branchId).',
    'برای هر شعبه یک دستگاه: «نشانی در پیام‌های آن» شمارهٔ شعبه (branchId) است.',
  ],
  [
    'Choose, for each of Qmatic’s queues (by its number queueId), the queue of the store under “Zones that are queues” on the device’s page.',
    'Для каждой очереди Qmatic (по её номеру queueId) выберите очередь магазина на странице устройства, в разделе «Зоны, где стоят очереди».',
    'برای هر صف Qmatic (با شمارهٔ queueId) صف فروشگاه را در صفحهٔ دستگاه زیر «ناحیه‌هایی که صف هستند» انتخاب کنید.',
  ],
  // typeform
  [
    'Forms with an NPS, opinion scale or rating question',
    'Формы с вопросом NPS, шкалой мнений или оценкой',
    'فرم‌هایی با پرسش NPS، مقیاس نظر یا امتیاز',
  ],
  [
    'Each answer of a form_response to a question of the type Net Promoter Score, as NPS.',
    'Каждый ответ form_response на вопрос типа Net Promoter Score — как NPS.',
    'هر پاسخ form_response به پرسشی از نوع Net Promoter Score، به‌صورت NPS.',
  ],
  [
    'Answers to the questions that the options name: as NPS (0 to 10), CSAT (1 to 5) or CSI (1 to 10), these by criterion.',
    'Ответы на вопросы, названные в параметрах: как NPS (0–10), CSAT (1–5) или CSI (1–10, по критериям).',
    'پاسخ به پرسش‌هایی که در تنظیمات نام برده شده: به‌صورت NPS (۰ تا ۱۰)، CSAT (۱ تا ۵) یا CSI (۱ تا ۱۰، برحسب معیار).',
  ],
  [
    'The answer to one question as the comment, where an option names it: without e-mail addresses, telephone numbers and links.',
    'Ответ на один вопрос — как комментарий, если он назван в параметре: без адресов почты, телефонов и ссылок.',
    'پاسخ به یک پرسش به‌جای نظر، اگر تنظیمی آن را نام ببرد: بدون نشانی ایمیل، شمارهٔ تلفن و پیوند.',
  ],
  [
    'Everything else that people wrote: names, addresses, hidden fields, files, and the answers to all other questions.',
    'Всё остальное, что люди написали: имена, адреса, скрытые поля, файлы и ответы на все другие вопросы.',
    'هرچه دیگر مردم نوشته‌اند: نام، نشانی، فیلدهای پنهان، پرونده‌ها و پاسخ همهٔ پرسش‌های دیگر.',
  ],
  [
    'Answers that are no whole number of the survey’s scale: they are kept in quarantine, so that you see that the scale is another.',
    'Ответы, которые не целое число на шкале опроса: они остаются в карантине, чтобы было видно, что шкала другая.',
    'پاسخ‌هایی که عدد صحیحِ مقیاس نظرسنجی نیستند: در قرنطینه می‌مانند تا ببینید مقیاس چیز دیگری است.',
  ],
  [
    'In Typeform open the form, then Connect → Webhooks → Add a webhook, with the endpoint {hook}.',
    'В Typeform откройте форму, затем Connect → Webhooks → Add a webhook, endpoint {hook}.',
    'در Typeform فرم را باز کنید، سپس Connect → Webhooks → Add a webhook با endpoint برابر {hook}.',
  ],
  [
    'Edit the webhook, switch on Secret, and enter a long random word there, and the same as this device’s secret in Lintel: answers without Typeform’s signature are not taken.',
    'Откройте вебхук (Edit), включите Secret и введите там длинное случайное слово, а затем то же — секретом этого устройства в Lintel: ответы без подписи Typeform не принимаются.',
    'وب‌هوک را ویرایش و Secret را روشن کنید، واژه‌ای بلند و تصادفی آنجا وارد کنید و همان را به‌جای رمز این دستگاه در Lintel بنویسید: پاسخ بدون امضای Typeform پذیرفته نمی‌شود.',
  ],
  [
    'Switch the webhook on, and press Send test request.',
    'Включите вебхук и нажмите Send test request.',
    'وب‌هوک را روشن کنید و Send test request را بزنید.',
  ],
  [
    '“Address in its messages” is the form’s id, the part after /to/ in its address, where several forms share the webhook.',
    '«Адрес в его сообщениях» — номер формы, часть её адреса после /to/, если вебхук общий у нескольких форм.',
    '«نشانی در پیام‌های آن» شناسهٔ فرم است، بخش پس از /to/ در نشانی آن، اگر چند فرم یک وب‌هوک دارند.',
  ],
  [
    'Other questions than NPS: enter their reference (Create → the question → ⋯ → Block reference) in the options.',
    'Другие вопросы, кроме NPS: впишите их ссылку (Create → вопрос → ⋯ → Block reference) в параметры.',
    'پرسش‌هایی جز NPS: شناسهٔ ارجاع آن‌ها (Create → پرسش → ⋯ → Block reference) را در تنظیمات وارد کنید.',
  ],
  ['NPS question', 'Вопрос NPS', 'پرسش NPS'],
  [
    'References of questions from 0 to 10, with commas between them, where their type is not Net Promoter Score.',
    'Ссылки вопросов от 0 до 10 через запятую, если их тип — не Net Promoter Score.',
    'شناسهٔ پرسش‌های ۰ تا ۱۰ با ویرگول میانشان، اگر نوعشان Net Promoter Score نیست.',
  ],
  ['CSAT questions', 'Вопросы CSAT', 'پرسش‌های CSAT'],
  [
    'References of questions from 1 to 5, with commas between them; reference=criterion says what one is about.',
    'Ссылки вопросов от 1 до 5 через запятую; ссылка=критерий говорит, о чём вопрос.',
    'شناسهٔ پرسش‌های ۱ تا ۵ با ویرگول میانشان؛ «شناسه=معیار» می‌گوید پرسش دربارهٔ چیست.',
  ],
  ['CSI questions', 'Вопросы CSI', 'پرسش‌های CSI'],
  [
    'References of questions from 1 to 10, each with what it is about: a1b2=speed,c3d4=staff.',
    'Ссылки вопросов от 1 до 10, у каждой — о чём он: a1b2=speed,c3d4=staff.',
    'شناسهٔ پرسش‌های ۱ تا ۱۰، هر کدام با موضوعش: a1b2=speed,c3d4=staff.',
  ],
  ['Comment question', 'Вопрос для комментария', 'پرسش نظر'],
  [
    'The reference of one long-text question whose answer is kept as a comment.',
    'Ссылка одного вопроса с длинным текстом, ответ на который хранится как комментарий.',
    'شناسهٔ یک پرسش متن بلند که پاسخش به‌جای نظر نگه داشته می‌شود.',
  ],
  ['Before or after', 'До или после', 'پیش یا پس'],
  [
    'Whether people are asked before or after a contact with the service.',
    'Спрашивают людей до или после обслуживания.',
    'از افراد پیش یا پس از دریافت خدمت پرسیده می‌شود.',
  ],
  // zendesk
  [
    'Ticket created: a request opened, with its category and level.',
    'Ticket created: обращение поступило, с категорией и уровнем.',
    'رویداد Ticket created: درخواستی ثبت شد، با رده و سطحش.',
  ],
  [
    'Comment added by staff, in public: its first answer.',
    'Comment added сотрудником, публично: первый ответ.',
    'رویداد Comment added از کارکنان و عمومی: نخستین پاسخ آن.',
  ],
  [
    'Status changed to solved or closed: resolved. The latest of them counts.',
    'Status changed на solved или closed: решено. Считается последнее из них.',
    'رویداد Status changed به solved یا closed: حل شد. آخرین آن‌ها شمرده می‌شود.',
  ],
  [
    'Group assignment changed: its level, where the option groups says which group works at which level.',
    'Group assignment changed: его уровень, если параметр groups говорит, какая группа на каком уровне работает.',
    'رویداد Group assignment changed: سطح آن، اگر تنظیم groups بگوید کدام گروه در کدام سطح کار می‌کند.',
  ],
  [
    'Subject, description, comments, and everything about who asked and who answered: dropped as it comes.',
    'Тема, описание, комментарии и всё о тех, кто спросил и кто ответил: отбрасывается сразу.',
    'موضوع، شرح، نظرها و هرچه دربارهٔ پرسنده و پاسخ‌دهنده است: همان دم رسیدن دور ریخته می‌شود.',
  ],
  [
    'Comments of customers and internal notes: no answers.',
    'Комментарии клиентов и внутренние заметки: это не ответы.',
    'نظر مشتریان و یادداشت‌های داخلی: پاسخ نیستند.',
  ],
  [
    'Tickets that are reopened stay resolved until they are solved again; deleted, merged and spam ones stay counted as opened.',
    'Вновь открытые обращения остаются решёнными, пока их не решат снова; удалённые, объединённые и спам остаются посчитанными как поступившие.',
    'درخواست‌های بازگشوده تا حل دوباره حل‌شده می‌مانند؛ حذف‌شده، ادغام‌شده و هرزنامه همچنان ثبت‌شده شمرده می‌شوند.',
  ],
  [
    'Admin Center → Apps and integrations → Webhooks → Create webhook: choose Zendesk events, and of them Ticket created, Comment added (Comment created), Status changed and Group assignment changed.',
    'Admin Center → Apps and integrations → Webhooks → Create webhook: выберите Zendesk events, а из них Ticket created, Comment added (Comment created), Status changed и Group assignment changed.',
    'در Admin Center → Apps and integrations → Webhooks → Create webhook گزینهٔ Zendesk events و از میانشان Ticket created، Comment added (Comment created)، Status changed و Group assignment changed را انتخاب کنید.',
  ],
  [
    'Endpoint URL {hook}, method POST, format JSON, authentication None: Zendesk signs each request by itself.',
    'Endpoint URL {hook}, метод POST, формат JSON, authentication None: Zendesk сам подписывает каждый запрос.',
    'مقدار Endpoint URL برابر {hook}، روش POST، قالب JSON، گزینهٔ authentication برابر None: خود Zendesk هر درخواست را امضا می‌کند.',
  ],
  [
    'After it is created, press Reveal secret (Signing secret) and enter that as this device’s secret in Lintel.',
    'После создания нажмите Reveal secret (Signing secret) и введите его как секрет этого устройства в Lintel.',
    'پس از ساختن، Reveal secret (Signing secret) را بزنید و آن را به‌جای رمز این دستگاه در Lintel وارد کنید.',
  ],
  [
    'Press Test webhook with a sample event.',
    'Нажмите Test webhook с примером события.',
    'گزینهٔ Test webhook را با یک رویداد نمونه بزنید.',
  ],
  [
    '“Address in its messages” is the account’s number (account_id), where several accounts share the webhook. Where one account serves several stores, use one webhook for each.',
    '«Адрес в его сообщениях» — номер учётной записи (account_id), если вебхук общий у нескольких. Если одна учётная запись обслуживает несколько магазинов, заведите по вебхуку на каждый.',
    '«نشانی در پیام‌های آن» شمارهٔ حساب (account_id) است، اگر چند حساب یک وب‌هوک دارند. اگر یک حساب به چند فروشگاه خدمت می‌دهد، برای هر کدام وب‌هوکی جداگانه بسازید.',
  ],
  ['Levels of groups', 'Уровни групп', 'سطح گروه‌ها'],
  [
    'Which group (its number) works at which level: 360001=1,360002=2. 1 first line, 2 specialist, 3 management.',
    'Какая группа (её номер) на каком уровне работает: 360001=1,360002=2. 1 — первая линия, 2 — специалист, 3 — руководство.',
    'کدام گروه (با شماره‌اش) در کدام سطح کار می‌کند: 360001=1,360002=2. سطح ۱ خط نخست، ۲ کارشناس، ۳ مدیریت.',
  ],
  ['Tags that are causes', 'Теги, которые — причины', 'برچسب‌هایی که علت‌اند'],
  [
    'With commas between them: the first of them that a ticket has is its category. Without it, the ticket’s type is.',
    'Через запятую: первый из них, который есть у обращения, — его категория. Если не указано — тип обращения.',
    'با ویرگول میانشان: نخستین برچسبی که درخواست دارد ردهٔ آن است. اگر خالی باشد، نوع درخواست.',
  ],
  // happyornot
  [
    'Each press of a button (API v2, button feedbacks): four or five smileys as CSAT, buttons from 0 to 10 as NPS.',
    'Каждое нажатие кнопки (API v2, button feedbacks): четыре или пять смайликов — CSAT, кнопки от 0 до 10 — NPS.',
    'هر فشار دکمه (API نسخهٔ ۲، button feedbacks): چهار یا پنج شکلک به‌صورت CSAT، دکمه‌های ۰ تا ۱۰ به‌صورت NPS.',
  ],
  [
    'Four smileys are 1, 2, 4 and 5: the two friendly ones are satisfied.',
    'Четыре смайлика — это 1, 2, 4 и 5: два довольных — довольны.',
    'چهار شکلک برابر ۱، ۲، ۴ و ۵ است: دو شکلک خندان یعنی راضی.',
  ],
  [
    'Presses that HappyOrNot takes for misuse.',
    'Нажатия, которые HappyOrNot считает баловством.',
    'فشارهایی که HappyOrNot سوءاستفاده می‌داند.',
  ],
  [
    'Follow-up answers, texts, demographics and contact details: not asked for.',
    'Дополнительные ответы, тексты, демография и контакты: не запрашиваются.',
    'پاسخ‌های تکمیلی، متن‌ها، مشخصات جمعیتی و نشانی تماس: پرسیده نمی‌شود.',
  ],
  [
    'HappyOrNot Analytics → Organization Settings → API tokens: create a token of API v2 for the experience points of your stores.',
    'HappyOrNot Analytics → Organization Settings → API tokens: создайте токен API v2 для точек опроса своих магазинов.',
    'در HappyOrNot Analytics → Organization Settings → API tokens برای نقطه‌های نظرسنجی فروشگاه‌های خود توکن API نسخهٔ ۲ بسازید.',
  ],
  [
    'Enter the token as the API key (apiSecret). Lintel asks every 15 minutes, and looks back three days, since terminals may send late.',
    'Введите токен как ключ к API (apiSecret). Lintel запрашивает каждые 15 минут и смотрит на три дня назад: терминалы могут прислать поздно.',
    'توکن را به‌جای کلید API (apiSecret) وارد کنید. Lintel هر ۱۵ دقیقه می‌پرسد و تا سه روز پیش را می‌بیند، چون پایانه‌ها شاید دیر بفرستند.',
  ],
  [
    '“Address in its messages” is the experience point’s number (experiencePointId): one device for each, all of one source.',
    '«Адрес в его сообщениях» — номер точки опроса (experiencePointId): на каждую одно устройство, все от одного источника.',
    '«نشانی در پیام‌های آن» شمارهٔ نقطهٔ نظرسنجی (experiencePointId) است: برای هر کدام یک دستگاه، همه از یک منبع.',
  ],
  [
    'Say with the option scale how many buttons the survey has, where they are not four.',
    'Скажите параметром scale, сколько в опросе кнопок, если не четыре.',
    'اگر دکمه‌های نظرسنجی چهار تا نیست، تعدادشان را با تنظیم scale بگویید.',
  ],
  ['Buttons', 'Кнопки', 'دکمه‌ها'],
  [
    'How many there are: four smileys (4, the default), five smileys (5), or 0 to 10 (nps).',
    'Сколько их: четыре смайлика (4, по умолчанию), пять (5) или от 0 до 10 (nps).',
    'چند تاست: چهار شکلک (4، پیش‌فرض)، پنج شکلک (5)، یا ۰ تا ۱۰ (nps).',
  ],
  ['What it asks about', 'О чём спрашивают', 'دربارهٔ چه می‌پرسد'],
  [
    'Such as checkout or fitting-room; without it, the visit as a whole.',
    'Например, checkout или fitting-room; если не указано — визит в целом.',
    'مانند checkout یا fitting-room؛ اگر خالی باشد، کل بازدید.',
  ],
];
