import type { signIn as en } from '../en/sign-in.js';
import type { Words } from '../words.js';

export const signIn: Words<typeof en> = {
  signIn: 'Вход',
  signInIntro: 'Используйте токен доступа, выданный вашим поставщиком удостоверений.',
  signInToken: 'Токен доступа',
  signInTokenHint: 'Хранится только в этой вкладке браузера и удаляется при её закрытии.',
  signInTokenUnreadable: 'Это не токен доступа: вставьте текст целиком, три части через точки.',
  signInDevelopment: 'Пользователи для разработки',
  signInDevelopmentHint: 'Известны всем; в промышленной среде не предлагаются.',
  signInAs: 'Войти как {name}',
  signInEnded: 'Сеанс завершён. Войдите снова, чтобы продолжить.',
  signOut: 'Выйти',
  signedInAs: 'Вы вошли как',
  organisation: 'БИН или ИИН',
  posts: 'Таможенные органы',
};
