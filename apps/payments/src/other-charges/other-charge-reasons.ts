/** Why a charge of an escort or of a preliminary decision is not set, or not paid (art. 116, 118, 120.3, 120.4). */
import { art, defineReasons } from '@shekara/kernel';

export const otherChargeReasons = defineReasons({
  CHARGE_SET_WITH_DECLARATION: {
    article: { CODE_2010: art(120, 2) },
    text: {
      en: 'The charge of a declaration is calculated with the declaration.',
      ru: 'Сбор за таможенное декларирование исчисляется при подаче декларации.',
      kk: 'Кедендік декларациялау үшін алым декларация берілген кезде есептеледі.',
    },
    cure: {
      en: 'Set the charge of an escort or of a preliminary decision.',
      ru: 'Начислите сбор за сопровождение или за предварительное решение.',
      kk: 'Алып жүру немесе алдын ала шешім үшін алымды есептеңіз.',
    },
  },
  CHARGE_SET_BEFORE: {
    article: { CODE_2010: art(141, 5) },
    text: {
      en: 'The charge of this decision is set already.',
      ru: 'Сбор по этому решению уже начислен.',
      kk: 'Бұл шешім бойынша алым есептеліп қойған.',
    },
    cure: {
      en: 'Read the charge, or name another decision.',
      ru: 'Откройте начисленный сбор или укажите другое решение.',
      kk: 'Есептелген алымды ашыңыз немесе басқа шешімді көрсетіңіз.',
    },
  },
  CHARGE_DECISION_IN_FUTURE: {
    article: { CODE_2010: art(141, 5) },
    text: {
      en: 'The day of the decision has not come.',
      ru: 'День принятия решения ещё не наступил.',
      kk: 'Шешім қабылданатын күн әлі келген жоқ.',
    },
    cure: {
      en: 'State the day on which the decision was made.',
      ru: 'Укажите день, в который принято решение.',
      kk: 'Шешім қабылданған күнді көрсетіңіз.',
    },
  },
  ESCORT_DAY_UNFIT: {
    article: { CODE_2010: art(120, 3) },
    text: {
      en: 'An escort has a first day, and it is not before its decision; a preliminary decision has none.',
      ru: 'У сопровождения есть первый день, и он не раньше решения; у предварительного решения его нет.',
      kk: 'Алып жүрудің бірінші күні болады және ол шешімнен ерте емес; алдын ала шешімде ондай күн жоқ.',
    },
    cure: {
      en: 'State the first day of the escort.',
      ru: 'Укажите первый день сопровождения.',
      kk: 'Алып жүрудің бірінші күнін көрсетіңіз.',
    },
  },
  ESCORTED_VEHICLES_UNFIT: {
    article: { CODE_2010: art(118) },
    text: {
      en: 'An escort has vehicles, each named once; a preliminary decision has one payer and no vehicle.',
      ru: 'В сопровождении участвуют транспортные средства, каждое названо один раз; у предварительного решения один плательщик и нет транспортных средств.',
      kk: 'Алып жүруде әрқайсысы бір рет аталған көлік құралдары болады; алдын ала шешімде бір төлеуші болады, көлік құралы болмайды.',
    },
    cure: {
      en: 'Name each vehicle with its payer once.',
      ru: 'Назовите каждое транспортное средство с его плательщиком один раз.',
      kk: 'Әр көлік құралын төлеушісімен бір рет атаңыз.',
    },
  },
  PAYER_OWES_NO_PART: {
    article: { CODE_2010: art(118) },
    text: {
      en: 'This person owes no part of the charge, or has paid it.',
      ru: 'Это лицо не должно части сбора либо уже уплатило её.',
      kk: 'Бұл тұлға алымның бөлігін төлеуге тиіс емес не оны төлеп қойған.',
    },
    cure: {
      en: 'Read the charge: it names who owes what.',
      ru: 'Откройте начисленный сбор: в нём указано, кто и сколько должен.',
      kk: 'Есептелген алымды ашыңыз: онда кім қанша төлейтіні көрсетілген.',
    },
  },
  NOT_A_PRELIMINARY_DECISION: {
    article: { CODE_2010: art(120, 4) },
    text: {
      en: 'Only a preliminary decision is handed over, and once.',
      ru: 'Выдаётся только предварительное решение, и один раз.',
      kk: 'Тек алдын ала шешім ғана бір рет беріледі.',
    },
    cure: {
      en: 'Read the charge: its kind and state say what may be done.',
      ru: 'Откройте начисленный сбор: его вид и состояние показывают, что можно сделать.',
      kk: 'Есептелген алымды ашыңыз: түрі мен күйі не істеуге болатынын көрсетеді.',
    },
  },
});
