import type { Translation } from '../language/translation.ts';
import type { frameMessages as english } from './frameMessages.ts';

export const frameMessages: Translation<typeof english> = {
  product: 'Lintel',
  loading: 'Загрузка…',
  retry: 'Повторить',
  close: 'Закрыть',
  notFound: {
    title: 'Такой страницы нет',
    text: 'Возможно, в адресе опечатка или страница переехала.',
    back: 'К сегодняшним показателям',
  },
  noStore: {
    title: 'Магазинов пока нет',
    owner: 'Настройте первый магазин, и здесь появятся его показатели.',
    others: 'Вам пока не открыт ни один магазин. Попросите владельца дать доступ.',
    setUp: 'Настроить магазин',
  },
  unknownStore: (asked, shown) => `Магазина «${asked}» здесь нет, или он вам не открыт. Показан магазин «${shown}».`,
  live: { live: 'Обновляется', connecting: 'Соединяемся…' },
  forbidden: {
    title: 'Раздел для других ролей',
    text: 'Ваша роль этого не показывает. Если нужно, попросите владельца.',
  },
  title: (page) => `${page} · Lintel`,

  nav: {
    label: 'Страницы',
    figures: 'Показатели',
    house: 'Управление',
    parts: (page) => `Разделы страницы «${page}»`,
    search: 'Поиск…',
    chosen: 'Что показано',
    more: 'Ещё',
    skip: 'Сразу к показателям',
    account: (name) => `Учётная запись: ${name}`,
    signOut: 'Выйти',
    open: 'Поиск и команды',
  },

  store: {
    label: 'Магазин',
    choose: (store) => `Магазин: ${store}. Выбрать другой`,
    search: 'Найти магазин',
    none: 'Магазина с таким названием нет.',
    found: (count) => `Найдено магазинов: ${count}`,
  },

  period: {
    label: 'Период',
    choose: (period) => `Период: ${period}. Выбрать другой`,
    names: { day: 'День', week: '7 дней', month: '28 дней', quarter: '13 недель', year: '52 недели' },
    presets: {
      today: 'Сегодня',
      yesterday: 'Вчера',
      week: 'Последние 7 дней',
      month: 'Последние 28 дней',
      quarter: 'Последние 13 недель',
      year: 'Последние 52 недели',
    },
    previous: 'Раньше',
    next: 'Позже',
    today: 'Сегодня',
    calendar: 'Выбрать даты в календаре',
    day: 'Выбрать день в календаре',
    previousMonth: 'Предыдущий месяц',
    nextMonth: 'Следующий месяц',
    hint: 'Первый и последний день.',
    apply: 'Показать',
    compare: 'Сравнить',
    comparisons: {
      none: 'ни с чем',
      previous: 'с предыдущим периодом',
      year: 'с прошлым годом',
      usual: 'с обычным',
    },
  },

  theme: { label: 'Тема', system: 'Как в системе', light: 'Светлая', dark: 'Тёмная' },
  language: 'Язык',

  palette: {
    title: 'Поиск и команды',
    search: 'Страница, магазин, показатель или команда…',
    none: 'Ничего похожего. Попробуйте другое слово.',
    groups: { page: 'Страницы', store: 'Магазины', metric: 'Показатели в динамике', command: 'Команды' },
    current: 'выбрано',
    toTheme: (theme) => `Тема: ${theme}`,
    toLanguage: (language) => `Язык: ${language}`,
    signOut: 'Выйти',
    print: 'Напечатать эту страницу',
    keys: 'Клавиши',
    install: 'Установить как приложение',
  },

  keys: {
    title: 'Клавиши',
    single: 'Слушать одиночные клавиши везде, где не заполняется поле',
    go: (page) => `Перейти на страницу «${page}»`,
    open: 'Поиск и команды',
    filter: 'К фильтру страницы',
    previous: 'Предыдущий период',
    next: 'Следующий период',
    help: 'Эта подсказка',
    thenKey: 'затем',
    escape: 'Закрыть открытое',
  },

  offline: {
    shown: (when) => `Нет связи. Это показатели на ${when}.`,
    nothing: 'Нет связи. То, что вы открываете, на этом устройстве не сохранено.',
    back: 'Связь восстановлена. Показатели обновляются.',
  },

  install: {
    title: 'Держите Lintel под рукой',
    text: 'Открывается как приложение, даже без сети: с последними показателями.',
    yes: 'Установить',
    no: 'Не сейчас',
    apple: 'Нажмите в браузере «Поделиться», затем «На экран „Домой“».',
  },

  print: {
    store: (store) => `Магазин: ${store}`,
    period: (period) => `Период: ${period}`,
    printed: (when) => `Напечатано ${when}`,
  },
};
