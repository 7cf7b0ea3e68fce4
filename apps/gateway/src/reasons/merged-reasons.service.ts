/** The reasons of all services in one list: each service publishes its own, the gateway puts them together. */
import { Inject, Injectable } from '@nestjs/common';
import { allReasons } from '@shekara/kernel';
import { UpstreamDocuments } from '../upstream/upstream-documents.js';

/** A reason as its service publishes it; the gateway reads its code only. */
interface PublishedReason {
  readonly code: string;
}

export interface ReasonList {
  readonly reasons: readonly PublishedReason[];
  /** Services that did not answer and whose reasons may be missing. */
  readonly missing: readonly string[];
}

@Injectable()
export class MergedReasons {
  constructor(@Inject(UpstreamDocuments) private readonly documents: UpstreamDocuments) {}

  /** All reasons by code, or the one with this code (an empty list when there is none). */
  async list(code: string | undefined): Promise<ReasonList> {
    const published = await this.documents.ofAll('/v1/reasons');
    const byCode = new Map<string, PublishedReason>();
    for (const { document } of published) for (const one of reasonsIn(document)) byCode.set(one.code, one);
    for (const own of allReasons()) if (!byCode.has(own.code)) byCode.set(own.code, own);
    const reasons = [...byCode.values()].sort((a, b) => a.code.localeCompare(b.code));
    return {
      reasons: code === undefined ? reasons : reasons.filter((one) => one.code === code),
      missing: published.flatMap(({ service, document }) => (document === undefined ? [service] : [])),
    };
  }
}

function reasonsIn(document: unknown): PublishedReason[] {
  if (typeof document !== 'object' || document === null || !('reasons' in document)) return [];
  return Array.isArray(document.reasons) ? document.reasons.filter(isPublishedReason) : [];
}

function isPublishedReason(value: unknown): value is PublishedReason {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string';
}
