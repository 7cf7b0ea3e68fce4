/** The table of notices: writing a new one reads nothing first. */
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { Work } from '@shekara/persistence';
import { ArrivalNoticeEntity } from './arrival-notice.entity.js';

/** Writes a notice that is not in the table yet. */
export async function addNotice(work: Work, notice: ArrivalNoticeEntity): Promise<void> {
  await work.manager.insert(ArrivalNoticeEntity, notice as QueryDeepPartialEntity<ArrivalNoticeEntity>);
}

/** Writes what changed of a locked notice. */
export async function saveNotice(work: Work, notice: ArrivalNoticeEntity): Promise<void> {
  await work.manager.save(notice);
}
