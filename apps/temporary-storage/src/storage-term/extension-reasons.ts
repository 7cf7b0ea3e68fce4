/** Why an extension of the storage term is refused (list EXTENSION_REFUSAL, art. 268.2). */
import { art, defineReasons } from '@shekara/kernel';

export const extensionReasons = defineReasons({
  STORAGE_EXTENSION_BEYOND_MAXIMUM: {
    article: { CODE_2010: art(268, 2) },
    text: {
      en: 'The asked day is after the longest term of temporary storage.',
      ru: 'Запрошенная дата выходит за предельный срок временного хранения.',
      kk: 'Сұралған күн уақытша сақтаудың шекті мерзімінен асады.',
    },
    cure: {
      en: 'Ask for the last possible day, or agree to an extension up to it.',
      ru: 'Запросите предельную дату или согласитесь на продление до неё.',
      kk: 'Шекті күнді сұраңыз немесе соған дейін ұзартуға келісіңіз.',
    },
  },
  STORAGE_EXTENSION_NOT_WRITTEN: {
    article: { CODE_2010: art(268, 2) },
    text: {
      en: 'The request is not in writing.',
      ru: 'Обращение подано не в письменной форме.',
      kk: 'Өтініш жазбаша нысанда берілмеген.',
    },
    cure: {
      en: 'Lodge it on paper or as a signed electronic document.',
      ru: 'Подайте на бумаге или подписанным электронным документом.',
      kk: 'Қағазда немесе қол қойылған электрондық құжатпен беріңіз.',
    },
  },
  STORAGE_EXTENSION_NOT_ENTITLED: {
    article: { CODE_2010: art(268, 2) },
    text: {
      en: 'The requester has no authority over the goods and represents nobody who has.',
      ru: 'Заявитель не обладает полномочиями в отношении товаров и не является представителем.',
      kk: 'Өтініш берушінің тауарларға қатысты өкілеттігі жоқ және ол өкіл де емес.',
    },
    cure: {
      en: 'Name the contract or power of attorney that gives authority.',
      ru: 'Укажите договор или доверенность, дающие полномочия.',
      kk: 'Өкілеттік беретін шартты немесе сенімхатты көрсетіңіз.',
    },
  },
  STORAGE_EXTENSION_LATE: {
    article: { CODE_2010: art(268, 4) },
    text: {
      en: 'The request was lodged after the storage term was over.',
      ru: 'Обращение подано после окончания срока временного хранения.',
      kk: 'Өтініш уақытша сақтау мерзімі аяқталғаннан кейін берілген.',
    },
    cure: {
      en: 'Goods whose term is over are detained; ask the officer in charge.',
      ru: 'Товары с истёкшим сроком задерживаются; обратитесь к должностному лицу.',
      kk: 'Мерзімі өткен тауарлар ұсталады; лауазымды адамға жүгініңіз.',
    },
  },
  STORAGE_EXTENSION_NOT_LONGER: {
    article: { CODE_2010: art(268, 2) },
    text: {
      en: 'The day is not after the present end of the term.',
      ru: 'Дата не позже текущего окончания срока.',
      kk: 'Күн мерзімнің қазіргі аяқталу күнінен кейін емес.',
    },
    cure: { en: 'Name a later day.', ru: 'Укажите более позднюю дату.', kk: 'Кейінгі күнді көрсетіңіз.' },
  },
  STORAGE_EXTENSION_PENDING: {
    article: { CODE_2010: art(268, 2) },
    text: {
      en: 'An earlier request for this lot is not decided yet.',
      ru: 'По этой партии есть нерассмотренное обращение.',
      kk: 'Бұл партия бойынша қаралмаған өтініш бар.',
    },
    cure: {
      en: 'Wait for its decision.',
      ru: 'Дождитесь решения.',
      kk: 'Шешімін күтіңіз.',
    },
  },
  STORAGE_EXTENSION_DISCRETION: {
    article: { CODE_2010: art(268, 2) },
    text: {
      en: 'The customs body refuses the extension; its reason is given.',
      ru: 'Таможенный орган отказывает в продлении; причина указана.',
      kk: 'Кеден органы ұзартудан бас тартады; себебі көрсетілген.',
    },
    cure: {
      en: 'Declare the goods within the term.',
      ru: 'Декларируйте товары в пределах срока.',
      kk: 'Тауарларды мерзім ішінде декларациялаңыз.',
    },
  },
});
