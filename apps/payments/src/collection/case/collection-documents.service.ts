/** Documents of a case: issued with their number, kept with their state and version (law file, "Collection documents"). */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { LegalCalendar } from '@shekara/calendar';
import type { LegalRef } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import type { CollectionCaseEntity } from './collection-case.entity.js';
import { CollectionAnnouncements } from './collection-announcements.service.js';
import { CollectionCases } from './collection-cases.repository.js';
import {
  CollectionDocumentEntity,
  type CollectionDocumentKind,
  type CollectionDocumentState,
} from './collection-document.entity.js';

@Injectable()
export class CollectionDocuments {
  constructor(
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(CollectionCases) private readonly cases: CollectionCases,
    @Inject(CollectionAnnouncements) private readonly announcements: CollectionAnnouncements,
  ) {}

  /** A document with its number, not saved yet: the act that needs it may still be refused. */
  async prepare(
    work: Work,
    row: CollectionCaseEntity,
    kind: CollectionDocumentKind,
    state: CollectionDocumentState,
    content: object,
  ): Promise<CollectionDocumentEntity> {
    const issuedOn = this.calendar.civilDate(work.context.at);
    return work.manager.create(CollectionDocumentEntity, {
      id: uuidv7(),
      collectionId: row.id,
      kind,
      number: await this.cases.nextNumber(work, row.customsBody, issuedOn, 'D'),
      state,
      content: content as CollectionDocumentEntity['content'],
      issuedOn,
    });
  }

  async issue(
    work: Work,
    row: CollectionCaseEntity,
    document: CollectionDocumentEntity,
    ground: LegalRef,
  ): Promise<void> {
    await work.manager.save(document);
    const { id, kind, number, state, content } = document;
    this.announcements.record(work, row, 'CollectionDocumentIssued', ground, {
      document: number,
      documentId: id,
      kind,
      state,
      content,
    });
  }

  /** Another state of a document, with what is added to its content. */
  async move(
    work: Work,
    row: CollectionCaseEntity,
    document: CollectionDocumentEntity,
    state: CollectionDocumentState,
    ground: LegalRef,
    added: object = {},
  ): Promise<void> {
    document.state = state;
    document.content = { ...document.content, ...added };
    await work.manager.save(document);
    this.announcements.record(work, row, 'CollectionDocumentMoved', ground, {
      document: document.number,
      documentId: document.id,
      state,
      ...added,
    });
  }
}
