/** Reserving a part of a security for the payments of one declaration (art. 150.1, 151.2). */
import type { CivilDate, LegalCalendar } from '@shekara/calendar';
import { type Decision, decide, type Money, parseDeclarationNumber, reason, when } from '@shekara/kernel';
import { available, type Balance } from '../security/balance.js';
import { earliestEnd, isInForce, type SecurityStatus } from '../security/security.js';
import type { BodyScope, SecurityKind, SecurityMethod } from '../security/security-application.js';
import { securityRefusals } from '../security/security-reasons.js';
import { reservationRefusals } from './reservation-reasons.js';

export interface ReservationCommand {
  readonly reservationId: string;
  readonly declarationId: string;
  readonly declarationNumber: string;
  readonly principal: string;
  readonly amount: Money;
  /** Legal date of registration of the declaration. */
  readonly on: CivilDate;
}

/** The security as a reservation sees it. */
export interface SecurityToReserve {
  readonly kind: SecurityKind;
  readonly method: SecurityMethod;
  readonly status: SecurityStatus;
  readonly principal: string;
  readonly acceptingBody: string;
  readonly bodyScope: BodyScope;
  readonly validFrom: CivilDate;
  readonly validTo?: CivilDate;
  readonly balance: Balance;
  /** Declarations that it ever served. */
  readonly servedDeclarations: readonly string[];
}

export interface ReservationEvent {
  readonly type: 'SecurityReserved';
  readonly amount: Money;
}

/**
 * Reserves, or refuses with every reason. The payments are due on the day of registration of the declaration at the
 * earliest, so the security must leave the five working days of a demand after that day (R-GUA-111).
 * `divisionOf` answers the territorial division of a customs body: cash serves a division with its posts (reading 19).
 */
export function decideReservation(
  command: ReservationCommand,
  security: SecurityToReserve | undefined,
  divisionOf: (customsBody: string) => string,
  calendar: LegalCalendar,
): Decision<ReservationEvent> {
  const { amount, on } = command;
  if (!security) return decide([reason(reservationRefusals.SECURITY_UNKNOWN)], () => []);
  const { validFrom, validTo, balance } = security;
  const inForce = isInForce(security.status) && validFrom <= on && (validTo === undefined || on <= validTo);
  const earliest = earliestEnd(on, calendar);
  const free = available(balance);
  return decide(
    [
      when(!amount.isPositive(), reservationRefusals.RESERVATION_AMOUNT_NOT_POSITIVE),
      when(!inForce, reservationRefusals.SECURITY_NOT_ACTIVE, {
        parameters: { status: security.status, validFrom, validTo: validTo ?? '', on },
      }),
      when(inForce && validTo !== undefined && validTo < earliest, securityRefusals.TERM_TOO_SHORT, {
        parameters: { earliest, validTo: validTo ?? '' },
      }),
      when(security.principal !== command.principal, reservationRefusals.SCOPE_MISMATCH, {
        parameters: { of: 'PERSON' },
      }),
      when(!usableAt(security, command.declarationNumber, divisionOf), reservationRefusals.SCOPE_MISMATCH, {
        parameters: { of: 'CUSTOMS_BODY', acceptingBody: security.acceptingBody },
      }),
      when(
        security.kind === 'SINGLE' &&
          security.servedDeclarations.some((declaration) => declaration !== command.declarationId),
        reservationRefusals.SINGLE_SECURITY_USED,
      ),
      when(amount.compare(free) > 0, reservationRefusals.BALANCE_INSUFFICIENT, {
        parameters: { available: String(free), missing: String(amount.minus(free)) },
      }),
    ],
    () => [{ type: 'SecurityReserved', amount }],
  );
}

/** Art. 144.5: the body of the declaration may use the security; its code starts the declaration's number. */
function usableAt(
  { bodyScope, method, acceptingBody }: SecurityToReserve,
  declarationNumber: string,
  divisionOf: (customsBody: string) => string,
): boolean {
  if (bodyScope === 'ANY_BODY') return true;
  const body = parseDeclarationNumber(declarationNumber)?.slice(0, 5);
  if (body === undefined) return false;
  return method === 'CASH' ? divisionOf(body) === divisionOf(acceptingBody) : body === acceptingBody;
}
