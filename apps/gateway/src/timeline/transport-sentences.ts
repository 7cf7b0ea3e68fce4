/** What the messages of arrival and temporary storage say in a timeline: shown to every party of the case. */
import {
  ArrivalNoticeAcceptedSchema,
  ArrivalNoticeReturnedSchema,
  ConsignmentOutcomeRecordedSchema,
  GoodsArrivedSchema,
  GoodsPlacedInTemporaryStorageSchema,
  GoodsTakenOutSchema,
  PlacementDeadlineMissedSchema,
  StorageDocumentsRegisteredSchema,
  TemporaryStorageTermExpiredSchema,
} from '@shekara/contracts';
import { codes, count, line, words } from './step-sentences.js';

const ARRIVAL = [
  line(ArrivalNoticeAcceptedSchema, {
    audience: 'TRANSPORT',
    by: 'party',
    state: 'ARRIVED',
    says: (notice) => `Arrival notice ${notice.noticeNumber} was accepted.`,
    facts: ({ noticeNumber, vehicleRegistration, goods }) => ({
      noticeNumber,
      vehicleRegistration,
      goodsLines: String(goods.length),
    }),
  }),
  line(ArrivalNoticeReturnedSchema, {
    audience: 'TRANSPORT',
    by: 'party',
    state: 'ARRIVAL_RETURNED',
    says: (notice) =>
      `Arrival notice ${notice.noticeNumber} was returned with ${count(notice.defects, 'defect')}.`,
    facts: ({ noticeNumber, defects }) => ({ noticeNumber, defects: codes(defects) }),
  }),
  line(GoodsArrivedSchema, {
    audience: 'TRANSPORT',
    by: 'party',
    says: () => 'The goods were presented at the place of arrival; the term for placing them runs.',
    facts: ({ noticeNumber }) => ({ noticeNumber }),
  }),
  line(PlacementDeadlineMissedSchema, {
    audience: 'TRANSPORT',
    says: () => 'The term for placing the goods ended without storage or a declaration.',
    facts: ({ noticeNumber }) => ({ noticeNumber }),
  }),
  line(ConsignmentOutcomeRecordedSchema, {
    audience: 'TRANSPORT',
    says: ({ outcome, late }) =>
      `The consignment is ${words(outcome)}${late ? ', after the end of its term' : ''}.`,
    facts: ({ noticeNumber, outcome }) => ({ noticeNumber, outcome }),
  }),
];

const STORAGE = [
  line(StorageDocumentsRegisteredSchema, {
    audience: 'TRANSPORT',
    by: 'party',
    state: 'IN_STORAGE',
    says: ({ placeNumber }) =>
      `Storage documents were registered for ${placeNumber}; temporary storage began.`,
    facts: ({ placeNumber, lastDay }) => ({ placeNumber, lastDay }),
  }),
  line(GoodsPlacedInTemporaryStorageSchema, {
    audience: 'TRANSPORT',
    by: 'party',
    says: ({ placeNumber }) => `The goods were placed at ${placeNumber}.`,
    facts: ({ placeNumber, packageCount, grossWeightKg }) => ({
      placeNumber,
      packageCount: String(packageCount),
      grossWeightKg,
    }),
  }),
  line(GoodsTakenOutSchema, {
    audience: 'TRANSPORT',
    by: 'party',
    says: ({ placeNumber }) => `The goods were taken out of ${placeNumber}.`,
    facts: ({ placeNumber }) => ({ placeNumber }),
    officialFacts: ({ ground, groundDocument }) => ({ ground, groundDocument }),
  }),
  line(TemporaryStorageTermExpiredSchema, {
    audience: 'TRANSPORT',
    says: () => 'The term of temporary storage ended.',
    facts: ({ lastDay }) => ({ lastDay }),
  }),
];

export const TRANSPORT_SENTENCES = [...ARRIVAL, ...STORAGE];
