import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';
import type { RiskLevel, RiskProfileContent } from './profile-content.js';
import type { ProfileStatus } from './risk-profile.js';

/** One version of a profile. An approved version never changes its content (R-RSK-020). */
@Entity('risk_profiles')
export class RiskProfileEntity {
  @PrimaryColumn('text')
  number: string;

  @PrimaryColumn('int')
  version: number;

  /** The same for all versions of a number. */
  @Column('uuid', { name: 'profile_id' })
  profileId: string;

  @Column('text')
  status: ProfileStatus;

  @Column('text')
  level: RiskLevel;

  @Column('jsonb')
  content: RiskProfileContent;

  @Column('text')
  author: string;

  @Column('text', { name: 'approved_by', nullable: true })
  approvedBy: string | null;

  @Column('timestamptz', { name: 'approved_at', nullable: true })
  approvedAt: Date | null;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  @VersionColumn({ name: 'lock_version' })
  lockVersion: number;
}
