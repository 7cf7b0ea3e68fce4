/** The ground that a payer claims for a refund, with the facts that the ground asks for (art. 153, 155, 331.5, 399, 404.5, 405). */
import type { CivilDate } from '@shekara/calendar';
import { type PaymentMistake, isPaymentMistake } from '../payment-mistake.js';
import type { RefundClaim, RefundGround } from './refund-ground.js';

/** Procedures that give a refund, as a payer names them. */
export const REFUND_PROCEDURES = [
  'RE_IMPORT',
  'FAULTY_RE_EXPORT',
  'EXPORT',
  'DESTRUCTION',
  'ABANDONMENT',
] as const;

/** What a payer says of the ground. Which facts are needed depends on the ground; others are left out. */
export interface ClaimedGround {
  readonly ground: RefundGround;
  readonly mistake?: string | undefined;
  readonly procedure?: (typeof REFUND_PROCEDURES)[number] | undefined;
  /** PROCEDURE_CHANGED_LOWER: the procedures before and after. */
  readonly changedFrom?: '40' | '10' | undefined;
  readonly changedTo?: '40' | '10' | undefined;
  /** The day of the first declaration, release or placing that the term of the ground counts from. */
  readonly countsFrom?: CivilDate | undefined;
  /** The day of the proof, of the new placing, or of the confirmation. */
  readonly arisenOn?: CivilDate | undefined;
  /** Faulty goods: the day they actually left. */
  readonly exportedOn?: CivilDate | undefined;
  /** A relief was granted, or the procedure provides a refund. */
  readonly provided?: boolean | undefined;
}

/** How the declaration stands with payments: what a withdrawal needs to be judged. */
export interface DeclarationState {
  readonly released: boolean;
  /** Its liability ended without release: its money is the payer's again. */
  readonly reversed: boolean;
}

/** The claim as the law judges it; or the name of the fact that the ground needs and nobody gave. */
export function claimOf(
  said: ClaimedGround,
  state: DeclarationState | undefined,
): RefundClaim | { readonly missing: keyof ClaimedGround } {
  switch (said.ground) {
    case 'MISTAKEN':
      return isPaymentMistake(said.mistake ?? '')
        ? { ground: said.ground, mistake: said.mistake as PaymentMistake }
        : { missing: 'mistake' };
    case 'DECLARATION_WITHDRAWN':
      return {
        ground: said.ground,
        permitted: state?.reversed ?? false,
        foreignGoodsReleased: state?.released ?? false,
      };
    case 'ORIGIN_REGIME_RESTORED': {
      if (said.countsFrom === undefined) return { missing: 'countsFrom' };
      if (said.arisenOn === undefined) return { missing: 'arisenOn' };
      return { ground: said.ground, registeredOn: said.countsFrom, provedOn: said.arisenOn };
    }
    case 'CONCESSION_AS_REFUND':
      return { ground: said.ground, granted: said.provided ?? false };
    case 'PROCEDURE_CHANGED_LOWER': {
      if (said.changedFrom === undefined) return { missing: 'changedFrom' };
      if (said.changedTo === undefined) return { missing: 'changedTo' };
      return { ground: said.ground, from: said.changedFrom, to: said.changedTo };
    }
    case 'RE_EXPORT_DONE_LATE':
    case 'TRANSIT_COMPLETED_LATE':
      return said.arisenOn === undefined
        ? { ground: said.ground }
        : { ground: said.ground, confirmedOn: said.arisenOn };
    case 'PROCEDURE_REFUND':
      return procedureOf(said);
    default:
      return { ground: said.ground };
  }
}

function procedureOf(said: ClaimedGround): RefundClaim | { readonly missing: keyof ClaimedGround } {
  const ground = 'PROCEDURE_REFUND';
  const { procedure, countsFrom, arisenOn, exportedOn } = said;
  switch (procedure) {
    case undefined:
      return { missing: 'procedure' };
    case 'RE_IMPORT':
    case 'FAULTY_RE_EXPORT': {
      if (countsFrom === undefined) return { missing: 'countsFrom' };
      if (arisenOn === undefined) return { missing: 'arisenOn' };
      if (procedure === 'RE_IMPORT') {
        return {
          ground,
          procedure: { of: procedure, exportedUnderProcedureOn: countsFrom, placedOn: arisenOn },
        };
      }
      const placed = { of: procedure, releasedOn: countsFrom, placedOn: arisenOn };
      return {
        ground,
        procedure: exportedOn === undefined ? placed : { ...placed, actuallyExportedOn: exportedOn },
      };
    }
    default:
      return { ground, procedure: { of: procedure, procedureGivesRefund: said.provided ?? false } };
  }
}
