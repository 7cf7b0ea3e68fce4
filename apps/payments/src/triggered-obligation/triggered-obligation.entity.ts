/** What was found and what payments made of it. */
import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { CivilDate } from '@shekara/calendar';
import type { PaymentLineView } from '../calculation/line-view.js';
import type { Trigger } from '../obligation/trigger-matrix.js';
import type { PaymentKind } from '../payment-kind.js';

export const OBLIGATION_STATUSES = ['WAITING', 'ASSESSED', 'DISMISSED'] as const;
export type ObligationStatus = (typeof OBLIGATION_STATUSES)[number];

export interface KeptReason {
  readonly code: string;
  readonly article: string;
  readonly pointer?: string;
  readonly parameters: Readonly<Record<string, string>>;
}

@Entity('triggered_obligations')
export class TriggeredObligationEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ name: 'case_id', type: 'uuid' })
  caseId: string;

  @Column({ name: 'customs_body', type: 'text' })
  customsBody: string;

  @Column({ type: 'text' })
  trigger: Trigger;

  @Column({ type: 'text' })
  document: string;

  @Column({ type: 'text' })
  status: ObligationStatus;

  @Column({ type: 'text', nullable: true })
  payer: string | null;

  @Column({ name: 'joint_payers', type: 'text', array: true })
  jointPayers: string[];

  /** Tenge as text. */
  @Column({ type: 'jsonb' })
  sums: { kind: PaymentKind; amount: string }[];

  @Column({ type: 'jsonb' })
  lines: readonly PaymentLineView[];

  @Column({ name: 'arisen_on', type: 'date', nullable: true })
  arisenOn: CivilDate | null;

  @Column({ name: 'due_on', type: 'date', nullable: true })
  dueOn: CivilDate | null;

  @Column({ name: 'rate_date', type: 'date', nullable: true })
  rateDate: CivilDate | null;

  @Column({ type: 'jsonb' })
  reasons: readonly KeptReason[];

  @Column({ name: 'dismissed_because', type: 'text', nullable: true })
  dismissedBecause: string | null;

  @Column({ name: 'found_at', type: 'timestamptz' })
  foundAt: Date;

  @VersionColumn()
  version: number;
}
