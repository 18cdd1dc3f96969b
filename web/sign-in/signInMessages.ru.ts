import type { Translation } from '../language/translation.ts';
import type { signInMessages as english } from './signInMessages.ts';

export const signInMessages: Translation<typeof english> = {
  title: 'Вход',
  lead: 'Сколько людей прошло мимо, вошло и купило.',
  email: 'Электронная почта',
  password: 'Пароль',
  submit: 'Войти',
  busy: 'Входим…',
  wrong: 'Такой пары почты и пароля нет.',
  demoTitle: 'Это демонстрация',
  demoText: 'Магазины, счётчики и кассы здесь вымышленные. Смотрите сколько угодно.',
  demoButton: 'Войти в демо',
  setup: 'Этот Lintel ещё никто не настроил. Откройте ссылку, которая была напечатана при его запуске.',
  forgotten: 'Забыли пароль? Попросите у владельца ссылку, по которой можно задать новый.',
};
