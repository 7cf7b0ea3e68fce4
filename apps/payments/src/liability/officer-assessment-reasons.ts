/** Why an officer's assessment, or a payment of what a security covers, is not taken. */
import { art, defineReasons } from '@shekara/kernel';

export const officerAssessmentReasons = defineReasons({
  LIABILITY_ASSESSED_ALREADY: {
    article: { CODE_2010: art(125, 2) },
    text: {
      en: 'The payments of this declaration are assessed, or the liability has ended.',
      ru: 'Платежи по этой декларации уже исчислены, или обязанность прекращена.',
      kk: 'Бұл декларация бойынша төлемдер есептеліп қойған немесе міндет тоқтатылған.',
    },
    cure: {
      en: 'A difference found later is entered as a debt of the account.',
      ru: 'Разницу, выявленную позже, внесите как задолженность на счёт.',
      kk: 'Кейін анықталған айырманы шотқа берешек ретінде енгізіңіз.',
    },
  },
  DECLARED_GOODS_UNKNOWN: {
    article: { CODE_2010: art(125, 2) },
    text: {
      en: 'The goods of this version of the declaration are not kept for calculation.',
      ru: 'Товары этой версии декларации для расчёта не сохранены.',
      kk: 'Декларацияның осы нұсқасының тауарлары есептеу үшін сақталмаған.',
    },
    cure: {
      en: 'State the lines of the assessment.',
      ru: 'Укажите строки расчёта.',
      kk: 'Есептің жолдарын көрсетіңіз.',
    },
  },
  ASSESSMENT_LINE_TWICE: {
    article: { CODE_2010: art(125, 2) },
    text: {
      en: 'An item and kind of payment is stated twice.',
      ru: 'Товар и вид платежа указаны дважды.',
      kk: 'Тауар мен төлем түрі екі рет көрсетілген.',
    },
    cure: {
      en: 'State one line for each item and kind.',
      ru: 'Укажите одну строку для каждого товара и вида платежа.',
      kk: 'Әр тауар мен төлем түріне бір жол көрсетіңіз.',
    },
  },
  ASSESSMENT_RATE_MISSING: {
    article: { CODE_2010: art(125, 4) },
    text: {
      en: 'A line names no rate.',
      ru: 'В строке не указана ставка.',
      kk: 'Жолда мөлшерлеме көрсетілмеген.',
    },
    cure: {
      en: 'State the percent, or the rate in words.',
      ru: 'Укажите процент или ставку словами.',
      kk: 'Пайызды немесе мөлшерлемені сөзбен көрсетіңіз.',
    },
  },
  ASSESSMENT_SUM_DIFFERS: {
    article: { CODE_2010: art(125, 4) },
    text: {
      en: 'The percent of the base gives another sum.',
      ru: 'Процент от основы даёт другую сумму.',
      kk: 'Базаның пайызы басқа сома береді.',
    },
    cure: {
      en: 'Correct the sum, or name the article of the relief that lowers it.',
      ru: 'Исправьте сумму или укажите статью льготы, которая её уменьшает.',
      kk: 'Соманы түзетіңіз немесе оны азайтатын жеңілдіктің бабын көрсетіңіз.',
    },
  },
  SECURED_DEBT_PAID_ABOVE: {
    article: { CODE_2010: art(129, '2(1)') },
    text: {
      en: 'The security covers less of this kind than is to be paid.',
      ru: 'Обеспечение покрывает по этому виду меньше, чем уплачивается.',
      kk: 'Қамтамасыз ету осы түр бойынша төленетін сомадан азын жабады.',
    },
    cure: {
      en: 'State at most what the security still covers.',
      ru: 'Укажите не больше суммы, ещё покрытой обеспечением.',
      kk: 'Қамтамасыз ету әлі жауып тұрған сомадан аспайтын сома көрсетіңіз.',
    },
  },
  SECURED_DEBT_MONEY_SHORT: {
    article: { CODE_2010: art(138, 4) },
    text: {
      en: 'The account has less confirmed money for this kind.',
      ru: 'На счёте меньше подтверждённых денег для этого вида платежа.',
      kk: 'Шотта бұл төлем түріне расталған ақша жеткіліксіз.',
    },
    cure: {
      en: 'Send money by the budget code of the kind, or as advance.',
      ru: 'Перечислите деньги по коду вида платежа или как аванс.',
      kk: 'Төлем түрінің коды бойынша немесе аванс ретінде ақша аударыңыз.',
    },
  },
  DEBT_NOT_LEFT_BY_RELEASE: {
    article: { CODE_2010: art(296, '1(3)') },
    text: {
      en: 'The goods are not released with payments uncovered.',
      ru: 'Товары не выпущены с неуплаченными платежами.',
      kk: 'Тауарлар төленбеген төлемдермен шығарылмаған.',
    },
    cure: {
      en: 'Wait for cover while the goods are not released.',
      ru: 'Пока товары не выпущены, ожидайте уплаты.',
      kk: 'Тауарлар шығарылмайынша төлемді күтіңіз.',
    },
  },
});
