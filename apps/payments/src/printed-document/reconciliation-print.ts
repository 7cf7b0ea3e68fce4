/** A reconciliation act as both sides keep it: both figures of each account, the difference, the objections (art. 141.8). */
import { Money, type Sentence } from '@shekara/kernel';
import type { Part, PrintedDocument } from '@shekara/printing';
import type { Objection } from '../certificates/reconciliation.js';
import type { PaymentKind } from '../payment-kind.js';
import { PAYMENT_NAMES } from './payment-names.js';
import { factsPart, framed, type Printing } from './printed-content.js';
import { type Language, shownDate, shownSum, speaking } from './print-words.js';

export interface ActToPrint {
  readonly number: string;
  readonly customsBody: string;
  readonly payer: string;
  readonly payerName: string;
  readonly asOn: string;
  readonly issuedOn: string;
  /** Sums are tenge as text. */
  readonly accounts: readonly {
    readonly customsBody: string;
    readonly kind: PaymentKind;
    readonly byCustoms: string;
    readonly balance: string;
    readonly difference: string;
  }[];
  readonly advances: readonly { readonly customsBody: string; readonly amount: string }[];
  readonly objections: readonly Objection[];
  readonly payerSignature: string;
  readonly customsSignature: string;
}

const TITLE: Sentence = {
  kk: 'Өзара есеп айырысуды салыстыру актісі',
  ru: 'Акт сверки взаимных расчётов',
  en: 'Act of reconciliation of accounts',
};

function accountsPart({ accounts }: ActToPrint, language: Language): Part {
  const say = speaking(language);
  const sums = accounts.map(({ byCustoms, balance, difference }) => [byCustoms, balance, difference]);
  const totals = [0, 1, 2].map((column) => Money.sum(sums.map((row) => Money.ofTenge(row[column] ?? '0'))));
  const shown = (tenge: string) => shownSum(Money.ofTenge(tenge), language);
  return {
    is: 'TABLE',
    columns: [
      { title: say('body'), align: 'left', share: 0.6 },
      { title: say('kind'), align: 'left', share: 1.6 },
      { title: say('byCustoms'), align: 'right', share: 1.5 },
      { title: say('byPayer'), align: 'right', share: 1.5 },
      { title: say('difference'), align: 'right', share: 1.5 },
    ],
    rows: accounts.map(({ customsBody, kind, byCustoms, balance, difference }) => [
      customsBody,
      PAYMENT_NAMES[kind][language],
      ...[byCustoms, balance, difference].map(shown),
    ]),
    total: [say('total'), '', ...totals.map((total) => shownSum(total, language))],
  };
}

function advancesPart({ advances }: ActToPrint, language: Language): readonly Part[] {
  const say = speaking(language);
  if (advances.length === 0) return [];
  return [
    { is: 'HEADING', text: say('advances') },
    {
      is: 'TABLE',
      columns: [
        { title: say('customsBody'), align: 'left' },
        { title: say('amount'), align: 'right' },
      ],
      rows: advances.map(({ customsBody, amount }) => [
        customsBody,
        shownSum(Money.ofTenge(amount), language),
      ]),
    },
  ];
}

function objectionsPart({ objections }: ActToPrint, language: Language): readonly Part[] {
  const say = speaking(language);
  const none: Part = { is: 'PARAGRAPH', text: say('none') };
  return [
    { is: 'HEADING', text: say('objections') },
    ...(objections.length === 0
      ? [none]
      : objections.map(({ customsBody, kind, text }): Part => {
          return { is: 'PARAGRAPH', text: `${customsBody}, ${PAYMENT_NAMES[kind][language]}: ${text}` };
        })),
  ];
}

/** Both originals are this one document: it says so and carries both signatures. */
export function printReconciliationAct(act: ActToPrint, printing: Printing): PrintedDocument {
  const { language, bodyName } = printing;
  const say = speaking(language);
  return framed(printing, {
    customsBody: act.customsBody,
    number: act.number,
    title: TITLE[language],
    parts: [
      factsPart(language, [
        ['date', shownDate(act.issuedOn)],
        ['asOn', shownDate(act.asOn)],
        ['payer', act.payerName],
        ['payerNumber', act.payer],
        ['customsBody', bodyName(act.customsBody)],
      ]),
      { is: 'HEADING', text: say('accounts') },
      { is: 'PARAGRAPH', text: say('figuresMeaning'), small: true },
      accountsPart(act, language),
      ...advancesPart(act, language),
      ...objectionsPart(act, language),
      { is: 'PARAGRAPH', text: say('twoOriginals'), small: true },
      {
        is: 'SIGNATURES',
        signatures: [
          { who: say('payer'), signature: act.payerSignature },
          { who: say('official'), signature: act.customsSignature },
        ],
      },
    ],
  });
}
