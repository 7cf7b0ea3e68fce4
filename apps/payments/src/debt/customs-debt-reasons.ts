/** Why customs does not enter a debt on an account, or a payment of it is not taken. */
import { art, defineReasons } from '@shekara/kernel';

export const customsDebtReasons = defineReasons({
  DEBT_DUE_DAY_UNKNOWN: {
    article: { CODE_2010: art(131) },
    text: {
      en: 'The days named do not say when the sum fell due.',
      ru: 'Указанные даты не позволяют определить срок уплаты.',
      kk: 'Көрсетілген күндер бойынша төлеу мерзімін анықтау мүмкін емес.',
    },
    cure: {
      en: 'Name one of the days listed in waitsFor, and the cause where the due day depends on it.',
      ru: 'Укажите одну из дат, перечисленных в waitsFor, и причину, если от неё зависит срок.',
      kk: 'waitsFor тізіміндегі күндердің бірін және мерзім соған тәуелді болса, себебін көрсетіңіз.',
    },
  },
  DEBT_BY_TREATY_RULES: {
    article: { CODE_2010: art(129, 4) },
    text: {
      en: 'This obligation follows treaty rules; no due day is guessed.',
      ru: 'Обязанность регулируется международным договором; срок уплаты не исчисляется.',
      kk: 'Бұл міндет халықаралық шартпен реттеледі; төлеу мерзімі есептелмейді.',
    },
    cure: {
      en: 'Apply the treaty; enter the debt by its rules once they are loaded.',
      ru: 'Применяйте международный договор; внесите задолженность после загрузки его правил.',
      kk: 'Халықаралық шартты қолданыңыз; ережелері жүктелгеннен кейін берешекті енгізіңіз.',
    },
  },
  DEBT_AT_OTHER_BODY: {
    article: { CODE_2010: art(138, 1) },
    text: {
      en: 'Payments of this obligation go to another customs body or state.',
      ru: 'Платежи по этой обязанности вносятся в другой таможенный орган или другое государство.',
      kk: 'Бұл міндет бойынша төлемдер басқа кеден органына немесе басқа мемлекетке төленеді.',
    },
    cure: {
      en: 'Hand the case to the body or state named.',
      ru: 'Передайте дело указанному органу или государству.',
      kk: 'Істі көрсетілген органға немесе мемлекетке беріңіз.',
    },
  },
  DEBT_ENTERED_BEFORE: {
    article: { CODE_2010: art(141, 5) },
    text: {
      en: 'The debt of this document and kind is on the account already.',
      ru: 'Задолженность по этому документу и виду платежа уже внесена на счёт.',
      kk: 'Бұл құжат пен төлем түрі бойынша берешек шотқа енгізіліп қойған.',
    },
    cure: {
      en: 'Lower the debt, or name another decision.',
      ru: 'Уменьшите задолженность или укажите другое решение.',
      kk: 'Берешекті азайтыңыз немесе басқа шешімді көрсетіңіз.',
    },
  },
  DEBT_NOT_ON_ACCOUNT: {
    article: { CODE_2010: art(141, 2) },
    text: {
      en: 'The account shows no such debt.',
      ru: 'На лицевом счёте нет такой задолженности.',
      kk: 'Жеке шотта мұндай берешек жоқ.',
    },
    cure: {
      en: 'Read the debts of the account and name one of them.',
      ru: 'Посмотрите задолженность на счёте и укажите одну из сумм.',
      kk: 'Шоттағы берешекті қарап, соның бірін көрсетіңіз.',
    },
  },
  DEBT_LOWERED_BELOW_ZERO: {
    article: { CODE_2010: art(141, 5) },
    text: {
      en: 'A debt cannot be lowered by more than its amount.',
      ru: 'Задолженность нельзя уменьшить больше, чем на её сумму.',
      kk: 'Берешекті оның сомасынан артық азайтуға болмайды.',
    },
    cure: {
      en: 'State at most the amount of the debt.',
      ru: 'Укажите не больше суммы задолженности.',
      kk: 'Берешек сомасынан аспайтын сома көрсетіңіз.',
    },
  },
  PAYER_ENTRY_NOT_REDUCED: {
    article: { CODE_2010: art(141, 4) },
    text: {
      en: 'This sum is what the payer declared: only a withdrawal, a re-import or a re-export of faulty goods reduces it.',
      ru: 'Эта сумма исчислена плательщиком по декларации: её уменьшают только отзыв, реимпорт или реэкспорт товаров с дефектами.',
      kk: 'Бұл соманы төлеуші декларация бойынша есептеген: оны тек кері қайтарып алу, кері импорт немесе ақаулы тауарлардың кері экспорты азайтады.',
    },
    cure: {
      en: 'Name the ground of the reduction, or amend the declaration.',
      ru: 'Укажите основание уменьшения или внесите изменения в декларацию.',
      kk: 'Азайту негізін көрсетіңіз немесе декларацияға өзгеріс енгізіңіз.',
    },
  },
  PAYMENT_ABOVE_WHAT_IS_OWED: {
    article: { CODE_2010: art(129, '2(1)') },
    text: {
      en: 'More is paid than is owed of this kind.',
      ru: 'Уплачивается больше, чем составляет задолженность этого вида.',
      kk: 'Осы түрдегі берешектен артық төленіп отыр.',
    },
    cure: {
      en: 'State at most what is owed.',
      ru: 'Укажите не больше суммы задолженности.',
      kk: 'Берешек сомасынан аспайтын сома көрсетіңіз.',
    },
  },
  ACCOUNT_MONEY_SHORT: {
    article: { CODE_2010: art(138, 4) },
    text: {
      en: 'The account has less confirmed money for this than is to be paid.',
      ru: 'На счёте меньше подтверждённых денег для этого платежа, чем требуется.',
      kk: 'Шотта бұл төлемге расталған ақша жеткіліксіз.',
    },
    cure: {
      en: 'Send money by the budget code of the kind or of its penalty interest, or as advance.',
      ru: 'Перечислите деньги по коду вида платежа, его пени или как аванс.',
      kk: 'Төлем түрінің, оның өсімпұлының коды бойынша немесе аванс ретінде ақша аударыңыз.',
    },
  },
});
