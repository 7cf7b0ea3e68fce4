/** Why a withdrawal is refused (list WITHDRAWAL_REFUSAL_REASON; art. 290), and why a request is not taken. */
import { art, defineReasons } from '@shekara/kernel';
import { AMENDMENT_REFUSAL } from '../amendment/amendment-reasons.js';
import { RELEASE_REFUSAL } from '../release/release-refusal.js';

const OWN_REFUSALS = defineReasons({
  RELEASE_DECIDED: {
    article: { CODE_2010: art(290, 1) },
    text: {
      en: 'The release of these foreign goods is already decided.',
      ru: 'По этим иностранным товарам решение о выпуске уже принято.',
      kk: 'Бұл шетелдік тауарлар бойынша шығару туралы шешім қабылданған.',
    },
    cure: {
      en: 'After release submit an adjustment; after a refusal file a new declaration.',
      ru: 'После выпуска подайте корректировку; после отказа подайте новую декларацию.',
      kk: 'Шығарғаннан кейін түзету беріңіз; бас тартудан кейін жаңа декларация беріңіз.',
    },
  },
  GOODS_DEPARTED: {
    article: { CODE_2010: art(290, 2) },
    text: {
      en: 'The goods have left the customs territory.',
      ru: 'Товары убыли с таможенной территории.',
      kk: 'Тауарлар кедендік аумақтан кетіп қалған.',
    },
    cure: {
      en: 'Declare them again when they come back.',
      ru: 'Задекларируйте товары при их возвращении.',
      kk: 'Тауарлар қайтып келгенде оларды декларациялаңыз.',
    },
  },
  LOCATION_NOT_GIVEN: {
    article: { CODE_2010: art(290, 2) },
    text: {
      en: 'The request does not say where the goods of the Union are.',
      ru: 'В обращении не указано место нахождения товаров Союза.',
      kk: 'Өтініште Одақ тауарларының орналасқан жері көрсетілмеген.',
    },
    cure: {
      en: 'Say where the goods are.',
      ru: 'Укажите место нахождения товаров.',
      kk: 'Тауарлардың орналасқан жерін көрсетіңіз.',
    },
  },
});

/** The list of the law; two of its codes belong to the lists of amendment and of release. */
export const WITHDRAWAL_REFUSAL = {
  ...OWN_REFUSALS,
  EXAMINATION_ANNOUNCED: AMENDMENT_REFUSAL.EXAMINATION_ANNOUNCED,
  VIOLATION_FOUND: RELEASE_REFUSAL.VIOLATION_FOUND,
} as const;

export type WithdrawalRefusalCode = keyof typeof WITHDRAWAL_REFUSAL;

export const WITHDRAWAL_COMMAND_REFUSALS = defineReasons({
  REQUEST_NOT_SIGNED: {
    article: { CODE_2010: art(290, 1) },
    text: {
      en: 'A withdrawal is asked for in writing or with an electronic signature.',
      ru: 'Обращение об отзыве подаётся письменно или с электронной подписью.',
      kk: 'Кері қайтару туралы өтініш жазбаша немесе электрондық қолтаңбамен беріледі.',
    },
    cure: {
      en: 'Sign the request.',
      ru: 'Подпишите обращение.',
      kk: 'Өтінішке қол қойыңыз.',
    },
  },
});
