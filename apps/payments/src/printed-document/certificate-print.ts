/** A certificate of no debt or of the state of debt as its payer receives it (art. 142). */
import type { Sentence } from '@shekara/kernel';
import type { Part, PrintedDocument } from '@shekara/printing';
import type { CertificateKind, CertificatePurpose, IssueCertificate } from '../certificates/certificate.js';
import { type DebtToPrint, debtsPart, factsPart, framed, type Printing } from './printed-content.js';
import { type Language, shownDate, speaking } from './print-words.js';

export interface CertificateToPrint {
  readonly number: string;
  readonly customsBody: string;
  readonly payer: string;
  readonly payerName: string;
  readonly purpose: CertificatePurpose;
  readonly kind: CertificateKind;
  readonly issuedOn: string;
  readonly reconciliationAct: string | null;
  readonly debts: readonly DebtToPrint[];
  readonly signed: IssueCertificate['signed'];
}

const TITLES: Readonly<Record<CertificateKind, Sentence>> = {
  NO_DEBT: {
    kk: 'Берешектің жоқтығы туралы анықтама',
    ru: 'Справка об отсутствии задолженности',
    en: 'Certificate of no debt',
  },
  DEBT_STATUS: {
    kk: 'Берешектің жай-күйі туралы анықтама',
    ru: 'Справка о состоянии задолженности',
    en: 'Certificate of the state of debt',
  },
};

const PURPOSES: Readonly<Record<CertificatePurpose, Sentence>> = {
  CLOSING_OF_ENTREPRENEUR: {
    kk: 'Жеке кәсіпкердің қызметін тоқтату',
    ru: 'Прекращение деятельности индивидуального предпринимателя',
    en: 'Closing of an individual entrepreneur',
  },
  LIQUIDATION: { kk: 'Тарату', ru: 'Ликвидация', en: 'Liquidation' },
  REORGANIZATION: { kk: 'Қайта ұйымдастыру', ru: 'Реорганизация', en: 'Reorganization' },
  OTHER: {
    kk: 'Талап етілген жерге ұсыну',
    ru: 'Для представления по месту требования',
    en: 'For whom it may concern',
  },
};

function noDebt(language: Language, on: string): string {
  const words: Sentence = {
    kk: `${on} жағдай бойынша төлеушінің Қазақстан Республикасының барлық кеден органдарында кедендік төлемдер, салықтар, арнайы, демпингке қарсы және өтемақы баждары, пайыздар мен өсімпұлдар бойынша берешегі жоқ.`,
    ru: `По состоянию на ${on} у плательщика во всех таможенных органах Республики Казахстан нет задолженности по таможенным платежам, налогам, специальным, антидемпинговым и компенсационным пошлинам, процентам и пеням.`,
    en: `As on ${on} the payer has no debt of customs payments, taxes, special, anti-dumping and countervailing duties, interest and penalty interest at any customs body of the Republic of Kazakhstan.`,
  };
  return words[language];
}

function debtIs(language: Language, on: string): string {
  const words: Sentence = {
    kk: `${on} жағдай бойынша төлеушінің Қазақстан Республикасының барлық кеден органдарындағы берешегі:`,
    ru: `По состоянию на ${on} задолженность плательщика во всех таможенных органах Республики Казахстан составляет:`,
    en: `As on ${on} the debt of the payer at all customs bodies of the Republic of Kazakhstan is:`,
  };
  return words[language];
}

/** Says no debt, or lists it by kind; signed by the head or acting head, with the seal (art. 142.2 to 142.4). */
export function printCertificate(certificate: CertificateToPrint, printing: Printing): PrintedDocument {
  const { language, bodyName } = printing;
  const say = speaking(language);
  const on = shownDate(certificate.issuedOn);
  const { debts, signed } = certificate;
  const statement: readonly Part[] =
    debts.length === 0
      ? [{ is: 'PARAGRAPH', text: noDebt(language, on) }]
      : [{ is: 'PARAGRAPH', text: debtIs(language, on) }, debtsPart(language, debts)];
  const who = say(signed.capacity === 'HEAD' ? 'head' : 'actingHead');
  return framed(printing, {
    customsBody: certificate.customsBody,
    number: certificate.number,
    title: TITLES[certificate.kind][language],
    parts: [
      factsPart(language, [
        ['date', on],
        ['payer', certificate.payerName],
        ['payerNumber', certificate.payer],
        ['customsBody', bodyName(certificate.customsBody)],
        ['purpose', PURPOSES[certificate.purpose][language]],
        ['reconciliationAct', certificate.reconciliationAct ?? ''],
      ]),
      ...statement,
      { is: 'SIGNATURES', signatures: [{ who, signature: `${signed.signature}    ${say('seal')}` }] },
    ],
  });
}
