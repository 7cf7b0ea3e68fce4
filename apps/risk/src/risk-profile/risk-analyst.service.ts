/** For which area an analyst decides (R-RSK-013). */
import { Inject, Injectable } from '@nestjs/common';
import { NotYours, type Principal } from '@shekara/auth';
import { LegalCalendar } from '@shekara/calendar';
import type { Clock } from '@shekara/kernel';
import { CLOCK } from '@shekara/persistence';
import type { ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { confidentialityReasons, refuseUnlessCleared } from '../risk-evaluation/confidentiality.js';
import { CENTRAL, type ProfileOfficer } from './risk-profile.js';

@Injectable()
export class RiskAnalysts {
  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The territorial subdivision that a customs body belongs to on a legal date; the body itself where it is none's. */
  territorialUnit(customsBody: string, on: string): string {
    return this.reference.customsBodies.find(customsBody, on)?.superior ?? customsBody;
  }

  /**
   * An analyst whose posts lie in one territorial subdivision decides for it; one without posts, or with posts of
   * several, for the whole country. @throws NotYours RSK_CONFIDENTIAL, 403, for a reader who is not cleared.
   */
  officer(principal: Principal): ProfileOfficer {
    if (refuseUnlessCleared(principal.roles))
      throw new NotYours(confidentialityReasons.RSK_CONFIDENTIAL, 403);
    const today = this.calendar.civilDate(this.clock.now());
    const [unit, ...more] = new Set(principal.posts.map((post) => this.territorialUnit(post, today)));
    return { userId: principal.subject, area: unit === undefined || more.length > 0 ? CENTRAL : unit };
  }
}
