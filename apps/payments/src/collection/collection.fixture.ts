/** A case of 1,000,000 KZT and the steps of its way, for the specs of collection. */
import { standardCalendar } from '@shekara/calendar';
import { type CurrencyCode, type Decision, Exact, Money } from '@shekara/kernel';
import { closeBankStage, recordBankAnswer, sendBankOrder } from './forced/bank-collection.js';
import { type CollectionCase, type CollectionEvent, evolve, openCase } from './case/collection-case.js';
import type { PayerStatus } from './case/collection-measures.js';
import type { BankAccount } from './documents/collection-order-document.js';
import { closeDebtorStage } from './forced/debtor-collection.js';
import {
  closeOwnMoneyStage,
  offsetOwnMoney,
  recordDefault,
  recordGuaranteeReport,
} from './own-money/own-money.js';
import { closePropertyStage, foreclose, recordSale } from './forced/property-sale.js';
import { openForcedCollection, takeSecuringMeasure } from './securing/securing-measures.js';

export const calendar = standardCalendar();
export const on = '2025-10-07';
export const tenge = (text: string) => Money.ofTenge(text);
export const account = (changes: Partial<BankAccount> = {}): BankAccount => ({
  bank: 'HALYKKZ',
  account: 'KZ01',
  currency: 'KZT' as CurrencyCode,
  purpose: 'ORDINARY',
  ...changes,
});

export type Step = (one: CollectionCase) => Decision<CollectionEvent>;
export const given = (...steps: Step[]) => givenPayer('LEGAL_ENTITY', ...steps);
export const givenPayer = (payer: PayerStatus, ...steps: Step[]): CollectionCase =>
  steps.reduce((one, step) => apply(one, step(one)), openCase(payer, { lastDay: '2030-09-02' }));
export function apply(one: CollectionCase, decision: Decision<CollectionEvent>): CollectionCase {
  if (!decision.accepted) throw new Error(decision.reasons.map(({ code }) => code).join());
  return decision.events.reduce(evolve, one);
}
export const codes = (decision: Decision<unknown>) =>
  decision.accepted ? [] : decision.reasons.map(({ code }) => code);
export const events = (decision: Decision<CollectionEvent>) => (decision.accepted ? decision.events : []);

export const defaulted: Step = (one) => recordDefault(one, tenge('1000000'), on);
export const offset =
  (amount = '300000'): Step =>
  (one) =>
    offsetOwnMoney(one, { from: 'ADVANCE', to: 'IMPORT_VAT', amount: tenge(amount), on }, calendar);
export const demanded: Step = (one) =>
  recordGuaranteeReport(one, { report: 'DEMANDED', coverId: 'C-1', on }, calendar);
export const short: Step = (one) =>
  recordGuaranteeReport(one, { report: 'SHORT', coverId: 'C-1', amount: tenge('100000'), on }, calendar);
export const noSecurity: Step = (one) => recordGuaranteeReport(one, { report: 'NO_SECURITY', on }, calendar);
export const ownMoneyClosed: Step = (one) => closeOwnMoneyStage(one, { usable: Money.ZERO, on });
export const suspended: Step = (one) =>
  takeSecuringMeasure(one, { measure: 'S3_BANK_SUSPENSION', document: 'B-1', on });
export const cashSuspended: Step = (one) =>
  takeSecuringMeasure(one, { measure: 'S3_CASH_SUSPENSION', document: 'K-1', on });
export const restricted: Step = (one) =>
  takeSecuringMeasure(one, { measure: 'S3_PROPERTY_RESTRICTION', document: 'P-1', on });
export const forced: Step = (one) => openForcedCollection(one, on);
export const order =
  (id = 'O-1', amount = '600000', at = account()): Step =>
  (one) =>
    sendBankOrder(one, { id, account: at, amount: tenge(amount), kind: 'IMPORT_VAT', on });
export const answered =
  (credited: string, orderId = 'O-1', rate?: string): Step =>
  (one) =>
    recordBankAnswer(
      one,
      { orderId, credited: tenge(credited), on, ...(rate ? { rate: new Exact(rate) } : {}) },
      calendar,
    );
export const banksClosed: Step = (one) => closeBankStage(one, { noAccountsRecord: 'R-1', on });
export const debtorsClosed: Step = (one) => closeDebtorStage(one, { noDebtorsRecord: 'R-2', on });
export const foreclosed: Step = (one) =>
  foreclose(one, {
    number: 'F-1',
    authorizedLegalEntity: '050640001236',
    copies: 2,
    restrictionAttached: true,
    inventoryAttached: true,
    on,
  });
export const sold: Step = (one) => recordSale(one, tenge('50000'), on, calendar);
export const propertyClosed: Step = (one) => closePropertyStage(one, on);

export const stageTwo = [defaulted, offset(), demanded, short, ownMoneyClosed];
export const stageFour = [...stageTwo, suspended, cashSuspended, restricted, forced];
