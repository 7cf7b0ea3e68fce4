import type { signIn as en } from '../en/sign-in.js';
import type { Words } from '../words.js';

export const signIn: Words<typeof en> = {
  signIn: 'Кіру',
  signInIntro: 'Сәйкестендіру провайдері сізге берген қолжеткізу токенін пайдаланыңыз.',
  signInToken: 'Қолжеткізу токені',
  signInTokenHint: 'Тек осы браузер қойындысында сақталады, қойынды жабылғанда жойылады.',
  signInTokenUnreadable: 'Бұл қолжеткізу токені емес: нүктемен бөлінген үш бөлікті мәтінді толық қойыңыз.',
  signInDevelopment: 'Әзірлеуге арналған пайдаланушылар',
  signInDevelopmentHint: 'Барлығына белгілі; өндірістік ортада ұсынылмайды.',
  signInAs: '{name} ретінде кіру',
  signInEnded: 'Сеанс аяқталды. Жалғастыру үшін қайта кіріңіз.',
  signOut: 'Шығу',
  signedInAs: 'Сіз кірген аты',
  organisation: 'БСН немесе ЖСН',
  posts: 'Кеден органдары',
};
