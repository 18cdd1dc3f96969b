import type { Phrase } from '../phrase.ts';

/** What a test of a device says, and what was refused of it lately. */
export const testingConnectingPhrases: readonly Phrase[] = [
  [
    'This version does not read the profile "{}": choose another make.',
    'Эта версия не читает марку «{}»: выберите другую.',
    'این نسخه سازندهٔ «{}» را نمی‌خواند: سازندهٔ دیگری انتخاب کنید.',
  ],
  ['It is set up as {}.', 'Настроено как {say}.', 'به‌صورت {say} راه‌اندازی شده است.'],
  ['Its {}: {}.', 'Настройка {}: {say}.', 'تنظیم {}: {say}.'],
  [
    'It may publish to {} as the user {}.',
    'Может публиковать в {} под именем {}.',
    'می‌تواند روی {} با نام کاربری {} منتشر کند.',
  ],
  [
    'The secret of the vendor’s API is there: what its messages only name is asked for, and what was missed is found.',
    'Ключ к API поставщика есть: то, что сообщения только называют, запрашивается, а пропущенное находится.',
    'کلید API سازنده هست: آنچه پیام‌ها فقط نام می‌برند پرسیده و آنچه از قلم افتاده پیدا می‌شود.',
  ],
  [
    'The secret of the vendor’s API is missing: enter it, so that what its messages only name is asked for, and what was missed is found.',
    'Не хватает ключа к API поставщика: введите его, чтобы запрашивать то, что сообщения только называют, и находить пропущенное.',
    'کلید API سازنده نیست: واردش کنید تا آنچه پیام‌ها فقط نام می‌برند پرسیده و آنچه از قلم افتاده پیدا شود.',
  ],
  [
    'The vendor did not tell {} that it named: look for them there.',
    'Поставщик не отдал названное им, штук: {}. Поищите это у него.',
    'سازنده {} مورد را که نام برده نگفت: آنجا دنبالشان بگردید.',
  ],
  ['Still to be asked for: {}.', 'Ещё предстоит запросить: {}.', 'هنوز باید پرسیده شود: {}.'],
  [
    'The source "{}" is not read by this process: test the source, or look at the process that ingests.',
    'Источник «{}» читает другой процесс: проверьте сам источник или процесс, который принимает данные.',
    'منبع «{}» را این فرایند نمی‌خواند: خود منبع را بیازمایید یا فرایند دریافت داده را ببینید.',
  ],
  ['The source "{}" is not connected. {}', 'Источник «{}» не на связи. {say}', 'منبع «{}» متصل نیست. {say}'],
  ['The source "{}" is not connected.', 'Источник «{}» не на связи.', 'منبع «{}» متصل نیست.'],
  [
    'The source "{}" is connected and reads {}.',
    'Источник «{}» на связи и читает {}.',
    'منبع «{}» متصل است و {} را می‌خواند.',
  ],
  ['The source "{}" is connected.', 'Источник «{}» на связи.', 'منبع «{}» متصل است.'],
  ['The webhook of "{}" has its secret.', 'У вебхука «{}» есть секрет.', 'وب‌هوک «{}» رمز دارد.'],
  [
    'The webhook of "{}" has no secret yet: paste the key by which the vendor signs.',
    'У вебхука «{}» ещё нет секрета: вставьте ключ, которым подписывает поставщик.',
    'وب‌هوک «{}» هنوز رمز ندارد: کلیدی را که سازنده با آن امضا می‌کند بچسبانید.',
  ],
  [
    'The webhook of "{}" has no secret yet: make one and enter it at the vendor.',
    'У вебхука «{}» ещё нет секрета: создайте его и введите у поставщика.',
    'وب‌هوک «{}» هنوز رمز ندارد: رمزی بسازید و نزد سازنده وارد کنید.',
  ],
  [
    'The device "{}" counts the same lines of the same address: give one of them other lines or its own address.',
    'Устройство «{}» считает те же линии того же адреса: дайте одному из них другие линии или свой адрес.',
    'دستگاه «{}» همان خط‌های همان نشانی را می‌شمارد: به یکی از آن‌ها خط‌های دیگر یا نشانی خودش را بدهید.',
  ],
  [
    'The device "{}" reads the same topic as "{}": a topic can be of one make only.',
    'Устройство «{}» читает тот же топик маркой «{}»: у топика может быть только одна марка.',
    'دستگاه «{}» همین تاپیک را با سازندهٔ «{}» می‌خواند: هر تاپیک فقط از یک سازنده است.',
  ],
  [
    'Nothing of it has arrived yet: have it send a message, and watch what arrives.',
    'От него пока ничего не пришло: пусть отправит сообщение, и смотрите, что приходит.',
    'هنوز چیزی از آن نرسیده: بگذارید پیامی بفرستد و ببینید چه می‌رسد.',
  ],
  [
    'Its last message came at {}: check its power and its network.',
    'Последнее сообщение пришло {}: проверьте питание и сеть.',
    'آخرین پیامش در {} رسید: برق و شبکه‌اش را بررسی کنید.',
  ],
  ['Its last message came at {}.', 'Последнее сообщение пришло {}.', 'آخرین پیامش در {} رسید.'],
  ['It reports a problem: {}.', 'Сообщает о неисправности: {}.', 'مشکلی گزارش می‌دهد: {}.'],
  ['It says that it is offline.', 'Говорит, что не на связи.', 'می‌گوید آفلاین است.'],
  [
    'Its clock was never set: what it counts is placed by the time of receipt. Set its time server (NTP).',
    'Его часы никто не ставил: подсчёты относятся ко времени получения. Задайте сервер времени (NTP).',
    'ساعتش هرگز تنظیم نشده: شمارش‌هایش در زمان دریافت جای می‌گیرند. سرور زمان (NTP) را تنظیم کنید.',
  ],
  [
    'Its clock stands still: what it counts is placed by the time of receipt. Restart it, or set its time server.',
    'Его часы стоят: подсчёты относятся ко времени получения. Перезапустите его или задайте сервер времени.',
    'ساعتش ایستاده: شمارش‌هایش در زمان دریافت جای می‌گیرند. آن را از نو راه بیندازید یا سرور زمانش را تنظیم کنید.',
  ],
  [
    'Its clock is ahead: set its time zone and its time server (NTP).',
    'Его часы спешат: задайте часовой пояс и сервер времени (NTP).',
    'ساعتش جلوست: منطقهٔ زمانی و سرور زمان (NTP) آن را تنظیم کنید.',
  ],
  [
    'Its latest counts are hours older than its latest message: check its clock and its time zone.',
    'Последние подсчёты на часы старше последнего сообщения: проверьте его часы и часовой пояс.',
    'آخرین شمارش‌هایش چند ساعت کهنه‌تر از آخرین پیام است: ساعت و منطقهٔ زمانی‌اش را بررسی کنید.',
  ],
  ['Its clock is right to within minutes.', 'Часы верны с точностью до минут.', 'ساعتش تا چند دقیقه درست است.'],
  [
    'In the last 24 hours one item was refused ({}): {}',
    'За последние 24 часа отклонена 1 запись ({}): {say}',
    'در ۲۴ ساعت گذشته ۱ مورد رد شد ({}): {say}',
  ],
  [
    'In the last 24 hours {} items were refused ({}): {}',
    'За последние 24 часа отклонено записей: {} ({}): {say}',
    'در ۲۴ ساعت گذشته {} مورد رد شد ({}): {say}',
  ],
  // What was refused in the last hour.
  [
    '1 request was refused in the last hour, the last at {}: {}',
    'За последний час отклонён 1 запрос, в {}: {say}',
    'در یک ساعت گذشته ۱ درخواست رد شد، در {}: {say}',
  ],
  [
    '{} requests were refused in the last hour, the last at {}: {}',
    'За последний час отклонено запросов: {}, последний в {}: {say}',
    'در یک ساعت گذشته {} درخواست رد شد، آخرین در {}: {say}',
  ],
  [
    'it came from elsewhere, which is none of the networks it may send from. Add that one to them if it is its own (allowFrom).',
    'пришёл не из тех сетей, из которых можно отправлять. Если сеть его собственная, добавьте её (allowFrom).',
    'از شبکه‌ای رسید که اجازهٔ ارسال ندارد. اگر شبکهٔ خودش است، آن را بیفزایید (allowFrom).',
  ],
  [
    'it came from {}, which is none of the networks it may send from. Add that one to them if it is its own (allowFrom).',
    'пришёл из {}, а это не из тех сетей, из которых можно отправлять. Если сеть его собственная, добавьте её (allowFrom).',
    'از {} رسید که از شبکه‌های مجاز نیست. اگر شبکهٔ خودش است، آن را بیفزایید (allowFrom).',
  ],
  [
    'no key is kept to check the signature with. {}',
    'нет ключа, чтобы проверить подпись. {say}',
    'کلیدی برای بررسی امضا نیست. {say}',
  ],
  [
    'this address has no secret yet. Make one under “Secrets” and enter it where it is sent from.',
    'у этого адреса ещё нет секрета. Создайте его в разделе «Секреты» и введите там, откуда отправляют.',
    'این نشانی هنوز رمز ندارد. در بخش «رمزها» رمزی بسازید و در فرستنده وارد کنید.',
  ],
  ['not signed. {}', 'без подписи. {say}', 'بدون امضا. {say}'],
  [
    'without the secret of this address. Make a new one under “Secrets” where it was lost, and enter it where it is sent from.',
    'без секрета этого адреса. Если он потерян, создайте новый в разделе «Секреты» и введите там, откуда отправляют.',
    'بدون رمز این نشانی. اگر گم شده، در بخش «رمزها» رمز تازه بسازید و در فرستنده وارد کنید.',
  ],
  [
    'not signed with the key that is kept. {}',
    'подписано не тем ключом, что сохранён. {say}',
    'با کلیدی جز کلید نگه‌داشته‌شده امضا شده است. {say}',
  ],
  ['not made with the secret of this address. {}', 'не с секретом этого адреса. {say}', 'با رمز این نشانی نیست. {say}'],
  [
    'signed too long ago. Check the clocks of both sides.',
    'подписано слишком давно. Проверьте часы с обеих сторон.',
    'مدت‌ها پیش امضا شده است. ساعت دو طرف را بررسی کنید.',
  ],
  [
    'too many that did not show whom they come from. {}',
    'слишком много запросов, из которых не видно, от кого они. {say}',
    'درخواست‌های بی‌نشان بیش از اندازه بود. {say}',
  ],
  [
    'the MQTT password was wrong. Enter the present secret at the device, or make a new one under “Secrets”.',
    'неверный пароль MQTT. Введите в устройстве действующий секрет или создайте новый в разделе «Секреты».',
    'گذرواژهٔ MQTT نادرست بود. رمز کنونی را در دستگاه وارد کنید یا در بخش «رمزها» رمز تازه بسازید.',
  ],
  [
    'published to a topic that is not this device’s. Correct the topic at the device, or here.',
    'публикация не в свой топик. Исправьте топик в устройстве или здесь.',
    'روی تاپیکی جز تاپیک این دستگاه منتشر شد. تاپیک را در دستگاه یا اینجا درست کنید.',
  ],
  [
    'Paste the key by which {} signs on this device’s page.',
    'Вставьте ключ, которым подписывает {say}, на странице этого устройства.',
    'کلیدی را که {say} با آن امضا می‌کند در صفحهٔ همین دستگاه بچسبانید.',
  ],
  [
    'Paste the key by which {} signs on this source’s page.',
    'Вставьте ключ, которым подписывает {say}, на странице этого источника.',
    'کلیدی را که {say} با آن امضا می‌کند در صفحهٔ همین منبع بچسبانید.',
  ],
  ['the vendor', 'поставщик', 'سازنده'],
  [
    'Enter the present one where it is sent from.',
    'Введите действующий там, откуда отправляют.',
    'رمز کنونی را در فرستنده وارد کنید.',
  ],
  // Steps where something is not set up yet.
  ['the address of the webhook', 'адрес вебхука', 'نشانی وب‌هوک'],
  ['(set a topic below first)', '(сначала укажите топик ниже)', '(نخست تاپیک را در پایین تعیین کنید)'],
  [
    '; for MQTT set a topic below first.',
    '; для MQTT сначала укажите топик ниже.',
    '؛ برای MQTT نخست تاپیک را در پایین تعیین کنید.',
  ],
  [
    'Nothing to enter: it sends by the device “{}”.',
    'Указывать ничего не нужно: отправляет через устройство «{}».',
    'چیزی برای وارد کردن نیست: از راه دستگاه «{}» می‌فرستد.',
  ],
  [
    'Nothing to enter: it sends by the source “{}”.',
    'Указывать ничего не нужно: отправляет через источник «{}».',
    'چیزی برای وارد کردن نیست: از راه منبع «{}» می‌فرستد.',
  ],
];
