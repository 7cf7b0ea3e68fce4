/** Documents with long names and many lines, to print in every language. */
import { PAYMENT_KINDS } from '../payment-kind.js';
import type { CertificateToPrint } from './certificate-print.js';
import type { NoticeToPrint } from './debt-notice-print.js';
import type { ActToPrint } from './reconciliation-print.js';
import type { VoucherToPrint } from './receipt-voucher-print.js';

export const LONG_NAME =
  '«Қазақстан-Өзбекстан халықаралық көлік-логистика және сауда үйі „Ұлы Жібек жолы – Шығыс қақпасы“» жауапкершілігі шектеулі серіктестігі';

export const NOTICE: NoticeToPrint = {
  number: '55302/100326/N000001',
  earlierNumber: '55302/010226/N000004',
  noticeType: 'REPLACEMENT',
  customsBody: '55302',
  payer: '980540000397',
  payerName: LONG_NAME,
  payerAddress: 'Алматы қаласы, Бостандық ауданы, Әл-Фараби даңғылы, 77/8, 12-қабат, 1204-кеңсе',
  sentOn: '2026-03-10',
  executionTerm: { length: 20, unit: 'CALENDAR_DAYS' },
  executeBy: '2026-03-30',
  debts: PAYMENT_KINDS.map((kind, index) => ({
    kind,
    principal: `${index + 1}234567.89`,
    penaltyInterest: `${index + 1}0987.65`,
  })),
  wording: {
    demand: 'Погасите задолженность в срок настоящего уведомления.',
    reasonCode: 'DEBT_ON_ACCOUNT',
    reasonText: 'Төлем мерзімінде төленбеді.',
    interestProcedure: Array.from(
      { length: 40 },
      (_, day) =>
        `IMPORT_VAT 2026-03-${String((day % 30) + 1).padStart(2, '0')}: 1000000.00 x 18 % x 1.25 / 365 x 1`,
    ).join('\n'),
    appealProcedure: 'Осы немесе жоғары тұрған органға 20 күнтізбелік күн ішінде.',
    amendmentNeeded: true,
    amendmentDemand: 'Внесите изменения в графу 47.',
    amendBy: '2026-03-30',
  },
};

export const NO_DEBT: CertificateToPrint = {
  number: '55302/100326/C000001',
  customsBody: '55302',
  payer: '980540000397',
  payerName: LONG_NAME,
  purpose: 'LIQUIDATION',
  kind: 'NO_DEBT',
  issuedOn: '2026-03-10',
  reconciliationAct: '55302/060326/R000001',
  debts: [],
  signed: { capacity: 'HEAD', signature: 'Ә. Омаров', seal: true },
};

export const DEBT_STATUS: CertificateToPrint = {
  ...NO_DEBT,
  number: '55302/100326/C000002',
  purpose: 'OTHER',
  kind: 'DEBT_STATUS',
  reconciliationAct: null,
  debts: [{ kind: 'IMPORT_VAT', principal: '1000000.00', penaltyInterest: '8767.12' }],
};

export const ACT: ActToPrint = {
  number: '55302/060326/R000001',
  customsBody: '55302',
  payer: '980540000397',
  payerName: LONG_NAME,
  asOn: '2026-03-06',
  issuedOn: '2026-03-10',
  accounts: ['55302', '55311', '55001', '55000', '55300', '55310'].flatMap((customsBody) =>
    PAYMENT_KINDS.map((kind) => ({
      customsBody,
      kind,
      byCustoms: '123456789012.34',
      balance: '-9876543.21',
      difference: '123466665555.55',
    })),
  ),
  advances: [{ customsBody: '55302', amount: '250000.00' }],
  objections: [{ customsBody: '55302', kind: 'IMPORT_VAT', text: 'Платёж от 2 марта не отражён.' }],
  payerSignature: 'Б. Ахметов',
  customsSignature: 'Ә. Омаров',
};

export const VOUCHER: VoucherToPrint = {
  number: '55302/100326/P000001',
  customsBody: '55302',
  payer: '870301300452',
  payerName: 'Өтегенова Әлия Ғабитқызы',
  payerAddress: 'Алматы қаласы, Абай даңғылы, 10, 25-пәтер',
  goods: {
    kind: 'PERSONAL',
    document: 'PTD-55302-7',
    items: [
      { description: 'Теледидар, диагоналі 75 дюйм', quantity: '1 дана' },
      { description: 'Кофе машинасы', quantity: '2 дана' },
    ],
    value: '1000000.00',
    declaredValue: null,
  },
  rate: { mode: 'AGGREGATE', dutyPercent: '20', vatPercent: '12', excise: '0' },
  paymentKind: 'AGGREGATE_PAYMENT',
  base: '1000000',
  amount: '344000.00',
  issuedOn: '2026-03-10',
  issuedBy: 'Ә. Омаров',
  paidOn: null,
};
