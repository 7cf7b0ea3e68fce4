/** Why a security cannot be called in, or what is said of a demand is not taken (art. 144.6 to 149). */
import { art, defineReasons, design } from '@shekara/kernel';

export const demandReasons = defineReasons({
  COVER_NOT_HELD: {
    article: { CODE_2010: art(143, 6) },
    text: {
      en: 'The security holds nothing for this obligation.',
      ru: 'Обеспечение ничего не резервирует под это обязательство.',
      kk: 'Қамтамасыз ету бұл міндеттеме үшін ештеңе резервтемейді.',
    },
    cure: {
      en: 'Name a reservation of the security that was not given back.',
      ru: 'Укажите невозвращённый резерв этого обеспечения.',
      kk: 'Осы қамтамасыз етудің қайтарылмаған резервін көрсетіңіз.',
    },
  },
  COVER_ALREADY_CALLED: {
    article: { CODE_2010: design('R-GUA-182') },
    text: {
      en: 'The security is called in for this obligation already.',
      ru: 'Обеспечение по этому обязательству уже востребовано.',
      kk: 'Бұл міндеттеме бойынша қамтамасыз ету талап етіліп қойған.',
    },
    cure: {
      en: 'Go on with the demand that there is.',
      ru: 'Продолжайте работу с имеющимся требованием.',
      kk: 'Бар талаппен жұмысты жалғастырыңыз.',
    },
  },
  DEFAULT_NOT_YET: {
    article: { CODE_2010: art(157, 1) },
    text: {
      en: 'The due day of the obligation has not passed.',
      ru: 'Срок исполнения обязательства ещё не истёк.',
      kk: 'Міндеттемені орындау мерзімі әлі өтпеген.',
    },
    cure: {
      en: 'Wait until the day after the due day.',
      ru: 'Дождитесь дня, следующего за сроком.',
      kk: 'Мерзімнен кейінгі күнді күтіңіз.',
    },
  },
  DEMAND_STATE_UNFIT: {
    article: { CODE_2010: design('state table "Demand to bank, surety or insurer"') },
    text: {
      en: 'The demand does not stand where this is possible.',
      ru: 'В текущем состоянии требования это невозможно.',
      kk: 'Талаптың қазіргі күйінде бұл мүмкін емес.',
    },
    cure: { en: 'Read the demand.', ru: 'Проверьте требование.', kk: 'Талапты тексеріңіз.' },
  },
  DEMAND_PATH_UNFIT: {
    article: { CODE_2010: art(144, 1) },
    text: {
      en: 'A security of this method is not called in that way.',
      ru: 'Обеспечение этого вида так не взыскивается.',
      kk: 'Бұл тәсілдегі қамтамасыз ету олай өндірілмейді.',
    },
    cure: {
      en: 'Transfer a deposit; send a demand to a guarantor.',
      ru: 'Депозит перечисляйте; гаранту направляйте требование.',
      kk: 'Депозитті аударыңыз; кепілгерге талап жіберіңіз.',
    },
  },
  LATE_REASON_MISSING: {
    article: { CODE_2010: art(146, 4) },
    text: {
      en: 'The days to send the demand have passed, and no reason is given.',
      ru: 'Срок направления требования истёк, причина не указана.',
      kk: 'Талапты жіберу мерзімі өтіп кетті, себебі көрсетілмеген.',
    },
    cure: {
      en: 'Say why it is late; it is still to be sent.',
      ru: 'Укажите причину опоздания; требование всё равно направляется.',
      kk: 'Кешігу себебін көрсетіңіз; талап бәрібір жіберіледі.',
    },
  },
  NOTHING_TO_CALL: {
    article: { CODE_2010: art(144, 6) },
    text: {
      en: 'Other demands ask for the whole debt, or nothing of the security is left.',
      ru: 'Весь долг уже востребован другими требованиями либо обеспечение исчерпано.',
      kk: 'Бүкіл қарыз басқа талаптармен сұралған немесе қамтамасыз ету таусылған.',
    },
    cure: { en: 'Cancel this one.', ru: 'Отмените это требование.', kk: 'Бұл талапты тоқтатыңыз.' },
  },
  DEPOSIT_TRANSFER_EARLY: {
    article: { CODE_2010: art(145, 3) },
    text: {
      en: 'The 15 calendar days of the payer have not passed.',
      ru: 'Не истекли 15 календарных дней плательщика.',
      kk: 'Төлеушінің 15 күнтізбелік күні өтпеген.',
    },
    cure: {
      en: 'Transfer the deposit after the day named.',
      ru: 'Перечислите депозит после указанного дня.',
      kk: 'Депозитті көрсетілген күннен кейін аударыңыз.',
    },
  },
  DEMAND_DATES_CONTRADICT: {
    article: { CODE_2010: design('dates of a demand') },
    text: {
      en: 'The day lies before what it follows, or in the future.',
      ru: 'Дата предшествует событию, за которым следует, или относится к будущему.',
      kk: 'Күн өзінен бұрынғы оқиғадан ерте немесе болашақта.',
    },
    cure: { en: 'Correct the day.', ru: 'Исправьте дату.', kk: 'Күнді түзетіңіз.' },
  },
  PAYMENT_TERM_RUNS: {
    article: { CODE_2010: art(146, 5) },
    text: {
      en: 'The addressee still has days to pay all of it.',
      ru: 'Срок полной оплаты требования ещё не истёк.',
      kk: 'Талапты толық төлеу мерзімі әлі өтпеген.',
    },
    cure: {
      en: 'Record the shortfall after the last day to pay.',
      ru: 'Запишите недостачу после последнего дня оплаты.',
      kk: 'Жетіспеушілікті соңғы төлем күнінен кейін жазыңыз.',
    },
  },
  RECOVERED_ABOVE_OWED: {
    article: { CODE_2010: art(157, 3) },
    text: {
      en: 'More is stated than is owed, or than the instrument carries.',
      ru: 'Указано больше, чем причитается или чем покрывает обеспечение.',
      kk: 'Тиесілі сомадан немесе қамтамасыз ету сомасынан артық көрсетілген.',
    },
    cure: {
      en: 'State what of the money pays this demand.',
      ru: 'Укажите часть денег, оплачивающую это требование.',
      kk: 'Ақшаның осы талапты төлейтін бөлігін көрсетіңіз.',
    },
  },
});
