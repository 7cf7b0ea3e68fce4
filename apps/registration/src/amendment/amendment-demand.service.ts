/** Customs demands a change inside the release term; the declarant makes it, or its date runs out (Code 2017 art. 201.2). */
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { AmendmentDemandedSchema } from '@shekara/contracts';
import { Deadlines } from '@shekara/deadlines';
import { art2017, type Decision } from '@shekara/kernel';
import { Outbox } from '@shekara/messaging';
import type { Work } from '@shekara/persistence';
import { WorkItems } from '@shekara/work-items';
import { notifyStatus } from '../goods-declaration/goods-declaration.events.js';
import {
  lockDeclaration,
  type RegisteredDeclaration,
} from '../goods-declaration/goods-declaration.repository.js';
import { DECLARATION_STREAM } from '../goods-declaration/goods-declaration.service.js';
import { isDecided } from '../release/release.js';
import { ReleaseService } from '../release/release.service.js';
import {
  type AmendmentDemand,
  type AmendmentDemanded,
  answerDemand,
  demandAmendment,
  demandNotAnswered,
} from './amendment-demand.js';
import { AMENDMENT_DEMAND, AMENDMENT_DEMAND_UNANSWERED } from './amendment-queues.js';
import { AmendmentEntity } from './amendment.entity.js';
import { amendmentDemanded } from './amendment.events.js';
import { lockAmendment } from './amendment.repository.js';
import { AmendmentService, type AskedAmendment, type HandledAmendment } from './amendment.service.js';
import { controlStateAt } from './control-state.js';
import { DeclarationVersions } from './declaration-versions.service.js';

const DEMAND_ARTICLE = art2017(201, 2);

@Injectable()
export class AmendmentDemandService {
  constructor(
    @Inject(AmendmentService) private readonly amendments: AmendmentService,
    @Inject(DeclarationVersions) private readonly versions: DeclarationVersions,
    @Inject(ReleaseService) private readonly releases: ReleaseService,
    @Inject(Deadlines) private readonly deadlines: Deadlines,
    @Inject(WorkItems) private readonly workItems: WorkItems,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /** The officer demands: release waits for the answer, the term of the demand runs, the declarant is told (R-DEC-107). */
  async demand(
    work: Work,
    declaration: RegisteredDeclaration,
    demand: AmendmentDemand,
  ): Promise<{ readonly decision: Decision<AmendmentDemanded>; readonly amendment?: AmendmentEntity }> {
    const { releaseCase, id: declarationId, caseId } = declaration;
    const { at: receivedAt, actor: receivedBy } = work.context;
    const decision = demandAmendment(releaseCase, demand, receivedAt);
    if (!decision.accepted) return { decision };
    const { fields, reason, dueAt } = demand;
    const amendment = await work.manager.save(
      work.manager.create(AmendmentEntity, {
        ...{ id: uuidv7(), declarationId, origin: 'CUSTOMS', status: 'DEMANDED', reason, dueAt },
        ...{
          demandedFields: fields,
          wanted: [],
          changes: [],
          follows: null,
          reasons: [],
          receivedAt,
          receivedBy,
        },
        controlState: controlStateAt(releaseCase, receivedAt),
      }),
    );
    await this.deadlines.start(work, {
      kind: AMENDMENT_DEMAND,
      subjectId: amendment.id,
      caseId,
      article: DEMAND_ARTICLE,
      startedAt: receivedAt,
      dueAt,
      term: { setBy: receivedBy, releaseDueAt: declaration.releaseDueAt },
    });
    await this.workItems.cancel(work, AMENDMENT_DEMAND_UNANSWERED, declarationId, 'DEMANDED_ANEW');
    const told = amendmentDemanded(declaration, amendment, dueAt);
    this.outbox.publish(work, AmendmentDemandedSchema, told, { caseId, ground: DEMAND_ARTICLE });
    this.record(work, declaration, 'AmendmentDemanded', amendment);
    notifyStatus(this.outbox, work, declaration, { ground: DEMAND_ARTICLE });
    const matter = { id: amendment.id, kind: AMENDMENT_DEMAND } as const;
    await this.releases.hear(work, declaration, { type: 'MatterOpened', matter });
    return { decision, amendment };
  }

  /** The declarant makes the change that was demanded: a new version at once (R-DEC-106), or refused with every reason. */
  async answer(
    work: Work,
    declaration: RegisteredDeclaration,
    demanded: AmendmentEntity,
    asked: AskedAmendment,
  ): Promise<HandledAmendment> {
    const { demandedFields: fields, dueAt } = demanded;
    if (!fields || !dueAt) throw new Error(`amendment ${demanded.id} is no demand`);
    const prospect = await this.versions.prospect(work, declaration, asked.changes);
    const { at: receivedAt, actor: author } = work.context;
    const decision = answerDemand(
      declaration.releaseCase,
      { fields, reason: demanded.reason, dueAt },
      { reason: asked.reason, changes: prospect.changes, receivedAt },
    );
    const [first, ...rest] = [...(decision.accepted ? [] : decision.reasons), ...prospect.defects];
    if (first) return { amendment: demanded, refused: [first, ...rest] };
    await this.deadlines.cancel(work, AMENDMENT_DEMAND, demanded.id);
    demanded.wanted = asked.changes;
    await this.amendments.permitted(work, declaration, demanded, prospect, {
      ground: 'DEMAND',
      author,
      demanded: true,
    });
    return { amendment: demanded };
  }

  /** The date is over (L2 notComplied): release is an officer's now, who may refuse it or demand anew. */
  async ranOut(work: Work, amendmentId: string): Promise<void> {
    const { declarationId } = await work.manager.findOneByOrFail(AmendmentEntity, { id: amendmentId });
    const declaration = await lockDeclaration(work, { id: declarationId });
    if (!declaration) throw new Error(`no declaration ${declarationId} was registered here`);
    const known = await lockAmendment(work, { id: amendmentId });
    if (known?.status !== 'DEMANDED') return;
    const { reason } = demandNotAnswered(declaration.releaseCase);
    await this.amendments.rejected(work, declaration, known, [reason]);
    if (isDecided(declaration.releaseCase)) return;
    await this.releases.hear(work, declaration, { type: 'DemandIgnored' });
    await this.releases.hear(work, declaration, { type: 'MatterClosed', id: known.id });
    await this.workItems.open(work, {
      kind: AMENDMENT_DEMAND_UNANSWERED,
      role: 'RELEASE_OFFICER',
      customsBody: declaration.customsBody,
      subject: DECLARATION_STREAM,
      subjectId: declaration.id,
      caseId: declaration.caseId,
      title: `${declaration.number}: the demanded change was not made`,
      article: DEMAND_ARTICLE,
      dueAt: declaration.releaseDueAt,
    });
  }

  private record(
    work: Work,
    { id, caseId }: RegisteredDeclaration,
    type: string,
    { id: amendmentId, reason, demandedFields, dueAt }: AmendmentEntity,
  ): void {
    work.record({
      stream: DECLARATION_STREAM,
      streamId: id,
      caseId,
      type,
      payload: { amendmentId, reason, demandedFields, dueAt },
      ground: DEMAND_ARTICLE,
    });
  }
}
