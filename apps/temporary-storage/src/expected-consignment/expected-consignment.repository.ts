/** Consignments that storage documents may be lodged for. */
import type { EntityManager, Work } from '@shekara/persistence';
import { ExpectedConsignmentEntity } from './expected-consignment.entity.js';

/** The consignment of an arrival notice, locked for this work; undefined while nothing is known of it. */
export async function lockConsignment(
  work: Work,
  noticeNumber: string,
): Promise<ExpectedConsignmentEntity | undefined> {
  const found = await work.manager.findOne(ExpectedConsignmentEntity, {
    where: { arrivalNoticeNumber: noticeNumber },
    lock: { mode: 'pessimistic_write' },
  });
  return found ?? undefined;
}

/** The same, made when a message is the first to speak of the consignment. */
export async function lockOrExpect(
  work: Work,
  noticeNumber: string,
  caseId: string,
): Promise<ExpectedConsignmentEntity> {
  await work.manager.query(
    `INSERT INTO expected_consignments (arrival_notice_number, case_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
    [noticeNumber, caseId],
  );
  return work.manager.findOneOrFail(ExpectedConsignmentEntity, {
    where: { arrivalNoticeNumber: noticeNumber },
    lock: { mode: 'pessimistic_write' },
  });
}

/** The number of the arrival notice that a declaration covers, or undefined. */
export async function noticeOfDeclaration(
  manager: EntityManager,
  declarationId: string,
): Promise<string | undefined> {
  const found = await manager.findOneBy(ExpectedConsignmentEntity, { declarationId });
  return found?.arrivalNoticeNumber;
}
