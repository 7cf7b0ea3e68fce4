/** Release of goods whose payments were relieved with use limits: what was taken off sleeps (art. 301.1, 315.2(2)). */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { type CivilDate, LegalCalendar } from '@shekara/calendar';
import { Deadlines } from '@shekara/deadlines';
import { art } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { ContingentAnnouncements } from './contingent-announcements.service.js';
import { CONTINGENT_TERM } from './contingent-closings.service.js';
import {
  columnsOf,
  type ConditionalDeclaration,
  ContingentLiabilities,
  type KeptContingent,
} from './contingent-liabilities.repository.js';
import { type ContingentLiability, leftByRelease } from './contingent-liability.js';

@Injectable()
export class ContingentOpening {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(ContingentLiabilities) private readonly contingents: ContingentLiabilities,
    @Inject(ContingentAnnouncements) private readonly announcements: ContingentAnnouncements,
  ) {}

  /** Opens a liability for each relief with use limits, with the term of its limits (R-PAY-030); nothing for other goods. */
  async goodsReleased(work: Work, declarationId: string, on: CivilDate): Promise<void> {
    const declaration = await this.contingents.conditional(work, declarationId);
    if (!declaration) return;
    const left = leftByRelease(declaration.lines, on, this.calendar);
    const opened = [...left].map(([relief, state]) => keptOf(declaration, relief, state));
    if (opened.length === 0) return;
    for (const kept of await this.contingents.add(work, opened)) {
      this.announcements.opened(work, kept);
      this.runTerm(work, kept);
    }
  }

  private runTerm(work: Work, { entity }: KeptContingent): void {
    const { id: subjectId, caseId, endsOn } = entity;
    if (endsOn === null) return;
    const term = this.calendar.endOnDate({ on: endsOn, article: 'art. 315.2(2)' });
    this.deadlines.begin(work, {
      kind: CONTINGENT_TERM,
      subjectId,
      caseId,
      article: art(315, '2(2)'),
      startedAt: work.context.at,
      dueAt: term.endsAt,
      term,
    });
  }
}

function keptOf(
  { lines, ...declaration }: ConditionalDeclaration,
  relief: string,
  state: ContingentLiability,
): KeptContingent {
  const { article = '' } = lines.find(({ takenOff }) => takenOff.code === relief)?.takenOff ?? {};
  const { sums, left, status } = columnsOf(state);
  const { reason, releasedOn, endsOn = null } = state;
  const id = uuidv7();
  const facts = { reason, relief, article, releasedOn, endsOn };
  return { entity: { id, ...declaration, ...facts, sums, left, status, amount: left, version: 1 }, state };
}
