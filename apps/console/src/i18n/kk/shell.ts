import type { shell as en } from '../en/shell.js';
import type { Words } from '../words.js';

export const shell: Words<typeof en> = {
  appName: 'Shekara',
  appTagline: 'Кеден консолі',
  skipToContent: 'Мазмұнға өту',
  navigation: 'Негізгі навигация',
  language: 'Тіл',
  navWork: 'Жұмыс кезегі',
  navCases: 'Іс барысы',
  navDeclarations: 'Декларациялар',
  navAccount: 'Дербес шот',
  navNotifications: 'Хабарламалар',
  loading: 'Жүктелуде…',
  readAt: 'Алматы уақытымен {time}',
  loadMore: 'Тағы көрсету',
  showing: 'Көрсетілгені: {count}',
  notFoundPage: 'Мұндай бет жоқ',
  backToWork: 'Жұмыс кезегіне оралу',
  pageFailed: 'Бетте қате болды. Ештеңе жіберілген жоқ.',
  reload: 'Қайта жүктеу',
  navCalculation: 'Төлемдерді есептеу',
};
