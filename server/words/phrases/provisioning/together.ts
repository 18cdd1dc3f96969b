import type { Phrase } from '../phrase.ts';

/** What does not fit together in a provision file. */
export const togetherProvisionPhrases: readonly Phrase[] = [
  ['the id "{}" is used twice', 'номер «{}» использован дважды', 'شناسهٔ «{}» دو بار به کار رفته است'],
  [
    'the new store "{}" needs a timezone',
    'новому магазину «{}» нужен timezone',
    'فروشگاه تازهٔ «{}» به timezone نیاز دارد',
  ],
  ['two editions begin on {}', 'две редакции начинаются {}', 'دو ویرایش در {} آغاز می‌شوند'],
  ['two editions begin without a date', 'у двух редакций нет даты начала', 'دو ویرایش تاریخ آغاز ندارند'],
  ['is before opensOn', 'раньше, чем opensOn', 'پیش از opensOn است'],
  [
    'the device "{}" already belongs to the store "{}"',
    'устройство «{}» уже принадлежит магазину «{}»',
    'دستگاه «{}» از پیش برای فروشگاه «{}» است',
  ],
  ['is before installedAt', 'раньше, чем installedAt', 'پیش از installedAt است'],
  ['is not a real date and time', 'таких даты и времени нет', 'تاریخ و ساعت واقعی نیست'],
  [
    'a gateway needs the store it publishes for',
    'шлюзу нужен магазин, для которого он публикует',
    'دروازه به فروشگاهی نیاز دارد که برایش منتشر می‌کند',
  ],
  [
    'a reader needs the filters it may subscribe to',
    'читателю нужны фильтры, на которые он может подписаться',
    'خواننده به پالایه‌هایی نیاز دارد که می‌تواند مشترکشان شود',
  ],
  [
    'the device id "{}" is used twice (also in {}): ids are unique across the organisation',
    'номер устройства «{}» использован дважды (ещё в {}): номера не повторяются во всей организации',
    'شناسهٔ دستگاه «{}» دو بار به کار رفته (همچنین در {}): شناسه‌ها در همهٔ سازمان یکتا هستند',
  ],
  [
    'the criterion "{}" of "{}" is used twice',
    'критерий «{}» процесса «{}» указан дважды',
    'معیار «{}» از «{}» دو بار به کار رفته است',
  ],
  ['the new checklist "{}" needs items', 'новому чек-листу «{}» нужны пункты', 'چک‌لیست تازهٔ «{}» به بند نیاز دارد'],
  [
    'there is no {} "{}": did you mean "{}"?',
    'не найдено: {say} «{}». Может быть, «{}»?',
    '{say} «{}» نیست: منظورتان «{}» بود؟',
  ],
  ['there is no {} "{}"', 'не найдено: {say} «{}»', '{say} «{}» نیست'],
  ['there is no {} "{}" (profile "{}")', 'не найдено: {say} «{}» (profile «{}»)', '{say} «{}» نیست (profile «{}»)'],
  [
    'there is no {} "{}": did you mean "{}"? (profile "{}")',
    'не найдено: {say} «{}». Может быть, «{}»? (profile «{}»)',
    '{say} «{}» نیست: منظورتان «{}» بود؟ (profile «{}»)',
  ],
  ['profile', 'марка', 'سازندهٔ'],
  ['source', 'источник', 'منبع'],
  ['store', 'магазин', 'فروشگاه'],
  ['region', 'регион', 'منطقهٔ'],
  ['entrance', 'вход', 'درِ'],
  ['option', 'параметр', 'تنظیم'],
];
