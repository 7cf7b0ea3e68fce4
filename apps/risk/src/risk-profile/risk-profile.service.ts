/** The life of a profile: load its versions, decide, save, and tell the evaluations what is in force. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { art, type Decision, reason, refuse } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { ActiveProfiles, profileOf } from './active-profiles.service.js';
import type { RiskProfileContent } from './profile-content.js';
import { profileReasons } from './profile-reasons.js';
import { RiskProfileEntity } from './risk-profile.entity.js';
import {
  changeDraft,
  draftProfile,
  evolveProfile,
  type ProfileOfficer,
  type ProfileStatus,
  reviseProfile,
  type RiskProfile,
  type RiskProfileEvent,
} from './risk-profile.js';

/** How often control found what a profile looks for (art. 219.2). */
export interface ProfileFeedback {
  readonly number: string;
  readonly executed: number;
  readonly confirmed: number;
}

export interface DecidedProfile {
  readonly entity: RiskProfileEntity | undefined;
  readonly decision: Decision<RiskProfileEvent>;
}

type Step = (profile: RiskProfile) => Decision<RiskProfileEvent>;

const PROFILE_ARTICLE = art(217, '5');

@Injectable()
export class RiskProfileService {
  constructor(@Inject(ActiveProfiles) private readonly active: ActiveProfiles) {}

  /** Art. 217(5): version 1 of a new number, as a draft. A number in use refuses with RSK_PROFILE_STATE. */
  async draft(
    work: Work,
    number: string,
    content: RiskProfileContent,
    author: ProfileOfficer,
  ): Promise<DecidedProfile> {
    const [newest] = await this.versions(work, number);
    if (newest) {
      const parameters = { status: newest.status };
      return { entity: newest, decision: refuse(reason(profileReasons.RSK_PROFILE_STATE, { parameters })) };
    }
    return this.save(work, undefined, draftProfile(number, content, author));
  }

  /** Changes the draft, or makes the next version of an approved profile (R-RSK-020); undefined for an unknown number. */
  async rewrite(
    work: Work,
    number: string,
    content: RiskProfileContent,
    author: ProfileOfficer,
  ): Promise<DecidedProfile | undefined> {
    const [newest] = await this.versions(work, number);
    if (!newest) return undefined;
    const profile = profileOf(newest);
    const revises = profile.status !== 'DRAFT';
    return this.save(
      work,
      newest,
      revises ? reviseProfile(profile, content, author) : changeDraft(profile, content, author),
    );
  }

  /** Takes a step on the newest version that is open to it; undefined for an unknown number. */
  async step(
    work: Work,
    number: string,
    from: readonly ProfileStatus[],
    decideStep: Step,
  ): Promise<DecidedProfile | undefined> {
    const versions = await this.versions(work, number);
    const entity = versions.find(({ status }) => from.includes(status)) ?? versions[0];
    return entity && this.save(work, entity, decideStep(profileOf(entity)), versions);
  }

  /** All versions of a number, the newest first, locked for this work. */
  versions(work: Work, number: string): Promise<RiskProfileEntity[]> {
    return work.manager.find(RiskProfileEntity, {
      where: { number },
      order: { version: 'DESC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** The versions of the list, by number; recorded, for every read of a profile is (R-RSK-080). */
  async read(
    work: Work,
    filter: { readonly number?: string; readonly status?: ProfileStatus },
  ): Promise<readonly RiskProfileEntity[]> {
    const { number, status } = filter;
    const found = await work.manager.find(RiskProfileEntity, {
      where: { ...(number ? { number } : {}), ...(status ? { status } : {}) },
      order: { number: 'ASC', version: 'DESC' },
      take: 1000,
    });
    for (const { number: seen, version, profileId } of found) {
      work.record({
        stream: 'RiskProfileReads',
        streamId: `${seen}:${work.context.actor}`,
        caseId: profileId,
        type: 'RiskProfileRead',
        payload: { number: seen, version },
        ground: art(71, '3'),
      });
    }
    return found;
  }

  async feedback(work: Work, numbers: readonly string[]): Promise<readonly ProfileFeedback[]> {
    return work.manager.query<ProfileFeedback[]>(
      `SELECT number, count(*)::int AS executed, (count(*) FILTER (WHERE hit_confirmed))::int AS confirmed
         FROM profile_feedback WHERE number = ANY($1) GROUP BY number`,
      [numbers],
    );
  }

  private async save(
    work: Work,
    entity: RiskProfileEntity | undefined,
    decision: Decision<RiskProfileEvent>,
    versions: readonly RiskProfileEntity[] = [],
  ): Promise<DecidedProfile> {
    if (!decision.accepted) return { entity, decision };
    let current = entity;
    for (const event of decision.events) {
      if (event.type === 'RiskProfileActivated') await this.retireOthers(work, current, versions);
      const profile = evolveProfile(current && profileOf(current), event);
      if (!current || current.version !== profile.version) {
        current = work.manager.create(RiskProfileEntity, { profileId: current?.profileId ?? uuidv7() });
      }
      Object.assign(current, profile, {
        approvedBy: profile.approvedBy ?? null,
        approvedAt: profile.approvedAt ?? null,
        changedAt: work.context.at,
      });
      await work.manager.save(current);
      this.record(work, current, event.type, event);
      if (event.type.startsWith('RiskProfile')) await this.active.changed(work);
    }
    return { entity: current, decision };
  }

  /** The old version runs until the new one is active (R-RSK-020). */
  private async retireOthers(
    work: Work,
    activated: RiskProfileEntity | undefined,
    versions: readonly RiskProfileEntity[],
  ): Promise<void> {
    for (const other of versions) {
      if (other === activated || (other.status !== 'ACTIVE' && other.status !== 'SUSPENDED')) continue;
      other.status = 'RETIRED';
      other.changedAt = work.context.at;
      await work.manager.save(other);
      this.record(work, other, 'RiskProfileRetired', { why: `version ${activated?.version} is in force` });
    }
  }

  private record(work: Work, entity: RiskProfileEntity, type: string, payload: unknown): void {
    work.record({
      stream: 'RiskProfile',
      streamId: entity.number,
      caseId: entity.profileId,
      type,
      payload,
      ground: PROFILE_ARTICLE,
    });
  }
}
