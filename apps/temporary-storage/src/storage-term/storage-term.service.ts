/** Extensions of the storage term and its end: load, decide, save. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Principal } from '@shekara/auth';
import { LegalCalendar } from '@shekara/calendar';
import { Deadlines } from '@shekara/deadlines';
import { type Decision, reason, type Reason } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { lotReasons } from '../storage-lot/lot-reasons.js';
import { inStorage, termEnds } from '../storage-lot/storage-lot.js';
import type { StorageLotEntity } from '../storage-lot/storage-lot.entity.js';
import { StorageLotService } from '../storage-lot/storage-lot.service.js';
import {
  EXTENSION_ITEM,
  EXTENSION_OVERDUE_ITEM,
  STORAGE_OFFICER,
  TERM_EXPIRED_ITEM,
} from '../storage-lot/storage-work.js';
import { type ExtensionRequest, type ExtensionRequested, requestExtension } from './extension.js';
import { ExtensionRequestEntity } from './extension-request.entity.js';
import { EXPIRY_ARTICLE, extendedTerm, EXTENSION_ARTICLE, STORAGE_TERM } from './storage-term.js';

const STREAM = 'StorageLot';

export interface RequestedExtension {
  readonly decision: Decision<ExtensionRequested>;
  readonly request?: ExtensionRequestEntity;
}

export interface ExtensionVerdict {
  readonly granted: boolean;
  readonly reason: string;
}

@Injectable()
export class StorageTermService {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(StorageLotService) private readonly lots: StorageLotService,
  ) {}

  /** Art. 268.2: takes a request and puts it before an officer, or refuses it; the term itself does not move. */
  async request(
    work: Work,
    lot: StorageLotEntity,
    asked: ExtensionRequest & { readonly reason: string },
    entitled: boolean,
  ): Promise<RequestedExtension> {
    const { at, actor } = work.context;
    const decision = requestExtension(asked, {
      entitled,
      inTime: at <= lot.termEndsAt && lot.state !== 'EXPIRED',
      lastDay: lot.lastDay,
      longestDay: lot.longestDay,
      undecidedRequest: lot.extensionPending,
    });
    if (!decision.accepted) return { decision };
    const newEnd = decision.events.map((event) => event.newEnd).join();
    const request = work.manager.create(ExtensionRequestEntity, {
      id: uuidv7(),
      lotId: lot.id,
      requestedBy: actor,
      requestedEnd: asked.requestedEnd,
      acceptsLess: asked.acceptsLess,
      reason: asked.reason,
      lodgedAt: at,
      newEnd,
      decision: 'NONE',
      decidedBy: null,
      decidedAt: null,
      decisionReason: null,
    });
    lot.extensionPending = true;
    await work.manager.save(request);
    await work.manager.save(lot);
    await this.workItems.open(work, {
      kind: EXTENSION_ITEM,
      role: STORAGE_OFFICER,
      customsBody: lot.customsBody,
      subject: STREAM,
      subjectId: lot.id,
      caseId: lot.caseId,
      title: `Extend storage of ${lot.registrationNumber} to ${newEnd}`,
      article: EXTENSION_ARTICLE,
      dueAt: lot.termEndsAt,
    });
    this.record(work, lot, 'ExtensionRequested', { requestId: request.id, ...asked, newEnd });
    return { decision, request };
  }

  /**
   * Art. 268.2: the officer who claimed the request decides. Granted, the term moves to the new day; refused after the old
   * term ran out, the lot expires at once (R-TST-050). Answers the reason when nothing is there to decide any more.
   */
  async decide(
    work: Work,
    lot: StorageLotEntity,
    request: ExtensionRequestEntity,
    officer: Principal,
    verdict: ExtensionVerdict,
  ): Promise<Reason | undefined> {
    if (lot.state === 'ISSUED') return reason(lotReasons.LOT_ENDED);
    const granted = request.newEnd < request.requestedEnd ? 'PARTLY' : 'GRANTED';
    request.decision = verdict.granted ? granted : 'REFUSED';
    request.decidedBy = officer.subject;
    request.decidedAt = work.context.at;
    request.decisionReason = verdict.reason;
    await this.workItems.complete(work, EXTENSION_ITEM, lot.id, officer, request.decision);
    await this.workItems.cancel(work, EXTENSION_OVERDUE_ITEM, lot.id, request.decision);
    lot.extensionPending = false;
    if (verdict.granted) await this.extend(work, lot, request.newEnd);
    await work.manager.save(request);
    await work.manager.save(lot);
    this.record(work, lot, verdict.granted ? 'TermExtended' : 'ExtensionRefused', {
      requestId: request.id,
      decision: request.decision,
      lastDay: lot.lastDay,
      reason: verdict.reason,
    });
    const expired = termEnds(lot, work.context.at);
    if (expired) await this.lots.apply(work, lot, expired);
    return undefined;
  }

  private async extend(work: Work, lot: StorageLotEntity, newEnd: string): Promise<void> {
    const office = this.lots.officeOf(lot.customsBody, this.calendar.civilDate(work.context.at));
    const term = extendedTerm(newEnd, office, this.calendar);
    lot.lastDay = term.lastDay;
    lot.termEndsAt = term.endsAt;
    if (lot.state === 'EXPIRED') {
      lot.state = inStorage(lot);
      await this.workItems.cancel(work, TERM_EXPIRED_ITEM, lot.id, 'EXTENDED');
    }
    await this.deadlines.start(work, {
      kind: STORAGE_TERM,
      subjectId: lot.id,
      caseId: lot.caseId,
      article: EXTENSION_ARTICLE,
      startedAt: lot.registeredAt,
      dueAt: term.endsAt,
      term,
    });
  }

  /** The term ran out (art. 268.4): the lot expires, or what holds it is brought before the head of the post. */
  async termRanOut(work: Work, lotId: string): Promise<void> {
    const lot = await this.lots.byId(work, lotId);
    if (!lot) throw new Error(`no lot ${lotId}`);
    const event = termEnds(lot, work.context.at);
    if (event) return this.lots.apply(work, lot, event);
    if (!lot.extensionPending || lot.state === 'ISSUED') return;
    await this.workItems.open(work, {
      kind: EXTENSION_OVERDUE_ITEM,
      role: 'HEAD_OF_POST',
      customsBody: lot.customsBody,
      subject: STREAM,
      subjectId: lot.id,
      caseId: lot.caseId,
      title: `Extension of ${lot.registrationNumber} is not decided and its term is over`,
      article: EXPIRY_ARTICLE,
    });
  }

  private record(work: Work, lot: StorageLotEntity, type: string, payload: unknown): void {
    const { id, caseId } = lot;
    work.record({ stream: STREAM, streamId: id, caseId, type, payload, ground: EXTENSION_ARTICLE });
  }
}
