/** Who owes how much when the trigger matrix says that an obligation arose (art. 125, 129.1, 130, 131). */
import type { CivilDate, LegalCalendar } from '@shekara/calendar';
import { Money, type Reason, reason, refuse, type Refused } from '@shekara/kernel';
import { smallRemainderLimit } from '../calculation/small-amounts.js';
import type { PaymentLine } from '../calculation/payment-line.js';
import type { SumOfKind } from '../debt/customs-debt.js';
import { assess, type AssessmentReference } from '../liability/assessment.js';
import type { DeclaredItem } from '../liability/declared-goods.js';
import { customsDebtReasons } from '../debt/customs-debt-reasons.js';
import { arisesOn, type ObligationFacts, rateDayOf } from '../obligation/due-date.js';
import { payersOf, type PersonInvolved } from '../obligation/payers.js';
import type { AmountBasis, AmountRule } from '../obligation/trigger.js';
import { type MatrixRow, rowOf, type Trigger } from '../obligation/trigger-matrix.js';
import { isCharge } from '../payment-kind.js';
import { isPreference } from '../preference/preference.js';
import { claimedCodes } from '../relief/claimed-codes.js';
import { triggeredObligationReasons as reasons } from './triggered-obligation-reasons.js';

/** What was found. */
export interface TriggeredObligation {
  readonly trigger: Trigger;
  readonly facts: ObligationFacts;
  readonly involved: readonly PersonInvolved[];
  /** BIN of a representative that carried the operation out. */
  readonly representative?: string;
  readonly goodsLost: boolean;
  readonly goods: readonly DeclaredItem[];
  readonly originProved: boolean;
  /** Where the row's sum is one of its own article. */
  readonly statedSums: readonly SumOfKind[];
}

export type AssessedObligation =
  | Refused
  | { readonly accepted: true; readonly owes: 'NOBODY'; readonly because: 'NOT_LOST' | 'BELOW_5_EUR' }
  | {
      readonly accepted: true;
      readonly owes: 'PAYER';
      readonly payer: string;
      readonly jointPayers: readonly string[];
      readonly sums: readonly SumOfKind[];
      readonly lines: readonly PaymentLine[];
      readonly rateDate?: CivilDate;
    };

/** The procedure by whose rules a sum is calculated, as for release for domestic consumption or as for export. */
const CALCULATED_AS: Partial<Record<AmountBasis, string>> = { CONSUMPTION: '40', EXPORT: '10' };

/**
 * The payer of the row, those who owe jointly, and the duties and taxes by the row's rule at the rates of its day; charges are
 * owed for customs acts, not for these events (R-PAY-055). At most EUR 5 in all is not owed (R-PAY-069). Refuses as `payersOf`, `assess` and with
 * OBLIGATION_IS_CONTINGENT, DEBT_DUE_DAY_UNKNOWN, OBLIGATION_GOODS_MISSING, OBLIGATION_RELIEFS_MIXED, and OBLIGATION_SUM_NEEDS_OFFICER for a sum of the
 * article's own that is not stated. Reasons of goods point into `/goods`.
 */
export function assessTriggered(
  one: TriggeredObligation,
  reference: AssessmentReference,
  calendar: LegalCalendar,
): AssessedObligation {
  const row = rowOf(one.trigger);
  const { representative, goodsLost } = one;
  if (row.contingent) return refuse(reason(reasons.OBLIGATION_IS_CONTINGENT, { pointer: '/trigger' }));
  const payers = payersOf(one.trigger, one.involved, { representative, goodsLost });
  if (!payers) return { accepted: true, owes: 'NOBODY', because: 'NOT_LOST' };
  const owed = owedFor(row, one, reference, calendar);
  const [first, ...more] = [
    ...(payers.accepted ? [] : payers.reasons),
    ...('reasons' in owed ? owed.reasons : []),
  ];
  if (first) return refuse(first, ...more);
  const [named] = payers.accepted ? payers.events : [];
  if (!named || 'reasons' in owed) throw new Error(`${one.trigger} without a payer`);
  if (isSmall(owed.sums, arisesOn(row, one.facts) ?? owed.rateDate, reference)) {
    return { accepted: true, owes: 'NOBODY', because: 'BELOW_5_EUR' };
  }
  const { payer, jointPayers } = named;
  return { accepted: true, owes: 'PAYER', payer, jointPayers, ...owed };
}

type Owed =
  | { readonly reasons: readonly Reason[] }
  | {
      readonly sums: readonly SumOfKind[];
      readonly lines: readonly PaymentLine[];
      readonly rateDate?: CivilDate;
    };

function owedFor(
  row: MatrixRow,
  { facts, goods, originProved, statedSums }: TriggeredObligation,
  reference: AssessmentReference,
  calendar: LegalCalendar,
): Owed {
  const procedure = CALCULATED_AS[row.amount.basis];
  if (procedure === undefined) {
    return statedSums.length > 0
      ? { sums: statedSums, lines: [] }
      : { reasons: [reason(reasons.OBLIGATION_SUM_NEEDS_OFFICER, { pointer: '/statedSums' })] };
  }
  const registeredOn = rateDayOfRow(row, facts, calendar);
  if (registeredOn === undefined) {
    const parameters = { waitsFor: row.rates };
    return { reasons: [reason(customsDebtReasons.DEBT_DUE_DAY_UNKNOWN, { pointer: '/days', parameters })] };
  }
  if (goods.length === 0)
    return { reasons: [reason(reasons.OBLIGATION_GOODS_MISSING, { pointer: '/goods' })] };
  const against: Reason[] = [];
  const items = goods.map((item, index) => ({
    ...item,
    preference: claimsThatCount(item.preference ?? '', row.amount, `/goods/${index}/preference`, against),
  }));
  if (against.length > 0) return { reasons: against };
  const calculation = assess(
    { procedure, registeredOn, personalGoods: false, originProved, items },
    reference,
  );
  if (!calculation.accepted) return { reasons: calculation.reasons.map(inGoods) };
  const sums = [...calculation.payable]
    .filter(([kind, amount]) => !isCharge(kind) && amount.isPositive())
    .map(([kind, amount]) => ({ kind, amount }));
  const lines = calculation.lines.filter(({ kind }) => !isCharge(kind));
  return { sums, lines, rateDate: calculation.rateDate };
}

/** At most EUR 5 in all, at the rate of the day the obligation arose (art. 129.2(4)); never for a day without a rate. */
function isSmall(
  sums: readonly SumOfKind[],
  arisenOn: CivilDate | undefined,
  reference: AssessmentReference,
): boolean {
  const limit = arisenOn === undefined ? undefined : smallRemainderLimit(reference, arisenOn);
  return (
    limit !== undefined &&
    Money.sum(sums.map(({ amount }) => amount))
      .toExact()
      .lte(limit)
  );
}

/** The row's day of rates; undefined also where a due day depends on a cause that is not named. */
function rateDayOfRow(
  row: MatrixRow,
  facts: ObligationFacts,
  calendar: LegalCalendar,
): CivilDate | undefined {
  const due: MatrixRow['due'] = row.due;
  const decided = due.some(({ cause }) => cause === undefined || cause === facts.cause);
  return decided ? rateDayOf(row, facts, calendar) : undefined;
}

/** Box 36 as far as the row lets it count (NP, NR of the matrix). */
function claimsThatCount(
  box: string,
  { preferences, reliefs }: AmountRule,
  pointer: string,
  against: Reason[],
): string {
  const codes = claimedCodes(box);
  const preferred = codes.filter(({ code }) => isPreference(code));
  if (reliefs && preferences) return box;
  if (!preferences || preferred.length === 0) return '';
  if (preferred.length < codes.length) against.push(reason(reasons.OBLIGATION_RELIEFS_MIXED, { pointer }));
  return box;
}

function inGoods(refusal: Reason): Reason {
  const { pointer } = refusal;
  return pointer?.startsWith('/items')
    ? { ...refusal, pointer: `/goods${pointer.slice('/items'.length)}` }
    : refusal;
}
