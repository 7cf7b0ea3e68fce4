import type { shell as en } from '../en/shell.js';
import type { Words } from '../words.js';

export const shell: Words<typeof en> = {
  appName: 'Shekara',
  appTagline: 'Таможенная консоль',
  skipToContent: 'Перейти к содержанию',
  navigation: 'Основная навигация',
  language: 'Язык',
  navWork: 'Очередь работ',
  navCases: 'Ход дела',
  navDeclarations: 'Декларации',
  navAccount: 'Лицевой счёт',
  navNotifications: 'Уведомления',
  loading: 'Загрузка…',
  readAt: 'На {time} по времени Алматы',
  loadMore: 'Показать ещё',
  showing: 'Показано: {count}',
  notFoundPage: 'Такой страницы нет',
  backToWork: 'Вернуться к очереди работ',
  pageFailed: 'На странице произошла ошибка. Ничего не отправлено.',
  reload: 'Загрузить заново',
  navCalculation: 'Расчёт платежей',
};
