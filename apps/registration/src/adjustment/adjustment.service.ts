/** Adjustment after release (art. 289.2, 289.3; lifecycle L3): submitted by the declarant or customs, decided by an officer. */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Principal } from '@shekara/auth';
import { LegalCalendar } from '@shekara/calendar';
import { DeclarationAdjustedAfterReleaseSchema, timestampOf } from '@shekara/contracts';
import { art, type Reason } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import type { StatedGround } from '../amendment/amendment.js';
import { changesTold, identityOf } from '../amendment/amendment.events.js';
import { DeclarationVersions } from '../amendment/declaration-versions.service.js';
import type { ChangedField, WantedChange } from '../amendment/field-changes.js';
import { notifyStatus } from '../goods-declaration/goods-declaration.events.js';
import type { RegisteredDeclaration } from '../goods-declaration/goods-declaration.repository.js';
import { DECLARATION_STREAM, keptReason } from '../goods-declaration/goods-declaration.service.js';
import { acceptAdjustment, rejectAdjustment, submitAdjustment } from './adjustment.js';
import type { AdjustmentRefusalCode } from './adjustment-reasons.js';
import { AdjustmentEntity, type NamedMatter } from './adjustment.entity.js';
import { adjustmentIsOpen } from './adjustment.repository.js';

const BY_DECLARANT = art(289, 2);
const BY_CUSTOMS = art(289, 3);

/** Adjustments wait for the release officer; no text sets a term for it. */
export const ADJUSTMENT = 'ADJUSTMENT';

export interface AskedAdjustment {
  readonly openedBy: 'DECLARANT' | 'CUSTOMS';
  readonly reason: string;
  readonly changes: readonly WantedChange[];
  readonly runningMatter?: NamedMatter;
}

/** The document as it is now, or every reason against. */
export type HandledAdjustment =
  | { readonly accepted: true; readonly adjustment: AdjustmentEntity }
  | { readonly accepted: false; readonly reasons: readonly [Reason, ...Reason[]] };

@Injectable()
export class AdjustmentService {
  constructor(
    @Inject(DeclarationVersions) private readonly versions: DeclarationVersions,
    @Inject(LegalCalendar) private readonly calendar: LegalCalendar,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** Received in electronic form (R-DEC-110): refused with every reason, else put before the release officer. */
  async submit(
    work: Work,
    declaration: RegisteredDeclaration,
    asked: AskedAdjustment,
  ): Promise<HandledAdjustment> {
    const { at: receivedAt, actor: receivedBy } = work.context;
    const { id: declarationId, caseId, customsBody, number } = declaration;
    const releasedAt = declaration.decidedAt ?? receivedAt;
    const prospect = await this.versions.prospect(work, declaration, asked.changes);
    const { openedBy, reason, changes: wanted, runningMatter } = asked;
    const { changes } = prospect;
    const anotherIsOpen = await adjustmentIsOpen(work, declarationId);
    const decision = submitAdjustment(
      declaration.releaseCase,
      {
        openedBy,
        reason,
        changes,
        receivedAt,
        releasedAt,
        runningMatter: runningMatter?.kind,
        anotherIsOpen,
      },
      this.calendar,
    );
    const [first, ...rest] = [...(decision.accepted ? [] : decision.reasons), ...prospect.defects];
    if (first) return { accepted: false, reasons: [first, ...rest] };
    const adjustment = await work.manager.save(
      work.manager.create(AdjustmentEntity, {
        ...{ id: uuidv7(), declarationId, openedBy, status: 'SUBMITTED', reason, wanted, changes },
        ...{ releasedAt, runningMatter: runningMatter ?? null, receivedAt, receivedBy, reasons: [] },
      }),
    );
    this.record(work, declaration, 'AdjustmentSubmitted', adjustment);
    await this.workItems.open(work, {
      kind: ADJUSTMENT,
      role: 'RELEASE_OFFICER',
      customsBody,
      subject: 'Adjustment',
      subjectId: adjustment.id,
      caseId,
      title: `Adjustment of ${number} after release`,
      article: articleOf(adjustment),
    });
    return { accepted: true, adjustment };
  }

  /** The officer who holds it accepts: a new version, and payments count the difference (R-DEC-112). */
  async accept(
    work: Work,
    declaration: RegisteredDeclaration,
    adjustment: AdjustmentEntity,
    officer: Principal,
  ): Promise<HandledAdjustment> {
    const { draft, changes, defects } = await this.versions.prospect(work, declaration, adjustment.wanted);
    const decision = acceptAdjustment(declaration.releaseCase, submitted(adjustment, changes), this.calendar);
    const [first, ...rest] = [...(decision.accepted ? [] : decision.reasons), ...defects];
    if (first) return { accepted: false, reasons: [first, ...rest] };
    await this.workItems.complete(work, ADJUSTMENT, adjustment.id, officer, 'ACCEPTED');
    const { id: documentId, reason, openedBy, receivedBy: author } = adjustment;
    const ground = articleOf(adjustment);
    const { version, declaration: stands } = await this.versions.write(
      work,
      declaration,
      { ground: 'ADJUSTMENT', documentId, author, changes, draft },
      ground,
    );
    const { at, actor: decidedBy } = work.context;
    Object.assign(adjustment, {
      ...{ status: 'ACCEPTED', changes, contentVersion: version, decidedAt: at, decidedBy },
    } satisfies Partial<AdjustmentEntity>);
    await work.manager.save(adjustment);
    this.outbox.publish(
      work,
      DeclarationAdjustedAfterReleaseSchema,
      {
        ...identityOf(declaration),
        ...{ adjustmentId: documentId, version, changes: changesTold(changes), reason, openedBy },
        ...{ declaration: stands, decidedAt: timestampOf(at), decidedBy },
        receivedAt: timestampOf(adjustment.receivedAt),
      },
      { caseId: declaration.caseId, ground },
    );
    this.record(work, declaration, 'DeclarationAdjustedAfterRelease', adjustment);
    notifyStatus(this.outbox, work, declaration, { ground });
    return { accepted: true, adjustment };
  }

  /** The officer who holds it rejects it with its grounds; the declaration stands as it was. */
  async reject(
    work: Work,
    declaration: RegisteredDeclaration,
    adjustment: AdjustmentEntity,
    officer: Principal,
    grounds: readonly StatedGround<AdjustmentRefusalCode>[],
  ): Promise<HandledAdjustment> {
    const decision = rejectAdjustment(grounds);
    if (!decision.accepted) return decision;
    const reasons = decision.events.flatMap((event) => event.reasons);
    await this.workItems.complete(work, ADJUSTMENT, adjustment.id, officer, 'REJECTED');
    const { at: decidedAt, actor: decidedBy } = work.context;
    Object.assign(adjustment, {
      ...{ status: 'REJECTED', reasons: reasons.map(keptReason), decidedAt, decidedBy },
    } satisfies Partial<AdjustmentEntity>);
    await work.manager.save(adjustment);
    this.record(work, declaration, 'AdjustmentRejected', adjustment);
    notifyStatus(this.outbox, work, declaration, { reasons, ground: articleOf(adjustment) });
    return { accepted: true, adjustment };
  }

  private record(
    work: Work,
    { id, caseId }: RegisteredDeclaration,
    type: string,
    adjustment: AdjustmentEntity,
  ): void {
    const {
      id: adjustmentId,
      openedBy,
      reason,
      changes,
      runningMatter,
      reasons,
      contentVersion,
    } = adjustment;
    work.record({
      stream: DECLARATION_STREAM,
      streamId: id,
      caseId,
      type,
      payload: { adjustmentId, openedBy, reason, changes, runningMatter, reasons, contentVersion },
      ground: articleOf(adjustment),
    });
  }
}

function articleOf({ openedBy }: Pick<AdjustmentEntity, 'openedBy'>) {
  return openedBy === 'CUSTOMS' ? BY_CUSTOMS : BY_DECLARANT;
}

function submitted(
  { openedBy, reason, receivedAt, releasedAt, runningMatter }: AdjustmentEntity,
  changes: readonly ChangedField[],
) {
  return {
    openedBy,
    reason,
    changes,
    receivedAt,
    releasedAt,
    runningMatter: runningMatter?.kind,
    anotherIsOpen: false,
  };
}
