/** The active profiles, kept in memory and never staler than the transaction that asks. */
import { Injectable } from '@nestjs/common';
import type { Work } from '@shekara/persistence';
import { RiskProfileEntity } from './risk-profile.entity.js';
import type { RiskProfile } from './risk-profile.js';

export interface ProfilesAtRevision {
  /** Counts every change of what is in force; kept with each evaluation. */
  readonly revision: string;
  readonly profiles: readonly RiskProfile[];
}

@Injectable()
export class ActiveProfiles {
  private kept: ProfilesAtRevision | undefined;

  /**
   * The profiles in force as committed when the work asks. One row tells the revision; profiles are read only when it
   * moved. The revision is read first, so what is kept under it is never older than it.
   */
  async read(work: Work): Promise<ProfilesAtRevision> {
    const [row] = await work.manager.query<{ revision: string }[]>(
      `SELECT revision FROM risk_profile_revision`,
    );
    if (!row) throw new Error('the revision of the profiles is missing');
    if (this.kept?.revision === row.revision) return this.kept;
    const entities = await work.manager.findBy(RiskProfileEntity, { status: 'ACTIVE' });
    this.kept = { revision: row.revision, profiles: entities.map(profileOf) };
    return this.kept;
  }

  /** Tells every replica that what is in force changes with this work. */
  async changed(work: Work): Promise<void> {
    await work.manager.query(`UPDATE risk_profile_revision SET revision = revision + 1`);
  }
}

export function profileOf(entity: RiskProfileEntity): RiskProfile {
  const { number, version, status, content, level, author, approvedBy, approvedAt } = entity;
  return {
    number,
    version,
    status,
    content,
    level,
    author,
    ...(approvedBy === null ? {} : { approvedBy }),
    ...(approvedAt === null ? {} : { approvedAt }),
  };
}
