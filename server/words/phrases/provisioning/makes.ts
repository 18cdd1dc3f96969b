import type { Phrase } from '../phrase.ts';

/** What does not fit a make. */
export const makesProvisionPhrases: readonly Phrase[] = [
  ['set the profile "{}" again', 'укажите profile «{}» ещё раз', 'profile «{}» را دوباره تعیین کنید'],
  ['say either topic or topics', 'укажите либо topic, либо topics', 'یا topic را بنویسید یا topics'],
  [
    'is for a vendor’s device: name its make as the profile, or leave it out',
    'это для устройства поставщика: укажите его марку в profile или уберите',
    'این برای دستگاه سازنده است: نام سازنده را در profile بنویسید یا آن را بردارید',
  ],
  ['must name at least one line', 'нужна хотя бы одна линия', 'دست‌کم یک خط لازم است'],
  [
    'the profile "{}" is a till: it measures [sales]',
    'profile «{}» — касса: она измеряет [sales]',
    'profile «{}» صندوق است: [sales] را می‌سنجد',
  ],
  [
    'the profile "{}" is a counter: it measures no sales',
    'profile «{}» — счётчик: продаж он не измеряет',
    'profile «{}» شمارشگر است: فروش را نمی‌سنجد',
  ],
  [
    'the profile "{}" does not count by {}: take {}',
    'profile «{}» не считает способом {}: укажите {say}',
    'profile «{}» به شیوهٔ {} نمی‌شمارد: {say} را بگذارید',
  ],
  ['one of {}', 'одно из: {}', 'یکی از {}'],
  [
    'the profile "{}" comes by MQTT alone: name the topic it publishes to, or its source',
    'profile «{}» приходит только по MQTT: укажите топик, в который он публикует, или его источник',
    'profile «{}» فقط با MQTT می‌رسد: تاپیکی که روی آن منتشر می‌کند یا منبعش را بنویسید',
  ],
  [
    'the source "{}" is of the profile "{}", not of "{}"',
    'у источника «{}» profile «{}», а не «{}»',
    'منبع «{}» از profile «{}» است، نه «{}»',
  ],
  [
    'the device "{}" brings no messages of a vendor by itself',
    'устройство «{}» само не приносит сообщений поставщика',
    'دستگاه «{}» خودش پیام سازنده‌ای نمی‌آورد',
  ],
  ['the device "{}" is of the profile "{}"', 'у устройства «{}» profile «{}»', 'دستگاه «{}» از profile «{}» است'],
  ['the line "{}" has two rules', 'у линии «{}» два правила', 'خط «{}» دو قاعده دارد'],
  ['{} must be one of {}', '{}: одно из {}', 'مقدار {} باید یکی از این‌ها باشد: {}'],
  ['the profile "{}" needs {}: {}', 'profile «{}» требует {}: {say}', 'profile «{}» به {} نیاز دارد: {say}'],
  [
    'allowFrom must be a list of addresses or ranges, such as ["192.0.2.0/24"]',
    'allowFrom — список адресов или диапазонов, например ["192.0.2.0/24"]',
    'مقدار allowFrom باید فهرستی از نشانی‌ها یا بازه‌ها باشد، مانند ["192.0.2.0/24"]',
  ],
  [
    '"{}" is the id of a device already: both name a feed',
    '«{}» — уже номер устройства: оба называют поток данных',
    '«{}» شناسهٔ دستگاهی است: هر دو یک جریان داده را نام می‌برند',
  ],
  [
    'name the topics to subscribe to: the profile "{}" has none of its own',
    'укажите топики для подписки: у profile «{}» своих нет',
    'تاپیک‌ها را بنویسید: profile «{}» تاپیک خودش را ندارد',
  ],
  [
    'the profile "{}" has no API that is asked: leave url out',
    'у profile «{}» нет API для запросов: уберите url',
    'profile «{}» رابط API برای پرسیدن ندارد: url را بردارید',
  ],
  [
    'the profile "{}" has no webhook: name the broker its messages come by',
    'у profile «{}» нет вебхука: укажите брокер, через который приходят сообщения',
    'profile «{}» وب‌هوک ندارد: بروکری را که پیام‌هایش از آن می‌آید بنویسید',
  ],
  [
    'is for brokers; what the vendor’s API wants to be shown is apiSecret',
    'это для брокеров; то, что нужно API поставщика, — apiSecret',
    'برای بروکرهاست؛ آنچه API سازنده می‌خواهد apiSecret است',
  ],
  [
    '"{}" has no address and so takes what the device "{}" of the store "{}" counts as well: give it its own address',
    'у «{}» нет адреса, и оно берёт то, что считает и устройство «{}» магазина «{}»: дайте ему свой адрес',
    '«{}» نشانی ندارد و آنچه را دستگاه «{}» فروشگاه «{}» می‌شمارد هم می‌گیرد: به آن نشانی خودش را بدهید',
  ],
  [
    '"{}" has no address and so takes what this one counts as well: give it its own address',
    'у «{}» нет адреса, и оно берёт то, что считает и это: дайте ему свой адрес',
    '«{}» نشانی ندارد و آنچه را این یکی می‌شمارد هم می‌گیرد: به آن نشانی خودش را بدهید',
  ],
  [
    'the device "{}" of the store "{}" counts all that comes by this way: give each other lines, or its own address',
    'устройство «{}» магазина «{}» считает всё, что приходит этим путём: дайте им разные линии или каждому свой адрес',
    'دستگاه «{}» فروشگاه «{}» هرچه را از این راه می‌رسد می‌شمارد: به هر کدام خط‌های جداگانه یا نشانی خودش را بدهید',
  ],
  [
    'the device "{}" of the store "{}" counts the same lines of the address "{}": give each other lines, or its own address',
    'устройство «{}» магазина «{}» считает те же линии адреса «{}»: дайте им разные линии или каждому свой адрес',
    'دستگاه «{}» فروشگاه «{}» همان خط‌های نشانی «{}» را می‌شمارد: به هر کدام خط‌های جداگانه یا نشانی خودش را بدهید',
  ],
  [
    'Invalid input: expected {}, received {}',
    'значение не того вида: нужно {}, а здесь {}',
    'نوع مقدار درست نیست: باید {} باشد، اما {} است',
  ],
];
