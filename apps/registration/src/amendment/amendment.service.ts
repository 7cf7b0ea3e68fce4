/** The declarant asks for a change before release, and the officer decides (art. 289.1; lifecycle L2). */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Principal } from '@shekara/auth';
import {
  AmendmentPermittedSchema,
  AmendmentRejectedSchema,
  AmendmentRequestedSchema,
} from '@shekara/contracts';
import { art, type Reason } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { notifyStatus } from '../goods-declaration/goods-declaration.events.js';
import type { RegisteredDeclaration } from '../goods-declaration/goods-declaration.repository.js';
import { DECLARATION_STREAM, keptReason } from '../goods-declaration/goods-declaration.service.js';
import { contentOfCase } from '../release/release-conditions.js';
import { ReleaseService } from '../release/release.service.js';
import {
  type FollowedDecision,
  permitAmendment,
  rejectAmendment,
  requestAmendment,
  type StatedGround,
} from './amendment.js';
import { AMENDMENT_REQUEST } from './amendment-queues.js';
import type { AmendmentRefusalCode } from './amendment-reasons.js';
import { AmendmentEntity } from './amendment.entity.js';
import { amendmentPermitted, amendmentRejected, amendmentRequested } from './amendment.events.js';
import { controlStateAt } from './control-state.js';
import type { NewVersion } from './declaration-versions.repository.js';
import { DeclarationVersions, type ProspectiveVersion } from './declaration-versions.service.js';
import type { WantedChange } from './field-changes.js';

export const AMENDMENT_ARTICLE = art(289, 1);

export interface AskedAmendment {
  readonly reason: string;
  readonly changes: readonly WantedChange[];
  readonly follows?: FollowedDecision;
}

/** The document as it is now, and every reason when it was refused. */
export interface HandledAmendment {
  readonly amendment: AmendmentEntity;
  readonly refused?: readonly [Reason, ...Reason[]];
}

@Injectable()
export class AmendmentService {
  constructor(
    @Inject(DeclarationVersions) private readonly versions: DeclarationVersions,
    @Inject(ReleaseService) private readonly releases: ReleaseService,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /**
   * Received: rejected at once with everything that the platform can tell, the defects of the changed declaration among it;
   * else release waits (R-DEC-195) and the officer is asked, before the release term ends.
   */
  async request(
    work: Work,
    declaration: RegisteredDeclaration,
    asked: AskedAmendment,
  ): Promise<HandledAmendment> {
    const receivedAt = work.context.at;
    const prospect = await this.versions.prospect(work, declaration, asked.changes);
    const { changes } = prospect;
    const decision = requestAmendment(declaration.releaseCase, { ...asked, changes, receivedAt });
    const [first, ...rest] = [...(decision.accepted ? [] : decision.reasons), ...prospect.defects];
    const amendment = received(work, declaration, asked, prospect);
    this.outbox.publish(work, AmendmentRequestedSchema, amendmentRequested(declaration, amendment), {
      caseId: declaration.caseId,
      ground: AMENDMENT_ARTICLE,
    });
    this.record(work, declaration, 'AmendmentRequested', amendment);
    if (first) {
      await this.rejected(work, declaration, amendment, [first, ...rest]);
      return { amendment, refused: [first, ...rest] };
    }
    await work.manager.save(amendment);
    await this.workItems.open(work, {
      kind: AMENDMENT_REQUEST,
      role: 'RELEASE_OFFICER',
      customsBody: declaration.customsBody,
      subject: 'Amendment',
      subjectId: amendment.id,
      caseId: declaration.caseId,
      title: `Change of ${declaration.number}: ${changes.map(({ field }) => field).join(', ')}`.slice(0, 200),
      article: AMENDMENT_ARTICLE,
      dueAt: declaration.releaseDueAt,
    });
    const matter = { id: amendment.id, kind: AMENDMENT_REQUEST } as const;
    await this.releases.hear(work, declaration, { type: 'MatterOpened', matter });
    return { amendment };
  }

  /** The officer who holds the request permits it: a new version. Refused where something speaks against it after all. */
  async permit(
    work: Work,
    declaration: RegisteredDeclaration,
    amendment: AmendmentEntity,
    officer: Principal,
  ): Promise<HandledAmendment> {
    const prospect = await this.versions.prospect(work, declaration, amendment.wanted);
    const decision = permitAmendment(declaration.releaseCase, asRequested(amendment, prospect));
    const [first, ...rest] = [...(decision.accepted ? [] : decision.reasons), ...prospect.defects];
    if (first) return { amendment, refused: [first, ...rest] };
    await this.workItems.complete(work, AMENDMENT_REQUEST, amendment.id, officer, 'PERMITTED');
    await this.permitted(work, declaration, amendment, prospect, {
      ground: 'AMENDMENT',
      author: amendment.receivedBy,
      demanded: amendment.follows !== null,
    });
    return { amendment };
  }

  /** The officer who holds the request rejects it with grounds of the list. */
  async reject(
    work: Work,
    declaration: RegisteredDeclaration,
    amendment: AmendmentEntity,
    officer: Principal,
    grounds: readonly StatedGround<AmendmentRefusalCode>[],
  ): Promise<HandledAmendment> {
    const decision = rejectAmendment(declaration.releaseCase, asRequested(amendment, amendment), grounds);
    if (!decision.accepted) return { amendment, refused: decision.reasons };
    const [event] = decision.events;
    if (!event) throw new Error('a rejection says why');
    await this.workItems.complete(work, AMENDMENT_REQUEST, amendment.id, officer, 'REJECTED');
    await this.rejected(work, declaration, amendment, event.reasons);
    await this.releases.hear(work, declaration, { type: 'MatterClosed', id: amendment.id });
    return { amendment };
  }

  /** A version is made, payments are told before release can follow; then release no longer waits for this matter. */
  async permitted(
    work: Work,
    declaration: RegisteredDeclaration,
    amendment: AmendmentEntity,
    { draft, changes }: Pick<ProspectiveVersion, 'draft' | 'changes'>,
    made: Pick<NewVersion, 'ground' | 'author'> & { readonly demanded: boolean },
  ): Promise<void> {
    const { ground, author, demanded } = made;
    const { id: documentId } = amendment;
    const { version, declaration: stands } = await this.versions.write(
      work,
      declaration,
      { ground, author, documentId, changes, draft },
      AMENDMENT_ARTICLE,
    );
    const { at, actor: by } = work.context;
    Object.assign(amendment, {
      ...{ status: 'PERMITTED', changes, contentVersion: version, decidedAt: at, decidedBy: by },
    } satisfies Partial<AmendmentEntity>);
    await work.manager.save(amendment);
    const told = amendmentPermitted(declaration, amendment, {
      version,
      demanded,
      declaration: stands,
      at,
      by,
    });
    const options = { caseId: declaration.caseId, ground: AMENDMENT_ARTICLE };
    this.outbox.publish(work, AmendmentPermittedSchema, told, options);
    this.record(work, declaration, 'AmendmentPermitted', amendment);
    notifyStatus(this.outbox, work, declaration, { ground: AMENDMENT_ARTICLE });
    const content = contentOfCase(draft);
    const answer = { type: 'DeclarationAmended', version, demanded, content } as const;
    await this.releases.hear(work, declaration, answer);
    await this.releases.hear(work, declaration, { type: 'MatterClosed', id: amendment.id });
  }

  /** Rejected with every reason; the declaration stands as it was. */
  async rejected(
    work: Work,
    declaration: RegisteredDeclaration,
    amendment: AmendmentEntity,
    reasons: readonly [Reason, ...Reason[]],
  ): Promise<void> {
    const { at, actor: by } = work.context;
    Object.assign(amendment, {
      ...{ status: 'REJECTED', reasons: reasons.map(keptReason), decidedAt: at, decidedBy: by },
    } satisfies Partial<AmendmentEntity>);
    await work.manager.save(amendment);
    const told = amendmentRejected(declaration, amendment.id, reasons, { at, by });
    const options = { caseId: declaration.caseId, ground: AMENDMENT_ARTICLE };
    this.outbox.publish(work, AmendmentRejectedSchema, told, options);
    this.record(work, declaration, 'AmendmentRejected', amendment);
    notifyStatus(this.outbox, work, declaration, { reasons, ground: AMENDMENT_ARTICLE });
  }

  private record(
    work: Work,
    { id, caseId }: RegisteredDeclaration,
    type: string,
    { id: amendmentId, reason, changes, controlState, reasons, contentVersion }: AmendmentEntity,
  ): void {
    work.record({
      stream: DECLARATION_STREAM,
      streamId: id,
      caseId,
      type,
      payload: { amendmentId, reason, changes, controlState, reasons, contentVersion },
      ground: AMENDMENT_ARTICLE,
    });
  }
}

function asRequested(
  { reason, follows, receivedAt }: AmendmentEntity,
  { changes }: Pick<ProspectiveVersion, 'changes'>,
) {
  return { reason, changes, receivedAt, ...(follows ? { follows } : {}) };
}

/** The request as it was received, not kept yet. */
function received(
  work: Work,
  { id: declarationId, releaseCase }: RegisteredDeclaration,
  { reason, changes: wanted, follows }: AskedAmendment,
  { changes }: ProspectiveVersion,
): AmendmentEntity {
  const { at: receivedAt, actor: receivedBy } = work.context;
  return work.manager.create(AmendmentEntity, {
    ...{ id: uuidv7(), declarationId, origin: 'DECLARANT', status: 'REQUESTED', reason },
    ...{ wanted, changes, follows: follows ?? null, demandedFields: null, dueAt: null, reasons: [] },
    ...{ controlState: controlStateAt(releaseCase, receivedAt), receivedAt, receivedBy },
  });
}
