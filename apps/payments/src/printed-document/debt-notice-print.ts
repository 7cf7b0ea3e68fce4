/** A notice of repayment of debt as its payer receives it: the eleven parts of art. 159.4. */
import type { Span } from '@shekara/calendar';
import type { Sentence } from '@shekara/kernel';
import type { PrintedDocument } from '@shekara/printing';
import { withPaymentNames } from './payment-names.js';
import { type DebtToPrint, debtsPart, factsPart, framed, type Printing } from './printed-content.js';
import { type Language, shownDate, speaking } from './print-words.js';

export interface NoticeToPrint {
  readonly number: string;
  readonly earlierNumber?: string;
  readonly noticeType: 'INITIAL' | 'ADDITIONAL' | 'REPLACEMENT';
  readonly customsBody: string;
  readonly payer: string;
  readonly payerName: string;
  readonly payerAddress: string;
  readonly sentOn: string;
  readonly executionTerm: Span;
  readonly executeBy: string | null;
  readonly debts: readonly DebtToPrint[];
  readonly wording: {
    readonly demand: string;
    readonly reasonCode: string;
    readonly reasonText: string;
    readonly interestProcedure: string;
    readonly appealProcedure: string;
    readonly amendmentNeeded: boolean;
    readonly amendmentDemand?: string;
    readonly amendBy?: string;
  };
}

const TITLES: Readonly<Record<NoticeToPrint['noticeType'], Sentence>> = {
  INITIAL: {
    kk: 'Берешекті өтеу туралы хабарлама',
    ru: 'Уведомление о погашении задолженности',
    en: 'Notice of repayment of debt',
  },
  ADDITIONAL: {
    kk: 'Берешекті өтеу туралы қосымша хабарлама',
    ru: 'Дополнительное уведомление о погашении задолженности',
    en: 'Additional notice of repayment of debt',
  },
  REPLACEMENT: {
    kk: 'Берешекті өтеу туралы жаңа хабарлама',
    ru: 'Новое уведомление о погашении задолженности',
    en: 'New notice of repayment of debt',
  },
};

/** The term in words; it runs from the day after delivery (art. 160.2). */
function termText({ length, unit }: Span, language: Language): string {
  const working = unit === 'WORKING_DAYS';
  switch (language) {
    case 'kk':
      return `тапсырылған күннен кейінгі күннен бастап ${length} ${working ? 'жұмыс күні' : 'күнтізбелік күн'}`;
    case 'ru':
      return `${length} ${working ? 'рабочих' : 'календарных'} дней со дня, следующего за днём вручения`;
    case 'en':
      return `${length} ${working ? 'working' : 'calendar'} days from the day after delivery`;
  }
}

/** Every part that art. 159.4 names; what the officer wrote stays in the officer's words. */
export function printDebtNotice(notice: NoticeToPrint, printing: Printing): PrintedDocument {
  const { language, bodyName } = printing;
  const { wording } = notice;
  const say = speaking(language);
  return framed(printing, {
    customsBody: notice.customsBody,
    number: notice.number,
    title: TITLES[notice.noticeType][language],
    parts: [
      factsPart(language, [
        ['date', shownDate(notice.sentOn)],
        ['earlierNotice', notice.earlierNumber ?? ''],
        ['payer', notice.payerName],
        ['payerNumber', notice.payer],
        ['address', notice.payerAddress],
        ['customsBody', bodyName(notice.customsBody)],
        ['executionTerm', termText(notice.executionTerm, language)],
        ['executeBy', shownDate(notice.executeBy)],
      ]),
      { is: 'HEADING', text: say('debts') },
      debtsPart(language, notice.debts),
      { is: 'HEADING', text: say('demand') },
      { is: 'PARAGRAPH', text: wording.demand },
      { is: 'HEADING', text: say('reason') },
      { is: 'PARAGRAPH', text: `${wording.reasonText} (${wording.reasonCode})` },
      { is: 'HEADING', text: say('interestProcedure') },
      { is: 'PARAGRAPH', text: withPaymentNames(wording.interestProcedure, language), small: true },
      { is: 'HEADING', text: say('appealProcedure') },
      { is: 'PARAGRAPH', text: wording.appealProcedure },
      ...(wording.amendmentNeeded
        ? ([
            { is: 'HEADING', text: say('amendment') },
            { is: 'PARAGRAPH', text: wording.amendmentDemand ?? '' },
            factsPart(language, [['amendBy', shownDate(wording.amendBy ?? null)]]),
          ] as const)
        : []),
      { is: 'SIGNATURES', signatures: [{ who: say('official'), signature: '' }] },
    ],
  });
}
