/** Lodging and curing storage documents; registering them opens the lot: load, decide, save, publish. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { LegalCalendar } from '@shekara/calendar';
import { StorageDocumentsRegisteredSchema, timestampOf } from '@shekara/contracts';
import { Deadlines } from '@shekara/deadlines';
import { art, type Decision } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import type { ExpectedConsignmentEntity } from '../expected-consignment/expected-consignment.entity.js';
import { declarationRegistered, evolve } from '../storage-lot/storage-lot.js';
import { StorageLotEntity } from '../storage-lot/storage-lot.entity.js';
import { StorageLotService } from '../storage-lot/storage-lot.service.js';
import { STORAGE_TERM, STORAGE_TERM_ARTICLE, storageTerm } from '../storage-term/storage-term.js';
import type { StoragePlace } from '../warehouse/storage-place.js';
import { REGISTRATION_ARTICLE, registrationHour } from './registration-term.js';
import { StorageDocumentSetEntity } from './storage-document-set.entity.js';
import {
  checkStorageDocuments,
  type StorageDocumentSet,
  type StorageDocumentsRegisteredEvent,
  type StorageGoods,
} from './storage-documents.js';

const LODGING_ARTICLE = art(267, 1);
const BEGINNING_ARTICLE = art(267, 3);
const STREAM = 'StorageDocumentSet';

/** What the set is lodged for: read and locked by the caller. */
export interface Lodging {
  readonly consignment: ExpectedConsignmentEntity;
  readonly place: StoragePlace | undefined;
  readonly submitterNumber: string;
}

export interface LodgedSet {
  readonly set: StorageDocumentSetEntity;
  readonly decision: Decision<StorageDocumentsRegisteredEvent>;
  /** The lot that registration opened. */
  readonly lot?: StorageLotEntity;
}

@Injectable()
export class StorageDocumentsService {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(StorageLotService) private readonly lots: StorageLotService,
  ) {}

  /** Art. 267.1, 267.2: stamps the lodging; registers the set and opens the lot, or returns it with every defect. */
  lodge(work: Work, documents: StorageDocumentSet, lodging: Lodging): Promise<LodgedSet> {
    const { at, actor } = work.context;
    const set = work.manager.create(StorageDocumentSetEntity, {
      id: uuidv7(),
      arrivalNoticeNumber: documents.arrivalNoticeNumber,
      caseId: lodging.consignment.caseId,
      submitterNumber: lodging.submitterNumber,
      lodgedBy: actor,
      lodgedAt: at,
      registrationNumber: null,
      registeredAt: null,
      lotId: null,
    });
    return this.check(work, set, documents, lodging);
  }

  /** Art. 267.1: the submitter cures a returned set; the moment of lodging stays, the hour starts anew (R-TST-012). */
  supplement(
    work: Work,
    set: StorageDocumentSetEntity,
    documents: StorageDocumentSet,
    lodging: Lodging,
  ): Promise<LodgedSet> {
    return this.check(work, set, documents, lodging);
  }

  private async check(
    work: Work,
    set: StorageDocumentSetEntity,
    documents: StorageDocumentSet,
    lodging: Lodging,
  ): Promise<LodgedSet> {
    const { consignment, place } = lodging;
    const { at } = work.context;
    const decision = checkStorageDocuments(documents, {
      submitterNumber: lodging.submitterNumber,
      carrierNumber: consignment.carrierNumber,
      consigneeNumber: consignment.consigneeNumber,
      place,
      on: this.calendar.civilDate(at),
      stored: (await this.lots.byNotice(work, consignment.arrivalNoticeNumber)) !== undefined,
      released: consignment.declarationStatus === 'RELEASED',
    });
    set.documents = documents;
    set.placeNumber = documents.placeNumber;
    set.registerBy = registrationHour(at, this.calendar).endsAt;
    if (!decision.accepted || !place) {
      set.status = 'RETURNED';
      await work.manager.save(set);
      this.record(work, set, 'StorageDocumentsReturned', {
        documents,
        defects: decision.accepted ? [] : decision.reasons.map(({ code, pointer }) => ({ code, pointer })),
      });
      return { set, decision };
    }
    const customsBody = place.customsBody === '' ? consignment.customsBody : place.customsBody;
    set.status = 'REGISTERED';
    set.registeredAt = at;
    set.registrationNumber = await this.nextNumber(work, customsBody);
    set.lotId = uuidv7();
    const goods = decision.events.flatMap((event) => event.goods);
    const lot = await this.openLot(work, set, { customsBody, place, consignment, goods });
    await work.manager.save(set);
    this.record(work, set, 'StorageDocumentsRegistered', { documents, lotId: lot.id });
    return { set, decision, lot };
  }

  /** Art. 267.3, 268.3: storage begins on the day of registration and its term runs from the next. */
  private async openLot(
    work: Work,
    set: StorageDocumentSetEntity,
    {
      customsBody,
      place,
      consignment,
      goods,
    }: {
      customsBody: string;
      place: StoragePlace;
      consignment: ExpectedConsignmentEntity;
      goods: readonly StorageGoods[];
    },
  ): Promise<StorageLotEntity> {
    const { at } = work.context;
    const office = this.lots.officeOf(customsBody, this.calendar.civilDate(at));
    const { term, longest } = storageTerm('GENERAL', at, office, this.calendar);
    const lot = work.manager.create(StorageLotEntity, {
      id: set.lotId ?? uuidv7(),
      registrationNumber: set.registrationNumber ?? '',
      caseId: consignment.caseId,
      arrivalNoticeNumber: consignment.arrivalNoticeNumber,
      placeNumber: place.number,
      keeperNumber: place.keeperNumber,
      carrierNumber: consignment.carrierNumber,
      consigneeNumber: consignment.consigneeNumber,
      customsBody,
      state: 'REGISTERED',
      lines: goods.map(({ line, name, packageCount, grossWeightKg }) => ({
        line,
        name,
        packages: packageCount,
        grossWeightKg: grossWeightKg ?? '0',
      })),
      registeredAt: at,
      termCategory: 'GENERAL',
      lastDay: term.lastDay,
      termEndsAt: term.endsAt,
      longestDay: longest.lastDay,
      placedAt: null,
      placedBy: null,
      declarationNumber: null,
      extensionPending: false,
      endedAt: null,
      exitGround: null,
      exitDocument: null,
    });
    if (consignment.declarationStatus === 'REGISTERED' && consignment.declarationFiledAt) {
      const declared = declarationRegistered(lot, consignment.declarationFiledAt);
      if (declared) lot.state = evolve(declared);
      lot.declarationNumber = consignment.declarationNumber;
    }
    await work.manager.save(lot);
    await this.deadlines.start(work, {
      kind: STORAGE_TERM,
      subjectId: lot.id,
      caseId: lot.caseId,
      article: STORAGE_TERM_ARTICLE,
      startedAt: at,
      dueAt: term.endsAt,
      term,
    });
    this.outbox.publish(
      work,
      StorageDocumentsRegisteredSchema,
      {
        lotId: lot.id,
        caseId: lot.caseId,
        arrivalNoticeNumber: lot.arrivalNoticeNumber,
        placeNumber: lot.placeNumber,
        customsBody,
        registeredAt: timestampOf(at),
        lastDay: lot.lastDay,
        lodgedAt: timestampOf(set.lodgedAt),
      },
      { caseId: lot.caseId, ground: BEGINNING_ARTICLE },
    );
    return lot;
  }

  /** `customs body/ddmmyy/S and six digits`, counted per body and day, without gaps. */
  private async nextNumber(work: Work, customsBody: string): Promise<string> {
    const day = this.calendar.civilDate(work.context.at);
    const [row] = await work.manager.query<{ last: number }[]>(
      `INSERT INTO storage_serials (customs_body, day, last) VALUES ($1, $2, 1)
       ON CONFLICT (customs_body, day) DO UPDATE SET last = storage_serials.last + 1 RETURNING last`,
      [customsBody, day],
    );
    if (!row) throw new Error(`no serial at ${customsBody}`);
    const [year = '', month = '', date = ''] = day.split('-');
    return `${customsBody}/${date}${month}${year.slice(2)}/S${row.last.toString().padStart(6, '0')}`;
  }

  private record(work: Work, set: StorageDocumentSetEntity, type: string, payload: unknown): void {
    const ground = set.status === 'REGISTERED' ? REGISTRATION_ARTICLE : LODGING_ARTICLE;
    work.record({ stream: STREAM, streamId: set.id, caseId: set.caseId, type, payload, ground });
  }
}
