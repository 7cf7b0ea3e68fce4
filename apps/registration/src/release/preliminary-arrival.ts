/**
 * The goods of a preliminary declaration come within 30 calendar days after its registration, else release is refused:
 * CODE_2017 asks that they arrive, CODE_2010 that they are presented (art. 291.7; Code 2017 art. 201.3; DL-08).
 */
import type { Reason, Regime } from '@shekara/kernel';
import { reason } from '@shekara/kernel';
import type { LegalCalendar, LegalTerm, TermEnd } from '@shekara/calendar';
import { RELEASE_REFUSAL } from './release-refusal.js';

export const PRELIMINARY_GOODS_TERM = {
  id: 'DL-08',
  length: 30,
  unit: 'CALENDAR_DAYS',
  article: 'art. 291.7',
} as const satisfies LegalTerm;

export interface ComingOfGoods {
  readonly arrivedAt?: Date;
  readonly presentedAt?: Date;
}

/** The term in which the goods come; it ends with the last day, rolled off a day that does not count. */
export function preliminaryGoodsTerm(registeredAt: Date, calendar: LegalCalendar): TermEnd {
  return calendar.end(PRELIMINARY_GOODS_TERM, registeredAt);
}

/** The ground of refusal at an instant, or nothing while the term runs or where the goods came in time. */
export function goodsOfPreliminaryNotCome(
  regime: Regime,
  registeredAt: Date,
  goods: ComingOfGoods,
  at: Date,
  calendar: LegalCalendar,
): Reason | undefined {
  const term = preliminaryGoodsTerm(registeredAt, calendar);
  const came = regime === 'CODE_2017' ? (goods.arrivedAt ?? goods.presentedAt) : goods.presentedAt;
  const inTime = came !== undefined && came <= term.endsAt;
  if (inTime || at <= term.endsAt) return undefined;
  return reason(RELEASE_REFUSAL.PRELIM_GOODS_NOT_ARRIVED, { regime, parameters: { lastDay: term.lastDay } });
}
