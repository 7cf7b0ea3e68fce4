/** The table of notices: a new one is a row that is added, a known one is saved as a whole. */
import type { Additions, Insertion, Work } from '@shekara/persistence';
import type { ArrivalNoticeEntity } from './arrival-notice.entity.js';

const ARRIVAL_NOTICES: Insertion = {
  table: 'arrival_notices',
  columns: [
    ['id', 'uuid'],
    ['number', 'text'],
    ['case_id', 'uuid'],
    ['consignment_id', 'uuid'],
    ['customs_body', 'text'],
    ['mode', 'text'],
    ['status', 'text'],
    ['notice', 'jsonb'],
    ['carrier_number', 'text'],
    ['consignee_number', 'text'],
    ['lodged_by', 'text'],
    ['lodged_at', 'timestamptz'],
    ['crossed_at', 'timestamptz'],
    ['presentation', 'jsonb'],
    ['differences', 'jsonb'],
    ['goes_ahead', 'boolean'],
    ['presented_at', 'timestamptz'],
    ['placement_deadline', 'timestamptz'],
    ['outcome', 'text'],
    ['late', 'boolean'],
    ['version', 'int'],
  ],
};

/** Adds a notice that is not in the table yet. */
export function addNotice(work: Additions, notice: ArrivalNoticeEntity): void {
  work.add(ARRIVAL_NOTICES, [
    ...[notice.id, notice.number, notice.caseId, notice.consignmentId, notice.customsBody, notice.mode],
    ...[notice.status, JSON.stringify(notice.notice), notice.carrierNumber, notice.consigneeNumber],
    ...[notice.lodgedBy, notice.lodgedAt, notice.crossedAt],
    notice.presentation && JSON.stringify(notice.presentation),
    ...[JSON.stringify(notice.differences), notice.goesAhead, notice.presentedAt, notice.placementDeadline],
    ...[notice.outcome, notice.late, 1],
  ]);
}

/** Writes what changed of a locked notice. */
export async function saveNotice(work: Work, notice: ArrivalNoticeEntity): Promise<void> {
  await work.manager.save(notice);
}
