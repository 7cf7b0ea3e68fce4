import { Money } from '@shekara/kernel';
import type { PrintedDocument } from '@shekara/printing';
import { printCertificate } from './certificate-print.js';
import { printDebtNotice } from './debt-notice-print.js';
import { shownDate, shownSum, WORDS } from './print-words.js';
import type { Printing } from './printed-content.js';
import { PAYMENT_NAMES } from './payment-names.js';
import { printReceiptVoucher } from './receipt-voucher-print.js';
import { printReconciliationAct } from './reconciliation-print.js';
import { ACT, DEBT_STATUS, LONG_NAME, NO_DEBT, NOTICE, VOUCHER } from './templates.fixture.js';

const LANGUAGES = ['kk', 'ru', 'en'] as const;
const printing = (language: Printing['language']): Printing => ({
  language,
  bodyName: (code) => `${code} Khorgos`,
  verification: { code: 'ABCD-EFGH-JKMN', scanned: 'ABCD-EFGH-JKMN' },
  printedAt: new Date('2026-03-10T05:00:00Z'),
});
/** Everything that the document says, as one text with ordinary blanks. */
const said = (document: PrintedDocument) => JSON.stringify(document).replaceAll('\u00A0', ' ');

describe('templates of printed documents', () => {
  it.each(LANGUAGES)('the notice says every part of art. 159.4 in %s', (language) => {
    const text = said(printDebtNotice(NOTICE, printing(language)));
    const { wording } = NOTICE;
    for (const part of [
      LONG_NAME,
      NOTICE.payer,
      NOTICE.payerAddress,
      '10.03.2026',
      '55302 Khorgos',
      wording.demand,
      wording.reasonText,
      wording.appealProcedure,
      wording.amendmentDemand ?? 'missing',
      NOTICE.earlierNumber ?? 'missing',
      '30.03.2026',
      '20 ',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain(language === 'en' ? '1,245,555.54' : '1 245 555,54');
    expect(text).toContain(language === 'en' ? '81,606,666.48' : '81 606 666,48');
    expect(text).not.toContain('IMPORT_VAT');
  });

  it.each(LANGUAGES)('a certificate of no debt says so, one of its state lists it, in %s', (language) => {
    const none = said(printCertificate(NO_DEBT, printing(language)));
    expect(none).toContain(NO_DEBT.reconciliationAct);
    expect(none).not.toContain('TABLE');
    const state = said(printCertificate(DEBT_STATUS, printing(language)));
    expect(state).toContain(language === 'en' ? '1,008,767.12' : '1 008 767,12');
    expect(state).toContain(WORDS.head[language]);
    const acting = { ...NO_DEBT, signed: { ...NO_DEBT.signed, capacity: 'ACTING_HEAD' as const } };
    expect(said(printCertificate(acting, printing(language)))).toContain(WORDS.actingHead[language]);
  });

  it.each(LANGUAGES)(
    'an act has both figures, the difference, the objections and both signatures in %s',
    (language) => {
      const text = said(printReconciliationAct(ACT, printing(language)));
      for (const part of [ACT.payerSignature, ACT.customsSignature, 'Платёж от 2 марта не отражён.']) {
        expect(text).toContain(part);
      }
      expect(text).toContain(language === 'en' ? '-9,876,543.21' : '-9 876 543,21');
      expect(text).toContain(language === 'en' ? '123,466,665,555.55' : '123 466 665 555,55');
      const agreed = said(printReconciliationAct({ ...ACT, objections: [] }, printing(language)));
      expect(agreed).toContain(WORDS.none[language]);
    },
  );

  it.each(LANGUAGES)(
    'a receipt voucher names person, goods, rates and one sum in %s (R-PAY-110)',
    (language) => {
      const text = said(printReceiptVoucher(VOUCHER, printing(language)));
      for (const part of [
        ...[VOUCHER.payerName, VOUCHER.payer, VOUCHER.payerAddress, VOUCHER.issuedBy, '10.03.2026'],
        ...['Теледидар, диагоналі 75 дюйм', 'PTD-55302-7', '20 %', '12 %'],
        PAYMENT_NAMES.AGGREGATE_PAYMENT[language],
        language === 'en' ? '344,000.00' : '344 000,00',
        language === 'en' ? '1,000,000.00' : '1 000 000,00',
      ]) {
        expect(text).toContain(part);
      }
      const uniform = {
        ...VOUCHER,
        rate: { mode: 'UNIFORM', percent: '30.5' },
        paidOn: '2026-03-11',
      } as const;
      const paid = said(printReceiptVoucher(uniform, printing(language)));
      expect(paid).toContain('11.03.2026');
      expect(paid).toContain(language === 'en' ? '30.5 %' : '30,5 %');
      expect(text).not.toContain('11.03.2026');
    },
  );

  it('write sums and dates as each language does', () => {
    expect(shownSum(Money.ofTenge('1008767.12'), 'kk')).toBe('1\u00A0008\u00A0767,12');
    expect(shownSum(Money.ofTenge('-999.5'), 'en')).toBe('-999.50');
    expect(shownSum(Money.ofTenge('-1000'), 'en')).toBe('-1,000.00');
    expect([shownDate('2026-03-10'), shownDate(null)]).toEqual(['10.03.2026', '']);
  });
});
