/** What every template needs beside its document: language, names of bodies, code, moment; and the parts they share. */
import { Money } from '@shekara/kernel';
import type { Fact, Part, PrintedDocument, Verification } from '@shekara/printing';
import type { PaymentKind } from '../payment-kind.js';
import { PAYMENT_NAMES } from './payment-names.js';
import { type Language, PAGE_OF, shownSum, speaking, type Word } from './print-words.js';

export interface Printing {
  readonly language: Language;
  /** `55302 Khorgos checkpoint`, by the code of the body. */
  readonly bodyName: (code: string) => string;
  readonly verification: Omit<Verification, 'says'>;
  readonly printedAt: Date;
}

/** Sums are tenge as text. */
export interface DebtToPrint {
  readonly kind: PaymentKind;
  readonly principal: string;
  readonly penaltyInterest: string;
}

/** The frame of a document around its parts. */
export function framed(
  { language, bodyName, verification, printedAt }: Printing,
  document: Pick<PrintedDocument, 'title' | 'parts'> & {
    readonly customsBody: string;
    readonly number: string;
  },
): PrintedDocument {
  const { title, parts, customsBody, number } = document;
  return {
    language,
    issuer: bodyName(customsBody),
    title,
    subtitle: number,
    parts,
    verification: { ...verification, says: speaking(language)('verify') },
    printedAt,
    pageOf: PAGE_OF[language],
  };
}

/** Facts with their labels in the language; those that say nothing are left out. */
export function factsPart(language: Language, facts: readonly (readonly [Word, string])[]): Part {
  const say = speaking(language);
  return {
    is: 'FACTS',
    facts: facts.filter(([, value]) => value !== '').map(([label, value]): Fact => [say(label), value]),
  };
}

/** Debts by kind with their totals. */
export function debtsPart(language: Language, debts: readonly DebtToPrint[]): Part {
  const say = speaking(language);
  const rows = debts.map(({ kind, principal, penaltyInterest }) => ({
    name: PAYMENT_NAMES[kind][language],
    sums: [Money.ofTenge(principal), Money.ofTenge(penaltyInterest)],
  }));
  const cells = (sums: readonly Money[]) => [...sums, Money.sum(sums)].map((sum) => shownSum(sum, language));
  const totals = [0, 1].map((column) => Money.sum(rows.map(({ sums }) => sums[column] ?? Money.ZERO)));
  return {
    is: 'TABLE',
    columns: [
      { title: say('kind'), align: 'left', share: 2.2 },
      { title: say('principal'), align: 'right', share: 1.4 },
      { title: say('penaltyInterest'), align: 'right', share: 1.2 },
      { title: say('sum'), align: 'right', share: 1.4 },
    ],
    rows: rows.map(({ name, sums }) => [name, ...cells(sums)]),
    total: [say('total'), ...cells(totals)],
  };
}
