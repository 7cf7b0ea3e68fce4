/** Why release, or registration, waits for money (art. 120.2, 138.9, 296.1(3), 302.1). One reason per kind. */
import { art, defineReasons } from '@shekara/kernel';

export const releaseCoverReasons = defineReasons({
  PAYMENT_SHORT: {
    article: { CODE_2010: art(296, '1(3)') },
    text: {
      en: 'A kind of payment is not fully paid, secured or deferred.',
      ru: 'Вид платежа не полностью уплачен, обеспечен или отсрочен.',
      kk: 'Төлем түрі толық төленбеген, қамтамасыз етілмеген немесе кейінге қалдырылмаған.',
    },
    cure: {
      en: 'Pay the missing sum to the budget code of this kind, or give a security for a duty or a tax.',
      ru: 'Уплатите недостающую сумму по коду бюджета этого вида либо обеспечьте уплату пошлины или налога.',
      kk: 'Жетіспейтін соманы осы түрдің бюджет коды бойынша төлеңіз не баж немесе салық төлеуді қамтамасыз етіңіз.',
    },
  },
  PAYMENT_NOT_CONFIRMED: {
    article: { CODE_2010: art(138, 9) },
    text: {
      en: 'The bank told of the money, but the Treasury has not confirmed it.',
      ru: 'Банк сообщил о платеже, но казначейство его ещё не подтвердило.',
      kk: 'Банк төлем туралы хабарлады, бірақ қазынашылық оны әлі растаған жоқ.',
    },
    cure: {
      en: 'Wait for the daily Treasury report, or pay at the terminal or cash desk at the customs body.',
      ru: 'Дождитесь ежедневного отчёта казначейства либо уплатите через терминал или кассу в таможенном органе.',
      kk: 'Қазынашылықтың күнделікті есебін күтіңіз немесе кеден органындағы терминал не касса арқылы төлеңіз.',
    },
  },
  CHARGE_UNPAID: {
    article: { CODE_2010: art(120, 2) },
    text: {
      en: 'The charge for customs declaration is not paid.',
      ru: 'Сбор за таможенное декларирование не уплачен.',
      kk: 'Кедендік декларациялау алымы төленбеген.',
    },
    cure: {
      en: 'Pay the charge before filing the declaration or together with it.',
      ru: 'Уплатите сбор до подачи декларации или одновременно с ней.',
      kk: 'Алымды декларация берілгенге дейін немесе онымен бірге төлеңіз.',
    },
  },
});
