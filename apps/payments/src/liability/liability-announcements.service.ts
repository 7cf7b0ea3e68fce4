/** What payments tells others of a liability: each event is published and kept in the history. */
import { Inject, Injectable } from '@nestjs/common';
import {
  LiabilityAssessedSchema,
  LiabilityCoveredSchema,
  LiabilityEndedSchema,
  LiabilityNotAssessedSchema,
  LiabilityShortSchema,
  moneyMessage,
  ReleaseReservationSchema,
  ReserveSecuritySchema,
  timestampOf,
} from '@shekara/contracts';
import { art, type LegalRef, Money } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import type { PaymentLineView } from '../calculation/line-view.js';
import type { Shortfall } from '../release-cover/release-check.js';
import type { MoneyCover } from '../release-cover/release-cover.js';
import {
  type DeclarationLiability,
  givenBack,
  type LiabilityEnd,
  type SaidReason,
  totalOf,
} from './liability.js';

const STREAM = 'Liability';
const ASSESSED = art(129, 1);
const COVER = art(296, '1(3)');
const SECURITY = art(143);
const PAID = art(129, '2(1)');
const RECALCULATED = art(141, 4);
const DEFAULT = art(157, 1);
/** Ends after which what was paid of duties and taxes is the payer's again. */
const WITHOUT_RELEASE: Readonly<Partial<Record<LiabilityEnd, LegalRef>>> = {
  RELEASE_REFUSED: art(129, '2(8)'),
  DECLARATION_WITHDRAWN: art(290),
};

@Injectable()
export class LiabilityAnnouncements {
  constructor(@Inject(Outbox) private readonly outbox: Outbox) {}

  assessed(work: Work, liability: DeclarationLiability, lines: readonly PaymentLineView[]): void {
    const total = totalOf(liability);
    this.outbox.publish(
      work,
      LiabilityAssessedSchema,
      {
        ...identity(liability),
        payer: liability.owner.payer,
        lines: lines.map((line) => ({
          itemNumber: line.item,
          paymentKind: line.kind,
          base: line.base,
          rate: line.rate,
          payable: moneyMessage(Money.ofTenge(line.payable)),
          article: line.article,
          ...(line.contingent !== undefined && { contingent: moneyMessage(Money.ofTenge(line.contingent)) }),
          ...claimed(line),
        })),
        total: moneyMessage(total),
        assessedAt: timestampOf(work.context.at),
        declarationVersion: liability.declarationVersion,
      },
      { caseId: liability.caseId, ground: ASSESSED },
    );
    this.record(work, liability, 'LiabilityAssessed', ASSESSED, {
      total,
      kinds: sums(liability),
      ...contingentIn(lines),
    });
  }

  notAssessed(work: Work, liability: DeclarationLiability): void {
    this.outbox.publish(
      work,
      LiabilityNotAssessedSchema,
      {
        ...identity(liability),
        reasons: liability.reasons.map(said),
        checkedAt: timestampOf(work.context.at),
        declarationVersion: liability.declarationVersion,
      },
      { caseId: liability.caseId, ground: ASSESSED },
    );
    this.record(work, liability, 'LiabilityNotAssessed', ASSESSED, { reasons: coded(liability) });
  }

  covered(work: Work, liability: DeclarationLiability): void {
    const covers = liability.kinds.flatMap(({ kind, money, guarantee }) => [
      ...money.map(({ purpose, amount }) => ({
        kind,
        source: 'MONEY',
        reference: purpose as string,
        amount,
      })),
      ...(guarantee.isPositive()
        ? [{ kind, source: 'SECURITY', reference: liability.security.number ?? '', amount: guarantee }]
        : []),
    ]);
    this.outbox.publish(
      work,
      LiabilityCoveredSchema,
      {
        ...identity(liability),
        covers: covers.map(({ kind, source, reference, amount }) => ({
          paymentKind: kind,
          source,
          reference,
          amount: moneyMessage(amount),
        })),
        coveredAt: timestampOf(work.context.at),
        declarationVersion: liability.declarationVersion,
      },
      { caseId: liability.caseId, ground: COVER },
    );
    this.record(work, liability, 'LiabilityCovered', COVER, { covers });
  }

  short(work: Work, liability: DeclarationLiability, short: Money): void {
    this.outbox.publish(
      work,
      LiabilityShortSchema,
      {
        ...identity(liability),
        reasons: liability.reasons.map(said),
        short: moneyMessage(short),
        checkedAt: timestampOf(work.context.at),
        declarationVersion: liability.declarationVersion,
      },
      { caseId: liability.caseId, ground: COVER },
    );
    this.record(work, liability, 'LiabilityShort', COVER, { short, reasons: coded(liability) });
  }

  /** Asks guarantees for the sum that money leaves open (art. 143). */
  reserve(work: Work, liability: DeclarationLiability): void {
    const { number = '', reservationId = '', toReserve } = liability.security;
    const amount = Money.sum(toReserve.map((part) => part.amount));
    this.outbox.publish(
      work,
      ReserveSecuritySchema,
      {
        reservationId,
        securityNumber: number,
        declarationId: liability.declarationId,
        declarationNumber: liability.declarationNumber,
        caseId: liability.caseId,
        principal: liability.owner.payer,
        amount: moneyMessage(amount),
        on: liability.registeredOn,
      },
      { caseId: liability.caseId, ground: SECURITY },
    );
    this.record(work, liability, 'SecurityAsked', SECURITY, { number, reservationId, amount, toReserve });
  }

  giveBackReservation(work: Work, liability: DeclarationLiability, cause: string): void {
    const { number = '', reservationId = '' } = liability.security;
    this.outbox.publish(
      work,
      ReleaseReservationSchema,
      { reservationId, securityNumber: number, caseId: liability.caseId, cause },
      { caseId: liability.caseId, ground: SECURITY },
    );
    this.record(work, liability, 'ReservationGivenBack', SECURITY, { number, reservationId, cause });
  }

  ended(work: Work, liability: DeclarationLiability, endReason: LiabilityEnd): void {
    const ground = WITHOUT_RELEASE[endReason] ?? PAID;
    this.outbox.publish(
      work,
      LiabilityEndedSchema,
      { ...identity(liability), endReason, endedAt: timestampOf(work.context.at) },
      { caseId: liability.caseId, ground },
    );
    const back = WITHOUT_RELEASE[endReason] ? { givenBack: givenBack(liability) } : {};
    this.record(work, liability, 'LiabilityEnded', ground, { endReason, ...back });
  }

  /** A change of the declaration before release: the sums by kind before and after it (art. 141.4; R-DEC-112). */
  recalculated(
    work: Work,
    before: DeclarationLiability,
    now: DeclarationLiability,
    change: { readonly amendmentId: string; readonly demanded: boolean },
  ): void {
    this.record(work, now, 'LiabilityRecalculated', RECALCULATED, {
      ...change,
      version: now.declarationVersion,
      before: sums(before),
      after: sums(now),
    });
  }

  /** A payment of what a security covers; the security covers less. */
  securedPaid(work: Work, liability: DeclarationLiability, payment: MoneyCover): void {
    this.record(work, liability, 'SecuredDebtPaid', PAID, payment);
  }

  /** What a security covered fell due unpaid: a debt of the account from now on. */
  securedDefaulted(work: Work, liability: DeclarationLiability, debts: readonly Shortfall[]): void {
    const { number = '', reservationId = '' } = liability.security;
    this.record(work, liability, 'SecuredDebtDefaulted', DEFAULT, { number, reservationId, debts });
  }

  /** Released while nothing covers it, by an officer's decision: the debt stays. */
  releasedUncovered(work: Work, liability: DeclarationLiability): void {
    this.record(work, liability, 'ReleasedWithoutCover', COVER, { status: liability.status });
  }

  private record(
    work: Work,
    liability: DeclarationLiability,
    type: string,
    ground: LegalRef,
    payload: unknown,
  ): void {
    const { declarationId, caseId } = liability;
    work.record({ stream: STREAM, streamId: declarationId, caseId, type, payload, ground });
  }
}

function identity({ declarationId, declarationNumber, caseId }: DeclarationLiability) {
  return { declarationId, declarationNumber, caseId };
}

function sums({ kinds }: DeclarationLiability) {
  return kinds.map(({ kind, payable }) => ({ kind, payable }));
}

/** What a preference or relief took off, and what was claimed and refused. */
function claimed({ relief, refusedClaims = [] }: PaymentLineView) {
  return {
    ...(relief && { relief: relief.code, relieved: moneyMessage(Money.ofTenge(relief.relieved)) }),
    refusedClaims: refusedClaims.map(said),
  };
}

/** What sleeps while conditions hold, by kind; nothing where nothing does. */
function contingentIn(lines: readonly PaymentLineView[]) {
  const asleep = lines.filter(({ contingent }) => contingent !== undefined);
  if (asleep.length === 0) return {};
  const contingent = [...Map.groupBy(asleep, ({ kind }) => kind)].map(([kind, of]) => ({
    kind,
    amount: Money.sum(of.map(({ contingent = '0' }) => Money.ofTenge(contingent))),
  }));
  return { contingent };
}

function coded({ reasons }: DeclarationLiability) {
  return reasons.map(({ code, pointer, parameters }) => ({ code, pointer, parameters }));
}

function said({ code, article, pointer = '', parameters }: SaidReason) {
  return { code, article, pointer, parameters: { ...parameters } };
}
