import type { Language } from '../contracts/languages.ts';

type Pair = readonly [ru: string, fa: string];

/** What the calendar itself does not say in Russian or Persian, by its English names: those of the countries that Lintel is used in most. */
const names: Readonly<Record<string, Pair>> = {
  "New Year's Day": ['Новый год', 'روز سال نو میلادی'],
  'New Year Holiday': ['Новогодние каникулы', 'تعطیلات سال نو میلادی'],
  'Christmas Eve': ['Сочельник', 'شب کریسمس'],
  'Christmas Day': ['Рождество', 'کریسمس'],
  'Orthodox Christmas': ['Рождество Христово', 'کریسمس ارتدکس'],
  'Boxing Day': ['Второй день Рождества', 'روز دوم کریسمس'],
  "New Year's Eve": ['Канун Нового года', 'شب سال نو میلادی'],
  Epiphany: ['Богоявление', 'عید خاج‌شویان'],
  'Good Friday': ['Страстная пятница', 'جمعهٔ نیک'],
  'Easter Sunday': ['Пасха', 'عید پاک'],
  'Easter Monday': ['Пасхальный понедельник', 'دوشنبهٔ عید پاک'],
  'Ascension Day': ['Вознесение', 'عید عروج'],
  Pentecost: ['Пятидесятница', 'عید پنجاهه'],
  'Whit Monday': ['Духов день', 'دوشنبهٔ پنجاهه'],
  'Corpus Christi': ['Праздник Тела Христова', 'عید پیکر مسیح'],
  Assumption: ['Успение Богородицы', 'عید عروج مریم'],
  "All Saints' Day": ['День всех святых', 'روز همهٔ قدیسان'],
  'Reformation Day': ['День Реформации', 'روز اصلاح دین'],
  'Immaculate Conception': ['Непорочное зачатие', 'عید آبستنی پاک'],
  'Day of Prayer and Repentance': ['День покаяния и молитвы', 'روز دعا و توبه'],
  "International Women's Day": ['Международный женский день', 'روز جهانی زن'],
  "International Children's Day": ['День защиты детей', 'روز جهانی کودک'],
  'Labour Day': ['Праздник труда', 'روز کارگر'],
  'Spring and Labour Day': ['Праздник Весны и Труда', 'روز بهار و کار'],
  'Defender of the Fatherland Day': ['День защитника Отечества', 'روز مدافع میهن'],
  'Victory Day': ['День Победы', 'روز پیروزی'],
  'Russia Day': ['День России', 'روز روسیه'],
  'Unity Day': ['День народного единства', 'روز وحدت ملی'],
  'National Unity Day': ['День народного единства', 'روز وحدت ملی'],
  'Martin Luther King Jr. Day': ['День Мартина Лютера Кинга', 'روز مارتین لوتر کینگ'],
  "Washington's Birthday": ['День рождения Вашингтона', 'زادروز واشینگتن'],
  'Memorial Day': ['День памяти', 'روز یادبود'],
  Juneteenth: ['Джунтинт', 'جون‌تینث'],
  'Independence Day': ['День независимости', 'روز استقلال'],
  'Columbus Day': ['День Колумба', 'روز کلمب'],
  'Veterans Day': ['День ветеранов', 'روز کهنه‌سربازان'],
  'Thanksgiving Day': ['День благодарения', 'روز شکرگزاری'],
  'National Holiday': ['Национальный праздник', 'روز ملی'],
  'National Day': ['Национальный день', 'روز ملی'],
  'Republic Day': ['День Республики', 'روز جمهوری'],
  'Constitution Day': ['День Конституции', 'روز قانون اساسی'],
  'Early May bank holiday': ['Майский выходной', 'تعطیلی آغاز مه'],
  'Spring bank holiday': ['Весенний выходной', 'تعطیلی بهاری'],
  'Bastille Day': ['День взятия Бастилии', 'روز باستیل'],
  'Armistice Day': ['День перемирия', 'روز آتش‌بس'],
  Nauryz: ['Наурыз', 'نوروز'],
  Nowruz: ['Навруз', 'نوروز'],
  'Sizdah Bedar': ['Сиздах-бедар, день природы', 'سیزده بدر'],
  'Islamic Republic Day': ['День Исламской Республики', 'روز جمهوری اسلامی'],
  'Anniversary of Islamic Revolution': ['Годовщина Исламской революции', 'انقلاب اسلامی'],
  'Nationalization of the Iranian oil industry': ['День национализации нефти', 'ملی شدن صنعت نفت'],
  "Imam Khomeini's Demise": ['Годовщина смерти имама Хомейни', 'رحلت امام خمینی'],
  'Revolt of Khordad 15': ['Восстание 15 хордада', 'قیام ۱۵ خرداد'],
  'End of Ramadan (Eid al-Fitr)': ['Ураза-байрам', 'عید فطر'],
  'Holyday for Fetr Eeid': ['Ураза-байрам, второй день', 'به مناسبت عید سعید فطر'],
  'Eid al-Fitr': ['Ураза-байрам', 'عید فطر'],
  'Feast of the Sacrifice (Eid al-Adha)': ['Курбан-байрам', 'عید قربان'],
  'Eid al-Adha': ['Курбан-байрам', 'عید قربان'],
  'Eid al-Ghadeer': ['Гадир-Хум', 'عید غدیر خم'],
  Tasoua: ['Тасуа', 'تاسوعا'],
  Ashoura: ['Ашура', 'عاشورا'],
  'Arbaeen-e Hosseini': ['Арбаин', 'اربعین حسینی'],
  'Demise of Prophet Muhammad and Imam Hassan (Mujtaba)': ['День смерти Пророка Мухаммада', 'رحلت حضرت رسول اکرم'],
  'Martyrdom of Imam Reza': ['День мученичества имама Резы', 'شهادت امام رضا'],
  'Martyrdom of Imam Hassan': ['День мученичества имама Хасана', 'شهادت امام حسن عسکری'],
  'Martyrdom of Imam Ali': ['День мученичества имама Али', 'شهادت امام علی'],
  'Martyrdom of Imam Jafar': ['День мученичества имама Джафара', 'شهادت امام جعفر صادق'],
  'Martyrdom of Fatima-Zahara': ['День мученичества Фатимы Захры', 'شهادت حضرت فاطمه زهرا'],
  'Birthday of Muhammad Prophet': ['День рождения Пророка Мухаммада', 'ولادت حضرت رسول اکرم'],
  'Birthday of Muhammad (Mawlid)': ['Мавлид', 'میلاد پیامبر'],
  'Birthday of Imam Ali': ['День рождения имама Али', 'ولادت امام علی'],
  'Birthday of Imam Mahdi': ['День рождения имама Махди', 'ولادت حضرت قائم'],
  'Mabaas of Muhammad': ['Мабас, начало пророчества', 'مبعث'],
  "Laylat al-Mi'raj": ['Ми’радж', 'معراج'],
  'First day of Ramadan': ['Первый день Рамадана', 'نخستین روز رمضان'],
  'Islamic New Year': ['Исламский Новый год', 'سال نو هجری'],
};

/** The calendar marks a day off in place of a weekend's this way. */
const moved = ' (substitute day)';
const movedWords: Readonly<Record<Language, string>> = {
  en: ' (day off in lieu)',
  ru: ' (перенос выходного)',
  fa: ' (تعطیلی جایگزین)',
};

interface NamedHoliday {
  /** As the calendar says it in the language, or in English where it does not know it. */
  readonly name: string;
  readonly english: string;
  readonly language: Language;
}

/**
 * A holiday's name. The calendar's Persian is written in presentation forms (U+FE70…) in places: letters that no search finds and that
 * many fonts lack; NFKC makes ordinary letters of them.
 */
export function holidayName({ name, english, language }: NamedHoliday): string {
  const isMoved = english.endsWith(moved);
  const pair = names[isMoved ? english.slice(0, -moved.length) : english];
  const own = name === english ? ownName(pair, language) : undefined;
  const told = own === undefined ? name.replace(moved, '') : own;
  const isMarked = isMoved && (own !== undefined || name.endsWith(moved));
  return `${told.normalize('NFKC').replace(/\s+/g, ' ').trim()}${isMarked ? movedWords[language] : ''}`;
}

function ownName(pair: Pair | undefined, language: Language): string | undefined {
  if (pair === undefined || language === 'en') return undefined;
  return language === 'ru' ? pair[0] : pair[1];
}
