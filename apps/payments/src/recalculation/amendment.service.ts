/** A permitted change before release: payments are calculated anew and the cover follows (art. 141.4, 289.1; R-DEC-112). */
import { Inject, Injectable } from '@nestjs/common';
import { reason } from '@shekara/kernel';
import type { Work } from '@shekara/persistence';
import { lineView } from '../calculation/line-view.js';
import { AssessmentQueue } from '../liability/assessment-queue.service.js';
import { Cover } from '../liability/cover.service.js';
import type { DeclaredGoods } from '../liability/declared-goods.js';
import { KeptGoods } from '../liability/kept-goods.repository.js';
import { Liabilities } from '../liability/liabilities.repository.js';
import type { DeclarationLiability, SaidReason } from '../liability/liability.js';
import { LiabilityAnnouncements } from '../liability/liability-announcements.service.js';
import { Recalculation } from '../liability/recalculation.service.js';
import { ReleasedLiabilities } from '../liability/released-liabilities.service.js';
import type { Trigger } from '../obligation/trigger-matrix.js';
import { PayerAccounts } from '../payer-account/payer-accounts.repository.js';
import { MachineAssessment } from '../liability/machine-assessment.service.js';
import { recalculationReasons as reasons } from './recalculation-reasons.js';

export interface PermittedAmendment {
  readonly amendmentId: string;
  readonly version: number;
  /** Customs demanded the change, or it follows an accepted decision on code or value. */
  readonly demanded: boolean;
  /** The declaration as it stands now; its payer is the one it was registered for. */
  readonly declared: DeclaredGoods;
}

const CHANGED = 'the declaration was changed';

@Injectable()
export class Amendments {
  constructor(
    @Inject(MachineAssessment) private readonly machine: MachineAssessment,
    @Inject(PayerAccounts) private readonly payers: PayerAccounts,
    @Inject(Liabilities) private readonly liabilities: Liabilities,
    @Inject(KeptGoods) private readonly goods: KeptGoods,
    @Inject(Recalculation) private readonly recalculation: Recalculation,
    @Inject(Cover) private readonly cover: Cover,
    @Inject(ReleasedLiabilities) private readonly released: ReleasedLiabilities,
    @Inject(AssessmentQueue) private readonly queue: AssessmentQueue,
    @Inject(LiabilityAnnouncements) private readonly announcements: LiabilityAnnouncements,
  ) {}

  /**
   * Takes the declaration in its new version, at the rates of its registration. What the machine calculated it calculates again;
   * what an officer assessed, or the machine cannot calculate now, the officer assesses again. A version that is known, or
   * older, changes nothing. @throws Error for a declaration that is unknown, or that release, refusal or withdrawal closed.
   */
  async permitted(work: Work, amendment: PermittedAmendment): Promise<void> {
    const { version, declared } = amendment;
    const { declarationId } = declared;
    const before = (await this.payers.holdOfDeclaration(work, declarationId))
      ? await this.liabilities.find(work, declarationId)
      : undefined;
    if (!before) throw new Error(`no liability of declaration ${declarationId}`);
    if (version <= before.declarationVersion) return;
    if (before.released || before.status === 'ENDED')
      throw new Error(`${before.declarationNumber} is closed to amendments`);
    await this.take(work, before, amendment);
  }

  /** Takes a version that holds, of a declaration whose payments are covered for its release or were never assessed. */
  async take(work: Work, before: DeclarationLiability, amendment: PermittedAmendment): Promise<void> {
    const { amendmentId, version, demanded, declared } = amendment;
    const now: DeclarationLiability = { ...before, declarationVersion: version };
    if (await this.liabilities.assessedByOfficer(work, before.declarationId)) {
      return this.reopen(work, now, declared, [reason(reasons.DECLARATION_CHANGED_AFTER_ASSESSMENT)]);
    }
    const assessment = await this.machine.of(work, declared);
    if (!assessment.accepted) return this.reopen(work, now, declared, assessment.reasons);
    if (before.status === 'NOT_ASSESSED') await this.queue.leave(work, before, CHANGED);
    const renewed = await this.recalculation.renew(work, before, this.assessed(now, assessment.trigger), {
      payable: assessment.payable,
      smallRemainderLimit: assessment.smallRemainderLimit,
      lines: assessment.lines.map(lineView),
      securityNumber: declared.securityNumber,
    });
    this.announcements.recalculated(work, before, renewed, { amendmentId, demanded });
    if (renewed.released && renewed.status !== 'ENDED') await this.released.fellDue(work, renewed);
    await this.cover.retryShort(work, before.owner);
  }

  /** What was paid stays with the declaration until the officer has assessed it; a security that was asked is given back. */
  private async reopen(
    work: Work,
    liability: DeclarationLiability,
    declared: DeclaredGoods,
    why: readonly SaidReason[],
  ): Promise<void> {
    const asked = liability.security.state === 'ASKED';
    if (asked) this.announcements.giveBackReservation(work, liability, 'RECALCULATED');
    const reopened: DeclarationLiability = {
      ...liability,
      status: 'NOT_ASSESSED',
      reasons: why,
      security: { ...liability.security, state: asked ? 'OFFERED' : liability.security.state },
    };
    this.announcements.notAssessed(work, reopened);
    await this.liabilities.save(work, [reopened]);
    await this.goods.keep(work, declared, liability.declarationVersion);
    await this.queue.askAnew(work, liability, CHANGED);
  }

  /** What nobody had assessed the machine does now. */
  private assessed(liability: DeclarationLiability, trigger: Trigger | undefined): DeclarationLiability {
    if (liability.status !== 'NOT_ASSESSED') return { ...liability, trigger };
    const now: DeclarationLiability = { ...liability, status: 'ASSESSED', reasons: [], trigger };
    return liability.releasedOn === undefined ? now : this.released.releasedOn(now, liability.releasedOn);
  }
}
