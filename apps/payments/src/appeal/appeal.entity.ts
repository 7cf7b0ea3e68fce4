import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { FilingChannel } from '@shekara/calendar';
import { Money, type Reason } from '@shekara/kernel';
import type { PaymentKind } from '../payment-kind.js';
import type { AppealContent, DecisionContent } from './appeal-content.js';
import type { DecidedOutcome } from './appeal-outcome.js';
import type { Appeal, AppealStatus, TermStop } from './appeal.js';
import type { AppealFiling, AppellantCapacity } from './filing.js';

/** Sums are tenge as text. */
export type KeptContent = Omit<AppealContent, 'disputed'> & {
  readonly disputed: readonly { readonly kind: PaymentKind; readonly amount: string }[];
};

export interface KeptAppealDecision {
  readonly outcome: DecidedOutcome;
  readonly content: DecisionContent;
  /** Documents filed with the appeal that were considered (art. 178.3). */
  readonly consideredDocuments: readonly string[];
  readonly copiesTo: readonly string[];
}

/** An appeal against a notice of repayment of debt (art. 173 to 182). */
@Entity('appeals')
export class AppealEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'notice_id' })
  noticeId: string;

  @Column('text', { name: 'notice_number' })
  noticeNumber: string;

  @Column('uuid', { name: 'case_id' })
  caseId: string;

  /** Addressee of the notice. */
  @Column('text')
  payer: string;

  /** The body that issued the notice. */
  @Column('text', { name: 'customs_body' })
  customsBody: string;

  /** The body that hears the appeal. */
  @Column('text', { name: 'hearing_body' })
  hearingBody: string;

  @Column('text', { name: 'addressed_to' })
  addressedTo: AppealFiling['addressedTo'];

  @Column('text')
  appellant: string;

  @Column('text', { nullable: true })
  represents: string | null;

  @Column('text')
  capacity: AppellantCapacity;

  @Column('text')
  channel: FilingChannel;

  @Column('jsonb')
  content: KeptContent;

  @Column('boolean', { name: 'copy_to_issuer' })
  copyToIssuer: boolean;

  @Column('text')
  status: AppealStatus;

  @Column('numeric')
  disputed: string;

  /** Grounds of art. 177.1 that are met. */
  @Column('jsonb')
  marks: readonly Reason[];

  @Column('jsonb')
  stops: readonly TermStop[];

  @Column('date', { name: 'submitted_on' })
  submittedOn: string;

  @Column('date', { name: 'registered_on' })
  registeredOn: string;

  @Column('date', { name: 'suspends_from', nullable: true })
  suspendsFrom: string | null;

  @Column('date', { name: 'file_by' })
  fileBy: string;

  @Column('date', { name: 'tell_refusal_by' })
  tellRefusalBy: string;

  /** Unknown while the term stands still. */
  @Column('date', { name: 'decide_by', nullable: true })
  decideBy: string | null;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn: string | null;

  @Column('jsonb', { nullable: true })
  decision: KeptAppealDecision | null;

  /** Number of the claim in court. */
  @Column('text', { name: 'court_claim', nullable: true })
  courtClaim: string | null;

  @Column('date', { name: 'court_claimed_on', nullable: true })
  courtClaimedOn: string | null;

  @Column('text', { name: 'court_outcome', nullable: true })
  courtOutcome: DecidedOutcome | null;

  @Column('date', { name: 'court_in_force_on', nullable: true })
  courtInForceOn: string | null;

  /** The notice stands still because of this appeal or its court claim. */
  @Column('boolean', { name: 'holds_notice' })
  holdsNotice: boolean;

  @VersionColumn()
  version: number;
}

/** The appeal as the decisions need it. */
export function appealOf(entity: AppealEntity): Appeal {
  const {
    status,
    registeredOn,
    disputed,
    marks,
    stops,
    suspendsFrom,
    endedOn,
    courtClaimedOn,
    courtInForceOn,
  } = entity;
  const court = courtClaimedOn === null ? undefined : { claimedOn: courtClaimedOn };
  return {
    status,
    registeredOn,
    disputed: Money.ofTenge(disputed),
    marks,
    stops,
    ...(suspendsFrom === null ? {} : { suspendsFrom }),
    ...(endedOn === null ? {} : { endedOn }),
    ...(court === undefined
      ? {}
      : { court: courtInForceOn === null ? court : { ...court, inForceOn: courtInForceOn } }),
  };
}

/** Writes what the events of a decision changed. */
export function keepAppeal(entity: AppealEntity, appeal: Appeal): void {
  entity.status = appeal.status;
  entity.stops = appeal.stops;
  entity.endedOn = appeal.endedOn ?? null;
  entity.courtClaimedOn = appeal.court?.claimedOn ?? null;
  entity.courtInForceOn = appeal.court?.inForceOn ?? null;
}

/** What every item of an appeal says. */
export function queuedAt(customsBody: string, { id, caseId }: AppealEntity) {
  return { role: 'ACCOUNT_OFFICER', customsBody, subject: 'Appeal', subjectId: id, caseId } as const;
}
