/** What is shown of an entry: to the registrar its terms, to the public what the law publishes (R-REG-057). */
import type { EntryStatus } from './register-entry.js';
import type { Register } from './register-kind.js';
import type { StatusChange } from './status-at.js';

interface ShownEntry {
  readonly registrationNumber: string;
  readonly register: Register;
  readonly name: string;
  readonly bin: string;
  readonly address: string;
  readonly premisesAddress: string;
  readonly customsBody: string;
  readonly status: EntryStatus;
  readonly statusFrom: string;
  readonly suspendedUntil: string | null;
  readonly goodsOutBy: string | null;
  readonly reapplyFrom: string | null;
  readonly reviewDueOn: string;
  readonly decidedLate: boolean;
  readonly version: number;
}

interface ShownOrder {
  readonly kind: 'INCLUSION' | 'SUSPENSION' | 'RESUMPTION' | 'EXCLUSION';
  readonly number: string;
  readonly signedAt: Date;
  readonly ground: string;
}

const STATUS_AFTER: Readonly<Record<ShownOrder['kind'], EntryStatus>> = {
  INCLUSION: 'INCLUDED',
  SUSPENSION: 'SUSPENDED',
  RESUMPTION: 'INCLUDED',
  EXCLUSION: 'EXCLUDED',
};

/** The extract that is published: person, place, orders with numbers and dates, status; nothing protected. */
export function publicView({ entry, orders }: { entry: ShownEntry; orders: readonly ShownOrder[] }) {
  const {
    registrationNumber,
    register,
    name,
    bin,
    address,
    premisesAddress,
    customsBody,
    status,
    statusFrom,
  } = entry;
  return {
    registrationNumber,
    register,
    name,
    bin,
    address,
    premisesAddress,
    customsBody,
    status,
    statusFrom,
    orders: orders.map(({ kind, number, signedAt, ground }) => ({ kind, number, signedAt, ground })),
  };
}

/** The entry with the terms that follow from its orders. */
export function entryView(entry: ShownEntry) {
  const { suspendedUntil, goodsOutBy, reapplyFrom, reviewDueOn, decidedLate, version } = entry;
  const { orders: _orders, ...shown } = publicView({ entry, orders: [] });
  return {
    ...shown,
    suspendedUntil: suspendedUntil ?? null,
    goodsOutBy: goodsOutBy ?? null,
    reapplyFrom: reapplyFrom ?? null,
    reviewDueOn,
    decidedLate,
    version,
  };
}

/** The changes of status that orders made. */
export function statusChanges(orders: readonly ShownOrder[]): StatusChange[] {
  return orders.map(({ kind, signedAt }) => ({ status: STATUS_AFTER[kind], effectiveAt: signedAt }));
}
