/** Rows of cases and documents: locked for a work, or in pages in the order they were opened. */
import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import type { CivilDate } from '@shekara/calendar';
import type { EntityManager, Work } from '@shekara/persistence';
import { CollectionCaseEntity } from './collection-case.entity.js';
import { CollectionDocumentEntity, type CollectionDocumentKind } from './collection-document.entity.js';
import type { CollectionState } from './collection-measures.js';

const LOCK = { mode: 'pessimistic_write' } as const;

export interface CasesWanted {
  readonly payer?: string;
  readonly state?: CollectionState;
  /** Bodies in an officer's scope; undefined for a payer. */
  readonly customsBodies?: readonly string[];
  readonly after?: string;
  readonly limit: number;
}

/** What one case has on its account: debts that are left, and what was collected and not posted yet. */
export type OwedOnAccount = Pick<CollectionCaseEntity, 'id' | 'debts' | 'unposted'>;

@Injectable()
export class CollectionCases {
  /** The case by its id, locked for this work. */
  async hold(work: Work, id: string): Promise<CollectionCaseEntity | undefined> {
    return (await work.manager.findOne(CollectionCaseEntity, { where: { id }, lock: LOCK })) ?? undefined;
  }

  /** Cases of a notice, locked in the order they were opened. */
  holdOfNotice(work: Work, noticeId: string): Promise<CollectionCaseEntity[]> {
    return work.manager.find(CollectionCaseEntity, { where: { noticeId }, order: { id: 'ASC' }, lock: LOCK });
  }

  /** Cases that named a security to guarantees by the id of its reservation, locked in the order they were opened. */
  async holdOfCover(work: Work, caseId: string, coverId: string): Promise<CollectionCaseEntity[]> {
    const rows = await work.manager.query<{ id: string }[]>(
      `SELECT id FROM collection_cases WHERE case_id = $1 AND progress -> 'covers' ? $2 ORDER BY id FOR UPDATE`,
      [caseId, coverId],
    );
    return work.manager.find(CollectionCaseEntity, {
      where: { id: In(rows.map(({ id }) => id)) },
      order: { id: 'ASC' },
    });
  }

  /** Those of the payers who have a case that owes or waits for money, in the order of their numbers; nothing is locked. */
  async payersWaiting(work: Work, payers: readonly string[]): Promise<readonly string[]> {
    const rows = await work.manager.query<{ payer: string }[]>(
      `SELECT DISTINCT payer FROM collection_cases
        WHERE payer = ANY($1::text[]) AND (state <> 'CLOSED' OR unposted <> '[]') ORDER BY payer`,
      [payers],
    );
    return rows.map(({ payer }) => payer);
  }

  /** Cases of a payer that owe or wait for money, locked in the order they were opened. */
  async holdWaiting(work: Work, payer: string): Promise<CollectionCaseEntity[]> {
    const rows = await work.manager.query<{ id: string }[]>(
      `SELECT id FROM collection_cases WHERE payer = $1 AND (state <> 'CLOSED' OR unposted <> '[]') ORDER BY id FOR UPDATE`,
      [payer],
    );
    return work.manager.find(CollectionCaseEntity, {
      where: { id: In(rows.map(({ id }) => id)) },
      order: { id: 'ASC' },
    });
  }

  /** What cases on one account of a payer owe or wait to post; not locked, since the payer's account is. */
  async onAccount(work: Work, payer: string, customsBody: string): Promise<readonly OwedOnAccount[]> {
    const rows = await work.manager.query<(OwedOnAccount & { state: string })[]>(
      `SELECT id, state, debts, unposted FROM collection_cases
        WHERE payer = $1 AND customs_body = $2 AND (state <> 'CLOSED' OR unposted <> '[]')`,
      [payer, customsBody],
    );
    return rows.map(({ id, state, debts, unposted }) => ({
      id,
      debts: state === 'CLOSED' ? [] : debts,
      unposted,
    }));
  }

  page(manager: EntityManager, wanted: CasesWanted): Promise<CollectionCaseEntity[]> {
    const { payer, state, customsBodies, after, limit } = wanted;
    return manager.find(CollectionCaseEntity, {
      where: {
        ...(payer === undefined ? {} : { payer }),
        ...(state === undefined ? {} : { state }),
        ...(customsBodies === undefined ? {} : { customsBody: In([...customsBodies]) }),
        ...(after === undefined ? {} : { id: MoreThan(after) }),
      },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  documentsOf(manager: EntityManager, collectionId: string): Promise<CollectionDocumentEntity[]> {
    return manager.find(CollectionDocumentEntity, { where: { collectionId }, order: { id: 'ASC' } });
  }

  /** A document of the case, of one of the kinds; its case is locked by the caller. */
  async document(
    work: Work,
    collectionId: string,
    of: { readonly id?: string; readonly number?: string },
    ...kinds: readonly CollectionDocumentKind[]
  ): Promise<CollectionDocumentEntity | undefined> {
    const where = { collectionId, ...of, ...(kinds.length === 0 ? {} : { kind: In([...kinds]) }) };
    return (
      (await work.manager.findOne(CollectionDocumentEntity, { where, order: { id: 'DESC' } })) ?? undefined
    );
  }

  /** The case in which a document stands; undefined for a document of another slice. */
  async caseOfDocument(work: Work, documentId: string): Promise<CollectionCaseEntity | undefined> {
    const [row] = await work.manager.query<{ collection_id: string }[]>(
      `SELECT collection_id FROM collection_documents WHERE id = $1`,
      [documentId],
    );
    return row && this.hold(work, row.collection_id);
  }

  /** `customs body/ddmmyy/series and six digits`: C a case, D a document. An act that is refused leaves its number unused. */
  async nextNumber(work: Work, customsBody: string, day: CivilDate, series: 'C' | 'D'): Promise<string> {
    const [row] = await work.manager.query<{ last: number }[]>(
      `INSERT INTO collection_numbers (customs_body, day, series, last) VALUES ($1, $2, $3, 1)
       ON CONFLICT (customs_body, day, series) DO UPDATE SET last = collection_numbers.last + 1 RETURNING last`,
      [customsBody, day, series],
    );
    if (!row) throw new Error(`no number for collection at ${customsBody}`);
    const [year = '', month = '', date = ''] = day.split('-');
    return `${customsBody}/${date}${month}${year.slice(2)}/${series}${row.last.toString().padStart(6, '0')}`;
  }
}
