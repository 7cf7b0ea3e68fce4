/** Names of the kinds of payment, as printed documents say them. */
import type { Sentence } from '@shekara/kernel';
import { PAYMENT_KINDS, type PaymentKind } from '../payment-kind.js';

export const PAYMENT_NAMES: Readonly<Record<PaymentKind, Sentence>> = {
  IMPORT_DUTY: { kk: 'Әкелу кеден бажы', ru: 'Ввозная таможенная пошлина', en: 'Import customs duty' },
  EXPORT_DUTY: { kk: 'Әкету кеден бажы', ru: 'Вывозная таможенная пошлина', en: 'Export customs duty' },
  SPECIAL_DUTY: { kk: 'Арнайы баж', ru: 'Специальная пошлина', en: 'Special duty' },
  ANTI_DUMPING_DUTY: { kk: 'Демпингке қарсы баж', ru: 'Антидемпинговая пошлина', en: 'Anti-dumping duty' },
  COUNTERVAILING_DUTY: { kk: 'Өтемақы бажы', ru: 'Компенсационная пошлина', en: 'Countervailing duty' },
  IMPORT_EXCISE: { kk: 'Импортқа салынатын акциз', ru: 'Акциз на импорт', en: 'Excise on import' },
  IMPORT_VAT: { kk: 'Импортқа салынатын ҚҚС', ru: 'НДС на импорт', en: 'VAT on import' },
  CHARGE_DECLARATION: {
    kk: 'Кедендік декларациялау үшін алым',
    ru: 'Сбор за таможенное декларирование',
    en: 'Charge for customs declaring',
  },
  CHARGE_ESCORT: {
    kk: 'Кедендік алып жүру үшін алым',
    ru: 'Сбор за таможенное сопровождение',
    en: 'Charge for customs escort',
  },
  CHARGE_PRELIMINARY_DECISION: {
    kk: 'Алдын ала шешім үшін төлем',
    ru: 'Плата за предварительное решение',
    en: 'Charge for a preliminary decision',
  },
  AGGREGATE_PAYMENT: {
    kk: 'Жиынтық кедендік төлем',
    ru: 'Совокупный таможенный платёж',
    en: 'Aggregate customs payment',
  },
  UNIFORM_RATE_PAYMENT: {
    kk: 'Бірыңғай мөлшерлеме бойынша кедендік төлем',
    ru: 'Таможенный платёж по единой ставке',
    en: 'Customs payment at the uniform rate',
  },
};

/** A text of the machine with the codes of its kinds put into words. */
export function withPaymentNames(text: string, language: keyof Sentence): string {
  return PAYMENT_KINDS.reduce((said, kind) => said.replaceAll(kind, PAYMENT_NAMES[kind][language]), text);
}
