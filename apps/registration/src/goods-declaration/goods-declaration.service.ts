/** Filing a goods declaration (art. 277, 288): registered with its number or refused with every reason, in one request. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { LegalCalendar } from '@shekara/calendar';
import { DeclarationRegisteredSchema, DeclarationRegistrationRefusedSchema } from '@shekara/contracts';
import { Deadlines } from '@shekara/deadlines';
import { art, type Decision, declarationNumber, type LegalRef, type Reason } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import { canonicalJson, type Work } from '@shekara/persistence';
import { officeCalendarOf, type ReferenceData } from '@shekara/reference-data';
import { REFERENCE_DATA } from '@shekara/service-kit';
import type { ArrivalNoticeEntity } from '../arrival-notice/arrival-notice.entity.js';
import { ArrivalNoticeService } from '../arrival-notice/arrival-notice.service.js';
import { DocumentNumbers } from '../document-number/document-numbers.repository.js';
import {
  findRegisterEntry,
  type RegisterEntryStatus,
} from '../register-projection/register-projection.repository.js';
import { declaredAnew } from '../withdrawal/withdrawal.repository.js';
import { startReleaseDeadlines } from '../release/release.deadlines.js';
import { openReleaseCase } from '../release/release-conditions.js';
import type { DeclarationDraft } from './declaration-draft.js';
import type { ArrivalFact, FilingFacts, FilingLaw, RepresentativeFact } from './filing-facts.js';
import {
  contentDefects,
  type DeclarationRegistered,
  fileDeclaration,
  registrationRefused,
} from './goods-declaration.js';
import type { GoodsDeclarationEntity, KeptReason } from './goods-declaration.entity.js';
import {
  declarationRegistered,
  notifyStatus,
  registrationRefusedMessage,
} from './goods-declaration.events.js';
import { addDeclaration, type RegisteredDeclaration } from './goods-declaration.repository.js';
import { FILING_NOT_SERVED } from './registration-refusal.js';

const REGISTRATION_ARTICLE = art(288, 3);
const REGISTRATION_REFUSAL_ARTICLE = art(288, 4);
export const DECLARATION_STREAM = 'GoodsDeclaration';

/** The register of customs representatives (list REGISTER_KIND). */
const REPRESENTATIVES = 'REP';
const STATUS_OF_REPRESENTATIVE: Record<RegisterEntryStatus, RepresentativeFact['status']> = {
  INCLUDED: 'ACTIVE',
  SUSPENDED: 'SUSPENDED',
  EXCLUDED: 'EXCLUDED',
};

/**
 * No list of export duties or of temporary export goods is loaded yet: every export then has the term of four hours,
 * which binds the customs body only (R-DEC-178), and no temporary export has it.
 */
const NO_EXPORT_MEASURES: FilingLaw['exportMeasures'] = {
  owesExportDuty: () => false,
  onTemporaryExportList: () => false,
};

export interface Filing {
  readonly draft: Omit<DeclarationDraft, 'declarationId'>;
  readonly arrivalNoticeNumber?: string;
  /** The request carries a signature. */
  readonly signed: boolean;
  /** BIN or IIN of the organisation whose token files. */
  readonly filer: string;
}

export interface FiledDeclaration {
  readonly decision: Decision<DeclarationRegistered>;
  /** Absent when nothing was filed: the platform does not serve the feature. */
  readonly entity?: GoodsDeclarationEntity;
}

@Injectable()
export class GoodsDeclarationService {
  private readonly law: FilingLaw;

  constructor(
    @Inject(REFERENCE_DATA) private readonly reference: ReferenceData,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(ArrivalNoticeService) private readonly arrivals: ArrivalNoticeService,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(DocumentNumbers) private readonly numbers: DocumentNumbers,
  ) {
    this.law = { reference, calendar, exportMeasures: NO_EXPORT_MEASURES, reductions: [] };
  }

  /** Files at the moment of the work (R-DEC-011), without an official (R-DEC-088). */
  async file(work: Work, filing: Filing): Promise<FiledDeclaration> {
    const draft: DeclarationDraft = { ...filing.draft, declarationId: uuidv7() };
    const notice = await this.noticeOf(work, filing, draft);
    const facts = await this.factsOf(work, filing, draft, notice);
    const decision = fileDeclaration(draft, facts, work.context.at, this.law);
    if (!decision.accepted) {
      const [{ code }] = decision.reasons;
      if (code === FILING_NOT_SERVED.FEATURE_NOT_SERVED.code) return { decision };
      const entity = await this.refuse(work, filing, draft, notice, decision.reasons);
      return { decision, entity };
    }
    const [event] = decision.events;
    if (event?.type !== 'DeclarationRegistered')
      throw new Error('an electronic filing is registered or refused');
    const entity = await this.register(work, filing, draft, notice, event);
    return { decision: { accepted: true, events: [event] }, entity };
  }

  /** What would stop a changed declaration from being registered, by the law of the day of its registration (R-DEC-049). */
  defectsOfChange(
    { registeredAt, releaseCase }: RegisteredDeclaration,
    draft: DeclarationDraft,
  ): readonly Reason[] {
    const on = this.calendar.civilDate(registeredAt, releaseCase.term.counted.timeZone);
    return contentDefects(draft, registeredAt, on, this.law);
  }

  /** The notice of the goods, locked; only one whose consignee declares (art. 248.2, 284.1). */
  private async noticeOf(
    work: Work,
    { arrivalNoticeNumber }: Filing,
    draft: DeclarationDraft,
  ): Promise<ArrivalNoticeEntity | undefined> {
    if (!arrivalNoticeNumber) return undefined;
    const notice = await this.arrivals.byNumber(work, arrivalNoticeNumber);
    const consignee = draft.declarant?.identification;
    return notice && consignee && notice.consigneeNumber === consignee ? notice : undefined;
  }

  private async factsOf(
    work: Work,
    { signed, filer }: Filing,
    draft: DeclarationDraft,
    notice: ArrivalNoticeEntity | undefined,
  ): Promise<FilingFacts> {
    const body = this.reference.customsBodies.find(
      draft.officeCode ?? '',
      this.calendar.civilDate(work.context.at),
    );
    return {
      filerIdentification: filer,
      signature: signed ? 'VALID' : 'MISSING',
      office: body && { code: body.code, calendar: officeCalendarOf(body) },
      representative: await representativeOf(work, draft),
      arrival: notice && arrivalOf(notice),
    };
  }

  /** Art. 288.3, 288.7: number, term of release and release case; the goods count as declared (R-ARR-077). */
  private async register(
    work: Work,
    filing: Filing,
    draft: DeclarationDraft,
    notice: ArrivalNoticeEntity | undefined,
    event: DeclarationRegistered,
  ): Promise<GoodsDeclarationEntity> {
    const declaredBefore = notice?.outcome === 'DECLARED';
    if (notice && !declaredBefore) {
      await this.arrivals.recordOutcome(work, notice, 'DECLARED', event.filedAt);
    }
    const serial = await this.numbers.next('GOODS_DECLARATION', event.customsBody, event.legalDate);
    const entity = await addDeclaration(work, {
      ...filed(work, filing, draft, notice),
      number: declarationNumber(event.customsBody, event.legalDate, serial),
      status: 'REGISTERED',
      reasons: [],
      releaseCase: openReleaseCase(draft, event, true),
      registeredAt: event.registeredAt,
      releaseDueAt: event.releaseTerm.dueAt,
      decidedAt: null,
      decidedBy: null,
    });
    if (notice && declaredBefore) await declaredAnew(work, notice, entity.number ?? '');
    await startReleaseDeadlines(this.deadlines, work, entity, event.releaseTerm);
    const { caseId } = entity;
    const options = { caseId, ground: REGISTRATION_ARTICLE };
    this.outbox.publish(
      work,
      DeclarationRegisteredSchema,
      declarationRegistered(entity, draft, event),
      options,
    );
    notifyStatus(this.outbox, work, entity, { ground: REGISTRATION_ARTICLE });
    const { declarationId: _declarationId, type, ...registration } = event;
    this.record(
      work,
      entity,
      type,
      { ...registration, number: entity.number, draft: digestOf(draft) },
      REGISTRATION_ARTICLE,
    );
    return entity;
  }

  /** Art. 288.4 to 288.6: recorded with every reason, without a number; it counts as not filed. */
  private async refuse(
    work: Work,
    filing: Filing,
    draft: DeclarationDraft,
    notice: ArrivalNoticeEntity | undefined,
    reasons: readonly [Reason, ...Reason[]],
  ): Promise<GoodsDeclarationEntity> {
    const event = registrationRefused(draft, reasons, work.context.at, work.context.at);
    const kept = reasons.map(keptReason);
    const entity = await addDeclaration(work, {
      ...filed(work, filing, draft, notice),
      number: null,
      status: 'REGISTRATION_REFUSED',
      reasons: kept,
      releaseCase: null,
      registeredAt: null,
      releaseDueAt: null,
      decidedAt: event.decidedAt,
      decidedBy: work.context.actor,
    });
    this.outbox.publish(
      work,
      DeclarationRegistrationRefusedSchema,
      registrationRefusedMessage(entity, reasons, event.decidedAt),
      { caseId: entity.caseId, ground: REGISTRATION_REFUSAL_ARTICLE },
    );
    notifyStatus(this.outbox, work, entity, { reasons, ground: REGISTRATION_REFUSAL_ARTICLE });
    const payload = { automatic: event.automatic, reasons: kept, draft: digestOf(draft) };
    this.record(work, entity, event.type, payload, REGISTRATION_REFUSAL_ARTICLE);
    return entity;
  }

  private record(
    work: Work,
    entity: GoodsDeclarationEntity,
    type: string,
    payload: unknown,
    ground: LegalRef,
  ): void {
    const { id, caseId } = entity;
    work.record({ stream: DECLARATION_STREAM, streamId: id, caseId, type, payload, ground });
  }
}

async function representativeOf(
  work: Work,
  draft: DeclarationDraft,
): Promise<RepresentativeFact | undefined> {
  const registerNumber = draft.representative?.registerNumber;
  if (!registerNumber) return undefined;
  const entry = await findRegisterEntry(work, REPRESENTATIVES, registerNumber);
  return (
    entry && {
      registerNumber,
      identification: entry.identificationNumber,
      status: STATUS_OF_REPRESENTATIVE[entry.status],
    }
  );
}

/** Goods of a closed notice were released already: they are presented no more. */
function arrivalOf(notice: ArrivalNoticeEntity): ArrivalFact | undefined {
  if (notice.status === 'CLOSED') return undefined;
  return {
    noticeNumber: notice.number,
    status: notice.status === 'ACCEPTED' ? 'ACCEPTED' : 'RETURNED',
    presentedAt: notice.presentedAt ?? undefined,
  };
}

function filed(
  work: Work,
  { filer }: Filing,
  draft: DeclarationDraft,
  notice: ArrivalNoticeEntity | undefined,
) {
  return {
    id: draft.declarationId,
    caseId: notice?.caseId ?? uuidv7(),
    customsBody: draft.officeCode ?? '',
    declarantNumber: draft.declarant?.identification ?? filer,
    representativeNumber: draft.representative?.identification ?? '',
    arrivalNoticeNumber: notice?.number ?? '',
    filedBy: work.context.actor,
    draft,
    contentVersion: 1,
    openWorkItem: null,
    filedAt: work.context.at,
  };
}

export function keptReason({ code, article, pointer, parameters }: Reason): KeptReason {
  return { code, article, pointer, parameters };
}

/** SHA-256 of what was filed, hex: a later change of the stored declaration shows against the history. */
export function digestOf(draft: DeclarationDraft): { readonly sha256: string } {
  return { sha256: createHash('sha256').update(canonicalJson(draft)).digest('hex') };
}
