import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { ControlState } from '../amendment/control-state.js';
import type { KeptReason } from '../goods-declaration/goods-declaration.entity.js';
import type { DeclarationWithdrawn, GoodsStatus } from './withdrawal.js';

/** CLOSED: the foreign goods were declared anew in time; DETENTION_DUE: their storage ended without that. */
export type WithdrawalStatus = 'REQUESTED' | 'PERMITTED' | 'REJECTED' | 'CLOSED' | 'DETENTION_DUE';

/** A request to withdraw a declaration (L4). */
@Entity('withdrawals')
export class WithdrawalEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'declaration_id' })
  declarationId: string;

  @Column('text', { name: 'goods_status' })
  goodsStatus: GoodsStatus;

  @Column('text')
  status: WithdrawalStatus;

  @Column('text')
  reason: string;

  @Column('text', { name: 'goods_location' })
  goodsLocation: string;

  /** As it was at receipt (R-DEC-012). */
  @Column('jsonb', { name: 'control_state' })
  controlState: ControlState;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('text', { name: 'received_by' })
  receivedBy: string;

  /** Why it was rejected. */
  @Column('jsonb')
  reasons: readonly KeptReason[];

  /** Why a release was cancelled with it (list CANCELLATION_REASON). */
  @Column('text', { nullable: true })
  cancellation: NonNullable<DeclarationWithdrawn['cancellation']> | null;

  @Column('text', { name: 'arrival_notice_number' })
  arrivalNoticeNumber: string;

  /** Last day of temporary storage as known when it was permitted; null where no storage of the goods is known. */
  @Column('text', { name: 'new_declaration_by', nullable: true })
  newDeclarationBy: string | null;

  @Column('text', { name: 'new_declaration_number', nullable: true })
  newDeclarationNumber: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column('text', { name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @VersionColumn()
  version: number;
}
