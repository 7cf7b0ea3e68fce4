/** Titles of steps about money: bank orders, refunds, deferrals, certificates, deposits. */
import type { Titles } from './words.js';

export const MONEY_STEP_TITLES: Readonly<Record<string, Titles>> = {
  BankOrder: { ru: 'Банку направлено распоряжение', kk: 'Банкке өкім жіберілді' },
  BankOrderAcknowledged: { ru: 'Банк принял распоряжение', kk: 'Банк өкімді қабылдады' },
  BankOrderExecuted: { ru: 'Банк исполнил распоряжение', kk: 'Банк өкімді орындады' },
  BankOrderRefused: { ru: 'Банк отказал в исполнении', kk: 'Банк орындаудан бас тартты' },
  TreasuryDailyReport: { ru: 'Получен отчёт казначейства', kk: 'Қазынашылық есебі алынды' },
  CertificateIssued: { ru: 'Справка выдана', kk: 'Анықтама берілді' },
  CertificateRefused: { ru: 'В выдаче справки отказано', kk: 'Анықтама беруден бас тартылды' },
  ReconciliationActIssued: { ru: 'Акт сверки выдан', kk: 'Салыстыру актісі берілді' },
  DeferralRegistered: {
    ru: 'Заявление об отсрочке зарегистрировано',
    kk: 'Кейінге қалдыру туралы өтініш тіркелді',
  },
  DeferralGranted: {
    ru: 'Отсрочка или рассрочка предоставлена',
    kk: 'Кейінге қалдыру немесе бөліп төлеу берілді',
  },
  DeferralRefused: {
    ru: 'В отсрочке или рассрочке отказано',
    kk: 'Кейінге қалдырудан немесе бөліп төлеуден бас тартылды',
  },
  DeferralCancelled: {
    ru: 'Решение об отсрочке отменено',
    kk: 'Кейінге қалдыру туралы шешімнің күші жойылды',
  },
  DeferralEnded: { ru: 'Отсрочка завершена', kk: 'Кейінге қалдыру аяқталды' },
  DeferralBroken: { ru: 'Условия отсрочки нарушены', kk: 'Кейінге қалдыру шарттары бұзылды' },
  DeferralRestored: { ru: 'Отсрочка восстановлена', kk: 'Кейінге қалдыру қалпына келтірілді' },
  OverpaymentRegistered: {
    ru: 'Заявление об излишне уплаченных суммах зарегистрировано',
    kk: 'Артық төленген сомалар туралы өтініш тіркелді',
  },
  OverpaymentConfirmed: { ru: 'Излишняя уплата подтверждена', kk: 'Артық төлем расталды' },
  OverpaymentRefused: {
    ru: 'В подтверждении излишней уплаты отказано',
    kk: 'Артық төлемді растаудан бас тартылды',
  },
  OverpaymentConfirmationDelivered: {
    ru: 'Подтверждение вручено плательщику',
    kk: 'Растау төлеушіге тапсырылды',
  },
  OverpaymentConfirmationLapsed: { ru: 'Срок подтверждения истёк', kk: 'Растау мерзімі өтіп кетті' },
  OverpaymentSentToTaxAuthority: { ru: 'Направлено в налоговый орган', kk: 'Салық органына жіберілді' },
  OffsetOrdered: { ru: 'Назначен зачёт', kk: 'Есепке жатқызу тағайындалды' },
  RefundOrdered: { ru: 'Назначен возврат', kk: 'Қайтару тағайындалды' },
  OffsetExecuted: { ru: 'Зачёт произведён', kk: 'Есепке жатқызу жүргізілді' },
  RefundExecuted: { ru: 'Возврат произведён', kk: 'Қайтару жүргізілді' },
  RefundReturned: { ru: 'Возврат не исполнен и вернулся', kk: 'Қайтару орындалмай, кері келді' },
  GuaranteeMoneyReceived: { ru: 'Поступил денежный залог', kk: 'Ақша кепілі түсті' },
  GuaranteeMoneyReturnRequested: {
    ru: 'Запрошен возврат денежного залога',
    kk: 'Ақша кепілін қайтару сұралды',
  },
  GuaranteeMoneyReturned: { ru: 'Денежный залог возвращён', kk: 'Ақша кепілі қайтарылды' },
  GuaranteeMoneyApplied: { ru: 'Денежный залог использован', kk: 'Ақша кепілі пайдаланылды' },
  GuaranteeMoneyMovedToBudget: {
    ru: 'Денежный залог перечислен в бюджет',
    kk: 'Ақша кепілі бюджетке аударылды',
  },
};
