/** A risk profile (art. 217(5)): drafted, reviewed, approved by another, active in its time and area, retired. */
import { decide, reason, when } from '@shekara/kernel';
import type { Decision, Reason } from '@shekara/kernel';
import { isValidAt, objectionsToContent, riskLevel } from './profile-content.js';
import type { RiskLevel, RiskProfileContent } from './profile-content.js';
import { profileReasons as reasons } from './profile-reasons.js';

export type ProfileStatus = 'DRAFT' | 'IN_REVIEW' | 'APPROVED' | 'ACTIVE' | 'SUSPENDED' | 'RETIRED';

export interface RiskProfile {
  readonly number: string;
  readonly version: number;
  readonly status: ProfileStatus;
  readonly content: RiskProfileContent;
  readonly level: RiskLevel;
  readonly author: string;
  readonly approvedBy?: string;
  readonly approvedAt?: Date;
}

/** A customs user with the role; `area` is CENTRAL or the code of the territorial subdivision. */
export interface ProfileOfficer {
  readonly userId: string;
  readonly area: string;
}

export const CENTRAL = 'CENTRAL';

export type RiskProfileEvent =
  | {
      readonly type: 'ProfileDrafted';
      readonly number: string;
      readonly version: number;
      readonly content: RiskProfileContent;
      readonly level: RiskLevel;
      readonly author: string;
    }
  | {
      readonly type: 'ProfileChanged';
      readonly content: RiskProfileContent;
      readonly level: RiskLevel;
      readonly author: string;
    }
  | { readonly type: 'ProfileSubmitted'; readonly by: string }
  | { readonly type: 'ProfileReturned'; readonly by: string; readonly why: string }
  | { readonly type: 'ProfileApproved'; readonly by: string; readonly at: Date }
  | { readonly type: 'RiskProfileActivated'; readonly at: Date }
  | { readonly type: 'RiskProfileSuspended'; readonly by: string; readonly why: string }
  | { readonly type: 'RiskProfileRetired'; readonly at: Date; readonly why: string };

type ProfileDecision = Decision<RiskProfileEvent>;

/** Saves version 1 as a draft. Refuses content that is incomplete or whose expression is bad (art. 217(5), 219.1). */
export function draftProfile(
  number: string,
  content: RiskProfileContent,
  author: ProfileOfficer,
): ProfileDecision {
  return draftVersion(number, 1, content, author);
}

/** A change of an approved version is a new version; the old one runs until the new is active (art. 217(9), R-RSK-020). */
export function reviseProfile(
  profile: RiskProfile,
  content: RiskProfileContent,
  author: ProfileOfficer,
): ProfileDecision {
  const wrongState = stateOtherThan(profile, 'APPROVED', 'ACTIVE', 'SUSPENDED');
  if (wrongState) return decide([wrongState], () => []);
  return draftVersion(profile.number, profile.version + 1, content, author);
}

function draftVersion(
  number: string,
  version: number,
  content: RiskProfileContent,
  author: ProfileOfficer,
): ProfileDecision {
  return decide(objectionsToContent(content), () => [
    { type: 'ProfileDrafted', number, version, content, level: levelOf(content), author: author.userId },
  ]);
}

/** Changes a draft. An approved version is immutable: RSK_PROFILE_STATE (R-RSK-020). */
export function changeDraft(
  profile: RiskProfile,
  content: RiskProfileContent,
  author: ProfileOfficer,
): ProfileDecision {
  return decide([stateOtherThan(profile, 'DRAFT'), ...objectionsToContent(content)], () => [
    { type: 'ProfileChanged', content, level: levelOf(content), author: author.userId },
  ]);
}

function levelOf(content: RiskProfileContent): RiskLevel {
  return riskLevel(content.likelihood, content.consequence);
}

export function submitProfile(profile: RiskProfile, author: ProfileOfficer): ProfileDecision {
  return decide([stateOtherThan(profile, 'DRAFT'), ...objectionsToContent(profile.content)], () => [
    { type: 'ProfileSubmitted', by: author.userId },
  ]);
}

export function returnProfile(profile: RiskProfile, approver: ProfileOfficer, why: string): ProfileDecision {
  return decide([stateOtherThan(profile, 'IN_REVIEW'), reasonMissing(why)], () => [
    { type: 'ProfileReturned', by: approver.userId, why },
  ]);
}

/**
 * Approves a version (art. 219.3). The approver is not the author (R-RSK-019); a territorial subdivision approves only
 * a profile of its own area, else RSK_PROFILE_SCOPE (R-RSK-013).
 */
export function approveProfile(profile: RiskProfile, approver: ProfileOfficer, now: Date): ProfileDecision {
  return decide(
    [
      stateOtherThan(profile, 'IN_REVIEW'),
      when(approver.userId === profile.author, reasons.RSK_PROFILE_OWN_AUTHOR),
      outsideArea(profile, approver),
      ...objectionsToContent(profile.content),
    ],
    () => [{ type: 'ProfileApproved', by: approver.userId, at: now }],
  );
}

/** Puts an approved version into force inside its validity; also resumes a suspended one. */
export function activateProfile(profile: RiskProfile, now: Date): ProfileDecision {
  return decide(
    [
      stateOtherThan(profile, 'APPROVED', 'SUSPENDED'),
      when(!isValidAt(profile.content, now), reasons.RSK_PROFILE_VALIDITY),
    ],
    () => [{ type: 'RiskProfileActivated', at: now }],
  );
}

/** Suspends an active profile; not one of Commission origin while its decision stands: RSK_UNION_LOCKED (art. 216.4). */
export function suspendProfile(
  profile: RiskProfile,
  approver: ProfileOfficer,
  why: string,
  unionDecisionInForce: boolean,
): ProfileDecision {
  return decide(
    [
      stateOtherThan(profile, 'ACTIVE'),
      reasonMissing(why),
      outsideArea(profile, approver),
      unionLocked(profile, unionDecisionInForce),
    ],
    () => [{ type: 'RiskProfileSuspended', by: approver.userId, why }],
  );
}

/** Retires a profile by an approver or, past `validTo`, by the clock; RSK_UNION_LOCKED as for suspension (art. 216.4). */
export function retireProfile(
  profile: RiskProfile,
  now: Date,
  why: string,
  unionDecisionInForce: boolean,
): ProfileDecision {
  return decide(
    [
      stateOtherThan(profile, 'ACTIVE', 'SUSPENDED'),
      reasonMissing(why),
      unionLocked(profile, unionDecisionInForce),
    ],
    () => [{ type: 'RiskProfileRetired', at: now, why }],
  );
}

function stateOtherThan(profile: RiskProfile, ...open: readonly ProfileStatus[]): Reason | undefined {
  return when(!open.includes(profile.status), reasons.RSK_PROFILE_STATE, {
    parameters: { status: profile.status },
  });
}

function reasonMissing(why: string): Reason | undefined {
  return when(why.trim() === '', reasons.RSK_REASON_MISSING, { pointer: '/why' });
}

/** RSK_PROFILE_SCOPE for an officer of one area and a profile that fires elsewhere too (R-RSK-013). */
export function outsideArea({ content }: RiskProfile, officer: ProfileOfficer): Reason | undefined {
  if (officer.area === CENTRAL) return undefined;
  const own = content.scope === 'REGIONAL' && content.regions.every((region) => region === officer.area);
  return own ? undefined : reason(reasons.RSK_PROFILE_SCOPE, { parameters: { area: officer.area } });
}

function unionLocked({ content }: RiskProfile, unionDecisionInForce: boolean): Reason | undefined {
  return when(content.origin === 'UNION_COMMISSION' && unionDecisionInForce, reasons.RSK_UNION_LOCKED);
}

const NEXT_STATUS = {
  ProfileSubmitted: 'IN_REVIEW',
  ProfileReturned: 'DRAFT',
  ProfileApproved: 'APPROVED',
  RiskProfileActivated: 'ACTIVE',
  RiskProfileSuspended: 'SUSPENDED',
  RiskProfileRetired: 'RETIRED',
} as const;

/** The profile after an event. @throws Error when a change comes before the draft: a bug. */
export function evolveProfile(profile: RiskProfile | undefined, event: RiskProfileEvent): RiskProfile {
  if (event.type === 'ProfileDrafted') {
    const { number, version, content, level, author } = event;
    return { number, version, status: 'DRAFT', content, level, author };
  }
  if (!profile) throw new Error(`${event.type} before ProfileDrafted`);
  if (event.type === 'ProfileChanged') {
    return { ...profile, content: event.content, level: event.level, author: event.author };
  }
  const approval = event.type === 'ProfileApproved' ? { approvedBy: event.by, approvedAt: event.at } : {};
  return { ...profile, ...approval, status: NEXT_STATUS[event.type] };
}

/** R-RSK-012: the active profiles of a stage that hold at an instant in an area, in order of priority. */
export function profilesInForce<P extends RiskProfile>(
  profiles: readonly P[],
  stage: RiskProfileContent['stage'],
  territorialUnit: string,
  at: Date,
): readonly P[] {
  return profiles
    .filter(({ status, content }) => status === 'ACTIVE' && content.stage === stage && isValidAt(content, at))
    .filter(({ content }) => content.scope === 'NATIONAL' || content.regions.includes(territorialUnit))
    .sort((a, b) => a.content.priority - b.content.priority || a.number.localeCompare(b.number));
}
