/** What makes an evaluation: an accepted arrival notice, a registered declaration (R-RSK-030); and who is an AEO or in arrears. */
import { Controller, Inject } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { checkpointRoundTheClock, LegalCalendar } from '@shekara/calendar';
import {
  type ArrivalNoticeAccepted,
  ArrivalNoticeAcceptedSchema,
  type ArrearsStatusChanged,
  ArrearsStatusChangedSchema,
  type DeclarationRegistered,
  DeclarationRegisteredSchema,
  instantOf,
  type RegisterEntryChanged,
  RegisterEntryChangedSchema,
} from '@shekara/contracts';
import {
  type BatchContext,
  type Delivered,
  type MessageContext,
  OnMessage,
  OnMessages,
} from '@shekara/messaging';
import { officeCalendarOf, type ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import { arrivalControlTerm } from './arrival-control-term.js';
import { arrivalView, declarationView } from './document-facts.js';
import { PersonRecords } from './person-records.service.js';
import { RiskEvaluationService } from './risk-evaluation.service.js';

const AEO_REGISTER = 'AEO';

@Controller()
export class RiskEvaluationConsumer {
  constructor(
    @Inject(RiskEvaluationService) private readonly evaluations: RiskEvaluationService,
    @Inject(PersonRecords) private readonly persons: PersonRecords,
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
  ) {}

  /** Art. 216.1: at the border the carrier is the person whose activity is looked at. */
  @OnMessage(ArrivalNoticeAcceptedSchema)
  async arrivalNoticeAccepted(
    @Payload() notice: ArrivalNoticeAccepted,
    @Ctx() { work }: MessageContext,
  ): Promise<void> {
    const lodgedAt = instantOf(notice.lodgedAt);
    const body = this.reference.customsBodies.find(notice.customsBody, this.calendar.civilDate(lodgedAt));
    const office = body ? officeCalendarOf(body) : checkpointRoundTheClock(notice.customsBody);
    await this.evaluations.evaluate(work, {
      subjectId: notice.noticeId,
      caseId: notice.caseId,
      documentNumber: notice.noticeNumber,
      customsBody: notice.customsBody,
      person: notice.carrier?.identificationNumber ?? '',
      view: (person) => arrivalView(notice, person),
      controlDueAt: arrivalControlTerm(notice.mode, lodgedAt, office, this.calendar).endsAt,
    });
  }

  /** R-RSK-008: every registered declaration is evaluated; control has to end inside the term of release (R-RSK-040). */
  @OnMessage(DeclarationRegisteredSchema)
  async declarationRegistered(
    @Payload() declaration: DeclarationRegistered,
    @Ctx() { work }: MessageContext,
  ): Promise<void> {
    await this.evaluations.evaluate(work, {
      subjectId: declaration.declarationId,
      caseId: declaration.caseId,
      documentNumber: declaration.number,
      customsBody: declaration.customsBody,
      person: declaration.declarant?.identificationNumber ?? '',
      view: (person) => declarationView(declaration, person),
      controlDueAt: instantOf(declaration.releaseDueAt),
    });
  }

  /** Art. 62: inclusion in the register, its suspension and exclusion. */
  @OnMessages(RegisterEntryChangedSchema)
  async registerEntriesChanged(
    @Payload() delivered: readonly Delivered<RegisterEntryChanged>[],
    @Ctx() { work }: BatchContext,
  ): Promise<void> {
    const said = delivered.flatMap(({ message: { register, person, status, version } }) =>
      register === AEO_REGISTER && person && person.identificationNumber !== ''
        ? [{ person: person.identificationNumber, included: status === 'INCLUDED', entryVersion: version }]
        : [],
    );
    await this.persons.setAeo(work, said);
  }

  /** Art. 62(3), 195.3: a debt, interest or penalty interest of a person opened or closed. */
  @OnMessages(ArrearsStatusChangedSchema)
  async arrearsChanged(
    @Payload() delivered: readonly Delivered<ArrearsStatusChanged>[],
    @Ctx() { work }: BatchContext,
  ): Promise<void> {
    await this.persons.setArrears(
      work,
      delivered.map(({ message: { payer, present, version } }) => ({ person: payer, present, version })),
    );
  }
}
